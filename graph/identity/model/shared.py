"""What is compared of people and organisations alike: place, days, identifiers."""

from graph.identity.model.comparison import REST, Comparison, Level, either

PLACE = Comparison(
    "place",
    "place",
    " AND ".join(f"({either(column)})" for column in ("zip5", "city", "state")),
    (
        Level("the same nine digits of the postcode", "zip9_l = zip9_r", 0.5, 1e-5),
        Level("the same postcode", "zip5_l = zip5_r", 0.45, 0.0005),
        Level(
            "the same city",
            "city_l = city_r AND coalesce(state_l, state_r, '') = coalesce(state_r, state_l, '')",
            0.1,
            0.005,
        ),
        Level("the same state", "state_l = state_r", 0.1, 0.06),
        Level("different", REST, 0.07, 0.94),
    ),
)
DAYS = Comparison(
    "days",
    "days",
    "since_l IS NULL OR since_r IS NULL",
    (
        Level("within eight years", "since_l <= until_r + 2920 AND since_r <= until_l + 2920", 0.97, 0.9),
        Level("further apart", "since_l <= until_r + 10950 AND since_r <= until_l + 10950", 0.029, 0.09),
        Level("more than thirty years apart", REST, 0.001, 0.01),
    ),
)
IDENTIFIER = Comparison(
    "identifier",
    "identifiers",
    "len(identifiers_l) = 0 OR len(identifiers_r) = 0",
    (
        Level("the same", "list_has_any(identifiers_l, identifiers_r)", 0.9, 1e-9),
        Level("of different registers, or different", REST, 0.98, 0.99),
    ),
)
SHARING = ("identifiers", "rare")
"""Lists in which two records are compared that have one value of them in common."""
