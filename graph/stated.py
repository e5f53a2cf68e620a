"""What a server states that it holds, and the graphs by which it is found out what it answers wrongly.

    <id/graph/manifest> a sd:Dataset ; void:uriSpace "https://w3id.org/moneytrail/" ;
        sd:defaultGraph <id/graph/default> ; sd:namedGraph <id/graph/registry> ;
        dcterms:identifier "generation" .                           only once everything is there
    <id/graph/registry> dcterms:identifier "digest" ; void:triples 985 .     only once it is compared

The graph `id/graph/probe` holds a chain of three steps, two amounts and two words; the first step stands in
`id/graph/probe/twin` as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.nodes import Names
from ontology import PREFIXES

DEFAULT = "default"
"""The graph that stands for the default graph, under `id/graph/`."""
MANIFEST = "manifest"
PROBE = "probe"
TWIN = "probe/twin"
SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DIGEST = PREFIXES["dcterms"] + "identifier"
TYPE = PREFIXES["rdf"] + "type"
XSD = PREFIXES["xsd"]


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


def manifest_triples(stated: Stated) -> bytes:
    """The content of the manifest graph, as N-Triples."""
    names = stated.names
    manifest = f"<{names.graph(MANIFEST).value}>"
    lines = [
        f"{manifest} <{TYPE}> <{SD}Dataset> .\n",
        f'{manifest} <{VOID}uriSpace> "{stated.base}" .\n',
        f"{manifest} <{SD}defaultGraph> <{stated.default}> .\n",
        *(f"{manifest} <{SD}namedGraph> <{graph}> .\n" for graph in stated.named),
        *(line for graph, told in sorted(stated.graphs.items()) for line in graph_lines(graph, told)),
    ]
    if stated.whole:
        lines.append(f'{manifest} <{DIGEST}> "{stated.whole}" .\n')
    return "".join(lines).encode()


def graph_lines(graph: str, told: tuple[str, int] | None) -> list[str]:
    """What is stated of one graph: its digest and its triples; nothing of one that is not whole."""
    if told is None:
        return []
    return [
        f'<{graph}> <{DIGEST}> "{told[0]}" .\n',
        f'<{graph}> <{VOID}triples> "{told[1]}"^^<{XSD}integer> .\n',
    ]


def probe_graphs(names: Names) -> dict[str, bytes]:
    """The graphs of the probe, as N-Triples."""
    place = names.graph(PROBE).value
    steps = [f"<{place}/{a}> <{place}/next> <{place}/{b}> .\n" for a, b in ("ab", "bc", "cd")]
    amounts = [
        f'<{place}/{at}> <{place}/amount> "{value}"^^<{XSD}decimal> .\n'
        for at, value in (("a", "0.1"), ("b", "0.2"))
    ]
    words = [f'<{place}/{at}> <{place}/word> "{word}" .\n' for at, word in (("a", "alpha"), ("b", "beta"))]
    twin = names.graph(TWIN).value
    return {place: "".join([*steps, *amounts, *words]).encode(), twin: steps[0].encode()}
