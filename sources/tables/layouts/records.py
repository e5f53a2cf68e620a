"""The records of a text that comes in blocks, each with its line; none is longer than a bound."""

from collections.abc import Iterator

import polars as pl

from sources.errors import Position, TableError
from sources.tables.reading.quoting import (
    Found,
    Grammar,
    Unquoted,
    end_lines,
    find_records,
    place_in_file,
    split_record,
    unquote,
)

LONGEST = 1 << 20  # bytes of a record; more is a quotation mark that is never closed


def find_all(texts: Iterator[bytes], grammar: Grammar, file: str) -> Iterator[Found | Unquoted]:
    """The records of a text that comes in blocks of UTF-8; those without quotation marks are left as lines.

    Raises:
        TableError: A quotation mark is never closed, or a record is longer than LONGEST.
    """
    rest, line = b"", 1
    for text in texts:
        end = text.rfind(b"\n") + 1
        if end > 0:
            found = _find(b"".join([rest, memoryview(text)[:end]]), line, grammar, file)
            yield found
            line += found.lines
            rest = f"{found.rest}\n".encode() if isinstance(found, Found) and found.rest else b""
        rest += text[end:]
        if len(rest) > LONGEST:
            raise _too_long(rest.decode(), line, grammar, file)
    if rest:
        found = _find(rest + b"\n", line, grammar, file)
        if isinstance(found, Found) and found.rest:
            raise _never_closed(found.rest, line + found.lines, grammar, file)
        yield found


def _find(text: bytes, line: int, grammar: Grammar, file: str) -> Found | Unquoted:
    """The records in a text of whole lines.

    Raises:
        TableError: One is too long.
    """
    found = end_lines(text, line, grammar) or find_records(text[:-1].decode(), line, grammar)
    if isinstance(found, Found) or _has_long_line(text):
        _check_lengths(found.records, grammar, file)
    return found


def _has_long_line(text: bytes) -> bool:
    """Whether a line is longer than LONGEST."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind(b"\n", start, start + LONGEST + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _check_lengths(records: pl.DataFrame, grammar: Grammar, file: str) -> None:
    """Refuse records that are too long to be any.

    Raises:
        TableError: One is.
    """
    long = records["record"].str.len_bytes() > LONGEST
    if long.any():
        line, record = records.filter(long).row(0)
        raise _too_long(record, line, grammar, file)


def _too_long(record: str, line: int, grammar: Grammar, file: str) -> TableError:
    """The error of a record that is too long, where a quotation mark is left open in it if one is."""
    offset, field = split_record(record, grammar)[-1]
    if unquote(field, grammar) is None:
        at = place_in_file(record, offset, line, file)
        return TableError(at, f"a quotation mark opens here and is not closed within {LONGEST} bytes")
    return TableError(Position(file, line, 1), f"a record of more than {LONGEST} bytes")


def _never_closed(record: str, line: int, grammar: Grammar, file: str) -> TableError:
    offset, _ = split_record(record, grammar)[-1]
    return TableError(
        place_in_file(record, offset, line, file), "a quotation mark opens here and is never closed"
    )
