"""Force layout: linked marks draw together, all others apart, and at last no two marks overlap.

It starts from given places and uses no chance, so the same marks come to the same places.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from graph.layout import Mark, Position

REACH = 105.0
"""Distance at which two linked marks neither draw together nor push apart, before it is stretched."""
STRETCH = 1.9
"""How much wider than high the room is."""
ROUNDS = 140
FIRST_STEP = 90.0
HOLD = 3.0
"""How strongly every mark is held to the middle, so that loose parts do not drift away."""
MARGIN_ACROSS, MARGIN_DOWN = 12.0, 9.0
PUSHES = 120


@dataclass(slots=True)
class _Body:
    """A mark on its way; `x` is squeezed by `STRETCH` while forces are at work."""

    mark: Mark
    x: float
    y: float
    dx: float = 0.0
    dy: float = 0.0


def spread(
    marks: Sequence[Mark], links: Iterable[tuple[str, str]], start: Mapping[str, Position]
) -> dict[str, Position]:
    """Find a place for every mark; no two overlap.

    Args:
        marks: Each once.
        links: Ends of the edges; several between two marks draw no more than one.
        start: A place for every mark to start from.
    """
    bodies = [_Body(mark, start[mark.iri].x / STRETCH, start[mark.iri].y) for mark in marks]
    by_iri = {body.mark.iri: body for body in bodies}
    pairs = sorted({(min(ends), max(ends)) for ends in links if ends[0] != ends[1]})
    drawn = [(by_iri[one], by_iri[other]) for one, other in pairs]
    for turn in range(ROUNDS):
        _turn(bodies, drawn, FIRST_STEP * (1 - turn / ROUNDS))
    for body in bodies:
        body.x *= STRETCH
    _push_apart(bodies)
    _settle(bodies)
    return {body.mark.iri: Position(round(body.x, 1), round(body.y, 1)) for body in bodies}


def _turn(bodies: Sequence[_Body], drawn: Iterable[tuple[_Body, _Body]], step: float) -> None:
    """Move every mark once, by `step` at most."""
    middle_x = sum(body.x for body in bodies) / len(bodies)
    middle_y = sum(body.y for body in bodies) / len(bodies)
    for body in bodies:
        body.dx, body.dy = (middle_x - body.x) * HOLD, (middle_y - body.y) * HOLD
    for number, one in enumerate(bodies):
        for other in bodies[:number]:
            x, y = one.x - other.x, one.y - other.y
            force = REACH * REACH / max(x * x + y * y, 1.0)
            _pull(one, other, x * force, y * force)
    for one, other in drawn:
        x, y = other.x - one.x, other.y - one.y
        force = hypot(x, y) / REACH
        _pull(one, other, x * force, y * force)
    for body in bodies:
        length = hypot(body.dx, body.dy)
        share = min(step, length) / length if length > 0 else 0.0
        body.x += body.dx * share
        body.y += body.dy * share


def _pull(one: _Body, other: _Body, x: float, y: float) -> None:
    one.dx, one.dy = one.dx + x, one.dy + y
    other.dx, other.dy = other.dx - x, other.dy - y


def _push_apart(bodies: Sequence[_Body]) -> None:
    """Move overlapping marks away from each other, each by half of what the shorter way takes."""
    for _ in range(PUSHES):
        clashes = [
            (one, other) for n, one in enumerate(bodies) for other in bodies[:n] if _overlap(one, other)
        ]
        if not clashes:
            return
        for one, other in clashes:
            across, down = _inside(one, other)
            if down <= across:
                push = down / 2 if one.y >= other.y else -down / 2
                one.y, other.y = one.y + push, other.y - push
            else:
                push = across / 2 if one.x >= other.x else -across / 2
                one.x, other.x = one.x + push, other.x - push


def _settle(bodies: Sequence[_Body]) -> None:
    """Lower whatever still overlaps one that is higher, from top to bottom."""
    placed: list[_Body] = []
    for body in sorted(bodies, key=lambda one: (one.y, one.x, one.mark.iri)):
        while clashing := [other for other in placed if _overlap(body, other)]:
            body.y += max(_inside(body, other)[1] for other in clashing) + 0.1
        placed.append(body)


def _inside(one: _Body, other: _Body) -> tuple[float, float]:
    """How far two marks are inside each other, across and down; not above 0 where they are clear."""
    across = (one.mark.width + other.mark.width) / 2 + MARGIN_ACROSS - abs(one.x - other.x)
    down = (one.mark.height + other.mark.height) / 2 + MARGIN_DOWN - abs(one.y - other.y)
    return across, down


def _overlap(one: _Body, other: _Body) -> bool:
    return min(_inside(one, other)) > 0
