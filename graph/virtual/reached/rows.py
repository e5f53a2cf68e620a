"""Rows of tables that a star can meet, where its variables can be some terms alone."""

from collections.abc import Iterator, Mapping

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
    things, lookup = memory.lookup.tables.things, memory.lookup
    values = {name: paths(terms, things) for name, terms in known.items()}
    for table in candidates(star, lookup.tables, {}):
        names, conditions = wanted(star, table, things)
        if conditions is None:
            continue
        source = lookup.source(star, table, values)
        joins = []
        for which, (column, some) in enumerate(_narrowing(star, table, values)):
            lookup.connection.register(f"known{which}", pa.table({"value": pa.array(some, pa.string())}))
            joins.append(f'SEMI JOIN known{which} ON t."{column}" = known{which}.value')
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = ", ".join(f't."{name}"' for name in names)
        text = f"SELECT {columns} FROM {source.sql} AS t {' '.join(joins)}{where} LIMIT {memory.room + 1}"
        yield pl.DataFrame(pl.from_arrow(lookup.connection.sql(text).to_arrow_table())), table


def _narrowing(star: Star, table: Table, values: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Columns of a table that can be some things alone, with the paths of these."""
    if isinstance(star.subject, Variable) and star.subject.name in values:
        yield "id", values[star.subject.name]
    for pattern in star.patterns:
        column = column_of(table, pattern)
        if column is None or column.kind != "id" or column.several:
            continue
        if isinstance(pattern.object, Variable) and pattern.object.name in values:
            yield column.name, values[pattern.object.name]
