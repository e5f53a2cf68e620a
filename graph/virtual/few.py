"""The few triples that a query can meet, where keys find all of them."""

from collections.abc import Iterable, Iterator

import polars as pl
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from graph.nodes import TYPE
from graph.virtual.keys import ID
from graph.virtual.lookup import Lookup, NotFewError
from graph.virtual.mapping import Column, Table
from graph.virtual.ordinary import Memory
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.read_terms import read_term
from graph.virtual.rest import Rest
from graph.virtual.terms import Term

TRIPLES = 3_000
"""Triples beside rows that are looked at, at most."""


class Few(Memory):
    """A memory of triples that are found without a scan; what takes more raises NotFewError."""

    def __init__(self, rest: Rest, lookup: Lookup) -> None:
        """Nothing yet.

        Args:
            rest: Everything but rows.
            lookup: Gives the rows of stars, by keys alone.
        """
        super().__init__(rest, lookup, "it", TRIPLES)

    def told(
        self, subject: NamedNode | BlankNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Quad]:
        """What the default graph has beside rows."""
        return self._counted(super().told(subject, predicate, value))

    def add_rows(self, frame: pl.DataFrame, table: Table) -> None:
        """Add the triples of rows."""
        self.made.extend(_quads(frame, table, self.lookup.tables.things))

    def add_quads(self, quads: Iterable[Quad]) -> None:
        """Add triples that are of no row, which were counted when it told them."""
        self.made.extend(quads)

    def copy(self, pattern: Pattern, graph: NamedNode | DefaultGraph | None) -> None:
        """Add the triples beside rows that a pattern can meet, which names more than a property."""
        is_open = isinstance(pattern.subject, Variable) and isinstance(pattern.object, Variable)
        if is_open or pattern.predicate == TYPE:
            raise NotFewError
        super().copy(pattern, graph)


def _quads(frame: pl.DataFrame, table: Table, things: str) -> Iterator[Quad]:
    """The triples of rows, as `graph.tables.nquads` writes them."""
    graph, kind = DefaultGraph(), NamedNode(table.cls)
    properties = {column.name: NamedNode(iri) for iri, column in table.properties.items()}
    columns = [column for column in table.columns if column.name in frame.columns]
    ids = [NamedNode(things + path) for path in frame[ID]]
    for thing in ids:
        yield Quad(thing, TYPE, kind, graph)
    for column in columns:
        for thing, terms in zip(ids, _terms(frame[column.name], column, things), strict=True):
            for term in terms:
                yield Quad(thing, properties[column.name], term, graph)


def _terms(values: pl.Series, column: Column, things: str) -> Iterator[list[Term]]:
    """The terms of each value of a column."""
    for value in values:
        told = () if value is None else value if column.several else (value,)
        terms = (read_term(one, column.kind, things) for one in told)
        yield [term for term in terms if term is not None]
