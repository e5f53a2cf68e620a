"""Decisions as a built graph has them: who stands for whom."""

from pathlib import Path

from pyoxigraph import NamedNode

from graph.nodes import term
from graph.reading import Reader
from graph.store import open_store, read_manifest

REPLACED = "dcterms:isReplacedBy"


def stands_for(reader: Reader) -> dict[str, str]:
    """The canonical thing of each thing that another stands for, by their IRIs."""
    quads = reader.store.quads_for_pattern(None, term(REPLACED), None, None)
    pairs = ((quad.subject, quad.object) for quad in quads)
    return {
        old.value: new.value
        for old, new in pairs
        if isinstance(old, NamedNode) and isinstance(new, NamedNode)
    }


def canonical_things(folder: Path) -> frozenset[str]:
    """The IRIs of the things of a built graph that stand for others."""
    if not any(part.name == "derived-identity" for part in read_manifest(folder).derived):
        return frozenset()
    return frozenset(stands_for(Reader(open_store(folder))).values())
