"""The map of a picture: its places as areas, the land around them, and the margins of its contests."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.drawn.drawn import BuiltRows
from graph.maps.area import Area, Map
from graph.maps.margins import counted_margins, stated_margins
from graph.maps.outlines import UNITS, Box, Outliner, box, centre
from graph.maps.places import counties_of
from graph.maps.topology import Point, Ring, Topology, joined, read_topology
from graph.picture import Edge

FINE, COARSE, SMALLEST = 0.1, 0.5, 4.0
"""In units of the sheet: the lines of areas, the lines of the land, and the islands it leaves out."""
SHEET = (975, 610)
MANY = 300
"""From so many areas on their lines are as coarse as those of the land."""


def draw_map(built: BuiltRows, edges: Iterable[Edge]) -> Map | None:
    """The map of the contests among the edges of a picture; None where there is none to draw."""
    days = places_of(edges)
    if not days:
        return None
    boundaries = read_topology()
    counties = {
        place: counties_of(built.reader, NamedNode(place), day, boundaries) for place, day in days.items()
    }
    placed = {place: codes for place, codes in counties.items() if codes}
    if not placed:
        return None
    fine = Outliner(boundaries, FINE if len(placed) < MANY else COARSE)
    areas = [_area(fine, place, codes) for place, codes in placed.items()]
    contests = sorted({edge.contest for edge in edges if edge.family == "outcome" and edge.contest})
    return Map(
        width=SHEET[0] * UNITS,
        height=SHEET[1] * UNITS,
        land=_land(boundaries),
        states=_states(fine, placed.values()),
        areas=tuple(sorted(areas, key=lambda area: (-_extent(area), area.place))),
        unplaced=tuple(sorted(set(counties) - set(placed))),
        margins=(*stated_margins(built.reader, contests), *counted_margins(built.tables, contests)),
    )


def places_of(edges: Iterable[Edge]) -> dict[str, str]:
    """The places of contests, with the day of the last contest there."""
    days: dict[str, str] = {}
    for edge in edges:
        if edge.family == "outcome":
            days[edge.source] = max(days.get(edge.source, ""), edge.date)
    return dict(sorted(days.items()))


def _area(outliner: Outliner, place: str, codes: tuple[str, ...]) -> Area:
    boundaries = outliner.topology
    rings = joined(boundaries, [boundaries.counties[code] for code in codes])
    shapes = [[point for number in ring for point in boundaries.arc(number)] for ring in rings]
    largest = max(shapes, key=lambda points: box(points).size)
    return Area(
        place=place,
        counties=codes,
        state=boundaries.names.get(codes[0][:2], ""),
        path=outliner.path(rings),
        box=_rounded(box(point for points in shapes for point in points)),
        anchor=_in_units(centre(largest)),
    )


def _rounded(found: Box) -> tuple[int, int, int, int]:
    return (*_in_units((found.left, found.top)), *_in_units((found.right, found.bottom)))


def _in_units(point: Point) -> tuple[int, int]:
    return (round(point[0] * UNITS), round(point[1] * UNITS))


def _extent(area: Area) -> int:
    left, top, right, bottom = area.box
    return max(right - left, bottom - top)


def _land(boundaries: Topology) -> str:
    outliner = Outliner(boundaries, COARSE, SMALLEST)
    return "".join(outliner.path(rings) for _, rings in sorted(boundaries.states.items()))


def _states(outliner: Outliner, placed: Iterable[tuple[str, ...]]) -> dict[str, str]:
    boundaries = outliner.topology
    codes = sorted({code[:2] for counties in placed for code in counties})
    rings: dict[str, tuple[Ring, ...]] = {code: boundaries.states[code] for code in codes}
    return {boundaries.names[code]: outliner.path(found) for code, found in rings.items()}
