"""Outlines of areas as SVG paths, with no more points than can be seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graph.maps.topology import Point, Ring, Topology

UNITS = 20
"""Units of a path in one unit of the sheet."""
Steps = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest upright rectangle around an area, in units of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """Its longer side."""
        return max(self.right - self.left, self.bottom - self.top)


@dataclass(slots=True)
class Outliner:
    """Draws outlines; areas that share a line share its points.

    Attributes:
        coarseness: How far, in units of the sheet, a line may stray from the boundary.
        smallest: Rings whose longer side is shorter are left out, as long as a larger one is there.
    """

    topology: Topology
    coarseness: float
    smallest: float = 0.0
    _arcs: dict[int, list[Point]] = field(default_factory=dict)

    def path(self, rings: Iterable[Ring]) -> str:
        """Rings as an SVG path of whole numbers, each point as the step from the last."""
        return "".join(_written(_whole(self._points(ring))) for ring in self._seen(rings))

    def _seen(self, rings: Iterable[Ring]) -> list[Ring]:
        """The rings that are large enough, and always the largest."""
        sizes = {ring: box(self._points(ring)).size for ring in rings}
        return [ring for ring, size in sizes.items() if size >= min(self.smallest, max(sizes.values()))]

    def _points(self, ring: Ring) -> Iterator[Point]:
        for number in ring:
            yield from self._arc(number)

    def _arc(self, number: int) -> list[Point]:
        if number < 0:
            return self._arc(~number)[::-1]
        if number not in self._arcs:
            self._arcs[number] = thinned(self.topology.arc(number), self.coarseness)
        return self._arcs[number]


def box(points: Iterable[Point]) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _whole(points: Iterable[Point]) -> Steps:
    """Points in units of paths, without those that fall together with the one before."""
    found: Steps = []
    for x, y in points:
        point = (round(x * UNITS), round(y * UNITS))
        if not found or found[-1] != point:
            found.append(point)
    return found[:-1] if found[0] == found[-1] else found


def _written(points: Steps) -> str:
    """A closed path."""
    steps = " ".join(f"{there[0] - here[0]},{there[1] - here[1]}" for here, there in pairwise(points))
    return f"M{points[0][0]},{points[0][1]}l{steps}z" if steps else ""


def thinned(points: tuple[Point, ...], coarseness: float) -> list[Point]:
    """The points of a line without those it passes closely enough (Douglas and Peucker's method)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        between = ((_distance(points[first], points[last], points[at]), at) for at in range(first + 1, last))
        distance, at = max(between, default=(0.0, first))
        if distance > coarseness:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [points[number] for number in sorted(kept)]


def _distance(start: Point, end: Point, point: Point) -> float:
    """How far a point is from the line through two others, or from the one where they are the same."""
    across, along = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    length = (across**2 + along**2) ** 0.5
    return float((x**2 + y**2) ** 0.5 if length == 0 else abs(across * y - along * x) / length)


def centre(ring: list[Point]) -> Point:
    """The centre of gravity of a ring; of one without extent its first point."""
    twice = x = y = 0.0
    (x0, y0), closed = ring[0], zip(ring, [*ring[1:], ring[0]], strict=True)
    for (x1, y1), (x2, y2) in closed:
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        twice, x, y = twice + cross, x + cross * (x1 + x2 - 2 * x0), y + cross * (y1 + y2 - 2 * y0)
    return (x0, y0) if twice == 0 else (x0 + x / twice / 3, y0 + y / twice / 3)
