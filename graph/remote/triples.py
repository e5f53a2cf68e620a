"""A graph on a server read triple by triple, as the embedded store is; what was read once is kept."""

import json
from collections import OrderedDict
from collections.abc import Iterator
from typing import cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from graph.remote.answers import read_rows
from graph.remote.asking import fields
from graph.remote.connection import Request
from graph.remote.errors import EndpointError
from graph.remote.query import Endpoint
from graph.remote.servers import JSON

KEPT = 20_000
"""Questions whose answers are kept."""
NAMES = ("?s", "?p", "?o")
Subject = NamedNode | BlankNode | Triple
Value = Subject | Literal
Graph = NamedNode | BlankNode | DefaultGraph
Asked = tuple[Subject | None, NamedNode | None, Value | None, str]


class RemoteTriples:
    """The triples of a graph on a server."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._known: OrderedDict[Asked, tuple[Quad, ...]] = OrderedDict()

    def named_graphs(self) -> Iterator[NamedNode]:
        """The named graphs the server states."""
        return (NamedNode(graph) for graph in self._endpoint.stated.named)

    def quads_for_pattern(
        self, subject: Subject | None, predicate: NamedNode | None, value: Value | None, graph: Graph, /
    ) -> Iterator[Quad]:
        """The quads of a graph that fit; all that is said of a thing is read at once.

        Raises:
            EndpointError: The server does not answer, or not with all of the rows.
        """
        place = graph.value if isinstance(graph, NamedNode) else self._endpoint.stated.default
        if subject is None:
            return iter(self._quads((None, predicate, value, place)))
        told = self._quads((subject, None, None, place))
        return (quad for quad in told if predicate in (None, quad.predicate) and value in (None, quad.object))

    def _quads(self, asked: Asked) -> tuple[Quad, ...]:
        """The quads of a question, asked once."""
        if asked not in self._known:
            self._known[asked] = tuple(self._read(asked))
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(asked)
        return self._known[asked]

    def _read(self, asked: Asked) -> Iterator[Quad]:
        *given, place = asked
        graph = DefaultGraph() if place == self._endpoint.stated.default else NamedNode(place)
        terms = " ".join(name if term is None else str(term) for term, name in zip(given, NAMES, strict=True))
        for row in self._rows(f"SELECT * WHERE {{ {terms} }}", place):
            told = (row[name[1:]] if term is None else term for term, name in zip(given, NAMES, strict=True))
            yield Quad(*cast("tuple[Subject, NamedNode, Value]", tuple(told)), graph)

    def _rows(self, sparql: str, place: str) -> QuerySolutions:
        """The rows of a query of one graph."""
        connection = self._endpoint.connection
        request = Request("POST", connection.endpoint, form=fields(sparql, [place]), accept=JSON)
        reply = connection.send(request)
        if not reply.good:
            raise EndpointError(connection.endpoint, f"it does not answer what a page asks: {reply.line}")
        body = json.dumps(read_rows(reply, "what a page asks")).encode()
        return cast("QuerySolutions", parse_query_results(body, QueryResultsFormat.JSON))
