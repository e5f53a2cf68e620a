"""Decisions as a built graph has them: who stands for whom."""

from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.nodes import Names, term
from graph.reading import Reader

REPLACED = term("dcterms:isReplacedBy")
GRAPH = "derived/identity"
FILE = "derived-identity.nq"


def stands_for_in(generation: Path) -> dict[str, str]:
    """The canonical thing of each thing that another stands for in a generation, by their IRIs."""
    path = generation / "quads" / FILE
    if not path.is_file():
        return {}
    quads = (quad for quad in parse(path=str(path), format=RdfFormat.N_QUADS) if quad.predicate == REPLACED)
    ends = ((quad.subject, quad.object) for quad in quads)
    return {
        old.value: new.value for old, new in ends if isinstance(old, NamedNode) and isinstance(new, NamedNode)
    }


def canonical_node(reader: Reader, thing: NamedNode) -> NamedNode:
    """The thing that stands for a thing, mostly itself."""
    graph = Names(reader.base).graph(GRAPH)
    found = (quad.object for quad in reader.store.quads_for_pattern(thing, REPLACED, None, graph))
    return next((node for node in found if isinstance(node, NamedNode)), thing)


def standing_for_others(reader: Reader) -> set[str]:
    """The IRIs of all things that stand for others."""
    graph = Names(reader.base).graph(GRAPH)
    quads = reader.store.quads_for_pattern(None, REPLACED, None, graph)
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


def stood_for(reader: Reader, thing: NamedNode) -> list[NamedNode]:
    """The things that a thing stands for besides itself, in order of their IRIs."""
    graph = Names(reader.base).graph(GRAPH)
    found = (quad.subject for quad in reader.store.quads_for_pattern(None, REPLACED, thing, graph))
    return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)
