"""The plain edges of a graph as a property graph: entities, and edges with their figures and premises.

Every plain edge is an edge of its own, so that two gifts between the same two stay two. What the
graph does not say is left out, never filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from graph.plain_edges import PlainEdge, read_edges
from graph.reading import Reader, column_of
from ontology import EDGES, PREFIXES
from sources.check import is_kind

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | bool | Decimal
XSD = PREFIXES["xsd"]
FIGURES = {
    "amount": "amount",
    "amountAtLeast": "amount_at_least",
    "amountAtLeastInclusive": "amount_at_least_inclusive",
    "amountAtMost": "amount_at_most",
    "amountAtMostInclusive": "amount_at_most_inclusive",
    "currency": "currency",
    "value": "value",
    "atLeast": "value_at_least",
    "atLeastInclusive": "value_at_least_inclusive",
    "atMost": "value_at_most",
    "atMostInclusive": "value_at_most_inclusive",
    "unit": "unit",
    "asWritten": "as_written",
}
"""Property of an event and name of the attribute of an edge."""
NODE_ATTRIBUTES: dict[str, type] = {"label": str, "class": str, "column": str}
EDGE_ATTRIBUTES: dict[str, type] = {
    "relation": str,
    "label": str,
    "family": str,
    "event": str,
    "event_class": str,
    "amount": Decimal,
    "amount_at_least": Decimal,
    "amount_at_least_inclusive": bool,
    "amount_at_most": Decimal,
    "amount_at_most_inclusive": bool,
    "currency": str,
    "value": Decimal,
    "value_at_least": Decimal,
    "value_at_least_inclusive": bool,
    "value_at_most": Decimal,
    "value_at_most_inclusive": bool,
    "unit": str,
    "precision": str,
    "as_written": str,
    "possibly_same_money_as": str,
    "contest": str,
    "date": str,
    "hedges": str,
    "origins": int,
    "claims": str,
    "documents": str,
    "total_of": str,
    "new_money": Decimal,
    "rows": int,
    "votes": int,
    "share_of_votes": Decimal,
    "dataset": str,
}
"""Attributes of an edge in their order; `hedges`, `claims` and `documents` are joined by spaces."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Who stands in a contest, and whom support, opposition and money is meant for."""

    candidates: frozenset[str]


def project(store: Store) -> "nx.MultiDiGraph[str]":
    """The property graph of a store: nodes by IRI, edges by the IRI of the plain edge, in a fixed order."""
    import networkx as nx

    reader = Reader(store)
    edges = read_edges(reader)
    ends = Ends(frozenset(_candidates(edges)))
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri in sorted({end.value for edge in edges for end in (edge.source, edge.target)}):
        network.add_node(iri, **dict(_node(reader, NamedNode(iri), ends)))
    for edge in edges:
        attributes = dict(_edge(reader, edge))
        ordered = {name: attributes[name] for name in EDGE_ATTRIBUTES if name in attributes}
        network.add_edge(edge.source.value, edge.target.value, key=edge.iri.value, **ordered)
    return network


def _candidates(edges: list[PlainEdge]) -> Iterator[str]:
    for edge in edges:
        family = EDGES[edge.relation].family
        if family == "candidacy":
            yield edge.source.value
        elif family in ("support", "opposition") or edge.relation == "spentFor":
            yield edge.target.value


def _node(reader: Reader, iri: NamedNode, ends: Ends) -> Iterator[tuple[str, str]]:
    kind = next(iter(reader.kinds(iri)), "Entity")
    yield "label", reader.text(iri, "rdfs:label")
    yield "class", kind
    stands = iri.value in ends.candidates and is_kind(kind, "Person")
    yield "column", "candidates" if stands else column_of(kind)


def _edge(reader: Reader, edge: PlainEdge) -> Iterator[tuple[str, Value]]:
    yield "relation", edge.relation
    yield "label", EDGES[edge.relation].label
    yield "family", EDGES[edge.relation].family
    if edge.contest is not None:
        yield "contest", edge.contest.value
    date = reader.text(edge.iri, "date")
    if date:
        yield "date", date
    hedges = [_notation(hedge) for hedge in reader.nodes(edge.iri, "hedge")]
    if hedges:
        yield "hedges", " ".join(hedges)
    yield "origins", int(reader.text(edge.iri, "origins"))
    if edge.claims:
        yield "claims", " ".join(edge.claims)
        yield "documents", " ".join(_documents(reader, edge))
    if edge.event is not None:
        yield from _event(reader, edge.event)


def _event(reader: Reader, event: NamedNode) -> Iterator[tuple[str, Value]]:
    yield "event", event.value
    yield "event_class", next(iter(reader.kinds(event)), "")
    for name, attribute in FIGURES.items():
        words = reader.text(event, name)
        if words:
            yield attribute, _value(words, EDGE_ATTRIBUTES[attribute])
    precision = reader.node(event, "precision")
    if precision is not None:
        yield "precision", _notation(precision)
    same = reader.nodes(event, "possiblySameMoneyAs")
    if same:
        yield "possibly_same_money_as", " ".join(node.value for node in same)


def _value(words: str, kind: type) -> Value:
    if kind is Decimal:
        return Decimal(words)
    return words == "true" if kind is bool else words


def _documents(reader: Reader, edge: PlainEdge) -> list[str]:
    """Ids of the documents of the premises."""
    premises = reader.nodes(edge.iri, "prov:wasDerivedFrom")
    documents = {document for claim in premises for document in reader.nodes(claim, "document")}
    return sorted(reader.text(document, "dcterms:identifier") for document in documents)


def _notation(code: NamedNode) -> str:
    """The notation of a code: "reported" for `mt:modality-reported`."""
    return code.value.rpartition("#")[2].partition("-")[2]
