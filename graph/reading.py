"""Reading a store: the properties of things, and their names for people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.money import interval
from graph.nodes import BASE, TYPE, term
from graph.picture import Interval
from graph.store import open_store, read_manifest
from ontology import CLASSES, CODES, EDGES, NAMESPACE, PREDICATES, PROPERTIES, QUALIFIERS

LABEL = term("rdfs:label")
OUTSIDE = "/id/graph/outside/"
CODE_LABELS = {code.name: code.label for codes in CODES.values() for code in codes}


class Quads(Protocol):
    """What holds quads: the embedded store, or a graph on a server."""

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Triple | Literal | None,
        graph: NamedNode | BlankNode | DefaultGraph,
        /,
    ) -> Iterator[Quad]:
        """The quads of a graph that fit."""

    def named_graphs(self) -> Iterator[NamedNode | BlankNode]:
        """The graphs that have names."""


@dataclass(slots=True)
class Reader:
    """A store held open, with the labels read so far.

    Attributes:
        base: Base of the IRIs of its things.
    """

    store: Quads
    base: str = BASE
    _labels: dict[str, str] = field(default_factory=dict)

    def instances(self, kind: str) -> list[NamedNode]:
        """All things of a class, in order of their IRIs."""
        found = (
            quad.subject for quad in self.store.quads_for_pattern(None, TYPE, term(kind), DefaultGraph())
        )
        return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)

    def told_instances(self, kind: str) -> list[NamedNode]:
        """The things of a class that sources tell of, in order of their IRIs; rows of datasets are none."""
        graphs = [graph for graph in self.store.named_graphs() if OUTSIDE not in graph.value]
        quads = (
            quad for graph in graphs for quad in self.store.quads_for_pattern(None, TYPE, term(kind), graph)
        )
        found = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
        return [NamedNode(iri) for iri in sorted(found)]

    def values(self, node: NamedNode, prop: str) -> list[NamedNode | Literal]:
        """The values of a property, in a fixed order."""
        quads = self.store.quads_for_pattern(node, term(prop), None, DefaultGraph())
        found = [quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal)]
        return sorted(found, key=lambda value: (isinstance(value, Literal), value.value))

    def subjects(self, prop: str, value: NamedNode) -> list[NamedNode]:
        """The things that have a value, in order of their IRIs."""
        quads = self.store.quads_for_pattern(None, term(prop), value, DefaultGraph())
        found = (quad.subject for quad in quads)
        return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)

    def nodes(self, node: NamedNode, prop: str) -> list[NamedNode]:
        """The values of a property that are things."""
        return [value for value in self.values(node, prop) if isinstance(value, NamedNode)]

    def node(self, node: NamedNode, prop: str) -> NamedNode | None:
        """The first thing a property leads to, None when it leads nowhere."""
        return next(iter(self.nodes(node, prop)), None)

    def text(self, node: NamedNode, prop: str) -> str:
        """The first value of a property as text, "" when there is none."""
        return next((value.value for value in self.values(node, prop)), "")

    def number(self, node: NamedNode, prop: str) -> Decimal | None:
        """The first value of a property as a number, None when there is none."""
        words = self.text(node, prop)
        return Decimal(words) if words else None

    def flag(self, node: NamedNode, prop: str) -> bool:
        """Whether a property is true."""
        return self.text(node, prop) == "true"

    def kinds(self, node: NamedNode) -> list[str]:
        """Local names of the classes of a thing."""
        return [local(kind) for kind in self.nodes(node, "rdf:type") if kind.value.startswith(NAMESPACE)]

    def label(self, value: NamedNode | Literal) -> str:
        """A name for people: a label, the words of a literal, or the end of an IRI."""
        if isinstance(value, Literal):
            return value.value
        if value.value not in self._labels:
            self._labels[value.value] = self._find_label(value)
        return self._labels[value.value]

    def _find_label(self, node: NamedNode) -> str:
        if node.value.startswith(NAMESPACE):
            return term_label(local(node))
        if "SourceDocument" in self.kinds(node):
            return f"document {self.text(node, 'dcterms:identifier')}"
        return self.text(node, "rdfs:label") or node.value.rpartition("/id/")[2]

    def amount(self, node: NamedNode) -> Interval:
        """The amount of an event as an interval with its words."""
        return interval(
            self.number(node, "amount"),
            self.number(node, "amountAtLeast"),
            self.number(node, "amountAtMost"),
            low_open=self.text(node, "amountAtLeastInclusive") == "false",
            high_open=self.text(node, "amountAtMostInclusive") == "false",
        )

    def items(self, node: NamedNode) -> Iterator[tuple[str, NamedNode | Literal]]:
        """Local name and value of every `mt:` property of a thing, in order."""
        quads = self.store.quads_for_pattern(node, None, None, DefaultGraph())
        pairs = [
            (local(quad.predicate), quad.object)
            for quad in quads
            if quad.predicate.value.startswith(NAMESPACE) and isinstance(quad.object, NamedNode | Literal)
        ]
        return iter(sorted(pairs, key=lambda pair: (pair[0], pair[1].value)))


def open_reader(folder: Path) -> Reader:
    """The built graph in a folder; raises NoGraphError."""
    return Reader(open_store(folder), read_manifest(folder).base)


def local(node: NamedNode) -> str:
    """The local name of a term of the ontology."""
    return node.value.removeprefix(NAMESPACE)


def term_label(name: str) -> str:
    """The name of a term of the ontology for people."""
    if name in CODE_LABELS:
        return CODE_LABELS[name]
    if name in EDGES and name not in PREDICATES:
        return EDGES[name].label
    for terms in (PREDICATES, QUALIFIERS, PROPERTIES, CLASSES):
        if name in terms:
            return terms[name].label
    return name


def column_of(kind: str) -> str:
    """The column of the nearest class that has one, "" when none has."""
    if CLASSES[kind].column:
        return CLASSES[kind].column
    return next(filter(None, (column_of(parent) for parent in CLASSES[kind].parents)), "")
