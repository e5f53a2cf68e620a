"""Whom of a graph a name may mean that is written elsewhere: in a spreadsheet, or by a client of the server.

Each question is answered by itself, whatever is asked beside it: how frequent a name is, the graph says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from graph.identity.candidates import candidates_of, with_things
from graph.identity.explaining import Reason
from graph.identity.lookup import asked_by_id, keys_of
from graph.identity.names.organisations import looks_like_organisation
from graph.identity.records import ORGANISATION, PERSON, PRINTED, records_of
from graph.identity.scoring import Compared
from graph.identity.sides import Side, sides_at

AT, ROW = "at", "row"
TAKEN = ("city", "state", "postcode", "employer", "occupation")
ASKED = ("name", "group", "identifier", *TAKEN)
"""Columns of what is asked; all but the name may be missing or null.

`group` is `person` or `organisation`, null where nobody says; `identifier` is an id in a register.
"""
SAFE, UNLIKELY = 0.95, 0.5
"""A match is safe from the one probability if all others are below the other."""
CERTAIN, SAME_ID = 1.0, 30.0
"""Probability and bits of a thing whose own id is given."""
UNKNOWN: dict[str, object] = {
    **dict.fromkeys(("kind", "dataset"), ROW),
    **{name: [] for name in ("others", "contests", "offices", "identifiers")},
    **dict.fromkeys(("first_day", "last_day", "register")),
    **dict.fromkeys(("money", "rows"), 0),
}
"""What a question does not say of a thing."""


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a question may mean.

    Attributes:
        side: The thing; where people decided on several that they are one, the one that stands for them.
        weight: The evidence in bits.
        probability: That it is meant.
        reasons: What speaks for it and against it.
        safe: Whether it can be taken without looking: it is likely, and no other is.
    """

    side: Side
    weight: float
    probability: float
    reasons: tuple[Reason, ...]
    safe: bool = False


class Matcher:
    """The things of a graph, held ready to be asked for as often as wanted.

    Attributes:
        records: The things, as `records_of` makes them.
        keys: What they can be asked for by besides names, as `keys_of` gives it.
    """

    def __init__(self, records: pl.DataFrame, held: Compared, stands_for: Mapping[str, str]) -> None:
        self.records = records
        self._held = held
        self._stands_for = stands_for
        self.keys = keys_of(records)

    def matches(self, asked: pl.DataFrame, least: float, count: int) -> dict[int, list[Match]]:
        """Whom each question may mean, best first; questions without an answer are left out.

        An id that a thing has, given as the identifier or in place of the name, decides.

        Args:
            asked: Column `at`, the number of the question, and columns as in `ASKED`.
            least: The weight in bits from which a match is told.
            count: How many are told of a question, at most.
        """
        known = asked_by_id(asked, self.keys)
        rest = asked.filter(~pl.col(AT).is_in(known[AT].implode()))
        told = {**self._by_id(known), **self._by_likeness(rest, least)}
        return {at: matches[:count] for at, matches in sorted(told.items())}

    def _by_id(self, known: pl.DataFrame) -> dict[int, list[Match]]:
        """The things whose ids are asked for; one alone is safe."""
        sides = self._sides(known["path"])
        found: dict[int, dict[str, Match]] = {}
        for at, path, stated in known.iter_rows():
            side = sides[path]
            found.setdefault(at, {})[side.path] = _with_id(side, stated)
        return {at: _judged(list(matches.values())) for at, matches in found.items()}

    def _by_likeness(self, asked: pl.DataFrame, least: float) -> dict[int, list[Match]]:
        """The things that are like what is asked for, the likeliest first, each once."""
        others = records_of(_as_printed(asked), self.records)
        pairs = self._held.with_others(others, least)
        named = pl.concat([others, self.records.filter(pl.col("id").is_in(pairs["right"].implode()))])
        likeliest = with_things(pairs, named).sort("weight", "left", "right", descending=[True, False, False])
        sides = self._sides(named["path"])
        found: dict[int, dict[str, Match]] = {}
        for one in candidates_of(likeliest, named):
            row, side = sorted((one.left, one.right), key=lambda side: not side.path.startswith(f"{ROW}/"))
            match = Match(sides[side.path], one.weight, one.probability, one.reasons)
            found.setdefault(int(row.path.split("/")[1]), {}).setdefault(match.side.path, match)
        return {at: _judged(list(matches.values())) for at, matches in found.items()}

    def _sides(self, paths: pl.Series) -> dict[str, Side]:
        """The things that stand for those of some paths; they themselves where that is not compared."""
        first = {path: self._of(path) for path in paths}
        found = sides_at(self.records, [*first, *first.values()])
        return {path: found.get(one, found[path]) for path, one in first.items() if path in found}

    def _of(self, path: str) -> str:
        return self._stands_for.get(path, path)

    def one_with(self, path: str) -> list[str]:
        """The things that people decided are one with a thing, and it: that which stands for all first."""
        first = self._of(path)
        return [first, *sorted(other for other, one in self._stands_for.items() if one == first)]


def _with_id(side: Side, stated: str) -> Match:
    reason = Reason("identifier", "the same", stated, stated, SAME_ID)
    return Match(side, SAME_ID, CERTAIN, (reason,))


def _judged(matches: list[Match]) -> list[Match]:
    """Matches, the first of them safe where it is likely and no other is."""
    likely, *others = matches
    alone = all(one.probability < UNLIKELY for one in others)
    return [replace(likely, safe=likely.probability >= SAFE and alone), *others]


def _as_printed(asked: pl.DataFrame) -> pl.DataFrame:
    """Questions as things: each as a person and as an organisation, where nobody says which."""
    given = {name: pl.col(name) if name in asked.columns else pl.lit(None) for name in (*TAKEN, "group")}
    things = asked.filter(pl.col("name").is_not_null()).select(
        label="name", path=pl.format("{}/{}", pl.lit(ROW), AT), **given
    )
    people = things.filter(pl.col("group").is_null() & ~looks_like_organisation(pl.col("label")))
    read = pl.concat(
        [
            _read(people, PERSON),
            _read(things.filter(pl.col("group") == PERSON), PERSON),
            _read(things.filter(pl.col("group").is_null() | (pl.col("group") == ORGANISATION)), ORGANISATION),
        ]
    )
    missing = {name: pl.lit(value, PRINTED[name]) for name, value in UNKNOWN.items()}
    return read.with_columns(**missing).select(pl.col(name).cast(kind) for name, kind in PRINTED.items())


def _read(things: pl.DataFrame, group: str) -> pl.DataFrame:
    """Questions as things of a group."""
    return things.with_columns(
        path=pl.format("{}/{}", "path", pl.lit(group)), organisation=pl.lit(group == ORGANISATION)
    )
