"""The report of what could not be read: a CSV file with a line for each value or row."""

from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from sources.tables.layouts.rows import LINE

SHOWN = 10
LONGEST = 60
HEADER = b"file,line,column,found,wanted,left_out\n"


def tells_any(path: Path) -> bool:
    """Whether there is a report, with a line in it."""
    return path.is_file() and path.stat().st_size > len(HEADER)


class Problems:
    """A report that is written while files are read.

    Attributes:
        count: Number of lines written.
    """

    def __init__(self, path: Path) -> None:
        self._out = path.open("wb")
        self._first: list[str] = []
        self.count = 0

    def __enter__(self) -> Self:
        self._out.write(HEADER)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()

    def add(self, file: str, problems: pl.DataFrame) -> int:
        """Write problems of a file; give the number of its rows that are left out."""
        if problems.height == 0:
            return 0
        left_out = pl.when("rejected").then(pl.lit("row")).otherwise(pl.lit("value")).alias("left_out")
        named = problems.sort(LINE, maintain_order=True).select(
            pl.lit(file).alias("file"), LINE, "column", "found", "wanted", left_out
        )
        named.write_csv(self._out, include_header=False)
        self.count += named.height
        rejected = problems.filter("rejected")
        wanted = max(SHOWN - len(self._first), 0)
        self._first += [
            f"  {file}:{row[LINE]}: {row['column']}: {row['found'][:LONGEST]!r}; wanted {row['wanted']}"
            for row in rejected.sort(LINE, maintain_order=True).head(wanted).iter_rows(named=True)
        ]
        return rejected[LINE].n_unique()

    def first(self) -> str:
        """The first rows that are left out, for people."""
        return "\n".join(self._first)
