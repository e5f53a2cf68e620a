"""The tests of a suite, as its manifests list them (https://w3c.github.io/rdf-tests/sparql/)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph.server.datasets import named_dataset

SITE = "https://w3c.github.io/rdf-tests/sparql/"
"""The base of the IRIs in the suites; files are named by it."""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
EVALUATED = frozenset(("QueryEvaluationTest", "CSVResultFormatTest"))
KINDS = EVALUATED | {
    *("PositiveSyntaxTest", "NegativeSyntaxTest", "PositiveSyntaxTest11", "NegativeSyntaxTest11"),
}
"""The tests that ask; others change a graph."""
MANIFESTS = {"sparql12/manifest.ttl": NamedNode(f"{SITE}sparql12#manifest")}
"""Manifests with another name than their file."""
Node = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class Case:
    """One test.

    Attributes:
        name: Folder and name.
        kind: Its class.
        query: Its query.
        base: The IRI of its query.
        data: Files of its default graph.
        graphs: Files of its named graphs, by their IRIs.
        result: What is right; None for a test of syntax.
        lax: Whether equal rows may be fewer than in the result.
    """

    name: str
    kind: str
    query: str
    base: str
    data: tuple[Path, ...]
    graphs: tuple[tuple[str, Path], ...]
    result: Path | None
    lax: bool

    @property
    def negative(self) -> bool:
        """Whether the query has to be refused."""
        return self.kind.startswith("Negative")


class Suite:
    """A folder of tests with its manifests read as far as they are needed."""

    def __init__(self, folder: Path) -> None:
        """The suites in a folder, that of `sparql` in the repository rdf-tests of the W3C."""
        self.folder = folder
        self._store = Store()
        self._read: set[Path] = set()

    def cases(self, manifest: str) -> Iterator[Case]:
        """The tests of a manifest and of those it includes, in order."""
        path = self.folder / manifest
        if path not in self._read:
            self._read.add(path)
            self._store.bulk_load(
                path=str(path), format=RdfFormat.TURTLE, base_iri=SITE + manifest, lenient=True
            )
        node = MANIFESTS.get(manifest, NamedNode(SITE + manifest))
        for entry in self._list(self._one(node, f"{MF}entries")):
            kind = self._iri(self._one(entry, f"{RDF}type")).rpartition("#")[2]
            if kind in KINDS:
                yield self._case(manifest.rpartition("/")[0], entry, kind)
        for included in self._list(self._one(node, f"{MF}include")):
            yield from self.cases(self._iri(included).removeprefix(SITE))

    def _case(self, folder: str, entry: Node, kind: str) -> Case:
        action = self._one(entry, f"{MF}action")
        query = self._iri(self._one(action, f"{QT}query") or action)
        result = self._one(entry, f"{MF}result") if kind in EVALUATED else None
        name = self._one(entry, f"{MF}name")
        return Case(
            name=f"{folder}: {name.value if isinstance(name, Literal) else entry}",
            kind=kind,
            query=self._file(query).read_text("utf-8"),
            base=query,
            data=tuple(self._file(self._iri(one)) for one in self._all(action, f"{QT}data")),
            graphs=tuple(self._graph(one) for one in self._all(action, f"{QT}graphData")),
            result=None if result is None else self._file(self._iri(result)),
            lax=self._one(entry, f"{MF}resultCardinality") is not None,
        )

    def _graph(self, node: Node) -> tuple[str, Path]:
        """A named graph: its IRI, which may be another than that of its file, and its file."""
        file = self._iri(self._one(node, f"{QT}graph") or node)
        label = self._one(node, LABEL.value)
        return (label.value if isinstance(label, Literal) else file), self._file(file)

    def _file(self, iri: str) -> Path:
        return self.folder / iri.removeprefix(SITE)

    def _all(self, node: object, name: str) -> list[Node]:
        quads = self._store.quads_for_pattern(node, NamedNode(name), None)  # type: ignore[arg-type]
        return [quad.object for quad in quads if isinstance(quad.object, NamedNode | BlankNode)]

    def _one(self, node: object, name: str) -> Node | Literal | None:
        if not isinstance(node, NamedNode | BlankNode):
            return None
        quads = self._store.quads_for_pattern(node, NamedNode(name), None)
        found = (quad.object for quad in quads)
        return next((one for one in found if isinstance(one, NamedNode | BlankNode | Literal)), None)

    def _list(self, node: Node | Literal | None) -> Iterator[Node]:
        while isinstance(node, BlankNode):
            first = self._one(node, f"{RDF}first")
            if isinstance(first, NamedNode | BlankNode):
                yield first
            node = self._one(node, f"{RDF}rest")

    @staticmethod
    def _iri(node: Node | Literal | None) -> str:
        if not isinstance(node, NamedNode):
            raise TypeError(f"{node} is no IRI")
        return node.value

    def quads(self, case: Case) -> Iterator[Quad]:
        """The data a test is asked of; a graph that FROM names is the file of that name."""
        for path in case.data:
            yield from self.read(path)
        for name, path in (*case.graphs, *self._from(case)):
            for quad in self.read(path):
                yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))

    def _from(self, case: Case) -> Iterator[tuple[str, Path]]:
        dataset = named_dataset(case.query, {"id": case.base})
        for name in () if dataset is None else {*dataset.default, *dataset.named}:
            if self._file(name).is_file() and name not in dict(case.graphs):
                yield name, self._file(name)

    def read(self, path: Path) -> Iterator[Quad]:
        """The quads of a file; its IRI is that on the site of the suites."""
        return parse(
            path=str(path),
            format=RdfFormat.from_extension(path.suffix.removeprefix(".")),
            base_iri=SITE + path.relative_to(self.folder).as_posix(),
            lenient=True,
            rename_blank_nodes=True,
        )
