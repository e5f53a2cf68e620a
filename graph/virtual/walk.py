"""Paths along plain edges, walked from one end: things are the numbers they have among the ends of edges."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from rdflib.paths import Path

from graph.virtual.following import Following
from graph.virtual.parts import may_be_of_rows
from graph.virtual.patterns import may_be_empty
from graph.virtual.rest import Place, Rest, is_told
from graph.virtual.terms import NotTranslatedError, Term

FEW = 1000
"""Things that the store is asked of one by one, at most."""


class Walk(Following[Place]):
    """Walks along plain edges of rows, and along whatever the store has."""

    def __init__(self, rest: Rest) -> None:
        """Walks.

        Args:
            rest: The store and the edges.
        """
        self._rest = rest
        self._names = {edge.predicate: edge.name for edge in rest.tables.edges}

    def reached(self, path: Path, start: Term, *, back: bool) -> AbstractSet[Place]:
        """Where a path leads to from a term, or comes from; each once.

        Raises:
            NotTranslatedError: It may stay where it starts, and perhaps only rows tell of that.
        """
        if may_be_empty(path) and not is_told(start, self._rest):
            if may_be_of_rows(start, self._rest.tables):
                raise NotTranslatedError("a path that may stay at a thing of rows")
            return frozenset()
        return self.follow(path, {self._rest.place(start)}, back=back) or frozenset()

    def step(self, iri: rdflib.URIRef, starts: AbstractSet[Place], *, back: bool) -> AbstractSet[Place]:
        """Where a property leads to, or comes from."""
        found: set[Place] = set()
        name = self._names.get(str(iri))
        if name is not None:
            for start in starts:
                if isinstance(start, int):
                    found.update(self._rest.steps.reached(name, start, back=back))
        for quad in self._stated(NamedNode(str(iri)), starts, back=back):
            found.add(self._rest.place(quad.subject if back else quad.object))
        return found

    def give_up(self, path: object) -> None:
        """Refuse a path that has all properties but some."""
        raise NotTranslatedError(f"the path {path}")

    def _stated(self, predicate: NamedNode, starts: AbstractSet[Place], *, back: bool) -> Iterator[Quad]:
        """What the store has of a property from some places, or to them."""
        ask = self._rest.store.quads_for_pattern
        if len(starts) > FEW:
            for quad in ask(None, predicate, None, DefaultGraph()):
                if self._rest.place(quad.object if back else quad.subject) in starts:
                    yield quad
            return
        if next(ask(None, predicate, None, DefaultGraph()), None) is None:
            return
        for term in map(self._rest.term, starts):
            if back:
                yield from ask(None, predicate, term, DefaultGraph())
            elif isinstance(term, NamedNode | BlankNode):
                yield from ask(term, predicate, None, DefaultGraph())
