"""Rows of tables held against the shapes, a column at a time.

The tables of the ontology are read from the SHACL shapes in `ontology/tables.ttl`; the same
constraints that pySHACL checks on triples are checked here on the columns they are made from.
"""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import polars as pl

from graph.tables.nquads import is_constant
from ontology import CODES, TABLES, ColumnTerm
from sources.tables.layouts.rows import ID, LINE, NO_PROBLEMS, PROBLEM

PATH = r"^[A-Za-z0-9\-._~/]+(?:%[0-9A-F]{2}[A-Za-z0-9\-._~/]*)*$"
"""What the path of a thing is made of: RFC 3986 unreserved characters, percent-encodings and slashes."""
FEW = 5_000
"""Rows that are looked at one by one in less time than a column takes to be asked as a whole."""
UNRESERVED = f"{string.ascii_letters}{string.digits}-._~/".encode()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value of a column must not be.

    Attributes:
        column: The column.
        broken: Whether a value breaks the rule.
        wanted: What was wanted.
        kept: Whether no value breaks it, found with less work; where it is not true, each is looked at.
    """

    column: str
    broken: pl.Expr
    wanted: str
    kept: pl.Expr | None = None


def check(table: str, frame: pl.DataFrame, lines: pl.Series) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that keep the shape of their table, and what breaks it, with the columns of `PROBLEM`.

    Args:
        table: Name of the table in `ontology.TABLES`.
        frame: Its columns in their types, `id` among them.
        lines: The line of the file each row stands on.
    """
    broken = list(_broken(table, frame)) if frame.height > 0 else []
    if not broken:
        return frame, NO_PROBLEMS
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
    rules = [rule for rule in _rules(table) if rule.column in frame.columns]
    if frame.height > FEW:
        whole = {str(number): rule.kept for number, rule in enumerate(rules) if rule.kept is not None}
        kept = frame.select(**whole).row(0, named=True)
        rules = [rule for number, rule in enumerate(rules) if not kept.get(str(number))]
    broken = frame.select(
        rule.broken.fill_null(value=False).alias(str(number)) for number, rule in enumerate(rules)
    )
    for rule, mask in zip(rules, broken, strict=True):
        if mask.any():
            yield rule.column, mask, rule.wanted


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


@cache
def _rules(table: str) -> tuple[Rule, ...]:
    """The rules of a table."""
    rules = [Rule(ID, pl.col(ID).is_null(), "an id"), _is_path(ID)]
    for name, column in TABLES[table].columns.items():
        rules += _rules_of(name, column)
    return tuple(rules)


def _rules_of(name: str, column: ColumnTerm) -> Iterator[Rule]:
    """The rules of a column."""
    value = pl.col(name)
    if column.required:
        yield Rule(name, value.is_null(), "a value")
    if column.kind == "id":
        yield _is_path(name)
    if column.kind == "code" and column.target:
        codes = [code.name for code in CODES[column.target]]
        yield Rule(name, ~value.is_in(codes), f"one of {', '.join(codes)}")
    if column.pattern:
        kept = value.unique().str.contains(column.pattern).all()
        yield Rule(name, ~value.str.contains(column.pattern), f"text like {column.pattern}", kept)
    if column.minimum is not None:
        yield Rule(name, value < column.minimum, f"a number from {column.minimum}")
    if column.shortest:
        yield Rule(name, value == "", "text that is not empty")


def _is_path(name: str) -> Rule:
    kept = pl.col(name).map_batches(are_paths, return_dtype=pl.Boolean, returns_scalar=True)
    return Rule(name, ~pl.col(name).str.contains(PATH), "the path of a thing", kept)


def are_paths(values: pl.Series) -> bool:
    """Whether all values are paths without percent-encodings: side by side, they have no other character."""
    few = values.head(1) if is_constant(values) else values.drop_nulls()
    if few.len() == 0 or "%" in few[0]:
        return few.len() == 0
    odd = few.str.join("/").item().encode().translate(None, UNRESERVED)
    return odd == b"" and not (few == "").any()
