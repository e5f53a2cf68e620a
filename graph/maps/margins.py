"""How far the first two of a contest are apart: as stated, from stated shares, or from counted votes.

What is computed is a bound that holds whatever the other votes are, never a guess.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import polars as pl
from pyoxigraph import NamedNode

from graph.drawn.drawn import dataset_key
from graph.maps.area import Margin
from graph.nodes import code
from graph.reading import Reader
from graph.rows.event_tables import EventTables

ALL = Decimal(100)
MARGINS = ("margin", "margin-of-loss")


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated share or margin, in percent.

    Attributes:
        who: IRI of the candidate, "" where none is named.
        low: Lower bound.
        high: Upper bound.
        low_open: True when it is above `low`.
        words: As the source writes it.
        claims: Keys of its claims.
    """

    who: str
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    words: str
    claims: tuple[str, ...]


def stated_margins(reader: Reader, contests: Iterable[str]) -> Iterator[Margin]:
    """The margin of each contest as claims have it, for those where they do."""
    for contest in contests:
        tallies = [
            tally
            for tally in reader.subjects("contest", NamedNode(contest))
            if "Tally" in reader.kinds(tally)
        ]
        told = [_figure(reader, tally) for name in MARGINS for tally in _of(reader, tallies, name)]
        shares = [_figure(reader, tally) for tally in _of(reader, tallies, "share")]
        yield from _stated(contest, told) or _from_shares(contest, shares)


def _of(reader: Reader, tallies: Iterable[NamedNode], measure: str) -> list[NamedNode]:
    return [tally for tally in tallies if code("measure", measure) in reader.nodes(tally, "measure")]


def _figure(reader: Reader, tally: NamedNode) -> Figure:
    claims = (
        reader.text(claim, "dcterms:identifier") for claim in reader.nodes(tally, "prov:wasDerivedFrom")
    )
    return Figure(
        who="" if (who := reader.node(tally, "candidate")) is None else who.value,
        low=reader.number(tally, "atLeast"),
        high=reader.number(tally, "atMost"),
        low_open=reader.text(tally, "atLeastInclusive") == "false",
        words=reader.text(tally, "asWritten"),
        claims=tuple(sorted(filter(None, claims))),
    )


def _stated(contest: str, told: list[Figure]) -> list[Margin]:
    """The margins that sources state, one each."""
    return [
        Margin(contest, one.low, one.high, one.low_open, _points(one), f"stated as “{one.words}”", one.claims)
        for one in told
        if one.low is not None or one.high is not None
    ]


def _from_shares(contest: str, shares: list[Figure]) -> list[Margin]:
    """What a share of more than half fixes: how far its candidate is ahead of whoever comes next."""
    first = max((one for one in shares if one.low is not None), key=lambda one: one.low or 0, default=None)
    if first is None or first.low is None or first.low * 2 <= ALL:
        return []
    others = [one for one in shares if one.who != first.who and one.high is not None]
    next_one = max(others, key=lambda one: one.high or 0, default=None)
    most = (
        ALL - first.low if next_one is None or next_one.high is None else min(ALL - first.low, next_one.high)
    )
    ahead = Figure(first.who, first.low - most, None, first.low_open, "", ())
    rest = (
        f"at most {_number(most)} % for any other" if next_one is None else f"“{next_one.words}” for the next"
    )
    claims = {key for one in (first, next_one) if one is not None for key in one.claims}
    why = f"computed: “{first.words}” for the first, {rest}"
    return [Margin(contest, ahead.low, None, ahead.low_open, _points(ahead), why, tuple(sorted(claims)))]


def _points(figure: Figure) -> str:
    """A margin for people."""
    if figure.low is not None and figure.low == figure.high:
        return f"{_number(figure.low)} points"
    above = (
        ""
        if figure.low is None
        else f"{'more than' if figure.low_open else 'at least'} {_number(figure.low)}"
    )
    below = "" if figure.high is None else f"at most {_number(figure.high)}"
    return f"{' and '.join(filter(None, (above, below)))} points"


def _number(figure: Decimal) -> str:
    return f"{figure.normalize():f}"


def counted_margins(tables: EventTables, contests: Iterable[str]) -> Iterator[Margin]:
    """The margin of each contest in rows of official counts, each dataset by itself."""
    start = f"{tables.base}id/"
    wanted = pl.Series(sorted(one.removeprefix(start) for one in contests), dtype=pl.String).implode()
    votes = tables.scan("vote-total").filter(
        pl.col("reportingPlace").is_null(), pl.col("contest").is_in(wanted)
    )
    summed = votes.group_by("contest", "dataset", "candidate").agg(pl.col("votes").sum())
    ranked = summed.group_by("contest", "dataset").agg(
        pl.col("votes").sum().alias("all"), pl.col("votes").sort(descending=True).head(2).alias("first")
    )
    for row in ranked.sort("contest", "dataset").collect().iter_rows(named=True):
        if len(row["first"]) > 1 and row["all"] > 0:
            yield _counted(f"{start}{row['contest']}", dataset_key(row["dataset"]), row["all"], *row["first"])


def _counted(contest: str, dataset: str, every: int, first: int, second: int) -> Margin:
    points = round(ALL * (first - second) / every, 2)
    why = f"{first:,} and {second:,} of {every:,} votes"
    said = f"{_number(points)} points"
    return Margin(contest, points, points, low_open=False, text=said, why=why, dataset=dataset)
