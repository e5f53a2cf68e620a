"""Queries of our own, to find out what a server holds: small, and answered or an error."""

from collections.abc import Sequence
from typing import Any

from graph.remote.answers import read_rows
from graph.remote.connection import Connection, Reply, Request
from graph.remote.errors import EndpointError, EndpointQueryError
from graph.remote.servers import JSON

SECONDS = 600.0  # some servers count a large graph triple by triple


def select(connection: Connection, sparql: str, default: str = "") -> list[dict[str, str]]:
    """The rows of a query, each value as text.

    Args:
        connection: To the endpoint.
        sparql: A SELECT.
        default: The graph that is the default graph; "" for what the server takes for it.

    Raises:
        EndpointError: The server does not answer, or not with all of the rows.
    """
    document = _read(connection, _post(connection, sparql, default))
    rows = document["results"]["bindings"]
    return [{name: str(term["value"]) for name, term in row.items()} for row in rows]


def fields(sparql: str, default: Sequence[str], named: Sequence[str] = ()) -> dict[str, str | list[str]]:
    """A query and its dataset as the fields of a form."""
    graphs = {"default-graph-uri": list(default), "named-graph-uri": list(named)}
    return {"query": sparql, **{name: value for name, value in graphs.items() if value}}


def _post(connection: Connection, sparql: str, default: str) -> Reply:
    form = fields(sparql, [default] if default else [])
    try:
        return connection.send(Request("POST", connection.endpoint, form=form, accept=JSON), SECONDS)
    except TimeoutError as error:
        raise EndpointError(connection.endpoint, f"no answer in {SECONDS:g} s to: {sparql}") from error


def _read(connection: Connection, reply: Reply) -> dict[str, Any]:
    if not reply.good:
        raise EndpointError(connection.endpoint, f"a query of ours is not answered: {reply.line}")
    try:
        return read_rows(reply, "a query of ours")
    except EndpointQueryError as error:
        raise EndpointError(connection.endpoint, str(error)) from error
