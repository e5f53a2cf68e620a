"""How names, places, jobs and contests are weighed: the comparisons, their levels, and the weights.

A level has two probabilities: `same`, that two records of one thing look like this, and `other`, that
records of two things do. Its weight is the logarithm to base two of their ratio. They are written down
here and not trained on what happens to be compared, so that a score means the same in every graph, is
the same on every machine, and can be argued with. Frequencies of names are counted in the graph.
"""

from dataclasses import dataclass
from math import log2

CHANCE = 1e-5
"""The share of pairs of records that are one thing, before anything is compared."""


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which two values compare.

    Attributes:
        words: For people, what this is.
        condition: In the SQL of DuckDB, on columns that end in `_l` and `_r`.
        same: How often two records of one thing look like this.
        other: How often records of two things do.
        frequency: Column whose frequency takes the place of `other`, "" for none.
    """

    words: str
    condition: str
    same: float
    other: float
    frequency: str = ""

    @property
    def weight(self) -> float:
        """What it adds in bits before frequencies are counted; each level of a comparison adds another."""
        return log2(self.same / self.other)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One aspect of two records.

    Attributes:
        name: Of the aspect, for people.
        column: The column that is shown of it.
        missing: In SQL, when there is nothing to compare; the aspect then weighs nothing.
        levels: From the closest to the rest; the first that holds counts.
    """

    name: str
    column: str
    missing: str
    levels: tuple[Level, ...]


REST = "ELSE"


def _either(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


LAST_NAME = Comparison(
    "last name",
    "last",
    _either("last"),
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
    _either("first"),
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
    _either("middle"),
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
        Level("only one has one", _either("suffix"), 0.2, 0.3),
        Level("different: father and son, or grandfather", REST, 1e-12, 0.5),
    ),
)
PLACE = Comparison(
    "place",
    "place",
    " AND ".join(f"({_either(column)})" for column in ("zip5", "city", "state")),
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
EMPLOYER = Comparison(
    "employer",
    "employer",
    _either("employer"),
    (
        Level("the same", "employer_l = employer_r", 0.6, 0.001, "employer"),
        Level("alike", "jaro_winkler_similarity(employer_l, employer_r) >= 0.92", 0.15, 0.003),
        Level("different", REST, 0.25, 0.996),
    ),
)
OCCUPATION = Comparison(
    "occupation",
    "occupation",
    _either("occupation"),
    (
        Level("the same", "occupation_l = occupation_r", 0.6, 0.03),
        Level("alike", "jaro_winkler_similarity(occupation_l, occupation_r) >= 0.9", 0.1, 0.02),
        Level("different", REST, 0.3, 0.95),
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
ORGANISATION_NAME = Comparison(
    "name",
    "core",
    _either("core"),
    (
        Level("the same but for the legal form", "core_l = core_r", 0.75, 2e-5, "core"),
        Level("the same words", "words_l = words_r", 0.1, 5e-6),
        Level(
            "a letter or two apart",
            "least(length(core_l), length(core_r)) >= 8 AND damerau_levenshtein(core_l, core_r) <= 2",
            0.06,
            1e-5,
        ),
        Level(
            "three words of four the same",
            "4 * len(list_intersect(words_l, words_r)) >= 3 * greatest(len(words_l), len(words_r))"
            " AND least(len(words_l), len(words_r)) >= 2",
            0.04,
            5e-5,
        ),
        Level("alike", "jaro_winkler_similarity(core_l, core_r) >= 0.92", 0.03, 0.001),
        Level("different", REST, 0.001, 0.99),
    ),
)
NUMBERS = Comparison(
    "numbers in the name",
    "numbers",
    "coalesce(numbers_l, '') = '' AND coalesce(numbers_r, '') = ''",
    (
        Level("the same", "numbers_l = numbers_r", 0.9, 0.2),
        Level("different", REST, 0.0005, 0.8),
    ),
)
PEOPLE = (LAST_NAME, FIRST_NAME, MIDDLE_NAME, SUFFIX, PLACE, EMPLOYER, OCCUPATION, CONTESTS, DAYS)
ORGANISATIONS = (ORGANISATION_NAME, NUMBERS, PLACE, DAYS)
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
BLOCKS_OF_NAMES = (
    "l.last = r.last AND (l.first[1] = r.first[1] OR list_has_any(l.forms, r.forms))",
    "l.first = r.first AND l.last[1:3] = r.last[1:3]",
)
"""Which are compared besides, where one has no place: people of fact sheets, candidates, spreadsheets."""
BLOCKS_OF_ORGANISATIONS = (
    "l.core = r.core",
    "l.words = r.words",
    "l.zip5 = r.zip5 AND l.core[1:4] = r.core[1:4]",
    "l.core[1:8] = r.core[1:8] AND l.state = r.state",
    "l.core[1:10] = r.core[1:10]",
)
