"""Delimited text, read strictly: a record has a field for each column, or is rejected with its line.

What counts as a record or a field is what Python's csv module says, with two differences: a line ends in LF
or CRLF, so that a carriage return alone is a character like others, and what follows a closing quotation
mark is an error and not a part of the field. Nothing is converted: all columns are text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from sources.errors import Position, TableError
from sources.tables.layouts.fields import (
    blank_lines,
    count_fields,
    lines_to_columns,
    to_columns,
    without_blanks,
)
from sources.tables.layouts.records import find_all
from sources.tables.reading.decoding import read_utf_8
from sources.tables.reading.dialect import REJECTS, Batch, Dialect
from sources.tables.reading.encoding import detect_encoding
from sources.tables.reading.heading import Heading, is_header_line, read_heading
from sources.tables.reading.packed import Member, only_member
from sources.tables.reading.quoting import Found, Grammar, Unquoted, grammar_of
from sources.tables.reading.sniff import sniff

__all__ = ["Batch", "Dialect", "read_delimited", "sniff"]

BLOCK = 1 << 22
NO_REJECTS = pl.DataFrame(schema=REJECTS)


def read_delimited(
    source: Member | Path, dialect: Dialect, batch_rows: int = 100_000, *, block_bytes: int = BLOCK
) -> Iterator[Batch]:
    """The records of a file, in batches; at least one batch, without records if the file has none.

    Memory is bounded by the size of a block, whatever the size of the file.

    Args:
        source: The file.
        dialect: How it is written.
        batch_rows: How many records a batch has at most.
        block_bytes: How many bytes are read at a time.

    Raises:
        MissingSourceError: The file is not there.
        TableError: It cannot be unpacked or decoded, has no header, a wrong header or nothing at all, or a
            quotation mark is never closed; with file, line and column.
    """
    member = source if isinstance(source, Member) else only_member(source)
    encoding = dialect.encoding or _detect(member)
    grammar = grammar_of(dialect)
    with member.open() as stream:
        found = find_all(read_utf_8(stream, encoding, member.file, block_bytes), grammar, member.file)
        batches = _to_batches(found, dialect, grammar, member.file)
        for batch in _of_size(batches, batch_rows):
            yield replace(batch, encoding=encoding)


def _detect(member: Member) -> str:
    with member.open() as stream:
        return detect_encoding(stream, member.file).name


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of a file once its first record is read."""

    dialect: Dialect
    grammar: Grammar
    heading: Heading


def _to_batches(
    found: Iterator[Found | Unquoted], dialect: Dialect, grammar: Grammar, file: str
) -> Iterator[Batch]:
    """The records as columns, a batch for each block.

    Raises:
        TableError: The first record is no header, or there is none.
    """
    table: Table | None = None
    for block in found:
        if table is not None:
            yield _to_batch(block, table)
            continue
        records, _ = without_blanks(block.records)
        if records.height > 0:
            line, record = records.row(0)
            table = Table(dialect, grammar, read_heading(record, line, dialect, grammar, file))
            yield _to_batch(block.behind(line if is_header_line(dialect) else line - 1), table)
    if table is None:
        raise TableError(Position(file), "no record in it; wanted a table")


def _to_batch(block: Found | Unquoted, table: Table) -> Batch:
    """The records of a block as columns.

    Raises:
        TableError: The header ends in a separator and a record does not.
    """
    heading = table.heading
    frame, rejects, blanks = _split(block, table)
    if heading.trailing is not None:
        frame = _without_trailing(frame, rejects, heading, heading.trailing)
    frame.columns = [*heading.names, table.dialect.line]
    if table.dialect.blank_lines == "reject" and blanks.height > 0:
        rejects = pl.concat([rejects, blank_lines(blanks, heading)]).sort("line")
        return Batch(frame, rejects)
    return Batch(frame, rejects, blank_lines=blanks.height)


def _split(block: Found | Unquoted, table: Table) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The fields of records, the records that are rejected, and blank lines."""
    if isinstance(block, Unquoted):
        return lines_to_columns(block, table.heading, table.grammar)
    records, blanks = without_blanks(block.records)
    return *to_columns(records, table.heading, table.grammar, is_plain=block.is_plain), blanks


def _without_trailing(
    frame: pl.DataFrame, rejects: pl.DataFrame, heading: Heading, at: Position
) -> pl.DataFrame:
    """The columns without the one that the separator at the end of each line makes.

    Raises:
        TableError: A line does not end so.
    """
    last = str(heading.width - 1)
    filled = frame.filter(pl.col(last) != "")["line"]
    short = rejects.filter(pl.col("found") == count_fields(heading.width - 1))["line"]
    if len(filled) + len(short) > 0:
        line = min([*filled, *short])
        raise TableError(at, f"the header ends in a separator and line {line} does not")
    return frame.drop(last)


def _of_size(batches: Iterator[Batch], rows: int) -> Iterator[Batch]:
    """The same records in batches of so many, but for the last; rejects come with the next batch."""
    waiting: list[Batch] = []
    is_first = True
    for batch in batches:
        waiting.append(batch)
        if sum(one.frame.height for one in waiting) >= rows:
            whole = _joined(waiting)
            full = whole.frame.height // rows * rows
            yield replace(whole, frame=whole.frame[:rows])
            for start in range(rows, full, rows):
                yield Batch(whole.frame[start : start + rows], NO_REJECTS)
            waiting, is_first = [Batch(whole.frame[full:], NO_REJECTS)], False
    last = _joined(waiting)
    if is_first or last.frame.height + last.rejects.height + last.blank_lines > 0:
        yield last


def _joined(batches: list[Batch]) -> Batch:
    """Batches that follow each other, as one."""
    frame = pl.concat([batch.frame for batch in batches])
    rejects = pl.concat([batch.rejects for batch in batches])
    return Batch(frame, rejects, blank_lines=sum(batch.blank_lines for batch in batches))
