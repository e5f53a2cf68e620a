"""The rows behind marks: in which files they stand, and the first of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from graph.drawn.scope import EVERY_ROW, RowScope
from graph.rows.event_tables import EventTables
from graph.tables.edge_names import SIDES
from graph.tables.flow_totals import COUNTED_ELSEWHERE
from graph.tables.totals import SPENDING, counted_tallies

FIRST = 5
"""How many rows are shown of each mark."""
GIFT_TABLES = ("contribution", "in-kind")
SPENDING_TABLES = (*SPENDING, "expenditure")
SIDE_COLUMNS = {"supports": SIDES["for"], "opposes": SIDES["against"]}
PLACE = ("sourceFile", "line")
MONEY = (*PLACE, "date", "amount", "currency")
VOTES = (*PLACE, "reportingPlace", "precinct", "voteMode", "value")
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """What stands behind a mark.

    Attributes:
        files: The paths of the files, in order.
        first: The first rows, in order of file and line.
        statuses: How final the counts are; none for money.
    """

    files: tuple[str, ...]
    first: tuple[Row, ...]
    statuses: tuple[str, ...] = ()


def rows_of_sums(
    tables: EventTables, members: pl.LazyFrame, scope: RowScope = EVERY_ROW
) -> dict[int, RowsBehind]:
    """Files and first rows of each sum, by the number of its mark.

    Args:
        tables: The event tables of a graph.
        members: Payers and targets behind each mark, as `largest_sums` gives them.
        scope: Of which years the rows are.
    """
    found = _grouped(rows_of_money(tables, members, scope), ("mark",), MONEY)
    return {int(str(row["mark"])): _behind(row) for row in found}


def rows_of_money(tables: EventTables, members: pl.LazyFrame, scope: RowScope) -> pl.LazyFrame:
    """Every row behind sums, with the number of its mark; as `rows_of_sums`."""
    ends = [(name, "payee", "gaveTo") for name in GIFT_TABLES]
    ends += [(name, *side) for name in SPENDING_TABLES for side in SIDE_COLUMNS.items()]
    frames = [_money(tables, *end) for end in ends]
    key = ["payer", "target", "relation", "dataset", "currency"]
    return pl.concat(frames).filter(scope.of_days(pl.col("date"))).join(members, on=key)


def _money(tables: EventTables, name: str, target: str, relation: str) -> pl.LazyFrame:
    """Rows of money that are counted, with their other end."""
    counted = pl.col("notNewMoney").is_null() | ~pl.col("notNewMoney").is_in(COUNTED_ELSEWHERE)
    rows = tables.scan(name).filter(counted, pl.col(target).is_not_null())
    return rows.select(
        "payer",
        pl.col(target).alias("target"),
        pl.lit(relation).alias("relation"),
        "dataset",
        *MONEY,
    )


def rows_of_counts(tables: EventTables, contests: Iterable[str]) -> dict[tuple[str, ...], RowsBehind]:
    """Files and first tallies by dataset, contest and candidate, and by dataset and contest alone.

    Args:
        tables: The event tables of a graph.
        contests: The paths of contests.
    """
    wanted = pl.Series(sorted(contests), dtype=pl.String).implode()
    tallies = counted_tallies(tables.scan("tally").filter(pl.col("contest").is_in(wanted)))
    keys = (("dataset", "contest"), ("dataset", "contest", "candidate"))
    status = pl.col("countStatus").drop_nulls().unique().sort().alias("statuses")
    return {
        tuple(str(row[name]) for name in key): _behind(row)
        for key in keys
        for row in _grouped(tallies, key, VOTES, status)
    }


def _grouped(
    rows: pl.LazyFrame, key: tuple[str, ...], columns: tuple[str, ...], *more: pl.Expr
) -> Iterable[Row]:
    """Files and first rows by a key."""
    first = pl.struct(columns).bottom_k_by(list(columns), FIRST).alias("first")
    files = pl.col("sourceFile").unique().sort().alias("files")
    made = rows.group_by(key).agg(files, first, *more)
    return made.collect(engine="streaming").iter_rows(named=True)


def _behind(row: Row) -> RowsBehind:
    first = sorted(row["first"], key=lambda one: (one["sourceFile"], one["line"]))  # type: ignore[call-overload]
    return RowsBehind(tuple(row["files"]), tuple(first), tuple(row.get("statuses") or ()))  # type: ignore[arg-type]
