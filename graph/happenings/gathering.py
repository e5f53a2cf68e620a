"""All happenings of a picture, in the order of their time."""

from collections.abc import Iterable

from graph.drawn.drawn import BuiltRows
from graph.happenings.contests import elections
from graph.happenings.counted import counted_happenings
from graph.happenings.told import told_happenings
from graph.picture import Edge, Happening, Node

NEVER = "9999"


def gather(
    built: BuiltRows, nodes: tuple[Node, ...], edges: tuple[Edge, ...], filed: Iterable[Happening]
) -> tuple[Happening, ...]:
    """What happened to the marks of a picture; what has no time comes last.

    Args:
        built: The graph.
        nodes: Those of the picture.
        edges: Those of the picture.
        filed: Rows of filings behind the edges, over time.
    """
    marks = frozenset([*(node.iri for node in nodes), *(edge.iri for edge in edges)])
    found = [
        *filed,
        *told_happenings(built.reader, edges, marks),
        *elections(nodes, edges),
        *counted_happenings(built, marks),
    ]
    return tuple(sorted(found, key=_order))


def _order(one: Happening) -> tuple[str, ...]:
    return (one.earliest or one.latest or NEVER, one.latest or NEVER, one.kind, one.key)
