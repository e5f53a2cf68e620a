"""What a file of delimited text looks like, by its first lines."""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from sources.tables.reading.decoding import MARK
from sources.tables.reading.dialect import Dialect
from sources.tables.reading.encoding import BYTE_ORDER_MARKS, UTF_8, WINDOWS
from sources.tables.reading.packed import Member
from sources.tables.reading.quoting import Grammar, find_records, grammar_of, split_record, unquote

SAMPLE = 1 << 16
RECORDS = 50
KEPT = 64
"""Beginnings of files that are remembered: four megabytes at most."""
SEPARATORS = ("\x1c", "\t", "|", ",", ";")
VALUE = re.compile(r"[-+$(]*\d[\d.,:/%)-]*")


def sniff(member: Member) -> tuple[Dialect, tuple[str, ...]]:
    """How a file seems to be written, and the cells of its first line.

    The separator is the one by which most of the first lines have as many fields as the first, and if
    several do so, the most fields; a comma if there is none. Whether the first line is a header, its cells
    tell: they differ, none is empty but the first or last, and none is a figure or date. The encoding is
    left to be found out.

    Args:
        member: The file.

    Returns:
        The dialect; and the first record, () when the file is empty.

    Raises:
        TableError: The file is broken.
    """
    with member.open() as stream:
        return _look(stream.read(SAMPLE))


@lru_cache(KEPT)
def _look(sample: bytes) -> tuple[Dialect, tuple[str, ...]]:
    """How a file seems to be written that begins so; a dataset is read several times, once a question."""
    text = _decode(sample)
    grammars = [_grammar(separator, text) for separator in SEPARATORS]
    best = max(grammars, key=lambda grammar: _agreement(text, grammar))
    if _agreement(text, best)[0] == 0:
        best = grammar_of(Dialect(","))
    cells = next(_cells(text, best), ())
    return Dialect(best.separator, best.quote, header=_is_header(cells)), cells


def _decode(sample: bytes) -> str:
    """The whole lines at the start of a file, as well as they can be read before all of it is."""
    marked = (name for mark, name in BYTE_ORDER_MARKS.items() if sample.startswith(mark))
    try:
        decoder = codecs.getincrementaldecoder(next(marked, UTF_8))()
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        text = sample.decode(WINDOWS, "replace")
    text = text.removeprefix(MARK)
    end = text.rfind("\n") if len(sample) == SAMPLE else -1
    return text if end == -1 else text[:end]


def _grammar(separator: str, text: str) -> Grammar:
    """The grammar with a separator; unless it is one of commas, marks must be seen to enclose fields."""
    quoted = grammar_of(Dialect(separator))
    if separator in ",;":
        return quoted
    fields = [field for record in _records(text, quoted) for _, field in split_record(record, quoted)]
    enclosed = [field for field in fields if field.startswith('"')]
    if enclosed and all(unquote(field, quoted) is not None for field in enclosed):
        return quoted
    return grammar_of(Dialect(separator, None))


def _records(text: str, grammar: Grammar) -> list[str]:
    """The first records that are not blank."""
    records = find_records(text, 1, grammar).records["record"]
    return records.filter(records != "").head(RECORDS).to_list()


def _cells(text: str, grammar: Grammar) -> Iterator[tuple[str, ...]]:
    """The fields of each of the first records."""
    for record in _records(text, grammar):
        fields = (field for _, field in split_record(record, grammar))
        yield tuple(unquote(field, grammar) or "" for field in fields)


def _agreement(text: str, grammar: Grammar) -> tuple[int, int]:
    """How many of the first records have as many fields as the first, and how many those are."""
    widths = [len(cells) for cells in _cells(text, grammar)] or [0]
    return (widths.count(widths[0]) if widths[0] > 1 else 0), widths[0]


def _is_header(cells: tuple[str, ...]) -> bool:
    """Whether cells look like names: they differ, inner ones are not empty, none is a figure or date."""
    named = [cell for cell in cells if cell != ""]
    inner_empty = "" in cells[1:-1]
    differ = len(set(named)) == len(named) > 0
    return differ and not inner_empty and not any(VALUE.fullmatch(cell.strip()) for cell in named)
