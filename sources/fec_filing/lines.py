"""The lines of a filing as records and texts, block by block, each with its number.

A text stands between `[BEGINTEXT]` and `[ENDTEXT]`, over any number of lines that are no records.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from sources.errors import Position, TableError
from sources.tables.layouts.rows import LINE

BEGIN, END = ("[BEGINTEXT]", "[BEGIN TEXT]"), ("[ENDTEXT]", "[END TEXT]")
LONGEST = 1 << 24
SCHEMA = pl.Schema({LINE: pl.UInt32(), "text": pl.String()})


@dataclass(slots=True)
class Reading:
    """How far the lines of a filing have been read.

    Attributes:
        line: Number of the line that comes next.
        begun: Number of the line a text began on that is not ended, 0 when there is none.
        texts: The lines of texts, with the line each text began on.
    """

    line: int = 1
    begun: int = 0
    texts: list[pl.DataFrame] = field(default_factory=list)


def split_lines(texts: Iterator[str], file: str) -> Iterator[pl.Series]:
    """The lines of a text that comes in blocks, as many as each block ends.

    Raises:
        TableError: A line is longer than LONGEST.
    """
    rest = ""
    for text in texts:
        whole, found, last = (rest + text).rpartition("\n")
        if found:
            yield pl.Series("text", [whole]).str.split("\n").explode().str.strip_suffix("\r")
        rest = last
        if len(rest) > LONGEST:
            raise TableError(Position(file), f"a line of more than {LONGEST} characters; no filing has one")
    if rest:
        yield pl.Series("text", [rest.removesuffix("\r")])


def records_in(lines: pl.Series, reading: Reading) -> pl.DataFrame:
    """The records in lines, with their numbers; texts are put aside."""
    frame = lines.to_frame().with_row_index(LINE, reading.line).cast(SCHEMA)
    reading.line += lines.len()
    if reading.begun == 0 and not lines.str.contains("TEXT]", literal=True).any():
        return frame.filter(~_is_blank())
    mark = pl.col("text").str.strip_chars().str.to_uppercase()
    marked = frame.with_columns(begins=mark.is_in(BEGIN), ends=mark.is_in(END))
    begun = pl.when("begins").then(LINE).when("ends").then(0).forward_fill().fill_null(reading.begun)
    told = marked.with_columns(begun=begun)
    reading.begun = told["begun"][-1]
    inside = told.filter((pl.col("begun") > 0) & ~pl.col("begins"))
    reading.texts.append(inside.select(LINE, "text", "begun"))
    return told.filter((pl.col("begun") == 0) & ~pl.col("ends") & ~_is_blank()).select(LINE, "text")


def whole_texts(reading: Reading, file: str) -> pl.DataFrame:
    """The texts that stand between marks: the line each begins on, and its lines joined.

    Raises:
        TableError: The last is not ended.
    """
    if reading.begun:
        raise TableError(
            Position(file, reading.begun, 1), "a text begins here and is not ended; wanted [ENDTEXT]"
        )
    if not reading.texts:
        return pl.DataFrame(schema=SCHEMA)
    joined = pl.concat(reading.texts).sort(LINE).group_by("begun", maintain_order=True)
    texts = joined.agg(pl.col("text").str.join("\n").str.strip_chars())
    return texts.select(pl.col("begun").alias(LINE), "text").filter(pl.col("text") != "").cast(SCHEMA)


def _is_blank() -> pl.Expr:
    return pl.col("text").str.strip_chars() == ""
