"""Plain edges as a store has them."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import claim_keys
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
    keys = claim_keys(reader)
    edges = [_plain_edge(reader, iri, keys) for iri in reader.instances("PlainEdge")]
    return sorted(
        edges, key=lambda edge: (edge.source.value, edge.relation, edge.target.value, edge.iri.value)
    )


def _plain_edge(reader: Reader, iri: NamedNode, keys: dict[str, str]) -> PlainEdge:
    source, relation, target = (
        reader.node(iri, name) for name in ("rdf:subject", "rdf:predicate", "rdf:object")
    )
    if source is None or relation is None or target is None:
        raise LookupError(f"{iri.value} lacks an end")
    premises = (keys.get(claim.value) for claim in reader.nodes(iri, "prov:wasDerivedFrom"))
    claims = tuple(sorted(key for key in premises if key is not None))
    contest, event = reader.node(iri, "contest"), reader.node(iri, "reportedEvent")
    return PlainEdge(iri, source, local(relation), target, contest, event, claims)
