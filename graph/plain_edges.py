"""Plain edges as a store has them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.nodes import term
from graph.reading import Reader, local


@dataclass(frozen=True, slots=True)
class PlainEdge:
    """A plain edge as the store has it.

    Attributes:
        iri: The edge.
        claims: Keys of its premises, in reading order.
    """

    iri: NamedNode
    source: NamedNode
    relation: str
    target: NamedNode
    contest: NamedNode | None
    event: NamedNode | None
    claims: tuple[str, ...]


def read_edges(reader: Reader) -> list[PlainEdge]:
    """Every plain edge of a graph, in order of source, relation and target."""
    return _in_order(reader, reader.instances("PlainEdge"))


def edges_of(reader: Reader, entity: NamedNode) -> list[PlainEdge]:
    """The plain edges that leave or reach an entity, in order of source, relation and target."""
    ends = {iri for prop in ("rdf:subject", "rdf:object") for iri in reader.subjects(prop, entity)}
    return _in_order(reader, (iri for iri in ends if "PlainEdge" in reader.kinds(iri)))


def edges_within(reader: Reader, contest: NamedNode, graph: NamedNode) -> list[PlainEdge]:
    """The plain edges of a graph that belong to a contest, in order of source, relation and target."""
    quads = reader.store.quads_for_pattern(None, term("contest"), contest, graph)
    return _in_order(reader, {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)})


def _in_order(reader: Reader, found: Iterable[NamedNode]) -> list[PlainEdge]:
    edges = [_plain_edge(reader, iri) for iri in found]
    return sorted(edges, key=_order)


def _order(edge: PlainEdge) -> tuple[str, ...]:
    return (edge.source.value, edge.relation, edge.target.value, edge.iri.value)


def _plain_edge(reader: Reader, iri: NamedNode) -> PlainEdge:
    source, relation, target = (
        reader.node(iri, name) for name in ("rdf:subject", "rdf:predicate", "rdf:object")
    )
    if source is None or relation is None or target is None:
        raise LookupError(f"{iri.value} lacks an end")
    premises = reader.nodes(iri, "prov:wasDerivedFrom")
    keys = (reader.text(claim, "dcterms:identifier") for claim in premises)
    claims = tuple(sorted(key for key in keys if key))
    contest, event = reader.node(iri, "contest"), reader.node(iri, "reportedEvent")
    return PlainEdge(iri, source, local(relation), target, contest, event, claims)
