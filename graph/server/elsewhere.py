"""A graph on a SPARQL server of others, held as one that is built here is: asked, and read for pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from pyoxigraph import Quad, QueryResultsFormat, QueryTriples, RdfFormat, Store, parse, parse_query_results

from graph.remote.connection import Connection
from graph.remote.credentials import Tell
from graph.remote.errors import EndpointError, EndpointQueryError, EndpointTimeoutError
from graph.remote.probes import SEVERAL, find_wrong
from graph.remote.query import Endpoint, open_endpoint
from graph.remote.stated import read_graphs
from graph.remote.triples import RemoteTriples
from graph.server.datasets import Dataset
from graph.server.held import Held
from graph.server.settings import Elsewhere
from graph.sparql.evaluation import FaultError, Found
from graph.stated import Stated
from graph.store import Manifest


def look_elsewhere(url: str, user: str | None, base: str | None, tell: Tell) -> Elsewhere:
    """The graph at an address for queries, with what the server answers wrongly.

    Several graphs of FROM are no matter: they are put together here, before they are asked.

    Raises:
        NotLoadedError: No whole graph of ours is there, or several are and no base is given.
        EndpointError: The server does not answer, or not as it has to.
    """
    with Connection(url, user, tell) as connection:
        stated = open_endpoint(connection, base).stated
        wrong = tuple(one for one in find_wrong(connection, stated.names) if one != SEVERAL.wrong)
    return Elsewhere(url, user, stated.base, stated.whole, wrong)


def open_elsewhere(place: Elsewhere) -> Held:
    """The graph, opened; raises EndpointError."""
    connection = Connection(place.url, place.user, lambda _: None)
    endpoint = open_endpoint(connection, place.base)
    endpoint = replace(endpoint, stated=read_graphs(connection, place.base))
    return Held(
        Path(),
        place.generation,
        RemoteTriples(endpoint),
        Manifest(place.base, "", (), (), (), _triples(endpoint.stated)),
        endpoint=endpoint,
        wrong=place.wrong,
    )


def find_elsewhere(endpoint: Endpoint, sparql: str, dataset: Dataset | None) -> Found:
    """What a query finds in the graphs of the request, or in its own.

    Raises:
        FaultError: The server does not answer, or not in time, or not this query.
        QuerySyntaxError: It is no SPARQL.
    """
    given = None if dataset is None else (dataset.default, dataset.named)
    with _told():
        told, body = replace(endpoint, given=given).answer(sparql, {})
    if told["kind"] == "triples":
        return _triples_of(body)
    return parse_query_results(body, QueryResultsFormat.JSON)


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with the server becomes a fault of its own kind."""
    try:
        yield
    except EndpointQueryError as error:
        raise FaultError("run", str(error).removeprefix("query: ")) from error
    except EndpointTimeoutError as error:
        raise FaultError("timeout", str(error)) from error
    except EndpointError as error:
        raise FaultError("upstream", str(error)) from error


def _triples_of(body: bytes) -> QueryTriples:
    """Triples as the engine finds them."""
    store = Store()
    store.bulk_extend(Quad(*quad.triple) for quad in parse(body, RdfFormat.N_TRIPLES))
    return cast("QueryTriples", store.query("CONSTRUCT WHERE { ?s ?p ?o }"))


def _triples(stated: Stated) -> int:
    """The number of triples of the default graph, 0 where the server does not state it."""
    told = stated.graphs.get(stated.default)
    return 0 if told is None else told[1]
