"""The fields of records as columns, and the records that have not as many as there are columns."""

from functools import partial

import polars as pl

from sources.tables.reading.dialect import REJECTS
from sources.tables.reading.heading import Heading
from sources.tables.reading.quoting import (
    RECORDS,
    Grammar,
    Unquoted,
    absent,
    end_of_line,
    matches,
    quote_all,
    split_record,
    unquote,
)

SHOWN = 80


def lines_to_columns(
    lines: Unquoted, heading: Heading, grammar: Grammar
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The fields of lines and the lines that are rejected, as `to_columns` gives them; and blank lines.

    All are parsed at once; those that have not as many fields as wanted, or are blank, are looked at.
    """
    last = str(heading.width)
    fields = _parse(lines.text, heading.width, lines.separator, None).with_columns(lines.numbers)
    fits = fields[last] == lines.end
    if heading.width == 1:
        fits &= fields["0"] != ""
    if fits.all():
        return fields.drop(last), pl.DataFrame(schema=REJECTS), pl.DataFrame(schema=RECORDS)
    odd, blank = without_blanks(lines.records.filter(~fits))
    return fields.filter(fits).drop(last), _odd_widths(odd, heading, grammar), blank


def without_blanks(records: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Records that are not blank lines, and those that are."""
    is_blank = records["record"] == ""
    if not is_blank.any():
        return records, records.clear()
    return records.filter(~is_blank), records.filter(is_blank)


def to_columns(
    records: pl.DataFrame, heading: Heading, grammar: Grammar, *, is_plain: bool
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The fields of records, with the line each starts on, and the records that are rejected.

    Args:
        records: Columns `line` and `record`.
        heading: The columns.
        grammar: How fields are separated and quoted.
        is_plain: Whether each record is known to be plain.

    Returns:
        Columns `0`, `1` ... and `line`; and the columns of REJECTS.
    """
    plain, bare, broken = _sorted_by_form(records, grammar, is_plain=is_plain)
    parts = [_split_quoted(plain, heading.width, grammar), _split_bare(bare, heading.width, grammar)]
    parts = [part for part in parts if part.height > 0] or parts[:1]
    frame = parts[0] if len(parts) == 1 else pl.concat(parts).sort("line")
    fits = frame["fits"]
    rejects = _broken_records(broken, heading, grammar)
    if not fits.all():
        odd = records.filter(pl.col("line").is_in(frame.filter(~fits)["line"].implode()))
        rejects = pl.concat([rejects, _odd_widths(odd, heading, grammar)]).sort("line")
        frame = frame.filter(fits)
    return frame.drop("fits"), rejects


def _sorted_by_form(
    records: pl.DataFrame, grammar: Grammar, *, is_plain: bool
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Records that are plain and quoted, records in which every quotation mark is a character, the broken."""
    none = records.clear()
    text = records["record"]
    if grammar.quote is None or not text.str.contains(grammar.quote, literal=True).any():
        return none, records, none
    if is_plain:
        return records, none, none
    quoted = text.str.contains(grammar.begins)
    bare, rest = records.filter(~quoted), records.filter(quoted)
    plain = rest["record"].str.contains(grammar.plain)
    loose = matches(rest["record"], grammar.loose, ~plain)
    texts = [quote_all(record, grammar) for record in rest.filter(loose)["record"]]
    mended = rest.filter(loose).with_columns(pl.Series("record", texts, pl.String))
    return pl.concat([rest.filter(plain), mended]), bare, rest.filter(~plain & ~loose)


def _split_bare(records: pl.DataFrame, width: int, grammar: Grammar) -> pl.DataFrame:
    """Columns `0`, `1` ..., `line` and `fits` of records without quoted fields."""
    fields = records["record"].str.split_exact(grammar.separator, width).struct.unnest()
    fields.columns = [str(number) for number in range(width + 1)]
    fits = fields[str(width - 1)].is_not_null() & fields[str(width)].is_null()
    return fields.drop(str(width)).with_columns(records["line"], fits.alias("fits"))


def _split_quoted(records: pl.DataFrame, width: int, grammar: Grammar) -> pl.DataFrame:
    """The same of plain records.

    Each record gets one field more, a character that stands nowhere else, which shows whether it has as
    many fields as wanted; and line ends inside fields are such a character while the text is parsed,
    so that every record is a line.
    """
    if records.height == 0:
        return _split_bare(records, width, grammar)
    text = records["record"]
    marks = f"{grammar.separator}{grammar.quote}"
    end = absent(partial(_stands_in, text), marks)
    held = {}
    for inner in ("\n", "\r"):  # the one would end a line, the other is left out at the end of a field
        if _stands_in(text, inner):
            held[inner] = absent(partial(_stands_in, text), marks + end)
            text = text.str.replace_all(inner, held[inner], literal=True)
    last = end_of_line(grammar.separator, end)
    fields = _parse(f"{text.str.join(last).item()}{last}".encode(), width, grammar.separator, grammar.quote)
    for inner, mark in held.items():
        holding = [column.name for column in fields if _stands_in(column, mark)]
        fields = fields.with_columns(pl.col(holding).str.replace_all(mark, inner, literal=True))
    fits = fields[str(width)] == end
    return fields.drop(str(width)).with_columns(records["line"], fits.alias("fits"))


def _parse(text: bytes, width: int, separator: str, quote: str | None) -> pl.DataFrame:
    """Columns `0`, `1` ... of lines, one more than are wanted; what a line has beyond them is left out."""
    names = separator.join(str(number) for number in range(width + 1))
    return pl.read_csv(
        b"".join([names.encode(), b"\n", text]),
        separator=separator,
        quote_char=quote,
        infer_schema=False,
        empty_string_is_null=False,
        truncate_ragged_lines=True,
    )


def _stands_in(texts: pl.Series, mark: str) -> bool:
    return texts.str.contains(mark, literal=True).any()


def _odd_widths(records: pl.DataFrame, heading: Heading, grammar: Grammar) -> pl.DataFrame:
    """What is wrong with records that are shorter or longer than there are columns."""
    text = records["record"]
    if grammar.quote is not None:
        text = text.str.replace_all(grammar.enclosed, "${1}")
    count = text.str.count_matches(grammar.separator, literal=True) + 1
    names = {**dict(enumerate(heading.names)), len(heading.names): ""}
    told = {number: count_fields(number) for number in count.unique()}
    return pl.DataFrame(
        {
            "line": records["line"],
            "column": count.clip(0, len(heading.names)).replace_strict(names, return_dtype=pl.String),
            "found": count.replace_strict(told, return_dtype=pl.String),
            "wanted": pl.Series([count_fields(heading.width)] * records.height, dtype=pl.String),
        },
        schema=REJECTS,
    )


def count_fields(count: int) -> str:
    """A number of fields, in words."""
    return "1 field" if count == 1 else f"{count} fields"


def blank_lines(blanks: pl.DataFrame, heading: Heading) -> pl.DataFrame:
    """What is wrong with blank lines."""
    wanted = pl.lit(count_fields(heading.width)).alias("wanted")
    column = pl.lit(heading.names[0]).alias("column")
    return blanks.select("line", column, pl.lit("a blank line").alias("found"), wanted)


def _broken_records(records: pl.DataFrame, heading: Heading, grammar: Grammar) -> pl.DataFrame:
    """What is wrong with records in which something follows the mark that closes a field."""
    rows = [_broken_field(line, record, heading, grammar) for line, record in records.rows()]
    return pl.DataFrame(rows, schema=REJECTS, orient="row")


def _broken_field(line: int, record: str, heading: Heading, grammar: Grammar) -> tuple[int, str, str, str]:
    """Line, column, found and wanted of the first malformed field of a record."""
    fields = [field for _, field in split_record(record, grammar)]
    number = next(n for n, field in enumerate(fields) if unquote(field, grammar) is None)
    name = heading.names[number] if number < len(heading.names) else ""
    found = fields[number] if len(fields[number]) <= SHOWN else f"{fields[number][:SHOWN]}…"
    wanted = "a separator or the end of the line after the closing quotation mark"
    last = line + record.count("\n")
    return line, name, found, wanted if last == line else f"{wanted}; the record runs on to line {last}"
