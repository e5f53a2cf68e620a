"""Rows taken in ranges of a column, so that what is put together of them at once fits in memory."""

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


def in_ranges(rows: pl.LazyFrame, column: str, folder: Path) -> Iterator[pl.LazyFrame]:
    """The rows in parts that have no value of a column in common, small values first.

    Many rows are read once and put into files, one range beside the other; each part is there until the
    next is asked for.

    Args:
        rows: Rows of files, with no column more than is wanted.
        column: Text that is not null.
        folder: Where files may be put meanwhile.
    """
    ends = _ends(rows, column)
    if ends.len() == 0:
        yield rows
        return
    with TemporaryDirectory(dir=folder) as place:
        _put_apart(rows, column, ends, Path(place))
        for part in sorted(Path(place).iterdir()):
            yield pl.scan_ipc(part)


def _ends(rows: pl.LazyFrame, column: str) -> pl.Series:
    """The values that ranges end before, in order; none where the rows fit."""
    sample = rows.select(pl.col(column).gather_every(SAMPLED)).collect(engine="streaming").to_series()
    step = max(1, AT_ONCE // SAMPLED)
    return sample.sort().gather_every(step)[1:].unique().sort()


def _put_apart(rows: pl.LazyFrame, column: str, ends: pl.Series, place: Path) -> None:
    """Write the rows of each range into a folder of its own; the names of the folders are in order."""
    for number, batch in enumerate(rows.collect_batches(chunk_size=READ, maintain_order=True)):
        ranges = ends.search_sorted(batch[column], side="right").alias(RANGE)
        for (name,), part in batch.with_columns(ranges).partition_by(RANGE, as_dict=True).items():
            folder = place / f"{name:05}"
            folder.mkdir(exist_ok=True)
            part.drop(RANGE).write_ipc(folder / f"{number:05}.arrow")
