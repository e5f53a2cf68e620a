"""How two people are compared: the parts of their names first, and which pairs are looked at.

What speaks for two cannot be outweighed: a family shares its last name, address and employer.
"""

from graph.identity.model.comparison import REST, Comparison, Level, either
from graph.identity.model.shared import DAYS, IDENTIFIER, PLACE

LAST_NAME = Comparison(
    "last name",
    "last",
    either("last"),
    (
        Level("the same", "last_l = last_r", 0.9, 0.0005, "last"),
        Level("first and last name in the other order", "last_l = first_r AND first_l = last_r", 0.01, 1e-6),
        Level(
            "one letter apart",
            "least(length(last_l), length(last_r)) >= 4 AND damerau_levenshtein(last_l, last_r) = 1",
            0.06,
            0.0008,
        ),
        Level(
            "two letters apart",
            "least(length(last_l), length(last_r)) >= 7 AND damerau_levenshtein(last_l, last_r) = 2",
            0.02,
            0.0006,
        ),
        Level(
            "one is part of the other",
            "list_has_any(string_split(last_l, ' '), string_split(last_r, ' '))",
            0.01,
            0.0005,
        ),
        Level("different", REST, 0.0002, 0.995),
    ),
)
FIRST_NAME = Comparison(
    "first name",
    "first",
    either("first"),
    (
        Level("the same", "first_l = first_r", 0.78, 0.01, "first"),
        Level("first and last name in the other order", "last_l = first_r AND first_l = last_r", 0.011, 0.01),
        Level(
            "one is short for the other",
            "list_contains(forms_l, first_r) OR list_contains(forms_r, first_l)"
            " OR called_l = first_r OR called_r = first_l",
            0.08,
            0.004,
        ),
        Level(
            "an initial of the other",
            "least(length(first_l), length(first_r)) = 1 AND first_l[1] = first_r[1]",
            0.07,
            0.05,
        ),
        Level("short for one name", "list_has_any(forms_l, forms_r)", 0.005, 0.002),
        Level(
            "one letter apart",
            "least(length(first_l), length(first_r)) >= 5 AND damerau_levenshtein(first_l, first_r) = 1",
            0.02,
            0.004,
        ),
        Level("the middle name of the other", "first_l = middle_r OR middle_l = first_r", 0.006, 0.002),
        Level("different", REST, 1e-10, 0.9),
    ),
)
MIDDLE_NAME = Comparison(
    "middle name",
    "middle",
    either("middle"),
    (
        Level("the same", "middle_l = middle_r AND length(middle_l) > 1", 0.3, 0.01),
        Level("the same initial", "middle_l[1] = middle_r[1]", 0.6, 0.06),
        Level("different", REST, 1e-9, 0.93),
    ),
)
SUFFIX = Comparison(
    "suffix",
    "suffix",
    "suffix_l IS NULL AND suffix_r IS NULL",
    (
        Level("the same", "suffix_l = suffix_r", 0.4, 0.1),
        Level("only one has one", either("suffix"), 0.2, 0.3),
        Level("different: father and son, or grandfather", REST, 1e-12, 0.5),
    ),
)
EMPLOYER = Comparison(
    "employer",
    "employer",
    either("employer"),
    (
        Level("the same", "employer_l = employer_r", 0.6, 0.001, "employer"),
        Level("alike", "jaro_winkler_similarity(employer_l, employer_r) >= 0.92", 0.15, 0.003),
        Level("different", REST, 0.25, 0.996),
    ),
)
OCCUPATION = Comparison(
    "occupation",
    "occupation",
    either("occupation"),
    (
        Level("the same", "occupation_l = occupation_r", 0.6, 0.03),
        Level("alike", "jaro_winkler_similarity(occupation_l, occupation_r) >= 0.9", 0.1, 0.02),
        Level("different", REST, 0.3, 0.95),
    ),
)
CONTESTS = Comparison(
    "contests and offices",
    "standing",
    "len(offices_l) + len(contests_l) = 0 OR len(offices_r) + len(contests_r) = 0",
    (
        Level("in one contest", "list_has_any(contests_l, contests_r)", 0.6, 1e-5),
        Level("for one office", "list_has_any(offices_l, offices_r)", 0.25, 1e-4),
        Level("for different offices", REST, 0.15, 0.99),
    ),
)
PEOPLE = (LAST_NAME, FIRST_NAME, MIDDLE_NAME, SUFFIX, PLACE, EMPLOYER, OCCUPATION, CONTESTS, DAYS, IDENTIFIER)
BLOCKS_OF_PEOPLE = (
    "l.last = r.last AND l.zip5 = r.zip5",
    "l.last = r.last AND l.first = r.first AND l.middle = r.middle",
    "l.last = r.last AND l.employer = r.employer",
    "l.last = r.last AND l.first = r.first AND l.occupation = r.occupation",
    "l.last = r.last AND l.first = r.first AND l.tf_last < 0.0002",
    "l.zip5 = r.zip5 AND l.first[1] = r.first[1] AND damerau_levenshtein(l.last, r.last) <= 2",
    "l.last = r.first AND l.first = r.last AND l.zip5 = r.zip5",
)
"""Which two records of people are compared: one of these must hold."""
NO_PLACE = "(l.zip5 IS NULL OR r.zip5 IS NULL)"
NOT_COMMON = "(l.kind <> 'party' OR r.kind <> 'party' OR l.tf_last < 0.001)"
ALIKE = "(l.first[1] = r.first[1] OR list_has_any(l.forms, r.forms))"
BLOCKS_OF_NAMES = (
    f"{NO_PLACE} AND l.last = r.last AND l.first = r.first",
    f"{NO_PLACE} AND {NOT_COMMON} AND l.last = r.last AND {ALIKE}",
    f"{NO_PLACE} AND {NOT_COMMON} AND l.first = r.first AND l.last[1:3] = r.last[1:3]",
)
"""Which are compared besides, where one has no place: people of fact sheets, candidates, spreadsheets.

Printed parties are many; two of them with a common last name need the same first name.
"""
