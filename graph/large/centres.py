"""Which marks belong together: each follows its best connected neighbour, and centres form communities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.picture import Edge, Picture

SEED = 1
"""Of the order in which communities are tried; any other number gives communities as good."""


@dataclass(frozen=True, slots=True)
class Centres:
    """Where each mark belongs.

    Attributes:
        home: The centre of each mark by its IRI; a centre is its own.
        communities: The centres of each community; both in order, those with most marks first.
    """

    home: Mapping[str, str]
    communities: tuple[tuple[str, ...], ...]


def find_centres(picture: Picture) -> Centres:
    """Let every mark belong to a centre, and every centre to a community.

    A mark that nobody follows belongs to its neighbour with most neighbours, if that has more than itself.
    Two centres are near each other by the lines between what belongs to them.
    """
    home = _homes(picture)
    marks = defaultdict[str, int](int)
    for centre in home.values():
        marks[centre] += 1
    found = [sorted(one, key=lambda iri: (-marks[iri], iri)) for one in _communities(home, picture.edges)]
    found.sort(key=lambda one: (-sum(marks[iri] for iri in one), one))
    return Centres(home, tuple(map(tuple, found)))


def _homes(picture: Picture) -> dict[str, str]:
    near: dict[str, set[str]] = {node.iri: set() for node in picture.nodes}
    for edge in picture.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    rank = {iri: (len(others), iri) for iri, others in near.items()}
    followed = {iri: max(others, key=rank.__getitem__, default=iri) for iri, others in near.items()}
    leads = {leader for iri, leader in followed.items() if rank[leader] > rank[iri]}
    return {iri: iri if iri in leads or leader not in leads else leader for iri, leader in followed.items()}


def _communities(home: Mapping[str, str], edges: Iterable[Edge]) -> list[list[str]]:
    """Communities after Louvain; numbers stand for centres, so that no hash of a text has a say."""
    centres = sorted(set(home.values()))
    number = {iri: place for place, iri in enumerate(centres)}
    weights = defaultdict[tuple[int, int], int](int)
    for edge in edges:
        one, other = sorted((number[home[edge.source]], number[home[edge.target]]))
        weights[one, other] += one != other
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(centres)))
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()) if weight > 0)
    return [[centres[one] for one in found] for found in nx.community.louvain_communities(graph, seed=SEED)]
