"""The lines of a file of entities, as they stand."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from sources.errors import Position, StatementsError
from sources.tables.layouts.layout import Records
from sources.tables.layouts.rows import LINE
from sources.tables.reading.counting import Counter
from sources.tables.reading.decoding import read_text
from sources.tables.reading.packed import Member

KIND, ENTITY = "entities", "entity"
BLOCK, ROWS = 1 << 22, 50_000
UTF_8 = "utf-8"


def read_lines(counter: Counter, member: Member) -> Iterator[Records]:
    """The lines of a file in batches, blank ones left out; at least one batch.

    Args:
        counter: Counts how much is read.
        member: The file, one JSON object a line.

    Raises:
        StatementsError: It starts as a list does.
        TableError: Bytes in it are not UTF-8, which JSON is written in.
    """
    first, rest = 1, ""
    with counter.counted(member).open() as stream:
        for text in read_text(stream, UTF_8, member.file, BLOCK):
            whole, newline, rest = f"{rest}{text}".rpartition("\n")
            if newline:
                yield from _batches(whole, first, counter.share, member)
                first += whole.count("\n") + 1
    yield from _batches(rest, first, 1.0, member)


def _batches(text: str, first: int, share: float | None, member: Member) -> Iterator[Records]:
    """The lines of a text whose first line has a number."""
    if first == 1 and text.lstrip().startswith("["):
        message = "a list of entities; wanted one entity a line, without brackets and commas around them"
        raise StatementsError(Position(member.file, 1, 1), message)
    lines = pl.Series(ENTITY, [text]).str.split("\n").explode().str.strip_chars()
    numbers = pl.int_range(first, first + lines.len(), dtype=pl.UInt32, eager=True)
    frame = pl.DataFrame([lines, numbers.alias(LINE)]).filter(pl.col(ENTITY) != "")
    batch = Records(KIND, frame.head(ROWS).select(LINE, ENTITY), encoding=UTF_8, share=share)
    yield batch
    for start in range(ROWS, frame.height, ROWS):
        yield replace(batch, frame=frame[start : start + ROWS].select(LINE, ENTITY))
