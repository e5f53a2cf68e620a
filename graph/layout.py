"""Layered layout: marks stand in columns, ordered so that few lines cross, and nothing in a column overlaps.

A line that passes a column on its way gets a lane there, so that it runs between labels and not behind them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.layered.heights import height_of, middles_of
from graph.layered.order import ordered
from graph.layered.web import Columns, Slot, Web

GAP_BETWEEN_ROWS = 5.0
GAP_BETWEEN_COLUMNS = 84.0
WIDTH_TO_HEIGHT = 1.28
"""Of the whole where there is room to choose: columns stand farther apart when they are tall."""
LANE_HEIGHT = 5.0


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
    web.columns[:] = ordered(web)
    ys = middles_of(web)
    bands = _bands(in_order, height_of(web))
    return _layout(in_order, web, ys, bands)


def _weave(marks: Sequence[Mark], links: Sequence[tuple[str, str]]) -> Web:
    """Turn links into threads from column to column, with lanes where a link passes a column."""
    numbers = sorted({mark.column for mark in marks})
    place = {mark.iri: numbers.index(mark.column) for mark in marks}
    columns: Columns = [[(mark.iri,) for mark in marks if mark.column == number] for number in numbers]
    web = Web(columns, {}, {}, {}, {})
    for mark in marks:
        web.add((mark.iri,), mark.height + GAP_BETWEEN_ROWS)
    for pair in links:
        left, right = sorted(pair, key=lambda iri: (place[iri], iri))
        if place[left] == place[right]:  # a line beside the column
            web.beside[left,].append((right,))
            web.beside[right,].append((left,))
        else:
            _thread(web, left, right, range(place[left] + 1, place[right]))
    return web


def _thread(web: Web, left: str, right: str, passed: range) -> None:
    """Lead one link from `left` to `right`, through a lane in every column it passes."""
    path: list[Slot] = [(left,), *((left, right, str(number)) for number in passed), (right,)]
    for number, lane in zip(passed, path[1:-1], strict=True):
        if lane not in web.heights:
            web.columns[number].append(lane)
            web.add(lane, 0.0)
        web.heights[lane] += LANE_HEIGHT
    for one, next_one in pairwise(path):
        web.after[one].append(next_one)
        web.before[next_one].append(one)


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


def _layout(marks: Sequence[Mark], web: Web, ys: Mapping[Slot, float], bands: Mapping[int, Band]) -> Layout:
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
    return Layout(positions, lanes, dict(bands), height_of(web))
