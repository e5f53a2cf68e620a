"""What can go wrong with a SPARQL server, in words for the person at the terminal.

EndpointError            (GraphError) a SPARQL server does not do what it is asked
├── AddressError         an address is none, or names what it must not
├── UnreachableError     nobody answers there
├── RefusedError         the server wants another user, or lets nobody do this
├── LoadError            a piece of a graph was not taken
├── DifferenceError      the server holds something else than what was sent
└── NotLoadedError       no whole graph of ours is there
EndpointQueryError       (QueryError) the server does not answer a query, or not with all of the answer
EndpointTimeoutError     (QueryTimeoutError) the answer took longer than allowed
"""

from graph.errors import GraphError, QueryError, QueryTimeoutError


class EndpointError(GraphError):
    """A SPARQL server does not do what it is asked.

    Attributes:
        endpoint: The address that was asked.
        reason: What went wrong, without the address.
    """

    def __init__(self, endpoint: str, reason: str) -> None:
        super().__init__(f"{endpoint}: {reason}")
        self.endpoint = endpoint
        self.reason = reason


class AddressError(EndpointError, ValueError):
    """An address is none, or names what it must not."""

    exit_code = 2


class UnreachableError(EndpointError):
    """Nobody answers at an address."""


class RefusedError(EndpointError):
    """A server wants another user, or lets nobody do this."""


class LoadError(EndpointError):
    """A piece of a graph was not taken.

    Attributes:
        graph: IRI of the graph.
        piece: Which piece, as `piece 2 of 4`; "" where a graph is not sent in pieces.
        status: HTTP status of the answer; 0 when there was none.
    """

    def __init__(self, endpoint: str, graph: str, piece: str, status: int, answer: str) -> None:
        place = f"graph <{graph}>{', ' if piece else ''}{piece}"
        super().__init__(
            endpoint, f"{place}: not taken: {answer}; the same command goes on with what is missing"
        )
        self.graph = graph
        self.piece = piece
        self.status = status


class DifferenceError(EndpointError):
    """A server holds something else than what was sent.

    Attributes:
        graph: IRI of the graph.
        sent: Number of triples sent.
        held: Number of triples the server counts.
    """

    def __init__(self, endpoint: str, graph: str, sent: int, held: int, examples: str) -> None:
        numbers = f"{sent} triples were sent, the server counts {held}"
        super().__init__(endpoint, f"graph <{graph}>: {numbers}{examples}")
        self.graph = graph
        self.sent = sent
        self.held = held


class NotLoadedError(EndpointError, LookupError):
    """No whole graph of ours is at an endpoint."""


class EndpointQueryError(QueryError):
    """A server does not answer a query, or not with all of the answer."""


class EndpointTimeoutError(QueryTimeoutError):
    """An answer took longer than allowed; nobody but the server can stop it there."""

    def __init__(self, endpoint: str, seconds: float) -> None:
        super().__init__(seconds)
        late = f"{endpoint}: no whole answer after {seconds:g} s"
        self.args = (f"{late}; narrow the query, or allow more with --timeout",)
