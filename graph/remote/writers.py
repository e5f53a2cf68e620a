"""Writing graphs on a server: by the Graph Store Protocol, or by updates where that is what it has."""

from typing import Protocol

from graph.remote.connection import PATIENCE, Connection, Reply, Request
from graph.remote.errors import LoadError, UnreachableError
from graph.remote.servers import Addresses

TRIPLES = "application/n-triples"
UPDATE = "application/sparql-update"
GONE = 404


class Writer(Protocol):
    """What writes graphs.

    Attributes:
        address: Where it writes.
        size: Most bytes of a piece.
        triples: Most triples of a piece.
    """

    address: str
    size: int
    triples: int

    def replace(self, graph: str, body: bytes, piece: str) -> None:
        """Make triples the whole content of a graph; raises LoadError."""

    def add(self, graph: str, body: bytes, piece: str) -> None:
        """Add triples to a graph; raises LoadError."""

    def remove(self, graph: str) -> None:
        """Remove a graph, be it there or not; raises LoadError."""


def writer_for(connection: Connection, addresses: Addresses) -> Writer:
    """What writes at these addresses."""
    if addresses.store:
        return GraphStore(connection, addresses.store)
    return Updates(connection, addresses.update)


class GraphStore:
    """The Graph Store Protocol: PUT replaces a graph, POST adds to it."""

    size = 4_000_000
    triples = 100_000

    def __init__(self, connection: Connection, address: str) -> None:
        self.address = address
        self._connection = connection

    def replace(self, graph: str, body: bytes, piece: str) -> None:
        """As `Writer`."""
        self._send("PUT", graph, body, piece)

    def add(self, graph: str, body: bytes, piece: str) -> None:
        """As `Writer`."""
        self._send("POST", graph, body, piece)

    def remove(self, graph: str) -> None:
        """As `Writer`."""
        request = Request("DELETE", self.address, {"graph": graph})
        reply = _sent(self._connection, request, graph, "")
        if reply.status != GONE:
            _refuse_failure(self._connection, reply, graph, "")

    def _send(self, method: str, graph: str, body: bytes, piece: str) -> None:
        request = Request(method, self.address, {"graph": graph}, body=body, kind=TRIPLES)
        _refuse_failure(self._connection, _sent(self._connection, request, graph, piece), graph, piece)


class Updates:
    """SPARQL Update: INSERT DATA in small pieces, since Virtuoso takes no more than some 5,000 triples."""

    size = 1_000_000
    triples = 1_000

    def __init__(self, connection: Connection, address: str) -> None:
        self.address = address
        self._connection = connection

    def replace(self, graph: str, body: bytes, piece: str) -> None:
        """As `Writer`."""
        self.remove(graph)
        self.add(graph, body, piece)

    def add(self, graph: str, body: bytes, piece: str) -> None:
        """As `Writer`."""
        lines = body.splitlines(keepends=True)
        for start in range(0, len(lines), self.triples):
            part = b"".join(lines[start : start + self.triples])
            self._send(b"INSERT DATA { GRAPH <%s> {\n%s} }" % (graph.encode(), part), graph, piece)

    def remove(self, graph: str) -> None:
        """As `Writer`."""
        self._send(b"DROP SILENT GRAPH <%s>" % graph.encode(), graph, "")

    def _send(self, update: bytes, graph: str, piece: str) -> None:
        request = Request("POST", self.address, body=update, kind=UPDATE)
        _refuse_failure(self._connection, _sent(self._connection, request, graph, piece), graph, piece)


def _sent(connection: Connection, request: Request, graph: str, piece: str) -> Reply:
    try:
        return connection.send(request)
    except TimeoutError as error:
        raise LoadError(connection.endpoint, graph, piece, 0, f"no answer in {PATIENCE:g} s") from error
    except UnreachableError as error:
        raise LoadError(connection.endpoint, graph, piece, 0, error.reason) from error


def _refuse_failure(connection: Connection, reply: Reply, graph: str, piece: str) -> None:
    if not reply.good:
        raise LoadError(connection.endpoint, graph, piece, reply.status, reply.line)
