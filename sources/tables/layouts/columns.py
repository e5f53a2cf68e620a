"""Expressions on a publisher's columns of text: values in their types, and paths of things.

A field says what it makes of a column and what was wanted, so that text it cannot read is told with
its line, and never passed over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import polars as pl

from sources.tables.layouts.rows import LINE, PROBLEM, TYPES

MONEY = r"^\(?-?\$?\d*(,\d{3})*(\.\d{1,2}0*)?\)?$"
WHOLE = r"^-?\d+(,\d{3})*(\.0+)?$"
FIRST_YEAR, LAST_YEAR = 1900, 2100
ENCODED_ASCII = {
    letter: quote(letter, safe="") for letter in map(chr, range(128)) if quote(letter, safe="") != letter
}


@dataclass(frozen=True, slots=True)
class Field:
    """A value made from a column.

    Attributes:
        name: Name of the value.
        source: The publisher's column.
        value: The value, null where the text is blank or cannot be read.
        wanted: What should have stood there.
        required: Whether a row where it is blank is rejected.
        rejects: Whether a row where it cannot be read is rejected; else only the value is left out.
    """

    name: str
    source: str
    value: pl.Expr
    wanted: str
    required: bool = False
    rejects: bool = True


def words(source: str | pl.Expr) -> pl.Expr:
    """The text of a column without white space around it, null where it is blank."""
    stripped = (pl.col(source) if isinstance(source, str) else source).str.strip_chars()
    return pl.when(stripped != "").then(stripped)


def text(name: str, source: str, *, required: bool = False) -> Field:
    """Text as printed, without white space around it."""
    return Field(name, source, words(source), "text", required)


def money(name: str, source: str, *, required: bool = False) -> Field:
    """An amount with at most two decimal places: 1234.5, $1,234.50, -5, or (5.00) for minus five."""
    raw = words(source)
    minus = raw.str.starts_with("(") & raw.str.ends_with(")")
    digits = raw.str.replace_all(r"[(),$]", "")
    amount = pl.when(raw.str.contains(MONEY) & raw.str.contains(r"\d")).then(digits)
    signed = pl.when(minus).then("-" + amount).otherwise(amount)
    value = signed.cast(TYPES["decimal"], strict=False)
    return Field(name, source, value, "an amount such as 1234.50", required)


def whole(name: str, source: str, *, required: bool = False) -> Field:
    """A whole number: 1234, 1,234 or 1234.0."""
    raw = words(source)
    plain = pl.when(raw.str.contains(WHOLE)).then(raw.str.replace_all(",", "").str.replace(r"\.0+$", ""))
    return Field(name, source, plain.cast(pl.Int64, strict=False), "a whole number", required)


def day(name: str, source: str, formats: Sequence[str], *, required: bool = False) -> Field:
    """A calendar day in one of some formats, tried in order; the row stays when it cannot be read."""
    raw = words(source)
    first = pl.coalesce([raw.str.to_date(form, strict=False, exact=True) for form in formats])
    value = pl.when(first.dt.year().is_between(FIRST_YEAR, LAST_YEAR)).then(first)
    return Field(name, source, value, f"a day as {' or '.join(formats)}", required, rejects=False)


def one_of(name: str, source: str, values: dict[str, str], *, required: bool = False) -> Field:
    """A value by what is printed, whatever the case of its letters."""
    known = {key.upper(): value for key, value in values.items()}
    value = words(source).str.to_uppercase().replace_strict(known, default=None, return_dtype=pl.String)
    return Field(name, source, value, f"one of {', '.join(sorted(values))}", required)


def read_fields(frame: pl.DataFrame, fields: Iterable[Field]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame with its fields and without rejected rows, and the problems found.

    Args:
        frame: A publisher's columns, all of them text, and `line`.
        fields: What to make of them; one whose column the frame has not is left out.
    """
    chosen = [one for one in fields if one.source in frame.columns]
    read = frame.with_columns(one.value.alias(f"={one.name}") for one in chosen)
    problems = pl.concat([_problems(read, one) for one in chosen] or [pl.DataFrame(schema=PROBLEM)])
    if problems["rejected"].any():
        read = read.filter(~pl.col(LINE).is_in(problems.filter("rejected")[LINE].implode()))
    names = [one.name for one in chosen]
    kept = read.drop([name for name in names if name in frame.columns])
    return kept.rename({f"={name}": name for name in names}), problems


def _problems(read: pl.DataFrame, one: Field) -> pl.DataFrame:
    """Where a field has text that cannot be read, or none where there must be some."""
    made = f"={one.name}"
    if read[made].null_count() == 0:
        return pl.DataFrame(schema=PROBLEM)
    blank = words(one.source).is_null()
    bad = pl.col(made).is_null() & (pl.lit(value=True) if one.required else ~blank)
    return read.filter(bad).select(
        LINE,
        pl.lit(one.source).alias("column"),
        pl.col(one.source).fill_null("").alias("found"),
        pl.lit(one.wanted).alias("wanted"),
        (blank | pl.lit(one.rejects)).alias("rejected"),
    )


def iso(value: pl.Expr) -> pl.Expr:
    """A calendar day as text, year-month-day."""
    return value.dt.to_string("%Y-%m-%d")


def path(start: str, *parts: pl.Expr) -> pl.Expr:
    """The path of a thing: a start, and percent-encoded parts behind it; null where a part is null."""
    return pl.concat_str(pl.lit(start), *(segment(part) for part in parts), separator="/")


def segment(value: pl.Expr) -> pl.Expr:
    """Text as one part of a path (RFC 3986, section 2.1): what is not a letter, digit, - . _ ~ is encoded."""
    return value.map_batches(percent_encoded, return_dtype=pl.String, is_elementwise=True)


def percent_encoded(column: pl.Series) -> pl.Series:
    """A column of text as parts of paths; the few characters beyond ASCII a batch has are asked for once."""
    encoded = column.str.replace_many(list(ENCODED_ASCII), list(ENCODED_ASCII.values()))
    beyond = (encoded.str.len_bytes() != encoded.str.len_chars()).arg_true()
    if beyond.len() == 0:
        return encoded
    strange = encoded[beyond]
    characters = strange.str.extract_all(r"[^\x00-\x7f]").explode().unique().to_list()
    return encoded.scatter(beyond, strange.str.replace_many(characters, [quote(one) for one in characters]))


def slug(value: pl.Expr) -> pl.Expr:
    """Text as a short name in a path: small letters and digits without accents, joined by hyphens."""
    plain = value.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()
    return plain.str.replace_all(r"['’.]", "").str.replace_all(r"[^a-z0-9]+", "-").str.strip_chars("-")
