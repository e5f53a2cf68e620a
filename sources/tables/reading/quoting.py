"""Where records and fields begin and end when quotation marks may enclose separators and line ends.

A quotation mark opens a field only at its start; elsewhere it is a character like others. A line does one of
four things to whoever reads it from outside or inside a quoted field: it leaves them where they are, takes
them in, takes them out, or turns them around. What all lines before a line do together is then two
cumulative sums, and no line is read by Python.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from sources.errors import Position
from sources.tables.reading.dialect import Dialect

CONTROLS = [chr(code) for code in (*range(1, 9), *range(0x0E, 0x20), *range(0xE000, 0xF8FF))]

RECORDS = {"line": pl.UInt32, "record": pl.String}


@dataclass(frozen=True, slots=True)
class Grammar:
    """A dialect as regular expressions.

    Attributes:
        separator: Between fields.
        quote: Around fields, or None.
        plain: A record whose quotation marks all enclose whole fields, are doubled inside, or both.
        loose: A record like that, with marks inside fields that are not quoted, too.
        enclosed: A field that is quoted, after the separator or start before it.
        begins: A record with a field that begins with a mark.
        opens: A line that, read from outside a quoted field, ends inside one.
        stays: A line that, read from inside a quoted field, ends inside one.
        field: A field as it stands, well-formed or not; for Python.
    """

    separator: str
    quote: str | None
    plain: str = ""
    loose: str = ""
    enclosed: str = ""
    begins: str = ""
    opens: str = ""
    stays: str = ""
    field: re.Pattern[str] = re.compile("")


@dataclass(frozen=True, slots=True)
class Found:
    """Records found in a text.

    Attributes:
        records: The `line` each starts on, and `record`, its text without the line end.
        lines: How many lines they take.
        rest: The text of a last record that ends inside a quoted field, "" when there is none.
        is_plain: Whether each is known to be plain.
    """

    records: pl.DataFrame
    lines: int
    rest: str
    is_plain: bool

    def behind(self, line: int) -> "Found":
        """Without the records up to a line."""
        return replace(self, records=self.records.filter(pl.col("line") > line))


@dataclass(frozen=True, slots=True)
class Unquoted:
    """Lines in which no quotation mark stands, so that each is a record.

    Attributes:
        text: The lines in UTF-8, each with a field more that is `end`.
        line: The number of the first.
        lines: How many they are.
        separator: Between fields.
        end: A character that stands nowhere else; where it is tells whether a line has the fields wanted.
    """

    text: bytes
    line: int
    lines: int
    separator: str
    end: str

    @property
    def records(self) -> pl.DataFrame:
        """The `line` of each record, and `record`, its text."""
        records = pl.Series([self.text.decode()]).str.split(end_of_line(self.separator, self.end)).explode()
        return pl.DataFrame({"line": self.numbers, "record": records.head(self.lines)})

    @property
    def numbers(self) -> pl.Series:
        """The number of each line."""
        end = self.line + self.lines
        return pl.int_range(self.line, end, dtype=pl.UInt32, eager=True).alias("line")

    def behind(self, line: int) -> "Unquoted":
        """Without the lines up to one of them or the one before."""
        count = line + 1 - self.line
        text = self.text.split(b"\n", count)[count]
        return replace(self, text=text, line=line + 1, lines=self.lines - count)


def grammar_of(dialect: Dialect) -> Grammar:
    """The regular expressions of a dialect; those for Polars and for Python differ in their end mark."""
    s = f"\\x{ord(dialect.separator):02x}"
    if dialect.quote is None:
        return Grammar(dialect.separator, None, field=re.compile(f"[^{s}\\n]*"))
    q = f"\\x{ord(dialect.quote):02x}"
    inside = f"[^{q}]*(?:{q}{q}[^{q}]*)*"
    quoted = f"{q}{inside}{q}"
    bare = f"[^{q}{s}\\n][^{s}\\n]*"
    plain = f"(?:{quoted}|[^{q}{s}\\n]*)"
    loose = f"(?:{quoted}|{bare}|)"
    after = f"(?:{bare})?"  # what no field may have after its closing mark
    field = f"(?:{quoted}{after}|{bare}|)"
    return Grammar(
        dialect.separator,
        dialect.quote,
        plain=f"\\A{plain}(?:{s}{plain})*\\z",
        loose=f"\\A{loose}(?:{s}{loose})*\\z",
        enclosed=f"(\\A|{s}){quoted}",
        begins=f"(?:\\A|{s}){q}",
        opens=f"\\A(?:{field}{s})*{q}{inside}\\z",
        stays=f"\\A{inside}(?:{q}{after}(?:{s}{field})*{s}{q}{inside})?\\z",
        field=re.compile(field),
    )


def find_records(text: str, line: int, grammar: Grammar) -> Found:
    """The records in a text of whole lines that starts with a record.

    Args:
        text: The text, of which the last line end is left out.
        line: The number of its first line.
        grammar: How fields are separated and quoted.
    """
    lines = pl.Series([text]).str.split("\n").explode(empty_as_null=False, keep_nulls=False)
    numbers = pl.int_range(line, line + lines.len(), dtype=pl.UInt32, eager=True)
    single = pl.DataFrame({"line": numbers, "record": lines})
    records = _without_return(single) if "\r" in text else single
    if grammar.quote is None or grammar.quote not in text:
        return Found(records, lines.len(), "", is_plain=True)
    is_plain = records["record"].str.contains(grammar.plain)
    if is_plain.all():
        return Found(records, lines.len(), "", is_plain=True)
    opens = matches(lines, grammar.opens, ~is_plain)
    if not opens.any():
        return Found(records, lines.len(), "", is_plain=False)
    inside = _inside_after(opens, lines.str.contains(grammar.stays))
    return _join_lines(single, inside)


def end_lines(text: bytes, line: int, grammar: Grammar) -> Unquoted | None:
    """A text of whole lines in UTF-8 as lines that are ended by a mark.

    Args:
        text: The text.
        line: The number of its first line.
        grammar: How fields are separated and quoted.

    Returns:
        The lines; None when there are quotation marks, or a field ends in a carriage return.
    """
    if grammar.quote is not None and grammar.quote.encode() in text:
        return None
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
    end = absent(lambda mark: mark.encode() in text, grammar.separator)
    last = end_of_line(grammar.separator, end).encode()
    ended = text.replace(b"\n", last)
    if b"\r" in text and f"\r{grammar.separator}".encode() in ended:
        return None
    return Unquoted(ended, line, (len(ended) - len(text)) // (len(last) - 1), grammar.separator, end)


def end_of_line(separator: str, mark: str) -> str:
    """The end of a line with one field more, by which it is seen whether it has as many as wanted."""
    return f"{separator}{mark}\n"


def absent(stands: Callable[[str], bool], besides: str) -> str:
    """A character that does not stand in a text, and that is none of some others."""
    return next(mark for mark in CONTROLS if mark not in besides and not stands(mark))


def matches(texts: pl.Series, pattern: str, among: pl.Series) -> pl.Series:
    """Whether each text matches a pattern; those not among some are not looked at, and do not."""
    places = among.arg_true()
    found = texts.gather(places).str.contains(pattern)
    return pl.repeat(value=False, n=texts.len(), eager=True).scatter(places, found)


def _join_lines(single: pl.DataFrame, inside: pl.Series) -> Found:
    """The records in lines, of which some end inside a quoted field."""
    continued = inside.shift(1, fill_value=False)  # from the line before
    number = (~continued).cum_sum().alias("number")
    joined = (
        single.with_columns(number)
        .filter(continued | inside)
        .group_by("number", maintain_order=True)
        .agg(pl.col("line").first(), pl.col("record").str.join("\n"))
        .drop("number")
    )
    rest, lines = "", single.height
    if inside[-1]:
        line, rest = joined.row(-1)
        joined, lines = joined[:-1], line - single["line"][0]
    records = pl.concat([single.filter(~(continued | inside)), joined]).sort("line")
    return Found(_without_return(records), lines, rest, is_plain=False)


def _inside_after(opens: pl.Series, stays: pl.Series) -> pl.Series:
    """Whether each line ends inside a quoted field, the first being read from outside.

    Args:
        opens: Whether a line read from outside ends inside.
        stays: Whether a line read from inside ends inside.
    """
    known = opens == stays  # the line ends there from wherever it is read
    turned = (opens & ~stays).cum_sum() % 2 == 1  # an odd number of lines so far turned the reader around
    since = pl.select(pl.when(known).then(opens ^ turned).forward_fill().fill_null(value=False)).to_series()
    return since ^ turned


def _without_return(records: pl.DataFrame) -> pl.DataFrame:
    """Records without the carriage return of their line end."""
    return records.with_columns(pl.col("record").str.strip_suffix("\r"))


def split_record(record: str, grammar: Grammar) -> list[tuple[int, str]]:
    """The fields of a record as they stand, each with its place from 0.

    A field whose quotation mark is not closed goes to the end of the record.
    """
    fields, place = [], 0
    while True:
        match = grammar.field.match(record, place)
        end = place if match is None else match.end()
        if end < len(record) and record[end] != grammar.separator:
            end = len(record)
        fields.append((place, record[place:end]))
        if end == len(record):
            return fields
        place = end + 1


def unquote(field: str, grammar: Grammar) -> str | None:
    """The value of a field as it stands; None when something follows its closing mark, or none closes it."""
    quote = grammar.quote
    if quote is None or not field.startswith(quote):
        return field
    inside = field[1:-1].replace(quote * 2, "")
    if len(field) == 1 or not field.endswith(quote) or quote in inside:
        return None
    return field[1:-1].replace(quote * 2, quote)


def quote_all(record: str, grammar: Grammar) -> str:
    """A loose record as a plain one, each field quoted."""
    quote = grammar.quote or ""
    values = (unquote(field, grammar) or "" for _, field in split_record(record, grammar))
    return grammar.separator.join(f"{quote}{value.replace(quote, quote * 2)}{quote}" for value in values)


def place_in_file(record: str, offset: int, line: int, file: str) -> Position:
    """Where a character of a record stands in its file; the record starts on the line."""
    before = record[:offset]
    return Position(file, line + before.count("\n"), len(before) - before.rfind("\n"))
