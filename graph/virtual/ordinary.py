"""The ordinary way: the triples a query can meet are put into a store in memory, and it is asked."""

import io
from collections.abc import Iterator

import duckdb
import polars as pl
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError
from graph.tables.nquads import statements, to_nquads
from graph.virtual.mapping import Table, Tables
from graph.virtual.needed import Needed, needed
from graph.virtual.patterns import Constant, Node, Pattern, Patterns, Variable
from graph.virtual.relation import same
from graph.virtual.stars import Star, candidates
from graph.virtual.terms import NotTranslatedError, Shape, Value, constant

MOST = 3_000_000
"""Triples that are put into memory for one query, at most."""
SOME = "https://w3id.org/moneytrail/some"


class TooManyTriplesError(QueryError):
    """A query needs more triples of rows in memory than are allowed."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the query needs more than {MOST:,} triples in memory, because {why} is not translated to"
            " columns; name a class, a thing or a value in it, or build with --rows both"
        )


class Memory:
    """Triples of a graph put together for one query."""

    def __init__(self, store: Store, tables: Tables, connection: duckdb.DuckDBPyConnection) -> None:
        self.made = Store()
        self._store = store
        self._tables = tables
        self._connection = connection
        self._seen: set[object] = set()
        self._count = 0

    def add_query(self, query: CompValue, patterns: Patterns, why: str) -> None:
        """Add the triples that a query can meet.

        Raises:
            TooManyTriplesError: They are too many.
        """
        wanted: Needed = needed(query, patterns)
        for star in wanted.stars:
            self.add_star(star, why)
        for graph, pattern in wanted.named:
            self._copy(pattern, graph if isinstance(graph, NamedNode) else None, why)

    def add_star(self, star: Star, why: str) -> None:
        """Add the triples of rows and of the store that the patterns of a star can meet."""
        for frame, table in star_rows(star, self._tables, self._connection, MOST - self._count):
            self._add(statements(frame), why)
            text = "".join(lines_of_rows(table, frame, self._tables.base))
            self.made.bulk_load(io.BytesIO(text.encode()), RdfFormat.N_TRIPLES, lenient=True)
        for pattern in star.patterns:
            self._copy(pattern, DefaultGraph(), why)

    def add_thing(self, thing: NamedNode | BlankNode, why: str) -> None:
        """Add all that is told of a thing, and of the blank nodes it leads to."""
        if isinstance(thing, NamedNode):
            self.add_star(Star(thing, (Pattern(thing, Variable("=p"), Variable("=o")),)), why)
        found = list(self._store.quads_for_pattern(thing, None, None, DefaultGraph()))
        self.made.extend(found)
        for quad in found:
            if isinstance(quad.object, BlankNode) and quad.object not in self._seen:
                self._seen.add(quad.object)
                self.add_thing(quad.object, why)

    def _copy(self, pattern: Pattern, graph: NamedNode | DefaultGraph | None, why: str) -> None:
        asked = (_named(pattern.subject), _named(pattern.predicate), _given(pattern.object), graph)
        if asked not in self._seen:
            self._seen.add(asked)
            self.made.bulk_extend(self._counted(self._store.quads_for_pattern(*asked), why))

    def _counted(self, quads: Iterator[Quad], why: str) -> Iterator[Quad]:
        for quad in quads:
            self._add(1, why)
            yield quad

    def _add(self, count: int, why: str) -> None:
        self._count += count
        if self._count > MOST:
            raise TooManyTriplesError(why)


def _named(part: object) -> NamedNode | None:
    """The subject or predicate that a pattern names; a literal is neither, and finds what it likes."""
    return part if isinstance(part, NamedNode) else None


def _given(part: Node) -> Constant | None:
    return None if isinstance(part, Variable) else part


def star_rows(
    star: Star, tables: Tables, connection: duckdb.DuckDBPyConnection, most: int
) -> Iterator[tuple[pl.DataFrame, Table]]:
    """The rows of tables that the patterns of a star may hold for, with the columns they name.

    Args:
        star: The patterns.
        tables: All tables.
        connection: Where they are views.
        most: One row more than this is given at most, of each table.
    """
    fitting = candidates(star, tables, {}, any_property=True)
    for number, table in enumerate(tables.tables):
        if table not in fitting:
            continue
        names, conditions = _wanted(star, table, tables.things)
        if conditions is None:
            continue
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = ", ".join(f't."{name}"' for name in names)
        found = connection.sql(f"SELECT {columns} FROM t{number} AS t{where} LIMIT {most + 1}")
        yield pl.DataFrame(pl.from_arrow(found.to_arrow_table())), table


def _wanted(star: Star, table: Table, things: str) -> tuple[list[str], list[str] | None]:
    """The columns of a table that a star needs, and conditions on its rows; None for no row at all."""
    names, conditions = {"id"}, list(_equal('t."id"', Shape("id"), star.subject, things))
    for pattern in star.patterns:
        if not isinstance(pattern.predicate, NamedNode):
            names |= {column.name for column in table.columns}
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


def _equal(sql: str, shape: Shape, part: Node, things: str) -> Iterator[str]:
    if isinstance(part, Variable):
        return
    try:
        yield same(Value(sql, shape), constant(part, things), things)
    except NotTranslatedError:
        return  # more rows than needed do no harm


def lines_of_rows(table: Table, frame: pl.DataFrame, base: str) -> Iterator[str]:
    """The triples of rows as lines of N-Triples, as a build writes them."""
    end = f" <{SOME}> .\n"
    for piece in to_nquads(table.name, frame, base, SOME):
        for lines in piece["lines"]:
            yield lines.replace(end, " .\n")
