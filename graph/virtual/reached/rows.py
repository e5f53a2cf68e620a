"""Rows of tables that a star can meet, where its variables can be some terms alone."""

from collections.abc import Iterator

import polars as pl
import pyarrow as pa

from graph.virtual.candidates import candidates, column_of
from graph.virtual.mapping import Table
from graph.virtual.ordinary import Memory, wanted
from graph.virtual.patterns import Variable
from graph.virtual.reached.known import Known, paths
from graph.virtual.stars import Star


def rows_of(star: Star, known: Known, memory: Memory) -> Iterator[tuple[pl.DataFrame, Table]]:
    """The rows of each table that may hold for a star, with the columns it names."""
    for number, table in enumerate(memory.tables.tables):
        if table not in candidates(star, memory.tables, {}, any_property=True):
            continue
        names, conditions = wanted(star, table, memory.tables.things)
        joins = []
        for which, (column, values) in enumerate(_narrowing(star, table, known, memory.tables.things)):
            memory.connection.register(f"known{which}", pa.table({"value": pa.array(values, pa.string())}))
            joins.append(f'SEMI JOIN known{which} ON t."{column}" = known{which}.value')
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = ", ".join(f't."{name}"' for name in names)
        text = f"SELECT {columns} FROM t{number} AS t {' '.join(joins)}{where} LIMIT {memory.room + 1}"
        yield pl.DataFrame(pl.from_arrow(memory.connection.sql(text).to_arrow_table())), table


def _narrowing(star: Star, table: Table, known: Known, things: str) -> Iterator[tuple[str, list[str]]]:
    """Columns of a table that can be some things alone, with the paths of these."""
    if isinstance(star.subject, Variable) and star.subject.name in known:
        yield "id", paths(known[star.subject.name], things)
    for pattern in star.patterns:
        column = column_of(table, pattern)
        if column is None or column.kind != "id" or column.several:
            continue
        if isinstance(pattern.object, Variable) and pattern.object.name in known:
            yield column.name, paths(known[pattern.object.name], things)
