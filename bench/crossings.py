"""How often curves of a drawing cross."""

from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Curve = list[Point]
Stretch = tuple[float, float, float, float, int]
STEPS = 14
NEAR_AN_END = 8.0


def curve(figures: list[float]) -> Curve:
    """Points along cubic curves, each of which begins where the one before ends."""
    points = list(zip(figures[::2], figures[1::2], strict=True))
    bends = [points[place : place + 4] for place in range(0, len(points) - 1, 3)]
    return [points[0], *(at(bend, step / STEPS) for bend in bends for step in range(1, STEPS + 1))]


def at(bend: list[Point], t: float) -> Point:
    """A point of a cubic curve."""
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, bend, strict=True)) for axis in (0, 1))
    return x, y


def crossings(curves: list[Curve]) -> int:
    """How often two of the curves cross, away from their ends."""
    stretches: list[Stretch] = sorted(
        (*min(one, other), *max(one, other), number)
        for number, points in enumerate(curves)
        for one, other in pairwise(points)
    )
    open_: list[Stretch] = []
    count = 0
    for stretch in stretches:
        open_ = [one for one in open_ if one[2] >= stretch[0]]
        for one in open_:
            place = None if one[4] == stretch[4] else meeting(one, stretch)
            if place is not None and all(away(curves[line[4]], place) for line in (one, stretch)):
                count += 1
        open_.append(stretch)
    return count


def away(points: Curve, place: Point) -> bool:
    """Whether a place is away from both ends of a curve."""
    return all(hypot(end[0] - place[0], end[1] - place[1]) > NEAR_AN_END for end in (points[0], points[-1]))


def meeting(one: Stretch, other: Stretch) -> Point | None:
    """Where two stretches cross; None where they do not."""
    (ax, ay, bx, by, _), (cx, cy, dx, dy, _) = one, other
    if max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return None
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if turn == 0:
        return None
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    across = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    if not (0 <= along < 1 and 0 <= across < 1):
        return None
    return ax + along * (bx - ax), ay + along * (by - ay)
