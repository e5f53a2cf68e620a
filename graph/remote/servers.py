"""Where a server takes what: queries, graphs of the Graph Store Protocol, updates.

SPARQL leaves the addresses open. What is known of a server by its name or the form of its address is used;
anything else is taken to answer queries and updates at one address, unless the user says otherwise.
"""

import re
from dataclasses import dataclass

from graph.remote.connection import Connection, Request
from graph.remote.credentials import check_address
from graph.remote.errors import EndpointError

JSON = "application/sparql-results+json"
FUSEKI = "fuseki-request-id"
ENOUGH = 20.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The addresses of one kind of server.

    Attributes:
        software: What the server calls itself begins so; "" for any that has such addresses.
        queries: The address for queries, as a pattern.
        store: The address for graphs, from the pattern.
        update: The address for updates, from the pattern.
        user_store: The address for graphs where a user is given.
        user_update: The address for updates where a user is given.
    """

    software: str
    queries: re.Pattern[str]
    store: str
    update: str
    user_store: str = ""
    user_update: str = ""


LAYOUTS = (
    Layout(
        "virtuoso",
        re.compile(r"(?P<base>.*)/sparql(-auth)?/?"),
        store=r"\g<base>/sparql-graph-crud",
        update=r"\g<base>/sparql",
        user_store=r"\g<base>/sparql-graph-crud-auth",
        user_update=r"\g<base>/sparql-auth",
    ),
    Layout("oxigraph", re.compile(r"(?P<base>.*)/query"), store=r"\g<base>/store", update=r"\g<base>/update"),
    Layout(
        "apache jena fuseki",
        re.compile(r"(?P<base>.*?)(/sparql|/query)?/?"),
        store=r"\g<base>/data",
        update=r"\g<base>/update",
    ),
    Layout(
        "",
        re.compile(r"(?P<base>.*/repositories/[^/]+)"),
        store=r"\g<base>/rdf-graphs/service",
        update=r"\g<base>/statements",
    ),
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where one server takes what.

    Attributes:
        store: The address of the Graph Store Protocol; "" where updates are used instead.
        software: What the server calls itself; "" when it does not say.
    """

    query: str
    store: str
    update: str
    software: str


def read_software(connection: Connection) -> str:
    """What the server calls itself, after making sure that it answers queries.

    Raises:
        EndpointError: Nobody answers, or not as SPARQL has it.
    """
    request = Request("POST", connection.endpoint, form={"query": "ASK {}"}, accept=JSON)
    try:
        reply = connection.send(request, ENOUGH)
    except TimeoutError as error:
        raise EndpointError(connection.endpoint, f"no answer to `ASK {{}}` in {ENOUGH:g} s") from error
    if not reply.good or "json" not in reply.kind:
        shown = reply.line if not reply.good else f"{reply.status} with {reply.kind or 'nothing'}"
        raise EndpointError(
            connection.endpoint, f"no answer to `ASK {{}}` but {shown}; name the address for queries"
        )
    unnamed = "Apache Jena Fuseki" if FUSEKI in reply.headers else ""
    return reply.headers.get("server", unnamed)


def find_addresses(
    connection: Connection, *, user: bool, store: str | None = None, update: str | None = None
) -> Addresses:
    """Where a server takes what.

    Args:
        connection: To the endpoint, which is the address for queries.
        user: Whether a user is given.
        store: The address of the Graph Store Protocol, where the user knows it.
        update: The address for updates, where the user knows it and wants it used.

    Raises:
        EndpointError: Nobody answers queries there.
        AddressError: An address given is none.
    """
    software = read_software(connection)
    query = connection.endpoint
    if store is not None or update is not None:
        given = [check_address(address) if address else "" for address in (store, update)]
        return Addresses(query, given[0], given[1] or query, software)
    for layout in LAYOUTS:
        match = layout.queries.fullmatch(query)
        if match is not None and software.lower().startswith(layout.software):
            graphs, updates = layout.store, layout.update
            if user and layout.user_store:
                graphs, updates = layout.user_store, layout.user_update
            return Addresses(query, match.expand(graphs), match.expand(updates), software)
    return Addresses(query, "", query, software)
