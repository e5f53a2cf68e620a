"""The records of a text that comes in blocks, each with its line; none is longer than a bound."""

from collections.abc import Iterator

import polars as pl

from sources.errors import Position, TableError
from sources.tables.reading.quoting import Found, Grammar, find_records, place_in_file, split_record, unquote

LONGEST = 1 << 20  # bytes of a record; more is a quotation mark that is never closed


def find_all(texts: Iterator[str], grammar: Grammar, file: str) -> Iterator[Found]:
    """The records of a text that comes in blocks.

    Raises:
        TableError: A quotation mark is never closed, or a record is longer than LONGEST.
    """
    rest, line = "", 1
    for text in texts:
        first, end = text.find("\n"), text.rfind("\n")
        if end >= 0:
            pieces = [rest + text[:first], text[first + 1 : end]]  # so that a block is copied once
            found = find_records(pieces if first < end else pieces[:1], line, grammar)
            _check_lengths(found.records, grammar, file)
            yield found
            line += found.lines
            rest = f"{found.rest}\n" if found.rest else ""
        rest += text[end + 1 :]
        if len(rest) > LONGEST:
            raise _too_long(rest, line, grammar, file)
    if rest:
        found = find_records([rest], line, grammar)
        if found.rest:
            raise _never_closed(found.rest, line + found.lines, grammar, file)
        yield found


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
