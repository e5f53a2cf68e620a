"""The values a mapping file asks for, as expressions on columns of text.

Each is null where the text is blank or cannot be read. What is a money amount, a whole number or a
day is what it is in every other reader of the project.
"""

import re
from dataclasses import replace

import polars as pl

from ontology import ColumnTerm
from sources.mapping.model import Value
from sources.mapping.templates import path_of, text_of
from sources.tables.layouts.columns import Field, day, iso, money, one_of, slug, text, whole, words
from sources.tables.layouts.rows import TYPES
from sources.tables.places.counties import county_paths, county_paths_of_fips

COMMA_MONEY = r"^\(?-?\d*(\.\d{3})*(,\d{1,2}0*)?\)?$"


def field_of(name: str, value: Value, column: ColumnTerm, *, required: bool) -> Field:
    """A value made from a column, as a field: with what was wanted where it cannot be read.

    Args:
        name: Name of the value.
        value: How it is made, from one column.
        column: What it must be.
        required: Whether a row is useless without it.
    """
    source = value.column
    if value.reader == "codes":
        made = one_of(name, source, dict(value.codes))
    elif value.reader == "money":
        made = _money(name, source, value.point)
    elif value.reader == "whole":
        made = whole(name, source)
    elif value.reader == "day":
        made = _day(name, value, column)
    elif value.reader == "flag":
        made = _flag(name, value)
    elif value.reader == "county":
        made = _county(name, value)
    elif value.reader == "match":
        made = _match(name, value)
    elif value.reader == "slug":
        made = _slug(name, source)
    else:
        made = text(name, source)
    return replace(made, required=required, rejects=required)


def expression_of(value: Value, column: ColumnTerm) -> pl.Expr:
    """A value that is not read from one column: a template or a constant."""
    if value.reader == "path":
        return path_of(value.parts)
    if value.reader == "template":
        return text_of(value.parts)
    constant = pl.lit(value.constant)
    if column.kind == "boolean":
        return pl.lit(value.constant == "true")
    if column.kind == "date":
        return constant.str.to_date("%Y-%m-%d")
    return constant.cast(TYPES[column.kind])


def _money(name: str, source: str, point: str) -> Field:
    """An amount; with a comma before the cents, points stand between thousands."""
    if point == ".":
        return money(name, source)
    raw = words(source)
    digits = raw.str.replace_all(r"[().]", "").str.replace(",", ".", literal=True)
    amount = pl.when(raw.str.contains(COMMA_MONEY) & raw.str.contains(r"\d")).then(digits)
    minus = raw.str.starts_with("(") & raw.str.ends_with(")")
    signed = pl.when(minus).then("-" + amount).otherwise(amount)
    return Field(name, source, signed.cast(TYPES["decimal"], strict=False), "an amount such as 1.234,50")


def _day(name: str, value: Value, column: ColumnTerm) -> Field:
    """A day; one that means two days in two of the formats is not read."""
    readings = [day(name, value.column, (form,)).value for form in value.formats]
    first = pl.coalesce(readings)
    differs = pl.any_horizontal((one != first).fill_null(value=False) for one in readings)
    sure = pl.when(~differs).then(first)
    made = sure if column.kind == "date" else iso(sure)
    one_meaning = " that has one meaning" if len(readings) > 1 else ""
    return Field(name, value.column, made, f"a day as {' or '.join(value.formats)}{one_meaning}")


def _match(name: str, value: Value) -> Field:
    group = 1 if re.compile(value.pattern).groups else 0
    return Field(
        name,
        value.column,
        words(value.column).str.extract(value.pattern, group),
        f"text like {value.pattern}",
    )


def _slug(name: str, source: str) -> Field:
    short = slug(words(source))
    return Field(name, source, pl.when(short != "").then(short), "text with a letter or digit")


def _flag(name: str, value: Value) -> Field:
    said = words(value.column).fill_null("")
    yes = pl.when(said.is_in(list(value.yes))).then(pl.lit(value=True))
    truth = yes.when(said.is_in(list(value.no))).then(pl.lit(value=False))
    return Field(name, value.column, truth, f"one of {', '.join(value.yes + value.no)}")


def _county(name: str, value: Value) -> Field:
    """The code of a county, by its code or by its name and state."""
    by_code = county_paths_of_fips(words(value.column))
    path = county_paths(text_of(value.parts), words(value.column)) if value.parts else by_code
    wanted = "the name of a county" if value.parts else "the code of a county"
    return Field(name, value.column, path.str.strip_prefix("county/us/"), wanted)
