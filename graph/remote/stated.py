"""What a server states that it holds: the graph `id/graph/manifest`, written before and after a load.

A server of ours, which cannot be written, states the same in its service description.
So a load that is cut off is seen by whoever asks, and the next one goes on with what is missing.
"""

from collections.abc import Mapping
from typing import cast

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from graph.errors import GraphError
from graph.nodes import Names, check_base
from graph.remote.asking import select
from graph.remote.connection import Connection, Reply, Request
from graph.remote.errors import EndpointError, NotLoadedError
from graph.remote.graph_files import GraphFile
from graph.stated import DIGEST, MANIFEST, SD, VOID, Stated, graph_lines

TRIPLES = "application/n-triples"
SECONDS = 60.0
FIND = f"""SELECT ?manifest ?base ?whole WHERE {{
  GRAPH ?manifest {{ ?manifest a <{SD}Dataset> ; <{VOID}uriSpace> ?base .
    OPTIONAL {{ ?manifest <{DIGEST}> ?whole }} }} }}"""
LIST = f"""SELECT ?graph ?digest ?triples WHERE {{
  GRAPH <%s> {{ ?manifest <{SD}defaultGraph>|<{SD}namedGraph> ?graph .
    OPTIONAL {{ ?graph <{DIGEST}> ?digest ; <{VOID}triples> ?triples }} }} }}"""


def read_stated(connection: Connection, base: str | None = None) -> Stated:
    """What is stated of the one graph of ours at an endpoint, or of the one with a base; graphs left out.

    Raises:
        NotLoadedError: There is none, or several.
        EndpointError: The server does not answer.
    """
    rows = _stated_rows(connection, FIND)
    found = {row["base"]: row.get("whole", "") for row in rows if _is_ours(row)}
    if base is not None:
        found = {one: whole for one, whole in found.items() if one == base}
    if len(found) == 0:
        load = f"`moneytrail build --endpoint {connection.endpoint}` loads one"
        raise NotLoadedError(connection.endpoint, f"no graph of moneytrail here; {load}")
    if len(found) > 1:
        bases = " or ".join(sorted(found))
        raise NotLoadedError(connection.endpoint, f"several graphs here; choose one with --base {bases}")
    return Stated(*next(iter(found.items())))


def read_graphs(connection: Connection, base: str) -> Stated:
    """What is stated of a graph with a base, graphs and all; nothing where there is none."""
    names = Names(base)
    whole = [row.get("whole", "") for row in _stated_rows(connection, FIND) if row["base"] == base]
    graphs: dict[str, tuple[str, int] | None] = {}
    for row in _stated_rows(connection, LIST % names.graph(MANIFEST).value):
        stated = (row["digest"], int(row["triples"])) if "digest" in row else None
        graphs[row["graph"]] = stated
    ours = {graph: stated for graph, stated in graphs.items() if _is_graph_of(names, graph)}
    return Stated(base, whole[0] if whole else "", ours)


def graph_triples(file: GraphFile) -> bytes:
    """What is added to the manifest once a graph is there and compared, as N-Triples."""
    return "".join(graph_lines(file.graph, (file.digest, file.triples))).encode()


def _stated_rows(connection: Connection, sparql: str) -> list[dict[str, str]]:
    """The rows of a query of the manifest; a server that cannot be written says it in its description."""
    return select(connection, sparql) or _described(connection, sparql)


def _described(connection: Connection, sparql: str) -> list[dict[str, str]]:
    """The rows of a query of the manifest in the description of a server, none where it has none."""
    request = Request("GET", connection.endpoint, accept=TRIPLES)
    try:
        reply = connection.send(request, SECONDS)
        triples = [quad.triple for quad in parse(reply.body, RdfFormat.N_TRIPLES)] if _is_rdf(reply) else []
    except (EndpointError, TimeoutError, SyntaxError):
        return []
    manifests = {one.subject for one in triples if one.object == NamedNode(f"{SD}Dataset")}
    store = Store()
    store.extend(
        Quad(one.subject, one.predicate, one.object, manifest)
        for manifest in manifests
        if isinstance(manifest, NamedNode)
        for one in triples
    )
    found = cast("QuerySolutions", store.query(sparql))
    names = [variable.value for variable in found.variables]
    return [{name: row[name].value for name in names if row[name] is not None} for row in found]


def _is_rdf(reply: Reply) -> bool:
    return reply.good and reply.kind == TRIPLES


def _is_graph_of(names: Names, graph: str) -> bool:
    """Whether a server names a graph as we do, with an IRI; it goes into what is written there."""
    try:
        return NamedNode(graph).value.startswith(names.graph("").value)
    except ValueError:
        return False


def _is_ours(row: Mapping[str, str]) -> bool:
    """Whether a description of a dataset has the name ours has."""
    try:
        base = check_base(row["base"])
    except GraphError:
        return False
    return row["manifest"] == Names(base).graph(MANIFEST).value
