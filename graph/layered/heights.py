"""How high each slot stands: in its order, clear of the others, and near what it is linked with."""

from collections.abc import Iterator, Mapping, Sequence

from graph.layered.web import Slot, Web

SWEEPS = 8
PULL = 0.7
"""How far a mark follows its neighbours (1) instead of spreading evenly over its column (0)."""


def middles_of(web: Web) -> dict[Slot, float]:
    """The y of the middle of every slot."""
    height = height_of(web)
    even = {slot: y for column in web.columns for slot, y in _spread(web, column, height)}
    ys = dict(even)
    for sweep in range(SWEEPS):
        for column in web.columns if sweep % 2 == 0 else web.columns[::-1]:
            wanted = [_wanted(web, slot, ys, even[slot]) for slot in column]
            ys.update(zip(column, _settle(web, column, wanted, height), strict=True))
    return ys


def height_of(web: Web) -> float:
    """The height of the tallest column."""
    return max((_stack(web, column)[1] for column in web.columns), default=0.0)


def _wanted(web: Web, slot: Slot, ys: Mapping[Slot, float], even: float) -> float:
    near = [ys[other] for other in (*web.before[slot], *web.after[slot])]
    mean = sum(near) / len(near) if len(near) > 0 else even
    pull = PULL if len(slot) == 1 else 1.0
    return pull * mean + (1 - pull) * even


def _stack(web: Web, column: Sequence[Slot]) -> tuple[list[float], float]:
    """Middles of slots stacked without slack, and the height of the stack."""
    middles: list[float] = []
    top = 0.0
    for slot in column:
        middles.append(top + web.heights[slot] / 2)
        top += web.heights[slot]
    return middles, top


def _spread(web: Web, column: Sequence[Slot], height: float) -> Iterator[tuple[Slot, float]]:
    """Spread a column evenly over the whole height."""
    middles, used = _stack(web, column)
    slack = (height - used) / len(column)
    for number, (slot, middle) in enumerate(zip(column, middles, strict=True)):
        yield slot, middle + slack * (number + 0.5)


def _settle(web: Web, column: Sequence[Slot], wanted: Sequence[float], height: float) -> list[float]:
    """Move slots as little as possible from where they want to be until none overlaps another.

    With the stacked place taken off, "clear of each other" means "never falling": an isotonic regression.
    """
    middles, used = _stack(web, column)
    blocks: list[tuple[float, int]] = []  # mean of a run of slots that touch, and its length
    for want, middle in zip(wanted, middles, strict=True):
        mean, length = want - middle, 1
        while len(blocks) > 0 and blocks[-1][0] >= mean:
            above, above_length = blocks.pop()
            mean = (above * above_length + mean * length) / (above_length + length)
            length += above_length
        blocks.append((mean, length))
    shifts = [min(max(mean, 0.0), height - used) for mean, length in blocks for _ in range(length)]
    return [middle + shift for middle, shift in zip(middles, shifts, strict=True)]
