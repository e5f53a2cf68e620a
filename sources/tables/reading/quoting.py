"""Where records and fields begin and end when quotation marks may enclose separators and line ends.

A quotation mark opens a field only at its start; elsewhere it is a character like others. A line does one of
four things to whoever reads it from outside or inside a quoted field: it leaves them where they are, takes
them in, takes them out, or turns them around. What all lines before a line do together is then two
cumulative sums, and no line is read by Python.
"""

import re
from dataclasses import dataclass

import polars as pl

from sources.errors import Position
from sources.tables.reading.dialect import Dialect


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


def find_records(pieces: list[str], line: int, grammar: Grammar) -> Found:
    """The records in a text of whole lines that starts with a record.

    Args:
        pieces: The text, of which the line ends after each piece, and after the last, are left out.
        line: The number of its first line.
        grammar: How fields are separated and quoted.
    """
    lines = pl.Series(pieces).str.split("\n").explode(empty_as_null=False, keep_nulls=False)
    numbers = pl.int_range(line, line + lines.len(), dtype=pl.UInt32, eager=True)
    single = pl.DataFrame({"line": numbers, "record": lines})
    quote = grammar.quote
    records = _without_return(single) if any("\r" in piece for piece in pieces) else single
    if quote is None or not any(quote in piece for piece in pieces):
        return Found(records, lines.len(), "", is_plain=True)
    is_plain = records["record"].str.contains(grammar.plain)
    if is_plain.all():
        return Found(records, lines.len(), "", is_plain=True)
    opens = matches(lines, grammar.opens, ~is_plain)
    if not opens.any():
        return Found(records, lines.len(), "", is_plain=False)
    inside = _inside_after(opens, lines.str.contains(grammar.stays))
    return _join_lines(single, inside)


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
