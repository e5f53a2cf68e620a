"""Official counts over time: the votes of each candidate as they stood on the day a count was published."""

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from graph.drawn.drawn import BuiltRows
from graph.happenings.dates import Days, days
from graph.picture import Happening, Interval
from graph.rows.words import CODE_LABELS
from graph.tables.totals import counted_tallies

COUNT = ("dataset", "contest", "asOf", "countStatus")
ALL = Decimal(100)


def counted_happenings(built: BuiltRows, marks: frozenset[str]) -> Iterator[Happening]:
    """A happening for each count of a candidate in a contest that is a mark."""
    start = built.iri("")
    contests = [mark.removeprefix(start) for mark in marks if mark.startswith(f"{start}contest/")]
    wanted = pl.Series(sorted(contests), dtype=pl.String).implode()
    tallies = counted_tallies(built.tables.scan("tally")).filter(
        pl.col("contest").is_in(wanted), pl.col("candidate").is_not_null()
    )
    votes = tallies.group_by(*COUNT, "candidate").agg(pl.col("value").sum().alias("votes"))
    every = votes.with_columns(pl.col("votes").sum().over(COUNT).alias("all"))
    dates = built.tables.scan("contest").group_by(pl.col("id").alias("contest")).agg(pl.col("date").min())
    rows = every.join(dates, on="contest", how="left").sort(*COUNT, "candidate").collect()
    for row in rows.iter_rows(named=True):
        yield _counted(built, row, marks)


def _counted(built: BuiltRows, row: dict[str, object], marks: frozenset[str]) -> Happening:
    name, contest = built.label(row["candidate"]), built.iri(row["contest"])
    votes, every = int(str(row["votes"])), int(str(row["all"]))
    share = round(ALL * votes / every, 2) if every else None
    words = f"{votes:,} of {every:,} votes" + ("" if share is None else f" ({share.normalize():f} %)")
    status = CODE_LABELS[str(row["countStatus"])]
    candidacy = built.mark(row["dataset"], "ranIn", row["candidate"])
    return Happening(
        key=built.mark(*(row[part] or "" for part in COUNT), row["candidate"]),
        kind="count",
        label=f"{name}: {words}, {built.label(row['contest'])}",
        **_when(row),
        marks=tuple(mark for mark in (candidacy, contest) if mark in marks),
        figure=Interval(share, share, text=words),
        series=f"{contest} {name} share {row['dataset']}",
        status=status,
    )


def _when(row: dict[str, object]) -> Days:
    """The day of a count as published, else some day from the election on."""
    if row["asOf"] is not None:
        return days(str(row["asOf"]))
    day = str(row["date"] or "")
    return days(f"{day}/..", "the publisher gives no day of the count") if day else days("")
