"""The tests of the SPARQL 1.1 Protocol: requests, and what has to come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDFS
from rdflib.term import Node

from suites.cases import MF, SITE, Suite
from suites.served import Served, words_of

MANIFEST = "sparql11/protocol/manifest.ttl"
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
TESTS = Namespace(MF)
KINDS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


@dataclass(frozen=True)
class ProtocolCase:
    """A test: its name, the files of its named graphs, and its requests as the manifest has them."""

    name: str
    graphs: tuple[tuple[str, Path], ...]
    requests: tuple[Node, ...]
    manifest: Graph


def protocol_cases(folder: Path) -> Iterator[ProtocolCase]:
    """The tests, in order."""
    read = Graph().parse(folder / MANIFEST, publicID=SITE + MANIFEST)
    entries = read.value(URIRef(SITE + MANIFEST), TESTS.entries) or next(read.objects(None, TESTS.entries))
    for entry in Collection(read, entries):
        graphs = tuple(
            (str(read.value(one, RDFS.label)), folder / str(read.value(one, UT.graph)).removeprefix(SITE))
            for one in read.objects(entry, UT.graphData)
        )
        requests = Collection(read, read.value(read.value(entry, TESTS.action), HT.requests))
        yield ProtocolCase(entry.rpartition("#")[2], graphs, tuple(requests), read)


def protocol_fault(case: ProtocolCase, served: Served, suite: Suite) -> str:
    """What is wrong with the answers to the requests of a test, "" for nothing."""
    quads = ((name, quad) for name, path in case.graphs for quad in suite.read(path))
    served.hold(Quad(quad.subject, quad.predicate, quad.object, NamedNode(name)) for name, quad in quads)
    faults = (_fault(case.manifest, request, served) for request in case.requests)
    return next((fault for fault in faults if fault), "")


def _fault(read: Graph, request: Node, served: Served) -> str:
    """What is wrong with the answer to one request."""
    listed = read.value(request, HT.headers)
    pairs = Collection(read, listed) if listed is not None else ()
    headers = {str(read.value(one, HT.fieldName)): str(read.value(one, HT.fieldValue)) for one in pairs}
    body, words = read.value(request, HT.body), None
    if body is not None:
        words = str(read.value(body, CNT.chars)).encode(str(read.value(body, CNT.characterEncoding)))
    path = str(read.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    answer = served.send(str(read.value(request, HT.methodName)), path, headers, words)
    right = read.value(request, HT.resp)
    wanted = {str(one).partition("StatusCode")[2][0] for one in read.objects(right, TESTS.expectedStatus)}
    if str(answer.status_code)[0] not in wanted:
        return f"{answer.status_code}: {words_of(answer)}"
    layout = read.value(right, TESTS.expectedFormat)
    kind = answer.headers["content-type"].partition(";")[0]
    if layout is not None and kind not in KINDS[str(layout)]:
        return f"{kind} is not {layout}"
    truth = read.value(right, TESTS.expectedBoolean)
    if truth is not None and answer.json()["boolean"] is not truth.toPython():
        return f"{answer.text.strip()} is not {truth}"
    return ""
