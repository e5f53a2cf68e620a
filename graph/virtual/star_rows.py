"""The rows of tables that a star can meet, as frames."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
from pyoxigraph import NamedNode

from graph.virtual.candidates import candidates
from graph.virtual.constants import constant
from graph.virtual.conversions import same
from graph.virtual.lookup import Lookup, Values, columns_with, things_in
from graph.virtual.mapping import Column, Table
from graph.virtual.patterns import Node, Variable
from graph.virtual.stars import Star
from graph.virtual.terms import NotTranslatedError, Shape, Value, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def star_rows(star: Star, known: Values, lookup: Lookup, most: int) -> Iterator[tuple[pl.DataFrame, Table]]:
    """The rows of tables that the patterns of a star may hold for, and few others, with columns they name.

    Args:
        star: The patterns.
        known: What is known of variables; rows with other things in them are left out.
        lookup: Gives the rows of stars.
        most: One row more than this is given at most of a table that is scanned.
    """
    for table in candidates(star, lookup.tables, {}):
        names, conditions = _wanted(star, table, lookup.tables.things)
        if conditions is None:
            continue
        columns = {name: column for name, column in things_in(star, table).items() if name in known}
        given = {name: known[name] for name in columns}
        values = {column: sorted(known[name]) for name, column in columns.items()}
        frame = lookup.rows(star, table, given, names)
        if frame is not None:
            if len(values) > 1 and frame.height:
                frame = frame.filter(pl.col(column).is_in(paths) for column, paths in values.items())
            frame = _all_but_shared(frame, table, lookup)
        else:
            selected = ", ".join(f't."{name}"' for name in names)
            source = lookup.all_rows(table)
            where = _joined(values, conditions, lookup.connection)
            scanned = lookup.connection.sql(f"SELECT {selected} FROM {source} AS t {where} LIMIT {most + 1}")
            frame = pl.DataFrame(pl.from_arrow(scanned.to_arrow_table()))
        if frame.height:
            yield frame, table


def _all_but_shared(rows: pl.DataFrame, table: Table, lookup: Lookup) -> pl.DataFrame:
    """Some rows of a table without those that are in the store."""
    if rows.height == 0 or not table.has_shared:
        return rows
    return rows.join(pl.read_parquet(lookup.tables.shared), on="id", how="anti")


def _joined(
    values: Mapping[str, Sequence[str]], conditions: Sequence[str], connection: "DuckDBPyConnection"
) -> str:
    """What keeps the rows with some things in their columns for which conditions hold, as SQL."""
    joins = ""
    for number, (column, paths) in enumerate(values.items()):
        connection.register(f"known{number}", pa.table({"value": pa.array(paths, pa.string())}))
        joins += f'SEMI JOIN known{number} ON t."{column}" = known{number}.value '
    return joins + (f"WHERE {' AND '.join(conditions)}" if conditions else "")


def _wanted(star: Star, table: Table, things: str) -> tuple[list[str], list[str] | None]:
    """The columns of a table that a star needs, and conditions on its rows; None for no row at all."""
    names, conditions = {"id"}, list(_equal('t."id"', Shape("id"), star.subject, things))
    for pattern in star.patterns:
        if not isinstance(pattern.predicate, NamedNode):
            columns = list(table.columns)
            if isinstance(pattern.object, NamedNode) and pattern.object.value.startswith(things):
                columns = columns_with(table, pattern.object.value.removeprefix(things))
                if not columns:
                    return [], None
                conditions.append(_anywhere(columns, pattern.object.value.removeprefix(things)))
            names |= {column.name for column in columns}
            continue
        column = table.properties.get(pattern.predicate.value)
        if column is None:
            continue  # the class, which every row has
        names.add(column.name)
        conditions.append(f't."{column.name}" IS NOT NULL')
        if not column.several:
            shape = Shape(column.kind, scale=2 if column.kind == "decimal" else 0)
            conditions += _equal(f't."{column.name}"', shape, pattern.object, things)
    return sorted(names), conditions


def _anywhere(columns: Iterable[Column], path: str) -> str:
    """What rows have to be for a thing to stand in one of some columns."""
    return " OR ".join(
        f'list_contains(t."{column.name}", {quoted(path)})'
        if column.several
        else f't."{column.name}" = {quoted(path)}'
        for column in columns
    ).join("()")


def _equal(sql: str, shape: Shape, part: Node, things: str) -> Iterator[str]:
    if isinstance(part, Variable):
        return
    try:
        yield same(Value(sql, shape), constant(part, things), things)
    except NotTranslatedError:
        return  # more rows than needed do no harm
