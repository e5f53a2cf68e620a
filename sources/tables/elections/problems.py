"""Rows as problems: what was there and what was wanted."""

import polars as pl

from sources.tables.layouts.rows import LINE, PROBLEM

OF_FILES = {"file": pl.String} | PROBLEM
"""Columns of a frame of problems of several files."""


def problems_of(
    rows: pl.DataFrame,
    column: str | pl.Expr,
    found: pl.Expr,
    wanted: str | pl.Expr,
    *,
    rejected: bool = False,
) -> pl.DataFrame:
    """Rows as problems, with the columns of `PROBLEM`, and `file` where the rows have one.

    Args:
        rows: The rows, with `line`.
        column: The publisher's column.
        found: What was there; null is told as blank.
        wanted: What was wanted.
        rejected: Whether the rows are left out.
    """
    schema = OF_FILES if "file" in rows.columns else PROBLEM
    said = pl.lit(wanted) if isinstance(wanted, str) else wanted
    made = {
        LINE: pl.col(LINE),
        "column": pl.lit(column) if isinstance(column, str) else column,
        "found": found.cast(pl.String).fill_null(""),
        "wanted": said,
        "rejected": pl.lit(rejected),
    }
    return rows.select(made.get(name, pl.col(name)).cast(kind).alias(name) for name, kind in schema.items())


def first_of(rows: pl.DataFrame, *names: str) -> pl.DataFrame:
    """The first row of each different value of some columns."""
    return rows.unique(list(names), keep="first", maintain_order=True)
