"""A graph on a server, asked as the embedded one is: the same prefixes, values, columns and errors."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode

from graph.remote.answers import as_truth, read_rows, read_triples, refuse_cut
from graph.remote.asking import fields
from graph.remote.binding import bind_values
from graph.remote.connection import Connection, Reply, Request
from graph.remote.credentials import Tell
from graph.remote.errors import EndpointError, EndpointQueryError, EndpointTimeoutError, NotLoadedError
from graph.remote.forms import form_of, rows_behind, spell_out
from graph.remote.probes import find_wrong, takes_default_graph
from graph.remote.servers import JSON
from graph.remote.stated import read_graphs, read_stated
from graph.sparql.engine import refuse_mistakes
from graph.sparql.terms import Prefixes
from graph.sparql.tokens import declared_prefixes, read_tokens, used_names
from graph.stated import Stated
from ontology import PREFIXES

TRIPLES = "application/n-triples, text/turtle;q=0.5"
SYNTAX = 400
BATCH = 200
LABEL = PREFIXES["rdfs"] + "label"
LABELS = f"SELECT ?thing ?label WHERE {{ VALUES ?thing {{ %s }} ?thing <{LABEL}> ?label }}"
Head = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A graph on a server, whole as far as the server states it.

    Attributes:
        given: Default graphs and named graphs of each query, whatever it names itself; None for those of the
            query, and without any for the default graph.
    """

    connection: Connection
    stated: Stated
    given: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def prefixes(self) -> Prefixes:
        """The prefixes known without declaring them, `id:` as this graph has it."""
        return Prefixes({**PREFIXES, "id": f"{self.stated.base}id/"})

    def warnings(self, sparql: str) -> Iterator[str]:
        """What the server answers wrongly of what a query asks, in words."""
        return find_wrong(self.connection, self.stated.names, sparql)

    def answer(
        self,
        sparql: str,
        values: Mapping[str, dict[str, str]],
        *,
        timeout: float | None = None,
        name: str = "query",
        labels: bool = False,
    ) -> tuple[Head, bytes]:
        """What a query finds, as the worker of the embedded engine tells it.

        Args:
            sparql: A query.
            values: A term in SPARQL JSON for each variable with a value.
            timeout: Seconds after which it is given up; None waits.
            name: What the query is called in messages.
            labels: Whether to look up the names of what is found.

        Returns:
            What kind of result it is, and the result as SPARQL JSON or N-Triples.

        Raises:
            QuerySyntaxError: The server refuses it, and so does the embedded engine, which says why.
            EndpointQueryError: The server does not answer it, or not with all of the answer.
            EndpointTimeoutError: It took too long.
            EndpointError: Nobody answers, or the server wants another user.
        """
        form = form_of(sparql)
        words = spell_out(sparql, self.prefixes().namespaces)
        text = f"{self._prologue(sparql)}{bind_values(words, values, name)}"
        asked = _Asked(self, sparql, name, None if timeout is None else time.monotonic() + timeout, timeout)
        if form in ("CONSTRUCT", "DESCRIBE"):
            return {"kind": "triples"}, asked.triples(text)
        document = asked.rows(text)
        if form == "ASK":
            return {"kind": "truth"}, json.dumps(as_truth(document)).encode()
        head = {"kind": "rows", "labels": asked.labels(document) if labels else {}}
        return head, json.dumps(document).encode()

    def dataset(self, sparql: str) -> tuple[list[str], list[str]]:
        """The default graph and the named graphs a query is sent with; FROM in the query decides alone."""
        if self.given is not None:
            return [*self.given[0]], [*self.given[1]]
        tokens = read_tokens(sparql)
        if any(token.is_word("FROM") for token in tokens):
            return [], []
        named: Sequence[str] = ()
        if any(token.is_word("GRAPH") for token in tokens):
            named = self.stated.named or read_graphs(self.connection, self.stated.base).named
        return [self.stated.default], list(named)

    def _prologue(self, sparql: str) -> str:
        """The base and the known prefixes a query uses, on the line its text begins."""
        tokens = read_tokens(sparql)
        used = {token.text.partition(":")[0] for token in used_names(tokens)} - set(declared_prefixes(tokens))
        known = self.prefixes().namespaces
        lines = [f"PREFIX {prefix}: <{known[prefix]}> " for prefix in sorted(used) if prefix in known]
        return f"BASE <{known['id']}> {''.join(lines)}"


@contextmanager
def opened(url: str, user: str | None, base: str | None, tell: Tell) -> Iterator[Endpoint]:
    """The graph at an address for queries, while it is asked; as `Connection` and `open_endpoint`."""
    with Connection(url, user, tell) as connection:
        yield open_endpoint(connection, base)


def open_endpoint(connection: Connection, base: str | None = None) -> Endpoint:
    """The graph at an endpoint.

    Args:
        connection: To the endpoint.
        base: Base of the IRIs of its things; None where there is one graph.

    Raises:
        NotLoadedError: No whole graph of ours is there, or several are and no base is given.
        EndpointError: The server does not answer, or not from the default graph it is given.
    """
    stated = read_stated(connection, base)
    if not stated.whole:
        reason = "a load is under way here, or was cut off; `moneytrail build --endpoint` goes on with it"
        raise NotLoadedError(connection.endpoint, reason)
    if not takes_default_graph(connection, stated.names):
        reason = "this server does not answer from the default graph it is given (default-graph-uri)"
        raise EndpointError(connection.endpoint, reason)
    return Endpoint(connection, stated)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query that is under way.

    Attributes:
        sparql: The query as it was given.
        deadline: When it is given up, on the clock that only goes forward; None for never.
        timeout: Seconds it was given.
    """

    endpoint: Endpoint
    sparql: str
    name: str
    deadline: float | None
    timeout: float | None

    def rows(self, text: str) -> dict[str, Any]:
        """Rows or a truth in SPARQL JSON."""
        return read_rows(self._post(text, JSON), self.name)

    def triples(self, text: str) -> bytes:
        """Triples as N-Triples; Virtuoso cuts them off unsaid, so the rows behind them are asked for too."""
        reply = self._post(text, TRIPLES)
        rows = rows_behind(text)
        if rows and reply.headers.get("server", "").lower().startswith("virtuoso"):
            refuse_cut(self._post(rows, JSON), self.name)
        return read_triples(reply, self.name)

    def labels(self, document: Mapping[str, Any]) -> dict[str, str]:
        """The label of every IRI in rows that has one; of several the first."""
        terms = [term for row in document["results"]["bindings"] for term in row.values()]
        iris = iter(sorted({term["value"] for term in terms if term["type"] == "uri"}))
        found: dict[str, str] = {}
        while batch := list(islice(iris, BATCH)):
            rows = self.rows(LABELS % " ".join(str(NamedNode(iri)) for iri in batch))["results"]["bindings"]
            for thing, label in sorted((row["thing"]["value"], row["label"]["value"]) for row in rows):
                found.setdefault(thing, label)
        return found

    def _post(self, text: str, accept: str) -> Reply:
        connection = self.endpoint.connection
        request = Request(
            "POST", connection.endpoint, form=fields(text, *self.endpoint.dataset(text)), accept=accept
        )
        left = None if self.deadline is None else max(self.deadline - time.monotonic(), 0.001)
        try:
            reply = connection.send(request, left)
        except TimeoutError as error:
            raise EndpointTimeoutError(connection.endpoint, self.timeout or 0) from error
        if reply.status == SYNTAX:
            refuse_mistakes(self.sparql, self.endpoint.prefixes(), self.name)
        if not reply.good:
            raise EndpointQueryError(f"{self.name}: {connection.endpoint} does not answer: {reply.line}")
        return reply
