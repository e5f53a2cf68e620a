"""Stated sums: told as they stand, by who paid or who raised the money, and never added to flows."""

from collections.abc import Mapping
from typing import TypeAlias

import polars as pl

from sources.tables.layouts.columns import path
from sources.tables.layouts.rows import LINE

FUNDS, EXPENSES = "funds", "expenses"
Values: TypeAlias = Mapping[str, pl.Expr | str]
SUPPORT, OPPOSE = "SUPPORT", "OPPOSE"


def sum_rows(read: pl.DataFrame, section: str, values: Values, part: str = "") -> pl.DataFrame:
    """Rows of money-total, without those that have no amount.

    Args:
        read: Records with `date`, `page` and `nth`.
        section: The list of the page they stand in.
        values: Columns of the table: amount, who, and what the sum is of.
        part: Which of several sums of a record, "" for the only one.
    """
    date = pl.col("day").dt.to_string("%Y-%m-%d")
    which = pl.concat_str([pl.col("nth").cast(pl.String), *([pl.lit(part)] if part else [])], separator="-")
    columns = {name: pl.col(value) if isinstance(value, str) else value for name, value in values.items()}
    rows = read.select(
        LINE,
        id=path("money-total/sf-ethics", date, pl.col("page"), pl.lit(section), which),
        currency=pl.lit("USD"),
        **columns,
    )
    return rows.filter(pl.col("amount").is_not_null())


def on_side(position: pl.Expr, target: str) -> dict[str, pl.Expr]:
    """What a sum is for or against, by the position that is printed."""
    said = position.str.to_uppercase()
    return {
        "supports": pl.when(said == SUPPORT).then(target),
        "opposes": pl.when(said == OPPOSE).then(target),
    }


def told(*tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Rows of several parts, table by table, each once."""
    names = dict.fromkeys(name for part in tables for name in part)
    joined = {
        name: pl.concat([part[name] for part in tables if name in part], how="diagonal") for name in names
    }
    return {name: frame.unique(maintain_order=True) for name, frame in joined.items()}
