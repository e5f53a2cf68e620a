"""How a file of delimited text is written, and what reading it gives."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

REJECTS = {"line": pl.UInt32, "column": pl.String, "found": pl.String, "wanted": pl.String}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written.

    Attributes:
        separator: Character between fields, such as `,` or a tab.
        quote: Character around fields that hold a separator or a line end, doubled inside; None where it is
            a character like others.
        header: Whether the first line names the columns; or their names, for a file without such a line.
            False numbers them: column_1, column_2.
        encoding: Name of the encoding; "" to find out.
        blank_lines: Whether blank lines are skipped or rejected; they count as lines either way.
        line: Name of the column with line numbers, for files with a column of the usual name.
    """

    separator: str
    quote: str | None = '"'
    header: bool | tuple[str, ...] = True
    encoding: str = ""
    blank_lines: Literal["skip", "reject"] = "skip"
    line: str = "line"

    def __post_init__(self) -> None:
        """Refuse a dialect no file can be written in."""
        marks = [self.separator] if self.quote is None else [self.separator, self.quote]
        if any(len(mark) != 1 or not mark.isascii() or mark in "\r\n" for mark in marks):
            raise ValueError(f"separator and quote are one ASCII character each, and no line end: {marks}")
        if len(set(marks)) < len(marks):
            raise ValueError(f"separator and quote are one character: {self.separator!r}")
        names = self.header if isinstance(self.header, tuple) else ("a",)
        if len(names) == 0 or "" in names or len({*names, self.line}) <= len(names):
            raise ValueError(f"column names are not empty, differ, and none is {self.line!r}: {names}")


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the records of a file, in its order.

    Attributes:
        frame: Columns of the file, all of them text, and the line each record starts on. A field that is
            empty is "", whether quoted or not.
        rejects: Records that are not in the frame: the line each starts on, the column where it goes wrong
            ("" when beyond the last), what was found and what was wanted.
        encoding: The encoding the file is read in.
        blank_lines: How many blank lines were skipped among the records.
    """

    frame: pl.DataFrame
    rejects: pl.DataFrame
    encoding: str = "utf-8"
    blank_lines: int = 0
