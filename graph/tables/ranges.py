"""Rows taken in ranges of a column, so that what is put together of them at once fits in memory."""

from collections.abc import Iterator

import polars as pl

AT_ONCE = 1_000_000
"""Rows put together at once."""
SAMPLED = 1_000
"""Of so many rows one is looked at to find where ranges end."""


def in_ranges(rows: pl.LazyFrame, column: str) -> Iterator[pl.LazyFrame]:
    """The rows in parts that have no value of a column in common, small values first.

    Args:
        rows: Rows of files, which are read once for each part.
        column: Text that is not null.
    """
    ends = _ends(rows, column)
    for start, end in zip([None, *ends], [*ends, None], strict=True):
        part = rows if start is None else rows.filter(pl.col(column) >= start)
        yield part if end is None else part.filter(pl.col(column) < end)


def _ends(rows: pl.LazyFrame, column: str) -> list[str]:
    """The values that ranges end before, in order; none where the rows fit."""
    count = int(rows.select(pl.len()).collect().item())
    if count <= AT_ONCE:
        return []
    sample = rows.select(pl.col(column).gather_every(SAMPLED)).collect(engine="streaming").to_series().sort()
    step = -(-sample.len() * AT_ONCE // count)
    return sample.gather_every(step)[1:].unique().sort().to_list()
