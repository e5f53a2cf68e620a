"""Rows of filings: the sums of each dataset by itself, and what is left out of them.

Sums of two datasets are never added, since they may report the same money.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.money import COLUMNS, MONEY, row_line
from graph.rows.words import CODE_LABELS, kind_of_row, rows_of
from graph.sums.row_scope import YES, fits, paid_by, paid_to
from graph.sums.scope import Scope
from graph.sums.told import NEW_MONEY, Asked
from ontology import TABLES
from sources.check import is_kind

SHOWN = 5
ENDS = ("supports", "opposes", "contest")
AGAINST, STAGE, TOTAL, UNSCOPED = "spent against", "spent by a payee", "stated total", "scope"
SUMS = (
    pl.col("amount").sum(),
    pl.len().cast(pl.Int64).alias("rows"),
    pl.col("amount").null_count().cast(pl.Int64).alias("silent"),
)


@dataclass(frozen=True, slots=True)
class RowSum:
    """The sum of rows of one kind in one dataset.

    Attributes:
        dataset: Id of the dataset.
        kind: What the rows are, for people.
        of: "gifts and spending" for what is new money; else what keeps them apart or out.
        counted: Whether they belong to the sum of gifts and spending.
        amount: Their sum.
        currency: Of the amounts.
        rows: How many they are.
        silent: How many of them have no amount.
    """

    dataset: str
    kind: str
    of: str
    counted: bool
    amount: Decimal
    currency: str
    rows: int
    silent: int


@dataclass(frozen=True, slots=True)
class Filed:
    """What rows of filings say of the money that is asked for.

    Attributes:
        sums: Sums by dataset, nature and kind; those that are counted first.
        largest: Dataset and line for people of the largest rows that are counted.
    """

    sums: tuple[RowSum, ...]
    largest: tuple[tuple[str, str], ...]


def filed_money(reader: Reader, tables: EventTables, asked: Asked) -> Filed:
    """The sums of rows of filings, each dataset by itself."""
    if asked.scope.documents or not tables.folders:
        return Filed((), ())
    rows = _with_reasons(reader, tables, asked)
    by_kind = rows.group_by("dataset", "of", "kind", "currency").agg(SUMS)
    order = ("dataset", "counted", "of", "kind", "currency")
    counted = by_kind.with_columns(counted=pl.col("of") == NEW_MONEY)
    found = rows_of(counted.sort(order, descending=[False, True, False, False, False], nulls_last=True))
    return Filed(tuple(_row_sum(row) for row in found), tuple(_largest(reader, tables, rows)))


def _row_sum(row: dict[str, object]) -> RowSum:
    return RowSum(
        dataset=str(row["dataset"]).removeprefix("dataset/"),
        kind=kind_of_row(row["kind"]),
        of=CODE_LABELS.get(str(row["of"]), str(row["of"])),
        counted=row["counted"] is True,
        amount=Decimal(str(row["amount"])),
        currency=str(row["currency"] or ""),
        rows=int(str(row["rows"])),
        silent=int(str(row["silent"])),
    )


def _largest(reader: Reader, tables: EventTables, rows: pl.LazyFrame) -> Iterator[tuple[str, str]]:
    """The largest counted rows of each dataset, with file and line."""
    mine = rows.filter(pl.col("of") == NEW_MONEY).sort(
        "amount", "date", "id", descending=[True, False, False], nulls_last=True
    )
    for row in rows_of(
        mine.group_by("dataset", maintain_order=True).head(SHOWN).sort("dataset", maintain_order=True)
    ):
        yield str(row["dataset"]).removeprefix("dataset/"), row_line(reader, tables, row)


def _with_reasons(reader: Reader, tables: EventTables, asked: Asked) -> pl.LazyFrame:
    """The rows within the scope, with what they are counted as."""
    found = [_columns(tables, name) for name in _names(asked.scope)]
    rows = pl.concat(found) if found else _columns(tables, MONEY[0]).head(0)
    if asked.scope.datasets:
        rows = rows.filter(pl.col("dataset").is_in([f"dataset/{name}" for name in asked.scope.datasets]))
    inside, outside = fits(reader, tables, asked.scope)
    to, against = paid_to(reader, tables, asked.payee)
    rows = rows.filter(paid_by(reader, tables, asked.payer), to | against, ~outside)
    told = rows.with_columns(
        of=pl.when(pl.col("kind") == "MoneyTotal")
        .then(pl.lit(TOTAL))
        .when(pl.col("notNewMoney").is_not_null())
        .then(pl.col("notNewMoney"))
        .when(~to)
        .then(pl.lit(AGAINST))
        .when(~inside)
        .then(pl.lit(UNSCOPED))
        .otherwise(pl.lit(NEW_MONEY))
    )
    return told if asked.payee is None else without_stages(told)


def without_stages(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Rows with those set apart whose payer is paid in others: it may spend what it was given."""
    new = pl.col("of") == NEW_MONEY
    paid = rows.filter(new).select("dataset", payer="payee", is_paid=YES).drop_nulls().unique()
    staged = new & pl.col("is_paid").fill_null(value=False)
    return rows.join(paid, on=["dataset", "payer"], how="left").with_columns(
        of=pl.when(staged).then(pl.lit(STAGE)).otherwise("of")
    )


def _names(scope: Scope) -> list[str]:
    """Tables of flows and stated totals, of the kinds that are asked for."""
    wanted = scope.kinds or ("MoneyFlow", "MoneyTotal")
    return [name for name in MONEY if any(is_kind(TABLES[name].cls, kind) for kind in wanted)]


def _columns(tables: EventTables, name: str) -> pl.LazyFrame:
    """What a sum asks of a table of money."""
    known = TABLES[name].columns
    columns = [
        pl.col(column) if column == "id" or column in known else pl.lit(None, pl.String).alias(column)
        for column in (*COLUMNS, *ENDS)
    ]
    return tables.scan(name).select(*columns, "dataset", kind=pl.lit(TABLES[name].cls))
