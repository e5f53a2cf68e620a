"""Money in rows of filings over time: row by row while they are few, by month or year when they are many."""

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from graph.drawn.rows_behind import rows_of_money
from graph.drawn.scope import EVERY_ROW, RowScope
from graph.happenings.dates import days
from graph.picture import Edge, Happening, Interval
from graph.rows.event_tables import EventTables
from graph.rows.words import US_DOLLARS, amount
from sources.writing import counted

MOST = 600
"""From so many marks on they are drawn by the next longer time."""
DAY, MONTH, YEAR = 10, 7, 4
"""How much of a date names a time."""


def filed_happenings(
    tables: EventTables, members: pl.LazyFrame, edges: dict[int, Edge], scope: RowScope = EVERY_ROW
) -> list[Happening]:
    """The rows behind sums, by time.

    Args:
        tables: The event tables of a graph.
        members: Payers and targets behind each sum, as `largest_sums` gives them.
        edges: The edge of each sum, by its number in `members`.
        scope: Of which years the rows are.
    """
    drawn = ["mark", "date", "amount", "currency"]
    rows = rows_of_money(tables, members, scope).select(drawn).sort(drawn).collect()
    if rows.height <= MOST:
        return list(_by_time(rows.with_row_index("row"), DAY, edges))
    together = rows.with_columns(pl.lit(0).alias("row"))
    months = list(_by_time(together, MONTH, edges))
    return months if len(months) <= MOST else list(_by_time(together, YEAR, edges))


def _by_time(rows: pl.DataFrame, length: int, edges: dict[int, Edge]) -> Iterator[Happening]:
    """A happening for each sum, time and row number; rows without a day together."""
    key = ["mark", "time", "row", "currency"]
    times = rows.with_columns(pl.col("date").str.head(length).fill_null("").alias("time"))
    summed = times.group_by(key).agg(pl.col("amount").sum(), pl.len().alias("rows")).sort(key)
    for number, row in enumerate(summed.iter_rows(named=True)):
        yield _filed(edges[row["mark"]], number, row)


def _filed(edge: Edge, number: int, row: dict[str, object]) -> Happening:
    value, currency = Decimal(str(row["amount"])), str(row["currency"])
    figure = value.normalize() if currency == US_DOLLARS else None
    return Happening(
        key=f"{edge.iri}/{number}",
        kind="gift" if edge.relation == "gaveTo" else "spending",
        label=f"{amount(value, currency)} in {counted(int(str(row['rows'])), 'row')}",
        **days(str(row["time"])),
        marks=(edge.iri,),
        amount=Interval(figure, figure, text=amount(value, currency)),
    )
