"""The ordinary way: the triples a query can meet are put into a store in memory, and it is asked."""

import io
from collections.abc import Iterable, Iterator

import polars as pl
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store

from graph.errors import QueryError
from graph.tables.nquads import statements, to_nquads
from graph.virtual.candidates import candidates
from graph.virtual.constants import constant
from graph.virtual.conversions import same
from graph.virtual.lookup import Lookup, columns_with
from graph.virtual.mapping import Column, Table
from graph.virtual.patterns import Constant, Node, Pattern, Variable
from graph.virtual.stars import Star
from graph.virtual.terms import NotTranslatedError, Shape, Term, Value, quoted

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
    """Triples of a graph put together for one query.

    Attributes:
        made: The triples.
        lookup: Gives the rows of stars.
    """

    def __init__(self, store: Store, lookup: Lookup, why: str) -> None:
        """Nothing yet.

        Args:
            store: Everything but rows.
            lookup: Gives the rows of stars.
            why: Why the query is not answered in columns, for the message when there are too many triples.
        """
        self.made = Store()
        self.lookup = lookup
        self._store = store
        self._why = why
        self._seen: set[object] = set()
        self._count = 0

    @property
    def room(self) -> int:
        """How many triples there is room for."""
        return MOST - self._count

    def told(
        self, subject: NamedNode | BlankNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Quad]:
        """What the store has in the default graph."""
        return self._store.quads_for_pattern(subject, predicate, value, DefaultGraph())

    def add_rows(self, frame: pl.DataFrame, table: Table) -> None:
        """Add the triples of rows.

        Raises:
            TooManyTriplesError: They are too many.
        """
        self._add(statements(frame))
        text = "".join(lines_of_rows(table, frame, self.lookup.tables.base))
        self.made.bulk_load(io.BytesIO(text.encode()), RdfFormat.N_TRIPLES, lenient=True)

    def add_quads(self, quads: Iterable[Quad]) -> None:
        """Add triples of the store; raises as `add_rows`."""
        self.made.extend(self._counted(quads))

    def add_thing(self, thing: NamedNode | BlankNode) -> None:
        """Add all that is told of a thing, and of the blank nodes it leads to; raises as `add_rows`."""
        if isinstance(thing, NamedNode):
            star = Star(thing, (Pattern(thing, Variable("=p"), Variable("=o")),))
            for frame, table in star_rows(star, self.lookup, self.room):
                self.add_rows(frame, table)
        found = list(self.told(thing, None, None))
        self.add_quads(found)
        for quad in found:
            if isinstance(quad.object, BlankNode) and quad.object not in self._seen:
                self._seen.add(quad.object)
                self.add_thing(quad.object)

    def copy(self, pattern: Pattern, graph: NamedNode | DefaultGraph | None) -> None:
        """Add all triples of the store that a pattern can meet; raises as `add_rows`."""
        asked = (_named(pattern.subject), _named(pattern.predicate), _given(pattern.object), graph)
        if asked not in self._seen:
            self._seen.add(asked)
            self.made.bulk_extend(self._counted(self._store.quads_for_pattern(*asked)))

    def _counted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        for quad in quads:
            self._add(1)
            yield quad

    def _add(self, count: int) -> None:
        self._count += count
        if self._count > MOST:
            raise TooManyTriplesError(self._why)


def _named(part: object) -> NamedNode | None:
    """The subject or predicate that a pattern names; a literal is neither, and finds what it likes."""
    return part if isinstance(part, NamedNode) else None


def _given(part: Node) -> Constant | None:
    return None if isinstance(part, Variable) else part


def star_rows(star: Star, lookup: Lookup, most: int) -> Iterator[tuple[pl.DataFrame, Table]]:
    """The rows of tables that the patterns of a star may hold for, and few others, with columns they name.

    Args:
        star: The patterns.
        lookup: Gives the rows of stars.
        most: One row more than this is given at most, of each table.
    """
    for table in candidates(star, lookup.tables, {}):
        names, conditions = wanted(star, table, lookup.tables.things)
        if conditions is None:
            continue
        found = None if table.has_shared else lookup.rows(star, table, {})
        if found is not None:
            yield pl.DataFrame(pl.from_arrow(found)).select(names).head(most + 1), table
            continue
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = ", ".join(f't."{name}"' for name in names)
        rows = lookup.source(star, table, {})
        scanned = lookup.connection.sql(f"SELECT {columns} FROM {rows.sql} AS t{where} LIMIT {most + 1}")
        yield pl.DataFrame(pl.from_arrow(scanned.to_arrow_table())), table


def wanted(star: Star, table: Table, things: str) -> tuple[list[str], list[str] | None]:
    """The columns of a table that a star needs, and conditions on its rows; None for no row at all."""
    names, conditions = {"id"}, list(_equal('t."id"', Shape("id"), star.subject, things))
    for pattern in star.patterns:
        if not isinstance(pattern.predicate, NamedNode):
            names |= {column.name for column in table.columns}
            if isinstance(pattern.object, NamedNode) and pattern.object.value.startswith(things):
                columns = columns_with(table, pattern.object.value.removeprefix(things))
                if not columns:
                    return [], None
                conditions.append(_anywhere(columns, pattern.object.value.removeprefix(things)))
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


def lines_of_rows(table: Table, frame: pl.DataFrame, base: str) -> Iterator[str]:
    """The triples of rows as lines of N-Triples, as a build writes them."""
    end = f" <{SOME}> .\n"
    for piece in to_nquads(table.name, frame, base, SOME):
        for lines in piece["lines"]:
            yield lines.replace(end, " .\n")
