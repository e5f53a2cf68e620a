"""Rows taken in ranges of a value, so that what is put together of them at once fits in memory."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

AT_ONCE = 400_000
"""Rows put together at once."""
READ = 800_000
"""Rows in memory while they are put apart."""
SAMPLED = 1_000
"""Of so many rows one is looked at to find where ranges end."""
RANGE = "=range"


def in_ranges(rows: pl.LazyFrame, by: pl.Expr, folder: Path) -> Iterator[pl.LazyFrame]:
    """The rows in parts that have no value in common, small values first.

    Args:
        rows: Rows of files, with no column more than is wanted.
        by: What is not null of them.
        folder: Where files may be put meanwhile.
    """
    yield from apart(rows, by, ends_of(rows, by), folder)


def ends_of(rows: pl.LazyFrame, by: pl.Expr) -> pl.Series:
    """The values that ranges end before, in order; none where the rows fit."""
    sample = rows.select(by.gather_every(SAMPLED)).collect(engine="streaming").to_series()
    step = max(1, AT_ONCE // SAMPLED)
    return sample.sort().gather_every(step)[1:].unique().sort()


def apart(rows: pl.LazyFrame, by: pl.Expr, ends: pl.Series, folder: Path) -> Iterator[pl.LazyFrame]:
    """The rows of each range.

    Many rows are read once and put into files, one range beside the other; each part is there until the
    next is asked for.
    """
    if ends.len() == 0:
        yield rows
        return
    with TemporaryDirectory(dir=folder) as place:
        _put_apart(rows, by, ends, Path(place))
        for number in range(ends.len() + 1):
            part = Path(place, f"{number:05}")
            yield pl.scan_ipc(part) if part.is_dir() else rows.clear()


def _put_apart(rows: pl.LazyFrame, by: pl.Expr, ends: pl.Series, place: Path) -> None:
    """Write the rows of each range into a folder of its own."""
    for number, batch in enumerate(rows.collect_batches(chunk_size=READ, maintain_order=True)):
        ranges = ends.search_sorted(batch.select(by).to_series(), side="right").alias(RANGE)
        for (name,), part in batch.with_columns(ranges).partition_by(RANGE, as_dict=True).items():
            folder = place / f"{name:05}"
            folder.mkdir(exist_ok=True)
            part.drop(RANGE).write_ipc(folder / f"{number:05}.arrow")
