"""The small network of a thing: whom it is tied to, drawn from its plain edges, the same each time.

Others stand at both sides: at the left those whose edges reach the thing, at the right those its edges reach.
Each line leads to its edge, which has the claims; each name leads to its page.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.plain_edges import PlainEdge, edges_of
from graph.reading import Reader
from ontology import EDGES

MOST = 12
"""Others at each side, at most."""
WIDTH, ROW, GAP, TOP = 1080, 20, 10, 34
MIDDLE = WIDTH // 2
NAME, SAID = 204, 360
"""Where names end and where lines begin, from each side."""
LETTERS, LONGEST = 25, 24
MARGIN = 200
"""What stands beside the thing itself where one side has no others."""


@dataclass(frozen=True, slots=True)
class Line:
    """An edge as drawn: where it is told, what it says, and its path."""

    iri: str
    words: str
    family: str
    path: str
    x: int
    y: float
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Another thing as drawn."""

    iri: str
    name: str
    whole: str
    x: int
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The network.

    Attributes:
        left: Where it begins; at the right of the middle where nothing stands at the left.
        left_out: How many others are not drawn.
        centre: The x of the thing itself.
        middle: The y of the thing itself.
    """

    left: int
    width: int
    height: float
    middle: float
    name: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    left_out: int
    centre: int = MIDDLE


def ties(reader: Reader, node: NamedNode) -> Drawing | None:
    """The network of a thing; None for one without ties."""
    edges = [edge for edge in edges_of(reader, node) if edge.source != edge.target]
    if not edges:
        return None
    sides = [
        _by_other([edge for edge in edges if (edge.source == node) == out], out) for out in (False, True)
    ]
    shown = [side[:MOST] for side in sides]
    height = max(_height(side) for side in shown) + 2 * TOP
    middle = height / 2
    lines: list[Line] = []
    marks: list[Mark] = []
    for out, side in zip((False, True), shown, strict=True):
        top = middle - _height(side) / 2
        for other, mine in side:
            marks.append(_mark(reader, other, top + ROW * len(mine) / 2, out))
            lines += _lines(reader, mine, top, middle, out)
            top += ROW * len(mine) + GAP
    left_out = sum(len(side) for side in sides) - len(marks)
    name = fitted(reader.label(node), 2 * LETTERS)
    left, right = 0 if shown[0] else MIDDLE - MARGIN, WIDTH if shown[1] else MIDDLE + MARGIN
    return Drawing(left, right - left, height, middle, name, tuple(lines), tuple(marks), left_out)


def _by_other(edges: Sequence[PlainEdge], out: bool) -> list[tuple[NamedNode, list[PlainEdge]]]:  # noqa: FBT001 - two sides
    """Edges by the thing at their other end, those with most edges first."""
    found: dict[NamedNode, list[PlainEdge]] = defaultdict(list)
    for edge in edges:
        found[edge.target if out else edge.source].append(edge)
    return sorted(found.items(), key=lambda one: (-len(one[1]), one[0].value))


def _height(side: Sequence[tuple[NamedNode, list[PlainEdge]]]) -> float:
    return sum(ROW * len(edges) for _, edges in side) + GAP * max(len(side) - 1, 0)


def _mark(reader: Reader, other: NamedNode, y: float, out: bool) -> Mark:  # noqa: FBT001 - two sides
    whole = reader.label(other)
    x, anchor = (WIDTH - NAME + 8, "start") if out else (NAME - 8, "end")
    return Mark(other.value, fitted(whole, LETTERS), whole, x, y, anchor)


def _lines(
    reader: Reader,
    edges: Sequence[PlainEdge],
    top: float,
    middle: float,
    out: bool,  # noqa: FBT001 - two sides
) -> Iterator[Line]:
    """The edges to one other, each in a row of its own, drawn together towards the middle."""
    for place, edge in enumerate(edges):
        y = top + ROW * (place + 0.5)
        begin, way = (WIDTH - SAID, -1) if out else (SAID, 1)
        path = f"M{begin} {y:g}C{begin + way * 90} {y:g} {MIDDLE - way * 80} {middle:g} {MIDDLE} {middle:g}"
        words = EDGES[edge.relation].label
        x, anchor = (begin + 6, "start") if out else (begin - 6, "end")
        whole = f"{reader.label(edge.source)} {words} {reader.label(edge.target)}"
        family = EDGES[edge.relation].family
        yield Line(edge.iri.value, fitted(words, LONGEST), family, path, x, y, anchor, whole)


def fitted(text: str, most: int) -> str:
    """A text cut to a number of letters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
