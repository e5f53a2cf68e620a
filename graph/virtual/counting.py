"""What the files of a table say of themselves: which columns have values, and what paths start with.

Parquet keeps the number of rows, and the smallest and largest value of each column, beside the rows. All
paths between two that start alike start like them, so that few files are read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq


@dataclass(frozen=True, slots=True)
class Values:
    """What some rows have in a column.

    Attributes:
        file: Where they are.
        column: The column.
        rows: How many rows there are.
        least: The smallest value, None if it is not known.
        most: The largest.
        is_empty: Whether none is known to have a value.
    """

    file: Path
    column: str
    rows: int
    least: str | None
    most: str | None
    is_empty: bool


def values_of(table: Path) -> list[Values]:
    """What a file, or the files in a folder, have in each column, a group of rows at a time."""
    files = [table] if table.is_file() else sorted(table.glob("**/*.parquet"))
    return [values for file in files for values in _of_file(file)]


def _of_file(file: Path) -> Iterator[Values]:
    told = pq.read_metadata(file)
    for group in map(told.row_group, range(told.num_row_groups)):
        for column in map(group.column, range(group.num_columns)):
            kept, name = column.statistics, column.path_in_schema.partition(".")[0]
            if kept is None:
                yield Values(file, name, group.num_rows, None, None, is_empty=False)
                continue
            are_texts = kept.has_min_max and isinstance(kept.min, str)
            least, most = (kept.min, kept.max) if are_texts else (None, None)
            is_empty = kept.has_null_count and kept.null_count == column.num_values
            yield Values(file, name, group.num_rows, least, most, is_empty=is_empty)


def starts(values: Iterable[Values], segments: int = 1) -> tuple[str, ...]:
    """The first segments of the paths in a column, each once, in order; slashes stand between them.

    Args:
        values: What some rows have in one column.
        segments: How many segments; a path with fewer is its own start.
    """
    found: set[str] = set()
    unknown: dict[Path, str] = {}
    for one in values:
        if one.is_empty:
            continue
        if one.least is None or one.most is None or not _is_alike(one.least, one.most, segments):
            unknown[one.file] = one.column
        else:
            found.add(_start(one.least, segments))
    for file, column in unknown.items():
        found |= _read_starts(file, column, segments)
    return tuple(sorted(found))


def _start(path: str, segments: int) -> str:
    return "/".join(path.split("/")[:segments])


def _is_alike(least: str, most: str, segments: int) -> bool:
    """Whether all paths between two start as both do."""
    start = f"{_start(least, segments)}/"
    return least == most or (least.startswith(start) and most.startswith(start))


def _read_starts(file: Path, column: str, segments: int) -> set[str]:
    """The starts of the paths in a column of a file; most are like the first or the last."""
    paths = pl.read_parquet(file, columns=[column])[column]
    paths = (paths.explode() if isinstance(paths.dtype, pl.List) else paths).drop_nulls()
    found: set[str] = set()
    for end in (paths.min(), paths.max()) if paths.len() else ():
        start = _start(str(end), segments)
        found.add(start)
        paths = paths.filter(~((paths == start) | paths.str.starts_with(f"{start}/")))
    rest = paths.str.extract(f"^((?:[^/]*/){{0,{segments - 1}}}[^/]*)", 1).unique()
    return found | set(rest)
