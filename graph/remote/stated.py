"""What a server states that it holds: the graph `id/graph/manifest`, written before and after a load.

<id/graph/manifest> a sd:Dataset ; void:uriSpace "https://w3id.org/moneytrail/" ;
    sd:defaultGraph <id/graph/default> ; sd:namedGraph <id/graph/registry> ;
    dcterms:identifier "generation" .                           only once everything is there
<id/graph/registry> dcterms:identifier "digest" ; void:triples 985 .         only once it is compared

So a load that is cut off is seen by whoever asks, and the next one goes on with what is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from graph.errors import GraphError
from graph.nodes import Names, check_base
from graph.remote.asking import select
from graph.remote.connection import Connection
from graph.remote.errors import NotLoadedError
from graph.remote.graph_files import DEFAULT, GraphFile
from ontology import PREFIXES

MANIFEST = "manifest"
SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DIGEST = PREFIXES["dcterms"] + "identifier"
TYPE = PREFIXES["rdf"] + "type"
INTEGER = PREFIXES["xsd"] + "integer"
FIND = f"""SELECT ?manifest ?base ?whole WHERE {{
  GRAPH ?manifest {{ ?manifest a <{SD}Dataset> ; <{VOID}uriSpace> ?base .
    OPTIONAL {{ ?manifest <{DIGEST}> ?whole }} }} }}"""
LIST = f"""SELECT ?graph ?digest ?triples WHERE {{
  GRAPH <%s> {{ ?manifest <{SD}defaultGraph>|<{SD}namedGraph> ?graph .
    OPTIONAL {{ ?graph <{DIGEST}> ?digest ; <{VOID}triples> ?triples }} }} }}"""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a server states.

    Attributes:
        base: Base of the IRIs of things.
        whole: Name of the generation; "" while a load is under way, or after one that was cut off.
        graphs: Digest and number of triples of each graph; None for one that is not whole.
    """

    base: str
    whole: str = ""
    graphs: Mapping[str, tuple[str, int] | None] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """The names of its things."""
        return Names(self.base)

    @property
    def default(self) -> str:
        """The graph that stands for the default graph."""
        return self.names.graph(DEFAULT).value

    @property
    def named(self) -> tuple[str, ...]:
        """The named graphs, in order."""
        return tuple(sorted(graph for graph in self.graphs if graph != self.default))


def read_stated(connection: Connection, base: str | None = None) -> Stated:
    """What is stated of the one graph of ours at an endpoint, or of the one with a base; graphs left out.

    Raises:
        NotLoadedError: There is none, or several.
        EndpointError: The server does not answer.
    """
    rows = select(connection, FIND)
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
    whole = [row.get("whole", "") for row in select(connection, FIND) if row["base"] == base]
    graphs: dict[str, tuple[str, int] | None] = {}
    for row in select(connection, LIST % names.graph(MANIFEST).value):
        stated = (row["digest"], int(row["triples"])) if "digest" in row else None
        graphs[row["graph"]] = stated
    ours = {graph: stated for graph, stated in graphs.items() if _is_graph_of(names, graph)}
    return Stated(base, whole[0] if whole else "", ours)


def manifest_triples(stated: Stated) -> bytes:
    """The content of the manifest graph, as N-Triples."""
    names = stated.names
    manifest = f"<{names.graph(MANIFEST).value}>"
    lines = [
        f"{manifest} <{TYPE}> <{SD}Dataset> .\n",
        f'{manifest} <{VOID}uriSpace> "{stated.base}" .\n',
        f"{manifest} <{SD}defaultGraph> <{stated.default}> .\n",
        *(f"{manifest} <{SD}namedGraph> <{graph}> .\n" for graph in stated.named),
        *(line for graph, told in sorted(stated.graphs.items()) for line in _graph_lines(graph, told)),
    ]
    if stated.whole:
        lines.append(f'{manifest} <{DIGEST}> "{stated.whole}" .\n')
    return "".join(lines).encode()


def graph_triples(file: GraphFile) -> bytes:
    """What is added to the manifest once a graph is there and compared, as N-Triples."""
    return "".join(_graph_lines(file.graph, (file.digest, file.triples))).encode()


def _graph_lines(graph: str, told: tuple[str, int] | None) -> list[str]:
    if told is None:
        return []
    return [
        f'<{graph}> <{DIGEST}> "{told[0]}" .\n',
        f'<{graph}> <{VOID}triples> "{told[1]}"^^<{INTEGER}> .\n',
    ]


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
