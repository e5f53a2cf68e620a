"""Where a contest is held: a county, a prosecutor's district, another district, a state or the country."""

from datetime import date
from functools import cache

import polars as pl

from sources.tables.elections.reference import reference
from sources.tables.layouts.columns import path, slug
from sources.tables.places.counties import county_labels, county_paths, states
from sources.tables.places.districts import district_counties, district_labels, district_paths

COUNTRY = "country/us"
PARTY = r"(?i)\s+-\s+(dem|rep|lib|lbt|grn|ind|non|npa?|d|r|i)$"
NOWHERE = r"(?i)^(?:|state ?wide|0+|n/?a|null|none|at large|county ?wide)$"
NUMBER = r"^0*(\d+)$"
NUMBERED = r"(?i)^(\d+)(?:st|nd|rd|th)\b"
SAYS_DISTRICT = r"(?i)\b(?:circuit|judicial|district)\b"
FIRST, LAST = date(1700, 1, 1), date(2999, 1, 1)
PROSECUTOR, PRESIDENT = "office-kind-prosecutor", "office-kind-president"


def with_jurisdictions(contests: pl.DataFrame) -> pl.DataFrame:
    """The contests with `jurisdiction` (a path; null where none is known), `place_label`, and `unnamed`.

    `unnamed` is true where the office serves districts, and neither the file nor the list of districts says
    which.

    Args:
        contests: With state, date, district (as printed), county (a path, null for none), and what
            `with_offices` adds.
    """
    prosecutor = pl.col("office_kind") == PROSECUTOR
    frame = _with_meanings(contests)
    district = pl.coalesce("_list_named", "_own_named", "_list_beside", "_own_beside", "_of_county")
    frame = frame.with_columns(
        jurisdiction=pl.when(prosecutor).then(_of_prosecutor()).otherwise(_of_others()),
        unnamed=prosecutor & pl.col("serves_districts") & pl.coalesce(district, "_county_named").is_null(),
    )
    made = [name for name in frame.columns if name.startswith("_")]
    return frame.with_columns(place_label=_label()).drop(made)


def state_paths(state: pl.Expr) -> pl.Expr:
    """The path of a state, such as state/us/ga."""
    return path("state/us", state)


def state_labels(state: pl.Expr) -> pl.Expr:
    """The name of a state by its two small letters."""
    return state.replace_strict(states()["code"], states()["name"], default=None)


def _with_names(contests: pl.DataFrame) -> pl.DataFrame:
    """The contests with `_named` and `_beside`: names of places, null where a text names none.

    A bare number gets the word that the state has for districts of prosecutors.
    """
    texts = {"_named": pl.col("district").str.strip_chars().str.replace(PARTY, ""), "_beside": _last_part()}
    frame = contests.with_columns(**texts)
    frame = frame.with_columns(
        pl.when(~pl.col(name).str.contains(NOWHERE)).then(pl.col(name)).alias(name) for name in texts
    )
    frame = frame.with_columns(pl.col(name).str.extract(NUMBER).alias(f"_number{name}") for name in texts)
    word = pl.col("state").replace_strict(reference().number, default=None, return_dtype=pl.String)
    serves = pl.col("serves_districts") & (pl.col("office_kind") == PROSECUTOR)
    numbered = {
        name: pl.when(serves).then(pl.concat_str(_ordinal(pl.col(f"_number{name}")), word, separator=" "))
        for name in texts
    }
    return frame.with_columns(pl.coalesce(numbered[name], name).alias(name) for name in texts)


def _last_part() -> pl.Expr:
    """What stands beside an office; of a county and a circuit the circuit, which is the wider one."""
    parts = pl.col("place").str.extract(r"(?i)count(?:y|ies)?, ([^,]*(?:circuit|district)[^,]*)$")
    text = pl.coalesce(parts, "place")
    number = text.str.extract(NUMBERED)  # "3TH JUDICIAL CIRCUIT" has been printed
    rest = text.str.replace(NUMBERED, "")
    return pl.when(number.is_null()).then(text).otherwise(pl.concat_str(_ordinal(number), rest))


def _ordinal(number: pl.Expr) -> pl.Expr:
    """21st for 21."""
    last = number.str.slice(-1)
    teen = number.str.slice(-2).is_in(["11", "12", "13"])
    ending = last.replace_strict({"1": "st", "2": "nd", "3": "rd"}, default="th", return_dtype=pl.String)
    return pl.concat_str(number, pl.when(teen).then(pl.lit("th")).otherwise(ending))


def _with_meanings(contests: pl.DataFrame) -> pl.DataFrame:
    """What the text of the district (`named`) and that beside the office (`beside`) can mean.

    A county, a district of the list where the office serves districts, or another district; and the district
    that the county is in that day (`_of_county`).
    """
    state = pl.col("state")
    frame = _with_names(contests)
    texts = ("named", "beside")
    frame = frame.with_columns(
        county_paths(state, pl.col(f"_{text}")).alias(f"_county_{text}") for text in texts
    )
    serves = pl.col("serves_districts")
    listed = [pl.when(serves).then(district_paths(state, pl.col(f"_{text}"))) for text in texts]
    own = [_own(pl.col(f"_{text}"), pl.col(f"_county_{text}")) for text in texts]
    says = pl.col("_beside").str.contains(SAYS_DISTRICT) | pl.col("_county_beside").is_null()
    frame = frame.with_columns(
        _list_named=listed[0],
        _list_beside=pl.when(says).then(
            listed[1]
        ),  # CANDLER beside an office is a county, whatever circuits are called
        _own_named=own[0],
        _own_beside=own[1],
        _asked=pl.coalesce("_county_beside", "county"),
    )
    return _with_county_district(frame)


def _with_county_district(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `_of_county`: the district the county in `_asked` is in on the day, null for several."""
    day = pl.col("date").str.to_date("%Y-%m-%d", strict=False)
    asked = frame.select("date", "_asked").unique().drop_nulls()
    found = asked.join(_days(), left_on="_asked", right_on="county").filter(day.is_between("first", "last"))
    one = found.group_by("date", "_asked").agg(
        _of_county=pl.when(pl.col("district").n_unique() == 1).then(pl.col("district").first())
    )
    return frame.join(one, on=["date", "_asked"], how="left", maintain_order="left")


@cache
def _days() -> pl.DataFrame:
    """The counties of each district of the list, with the first and the last day that they elect for it."""
    return district_counties().select(
        "county",
        "district",
        first=pl.coalesce("elects_from", "from").fill_null(FIRST),
        last=pl.coalesce("elects_until", "until").fill_null(LAST),
    )


def _own(text: pl.Expr, county: pl.Expr) -> pl.Expr:
    """A district that is not in the list, by the name that is printed; null where the text is a county."""
    says = text.str.contains(SAYS_DISTRICT) & text.str.contains(r"\d|\w+ (?i:judicial|circuit|district)")
    own = (pl.col("serves_districts") | says) & county.is_null()
    return pl.when(own).then(path("district/us", pl.col("state"), slug(text)))


def _of_prosecutor() -> pl.Expr:
    serves = pl.col("serves_districts")
    return pl.coalesce(
        "_list_named",
        "_own_named",
        pl.when(~serves).then("_county_named"),
        "_list_beside",
        "_own_beside",
        pl.when(serves).then("_of_county"),
        "_county_named",
        "_county_beside",
        "county",
    )


def _of_others() -> pl.Expr:
    state = pl.col("state")
    name = pl.concat_str("office_slug", slug(pl.col("_named")), separator="-")
    everywhere = pl.col("statewide") | pl.col("district").str.contains("(?i)state ?wide").fill_null(
        value=False
    )
    return (
        pl.when(pl.col("office_kind") == PRESIDENT)
        .then(pl.lit(COUNTRY))
        .when(pl.col("_named").is_not_null())
        .then(pl.coalesce("_county_named", path("district/us", state, name)))
        .when(everywhere)
        .then(state_paths(state))
        .otherwise(pl.coalesce("county", state_paths(state)))
    )


def _label() -> pl.Expr:
    """The name of the jurisdiction with its state."""
    place, state = pl.col("jurisdiction"), state_labels(pl.col("state"))
    printed = pl.coalesce("_named", "_beside").str.to_titlecase()
    for ending in ("St", "Nd", "Rd", "Th"):
        printed = printed.str.replace_all(rf"(\d){ending}\b", f"${{1}}{ending.lower()}")
    office = pl.when(pl.col("office_kind") != PROSECUTOR).then("office_label")
    own = pl.concat_str(office, printed, separator=" ", ignore_nulls=True)
    return (
        pl.when(place == COUNTRY)
        .then(pl.lit("United States"))
        .when(place.str.starts_with("state/"))
        .then(state)
        .otherwise(pl.coalesce(county_labels(place), district_labels(place), pl.format("{}, {}", own, state)))
    )
