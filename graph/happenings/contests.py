"""Elections: the contests of a picture, each at its day."""

from collections.abc import Iterable, Iterator

from graph.happenings.dates import days
from graph.picture import Edge, Happening, Node


def elections(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Happening]:
    """One for each contest that is decided at a place of the picture."""
    named = {node.iri: node for node in nodes}
    for edge in sorted(edges, key=lambda edge: edge.iri):
        if edge.family == "outcome" and edge.target in named:
            contest = named[edge.target]
            yield Happening(
                key=edge.target,
                kind="election",
                label=": ".join(filter(None, (contest.label, contest.subtitle))),
                **days(edge.date),
                marks=(edge.target, edge.iri),
                claims=edge.claims,
            )
