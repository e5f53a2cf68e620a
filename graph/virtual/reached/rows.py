"""Rows of tables that a star can meet, where its variables can be some terms alone."""

from collections.abc import Iterator

import polars as pl
import pyarrow as pa

from graph.virtual.candidates import candidates
from graph.virtual.lookup import things_in
from graph.virtual.mapping import Table
from graph.virtual.ordinary import Memory, wanted
from graph.virtual.reached.known import Known, paths
from graph.virtual.stars import Star


def rows_of(star: Star, known: Known, memory: Memory) -> Iterator[tuple[pl.DataFrame, Table]]:
    """The rows of each table that may hold for a star, with the columns it names."""
    lookup = memory.lookup
    things = lookup.tables.things
    for table in candidates(star, lookup.tables, {}):
        names, conditions = wanted(star, table, things)
        if conditions is None:
            continue
        columns = {name: column for name, column in things_in(star, table).items() if name in known}
        values = {name: paths(known[name], things) for name in columns}
        source = lookup.source(star, table, values)
        joins = []
        for number, (name, column) in enumerate(columns.items()):
            listed = pa.table({"value": pa.array(values[name], pa.string())})
            lookup.connection.register(f"known{number}", listed)
            joins.append(f'SEMI JOIN known{number} ON t."{column}" = known{number}.value')
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        selected = ", ".join(f't."{name}"' for name in names)
        text = f"SELECT {selected} FROM {source.sql} AS t {' '.join(joins)}{where} LIMIT {memory.room + 1}"
        yield pl.DataFrame(pl.from_arrow(lookup.connection.sql(text).to_arrow_table())), table
