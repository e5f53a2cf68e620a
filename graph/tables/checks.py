"""Rows of tables held against the shapes, a column at a time.

The tables of the ontology are read from the SHACL shapes in `ontology/tables.ttl`; the same
constraints that pySHACL checks on triples are checked here on the columns they are made from.
"""

from collections.abc import Iterator

import polars as pl

from ontology import CODES, TABLES, ColumnTerm
from sources.tables.layouts.rows import ID, LINE, PROBLEM

PATH = r"^[A-Za-z0-9\-._~/]+(?:%[0-9A-F]{2}[A-Za-z0-9\-._~/]*)*$"
"""What the path of a thing is made of: RFC 3986 unreserved characters, percent-encodings and slashes."""


def check(table: str, frame: pl.DataFrame, lines: pl.Series) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that keep the shape of their table, and what breaks it, with the columns of `PROBLEM`.

    Args:
        table: Name of the table in `ontology.TABLES`.
        frame: Its columns in their types, `id` among them.
        lines: The line of the file each row stands on.
    """
    broken = list(_broken(table, frame))
    if not broken:
        return frame, pl.DataFrame(schema=PROBLEM)
    found = [_problems(frame[name].filter(mask), lines.filter(mask), wanted) for name, mask, wanted in broken]
    bad = pl.any_horizontal(mask.alias(str(number)) for number, (_, mask, _) in enumerate(broken))
    return frame.filter(~pl.select(bad).to_series()), pl.concat(found)


def broken_values(table: str, frame: pl.DataFrame) -> Iterator[tuple[str, str, str, str]]:
    """The id, column, value and what was wanted of each value that breaks a shape.

    Args:
        table: Name of the table in `ontology.TABLES`.
        frame: Its columns; one of several values is a list.
    """
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    parts = [frame.drop(lists), *(frame.select(ID, name).explode(name).drop_nulls() for name in lists)]
    for part in parts:
        for name, mask, wanted in _broken(table, part):
            for thing, value in part.filter(mask).select(ID, pl.col(name).alias("value")).iter_rows():
                yield thing, name, "" if value is None else str(value), wanted


def _broken(table: str, frame: pl.DataFrame) -> Iterator[tuple[str, pl.Series, str]]:
    """Columns, the rows in which their values break a shape, and what was wanted."""
    rules = [(ID, pl.col(ID).is_null(), "an id"), (ID, ~_is_path(ID), "the path of a thing")]
    for name, column in TABLES[table].columns.items():
        if name in frame.columns:
            rules += [(name, *rule) for rule in _rules(name, column)]
    tests = (test.fill_null(value=False).alias(str(number)) for number, (_, test, _) in enumerate(rules))
    broken = frame.select(tests)
    for number, (name, _, wanted) in enumerate(rules):
        mask = broken[str(number)]
        if mask.any():
            yield name, mask, wanted


def _problems(values: pl.Series, lines: pl.Series, wanted: str) -> pl.DataFrame:
    count = values.len()
    data = {
        LINE: lines,
        "column": [values.name] * count,
        "found": values.cast(pl.String).fill_null(""),
        "wanted": [wanted] * count,
        "rejected": [True] * count,
    }
    return pl.DataFrame(data, schema_overrides=PROBLEM)


def _rules(name: str, column: ColumnTerm) -> Iterator[tuple[pl.Expr, str]]:
    """What a value must not be, and what was wanted."""
    value = pl.col(name)
    if column.required:
        yield value.is_null(), "a value"
    if column.kind == "id":
        yield ~_is_path(name), "the path of a thing"
    if column.kind == "code" and column.target:
        codes = [code.name for code in CODES[column.target]]
        yield ~value.is_in(codes), f"one of {', '.join(codes)}"
    if column.pattern:
        yield ~value.str.contains(column.pattern), f"text like {column.pattern}"
    if column.minimum is not None:
        yield value < column.minimum, f"a number from {column.minimum}"
    if column.shortest:
        yield value.str.len_chars() < column.shortest, "text that is not empty"


def _is_path(name: str) -> pl.Expr:
    return pl.col(name).str.contains(PATH)
