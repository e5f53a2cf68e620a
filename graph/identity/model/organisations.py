"""How two organisations are compared: the words of their names, and which pairs are looked at."""

from graph.identity.model.comparison import REST, Comparison, Level, either
from graph.identity.model.shared import DAYS, IDENTIFIER, PLACE

ORGANISATION_NAME = Comparison(
    "name",
    "core",
    either("core"),
    (
        Level("the same but for the legal form", "core_l = core_r", 0.75, 2e-5, "core"),
        Level("the same words", "words_l = words_r", 0.1, 5e-6),
        Level("the same but for initials and titles", "gist_l = gist_r", 0.02, 1e-4),
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
        Level(
            "words that begin alike, as when they are cut short",
            "len(list_intersect(begun_l, begun_r)) = least(len(begun_l), len(begun_r))"
            " AND least(len(begun_l), len(begun_r)) >= 3 AND abs(len(begun_l) - len(begun_r)) <= 1",
            0.03,
            2e-4,
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
        Level("only one has any", "coalesce(numbers_l, '') = '' OR coalesce(numbers_r, '') = ''", 0.1, 0.4),
        Level("different", REST, 0.0005, 0.4),
    ),
)
ORGANISATIONS = (ORGANISATION_NAME, NUMBERS, PLACE, DAYS, IDENTIFIER)
BLOCKS_OF_ORGANISATIONS = (
    "l.core = r.core",
    "l.words = r.words",
    "l.gist = r.gist",
    "l.zip5 = r.zip5 AND l.core[1:4] = r.core[1:4]",
    "l.core[1:8] = r.core[1:8] AND l.state = r.state",
    "l.core[1:14] = r.core[1:14]",
)
