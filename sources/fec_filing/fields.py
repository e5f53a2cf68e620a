"""The fields of records: separated by the control character FS since version 6, by commas before."""

import polars as pl

from sources.fec_filing.header import SEPARATOR
from sources.tables.layouts.rows import LINE, PROBLEM

QUOTED = r'"(?:[^"]|"")*"'
FIELD = rf"(?:^|,)(?:{QUOTED}|[^,\"][^,]*|)"
"""A field between commas: quoted, or without a quotation mark at its start."""
SHOWN = 80
BEYOND = "beyond"
"""Column for what stands behind the last field that has a name."""


def record_types(records: pl.DataFrame, separator: str) -> pl.Series:
    """The type of each record: its first field."""
    first = records["text"].str.extract(rf'^\s*"?([^{separator}"]*)', 1)
    return first.str.strip_chars().str.to_uppercase().alias("type")


def to_fields(
    records: pl.DataFrame, names: tuple[str, ...], separator: str
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Columns of text by name, with `line` and what stands beyond the last name; and records that are none.

    A record may end before its last fields, which are blank then. Columns without a name are left out.
    """
    split = _by_mark if separator == SEPARATOR else _by_comma
    fields, rejects = split(records, len(names))
    named = {name: number for number, name in enumerate(names) if name != ""}
    columns = [_unquoted(fields[str(number)]).alias(name) for name, number in named.items()]
    return fields.select(LINE, *columns, pl.col(str(len(names))).fill_null("").alias(BEYOND)), rejects


def _by_mark(records: pl.DataFrame, width: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    parts = records["text"].str.splitn(SEPARATOR, width + 1).struct.unnest()
    parts.columns = [str(number) for number in range(width + 1)]
    return parts.with_columns(records[LINE]), pl.DataFrame(schema=PROBLEM)


def _by_comma(records: pl.DataFrame, width: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Fields between commas, each record for itself, so that a stray quotation mark spoils one line."""
    found = records.with_columns(fields=pl.col("text").str.strip_chars_end().str.extract_all(FIELD))
    whole = pl.col("fields").list.join("") == pl.col("text").str.strip_chars_end()
    rejects = found.filter(~whole).select(
        LINE,
        pl.lit("").alias("column"),
        pl.col("text").str.slice(0, SHOWN).alias("found"),
        pl.lit("fields between commas, quoted as a whole").alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )
    good = found.filter(whole)
    fields = pl.col("fields").list.eval(pl.element().str.strip_prefix(","))
    columns = [fields.list.get(number, null_on_oob=True).alias(str(number)) for number in range(width)]
    rest = fields.list.slice(width).list.join(",").alias(str(width))
    return good.select(LINE, *columns, rest), rejects


def _unquoted(column: pl.Series) -> pl.Series:
    """Text without the quotation marks around it; "" where the record ends before."""
    filled = column.fill_null("")
    if not filled.str.starts_with('"').any():
        return filled
    inner = filled.str.replace(r'(?s)^"(.*)"$', "${1}").str.replace_all('""', '"', literal=True)
    enclosed = filled.str.contains(r'(?s)^".*"$')
    return pl.select(pl.when(enclosed).then(inner).otherwise(filled)).to_series()
