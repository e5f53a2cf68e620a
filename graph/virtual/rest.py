"""Everything of a graph but its rows: the store, and the plain edges of rows beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from graph.virtual.mapping import Edge, Tables
from graph.virtual.steps import Steps
from graph.virtual.terms import Term

Subject = NamedNode | BlankNode | Triple
GraphName = NamedNode | BlankNode | DefaultGraph
Place = int | Term
"""A thing at an end of edges of rows by its number, any other term as it is."""


@dataclass
class Rest:
    """The store and the plain edges of a graph.

    Attributes:
        store: Everything but rows and their edges.
        tables: What there is beside it.
    """

    store: Store
    tables: Tables

    @cached_property
    def steps(self) -> Steps:
        """The edges by their ends."""
        return Steps(Path(self.tables.steps))

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        value: Subject | Literal | None,
        graph_name: GraphName | None = None,
    ) -> Iterator[Quad]:
        """The quads with these parts; None for any, as in `pyoxigraph.Store`."""
        yield from self.store.quads_for_pattern(subject, predicate, value, graph_name)
        if graph_name in (None, DefaultGraph()):
            for edge in self.tables.edges:
                if predicate is None or predicate.value == edge.predicate:
                    yield from self._quads(edge, subject, value)

    def _quads(self, edge: Edge, subject: Term | None, value: Term | None) -> Iterator[Quad]:
        ends = [None if end is None else self.place(end) for end in (subject, value)]
        numbers = [end for end in ends if end is None or isinstance(end, int)]
        predicate = NamedNode(edge.predicate)
        for one, other in self.steps.edges(edge.name, *numbers) if len(numbers) == len(ends) else ():
            yield Quad(self._thing(one), predicate, self._thing(other), DefaultGraph())

    def place(self, term: Term) -> Place:
        """A thing at an end of edges as its number, anything else as it is."""
        things = self.tables.things
        if not self.tables.edges or not isinstance(term, NamedNode) or not term.value.startswith(things):
            return term
        number = self.steps.number(term.value.removeprefix(things))
        return term if number is None else number

    def term(self, place: Place) -> Term:
        """What stands at a place."""
        return self._thing(place) if isinstance(place, int) else place

    def _thing(self, number: int) -> NamedNode:
        return NamedNode(self.tables.things + self.steps.path(number))


def is_told(term: Term, graph: Store | Rest) -> bool:
    """Whether a default graph has a term at an end of a triple."""
    as_subject = term if isinstance(term, NamedNode | BlankNode) else None
    told = [graph.quads_for_pattern(None, None, term, DefaultGraph())]
    if as_subject is not None:
        told.append(graph.quads_for_pattern(as_subject, None, None, DefaultGraph()))
    return any(next(quads, None) is not None for quads in told)
