"""The service description (SPARQL 1.1 Service Description) and the VoID of a graph, as one document."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from graph.nodes import TYPE, integer, term, text
from graph.server.held import Held
from graph.stated import DEFAULT, MANIFEST, SD, VOID
from ontology import NAMESPACE, PREFIXES

FORMATS = "http://www.w3.org/ns/formats/"
WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "TriG",
    "JSON-LD",
    "RDF_XML",
)


def description(held: Held, url: str) -> Iterable[Triple]:
    """What the service at an address offers and what its graph holds.

    The manifest is in it as a server holds it that was loaded, so that a client finds the graph.
    """
    manifest = held.names.graph(MANIFEST)
    stated = parse(held.stated[manifest.value], RdfFormat.N_TRIPLES)
    return [*(quad.triple for quad in stated), *_service(held, manifest, url), *_graph(held, manifest, url)]


def _service(held: Held, manifest: NamedNode, url: str) -> Iterator[Triple]:
    service = NamedNode(f"{url}/sparql#service")
    yield Triple(service, TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(f"{url}/sparql"))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("defaultDataset"), manifest)
    for wrong in held.wrong:
        yield Triple(service, term("rdfs:comment"), text(f"The server behind it {wrong}."))
    for name in WRITTEN:
        yield Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name))


def _graph(held: Held, manifest: NamedNode, url: str) -> Iterator[Triple]:
    default = held.names.graph(DEFAULT)
    yield Triple(manifest, TYPE, _void("Dataset"))
    yield Triple(manifest, term("dcterms:title"), text("moneytrail: political money as a knowledge graph"))
    yield Triple(manifest, _void("sparqlEndpoint"), NamedNode(f"{url}/sparql"))
    yield Triple(manifest, _void("vocabulary"), NamedNode(NAMESPACE))
    yield Triple(manifest, _void("triples"), integer(held.manifest.triples))
    yield Triple(default, TYPE, _sd("Graph"))
    yield Triple(default, _void("triples"), integer(held.manifest.triples))
    for prefix in ("prov", "dcterms", "skos"):
        yield Triple(manifest, _void("vocabulary"), NamedNode(PREFIXES[prefix]))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)
