"""Where every mark of a large picture stands: the columns of a small one, each many slots wide.

What belongs to one centre stands in one band across all columns, and a community is a run of bands.
Each mark has a slot that takes its name: no name overlaps another, and money reads left to right.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from graph.large.centres import Centres
from graph.picture import Column, Picture

SLOT_WIDTH, SLOT_HEIGHT = 190.0, 16.0
GAP_BETWEEN_BANDS, GAP_BETWEEN_COMMUNITIES = 10.0, 90.0
LEAST_GAP, LARGEST_GAP = 0.16, 0.4
"""Room right of a column, for names and lines, as a share of the height: for no lines, and for all lines."""
SHAPE = 1.15
"""Width of the whole over its height: that of the stage of a page."""
WIDEST = 400
"""No column is more slots wide than this."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The room of a column."""

    column: Column
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The room of a community from `top` to `bottom`."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands.

    Attributes:
        marks: Place of each mark by its IRI, in whole units: the left end of its slot, and its middle line.
        zones: Of the columns that have marks, from left to right.
        strips: Of the communities, in the order of `Centres.communities`.
        height: Of the whole.
    """

    marks: Mapping[str, tuple[int, int]]
    zones: tuple[Zone, ...]
    strips: tuple[Strip, ...]
    height: float


Band = dict[Column, list[str]]
"""The marks of a centre by column, the largest first."""


@dataclass(frozen=True, slots=True)
class _Wide:
    """A column: how many slots it is wide, and the share of all lines that go on to the right of it."""

    slots: int
    lines: float


Wide = dict[Column, _Wide]


def find_places(picture: Picture, centres: Centres) -> Places:
    """A place for every mark; the same picture has the same places."""
    bands = _bands(picture, centres)
    wide = _widths(picture, bands)
    strips = tuple(_strips(bands, wide))
    height = strips[-1].bottom if strips else 0.0
    zones = tuple(_zones(wide, height))
    marks: dict[str, tuple[int, int]] = {}
    for strip, community in zip(strips, bands, strict=True):
        top = strip.top
        for band in community:
            marks.update(_stand(band, wide, zones, top))
            top += _height(band, wide) + GAP_BETWEEN_BANDS
    return Places(marks, zones, strips, height)


def _bands(picture: Picture, centres: Centres) -> list[list[Band]]:
    """The marks of each centre of each community."""
    size = _sizes(picture)
    band: dict[str, Band] = {}
    for node in sorted(picture.nodes, key=lambda node: (-size[node.iri], node.iri)):
        band.setdefault(centres.home[node.iri], {}).setdefault(node.column, []).append(node.iri)
    return [[band[iri] for iri in found] for found in centres.communities]


def _sizes(picture: Picture) -> Counter[str]:
    """Whole dollars in and out of each mark: enough to order by."""
    size: Counter[str] = Counter()
    for edge in picture.edges:
        figure = None if edge.amount is None else edge.amount.size
        size[edge.source] += 0 if figure is None else int(figure)
        size[edge.target] += 0 if figure is None else int(figure)
    return size


def _widths(picture: Picture, bands: Sequence[Sequence[Band]]) -> Wide:
    """As few slots a column as give the whole its shape; a column with more marks is wider."""
    marks, shares = Counter(node.column for node in picture.nodes), _shares(picture)
    wide: Wide = {}
    for slots in range(1, WIDEST):
        wide = {
            column: _Wide(ceil(slots * marks[column] / max(marks.values())), shares[column])
            for column in sorted(marks)
        }
        height = max((strip.bottom for strip in _strips(bands, wide)), default=0.0)
        if max((zone.right for zone in _zones(wide, height)), default=0.0) >= SHAPE * height:
            break
    return wide


def _shares(picture: Picture) -> dict[Column, float]:
    """The share of all lines whose left end stands in a column."""
    column = {node.iri: node.column for node in picture.nodes}
    leaving = Counter(min(column[edge.source], column[edge.target]) for edge in picture.edges)
    return {one: leaving[one] / max(1, len(picture.edges)) for one in Column}


def _height(band: Band, wide: Wide) -> float:
    return max(ceil(len(marks) / wide[column].slots) for column, marks in band.items()) * SLOT_HEIGHT


def _strips(bands: Sequence[Sequence[Band]], wide: Wide) -> Iterator[Strip]:
    top = 0.0
    for community in bands:
        bottom = top + sum(_height(band, wide) + GAP_BETWEEN_BANDS for band in community)
        yield Strip(top, bottom)
        top = bottom + GAP_BETWEEN_COMMUNITIES


def _zones(wide: Wide, height: float) -> Iterator[Zone]:
    left = 0.0
    for column, room in wide.items():
        right = left + room.slots * SLOT_WIDTH
        yield Zone(column, left, right)
        share = LEAST_GAP + (LARGEST_GAP - LEAST_GAP) * room.lines
        left = right + max(SLOT_WIDTH, share * height)


def _stand(
    band: Band, wide: Wide, zones: Sequence[Zone], top: float
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Places of the marks of a band, in rows around its middle line; large donors next to their lines."""
    height = _height(band, wide)
    for zone in zones:
        marks = band.get(zone.column, [])
        slots = wide[zone.column].slots
        rows = ceil(len(marks) / slots)
        first = top + (height - rows * SLOT_HEIGHT) / 2
        for number, iri in enumerate(marks):
            row, slot = divmod(number, slots)
            across = slots - 1 - slot if zone.column == Column.DONORS else slot
            place = (round(zone.left + across * SLOT_WIDTH), round(first + (row + 0.5) * SLOT_HEIGHT))
            yield iri, place
