"""Layered layout: marks stand in columns, ordered so that few lines cross, and nothing in a column overlaps.

A line that passes a column on its way gets a lane there, so that it runs between labels and not behind them.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

GAP_BETWEEN_ROWS = 5.0
GAP_BETWEEN_COLUMNS = 84.0
WIDTH_TO_HEIGHT = 1.28
"""Of the whole where there is room to choose: columns stand farther apart when they are tall."""
LANE_HEIGHT = 5.0
SWEEPS = 8
SWAP_ROUNDS = 10
PULL = 0.7
"""How far a mark follows its neighbours (1) instead of spreading evenly over its column (0)."""

Slot = tuple[str, ...]
"""A place in a column: `(iri,)` for a mark, `(left iri, right iri, column)` for a lane."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the layout has to know of a node.

    Attributes:
        iri: The node.
        column: Number of its column, from left to right.
        width: Room for mark and label, in pixels at scale 1.
        height: As `width`.
    """

    iri: str
    column: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Position:
    """The middle of a mark, or of a lane in the column it passes."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Band:
    """The room of a column from `left` to `right`."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes.

    Attributes:
        positions: By IRI of the mark.
        lanes: For two linked marks more than one column apart, the places their lines pass in the columns
            between, from left to right; by the IRI on the left and the IRI on the right.
        bands: By number of the column; columns without marks have none.
        height: Of the tallest column.
    """

    positions: dict[str, Position]
    lanes: dict[tuple[str, str], tuple[Position, ...]]
    bands: dict[int, Band]
    height: float


@dataclass(frozen=True, slots=True)
class _Web:
    """Columns of slots with the threads between neighbouring columns.

    Attributes:
        columns: The slots of each column that has any, from left to right, in their order from top to bottom.
        before: For each slot its neighbours in the column on the left, with repetitions.
        after: As `before`, on the right.
        heights: Height of each slot, with the gap around a mark.
    """

    columns: list[list[Slot]]
    before: dict[Slot, list[Slot]]
    after: dict[Slot, list[Slot]]
    heights: dict[Slot, float]


def arrange(marks: Iterable[Mark], links: Iterable[tuple[str, str]]) -> Layout:
    """Place every mark; the same marks and links in any order give the same places.

    Args:
        marks: Each IRI once.
        links: Pairs of IRIs of marks, in either direction; a pair may come more than once.

    Raises:
        KeyError: A link names an IRI that no mark has.
    """
    in_order = sorted(marks, key=lambda mark: (mark.column, mark.iri))
    web = _weave(in_order, sorted(links))
    _order(web)
    ys = _ys(web)
    bands = _bands(in_order, _height(web))
    return _layout(in_order, web, ys, bands)


def _weave(marks: Sequence[Mark], links: Sequence[tuple[str, str]]) -> _Web:
    """Turn links into threads from column to column, with lanes where a link passes a column."""
    numbers = sorted({mark.column for mark in marks})
    place = {mark.iri: numbers.index(mark.column) for mark in marks}
    heights: dict[Slot, float] = {(mark.iri,): mark.height + GAP_BETWEEN_ROWS for mark in marks}
    columns: list[list[Slot]] = [[(m.iri,) for m in marks if m.column == number] for number in numbers]
    web = _Web(columns, {slot: [] for slot in heights}, {slot: [] for slot in heights}, heights)
    for pair in links:
        left, right = sorted(pair, key=lambda iri: (place[iri], iri))
        if place[left] != place[right]:
            _thread(web, left, right, range(place[left] + 1, place[right]))
    return web


def _thread(web: _Web, left: str, right: str, passed: range) -> None:
    """Lead one link from `left` to `right`, through a lane in every column it passes."""
    path: list[Slot] = [(left,), *((left, right, str(number)) for number in passed), (right,)]
    for number, lane in zip(passed, path[1:-1], strict=True):
        if lane not in web.heights:
            web.columns[number].append(lane)
            web.before[lane], web.after[lane], web.heights[lane] = [], [], 0.0
        web.heights[lane] += LANE_HEIGHT
    for one, next_one in pairwise(path):
        web.after[one].append(next_one)
        web.before[next_one].append(one)


def _order(web: _Web) -> None:
    """Order every column: sweep to and fro, keep the best order met, then swap neighbours if that helps."""
    best, fewest = [list(column) for column in web.columns], _crossings(web)
    for sweep in range(SWEEPS):
        _sweep(web, forward=sweep % 2 == 0)
        crossings = _crossings(web)
        if crossings < fewest:
            best, fewest = [list(column) for column in web.columns], crossings
    web.columns[:] = best
    for _ in range(SWAP_ROUNDS):
        if not _swap_neighbours(web):
            return


def _sweep(web: _Web, *, forward: bool) -> None:
    """Sort each column by the mean place of its neighbours in the column just sorted."""
    columns = web.columns if forward else web.columns[::-1]
    threads = web.before if forward else web.after
    for fixed, column in pairwise(columns):
        places = _places(fixed)
        own = _places(column)
        scale = len(fixed) / len(column)
        mean = {slot: _mean([places[n] for n in threads[slot]], own[slot] * scale) for slot in column}
        column.sort(key=lambda slot, mean=mean, own=own: (mean[slot], own[slot]))  # type: ignore[misc]


def _places(column: Sequence[Slot]) -> dict[Slot, int]:
    return {slot: place for place, slot in enumerate(column)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if len(values) > 0 else otherwise


def _crossings(web: _Web) -> int:
    """Count the pairs of threads that cross."""
    count = 0
    for column, following in pairwise(web.columns):
        places = _places(following)
        met: list[int] = []
        for slot in column:
            ends = sorted(places[end] for end in web.after[slot])
            count += sum(len(met) - bisect_right(met, end) for end in ends)
            for end in ends:
                insort(met, end)
    return count


def _swap_neighbours(web: _Web) -> bool:
    """Swap slots next to each other where fewer threads cross then; tell whether any was swapped."""
    swapped = False
    for number, column in enumerate(web.columns):
        sides = [(web.before, _places(web.columns[number - 1]))] if number > 0 else []
        if number + 1 < len(web.columns):
            sides.append((web.after, _places(web.columns[number + 1])))
        for upper in range(len(column) - 1):
            one, other = column[upper], column[upper + 1]
            if _between(one, other, sides) > _between(other, one, sides):
                column[upper], column[upper + 1] = other, one
                swapped = True
    return swapped


def _between(
    upper: Slot, lower: Slot, sides: Sequence[tuple[Mapping[Slot, Sequence[Slot]], Mapping[Slot, int]]]
) -> int:
    """Count the crossings between the threads of two slots when `upper` stands above `lower`."""
    count = 0
    for threads, places in sides:
        ends = sorted(places[end] for end in threads[lower])
        count += sum(bisect_left(ends, places[end]) for end in threads[upper])
    return count


def _ys(web: _Web) -> dict[Slot, float]:
    """Give every slot the y of its middle: near its neighbours, in order, clear of the slots around it."""
    height = _height(web)
    even = {slot: y for column in web.columns for slot, y in _spread(web, column, height)}
    ys = dict(even)
    for sweep in range(SWEEPS):
        for column in web.columns if sweep % 2 == 0 else web.columns[::-1]:
            wanted = [_wanted(web, slot, ys, even[slot]) for slot in column]
            ys.update(zip(column, _settle(web, column, wanted, height), strict=True))
    return ys


def _wanted(web: _Web, slot: Slot, ys: Mapping[Slot, float], even: float) -> float:
    near = _mean([ys[other] for other in (*web.before[slot], *web.after[slot])], even)
    pull = PULL if len(slot) == 1 else 1.0
    return pull * near + (1 - pull) * even


def _stack(web: _Web, column: Sequence[Slot]) -> tuple[list[float], float]:
    """Middles of slots stacked without slack, and the height of the stack."""
    middles: list[float] = []
    top = 0.0
    for slot in column:
        middles.append(top + web.heights[slot] / 2)
        top += web.heights[slot]
    return middles, top


def _spread(web: _Web, column: Sequence[Slot], height: float) -> Iterator[tuple[Slot, float]]:
    """Spread a column evenly over the whole height."""
    middles, used = _stack(web, column)
    slack = (height - used) / len(column)
    for number, (slot, middle) in enumerate(zip(column, middles, strict=True)):
        yield slot, middle + slack * (number + 0.5)


def _settle(web: _Web, column: Sequence[Slot], wanted: Sequence[float], height: float) -> list[float]:
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


def _height(web: _Web) -> float:
    return max((_stack(web, column)[1] for column in web.columns), default=0.0)


def _bands(marks: Sequence[Mark], height: float) -> dict[int, Band]:
    """Give each column with marks the room of its widest one, and the space between them to its lines."""
    widths: dict[int, float] = {}
    for mark in marks:
        widths[mark.column] = max(widths.get(mark.column, 0.0), mark.width)
    spare = WIDTH_TO_HEIGHT * height - sum(widths.values())
    gap = max(GAP_BETWEEN_COLUMNS, round(spare / max(1, len(widths) - 1)))
    bands: dict[int, Band] = {}
    left = 0.0
    for number in sorted(widths):
        bands[number] = Band(left, left + widths[number])
        left += widths[number] + gap
    return bands


def _layout(marks: Sequence[Mark], web: _Web, ys: Mapping[Slot, float], bands: Mapping[int, Band]) -> Layout:
    middle = {number: (band.left + band.right) / 2 for number, band in bands.items()}
    positions = {mark.iri: Position(middle[mark.column], round(ys[mark.iri,], 1)) for mark in marks}
    lanes: dict[tuple[str, str], tuple[Position, ...]] = {}
    for number, column in zip(sorted(bands), web.columns, strict=True):
        for left, right in sorted((slot[0], slot[1]) for slot in column if len(slot) > 1):
            lane = left, right, str(sorted(bands).index(number))
            lanes[left, right] = (
                *lanes.get((left, right), ()),
                Position(middle[number], round(ys[lane], 1)),
            )
    return Layout(positions, lanes, dict(bands), _height(web))
