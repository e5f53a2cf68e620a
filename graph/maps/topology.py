"""Boundaries of counties, states and the nation, as arcs that neighbours share.

The file is `counties-albers-10m.json` of us-atlas: boundaries of the U.S. Census Bureau (public domain),
projected (Albers, with Alaska and Hawaii moved in) to a sheet of 975 by 610, in TopoJSON.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TypedDict

from graph.errors import GraphError

FILE = "counties-albers-10m.json"
Point = tuple[float, float]
Ring = tuple[int, ...]
"""Numbers of arcs in order; a number below 0 is the arc `~number`, backwards."""


class _Transform(TypedDict):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Area(TypedDict):
    type: str
    arcs: Sequence[Sequence[Sequence[int]]]
    id: str
    properties: dict[str, str]


class _Collection(TypedDict):
    geometries: list[_Area]


class TopoJson(TypedDict):
    """What is read of a TopoJSON document."""

    transform: _Transform
    objects: dict[str, _Collection]
    arcs: list[list[tuple[int, int]]]


class MissingAtlasError(GraphError, LookupError):
    """The boundaries are not there, since the page was not bundled."""

    def __init__(self) -> None:
        """Say how they come there."""
        super().__init__(
            f"graph/page/dist/{FILE} is not there, which maps are drawn from; "
            "wheels have it, and in a checkout `python build_backend.py` puts it there"
        )


@dataclass(slots=True)
class Topology:
    """Boundaries.

    Attributes:
        steps: Each line between two junctions, as written: a point, and steps from one to the next.
        transform: From what is written to the sheet.
        counties: Rings of each county, by its FIPS code.
        states: Rings of each state, by its FIPS code.
        names: Name of each state, by its FIPS code.
    """

    steps: list[list[tuple[int, int]]]
    transform: _Transform
    counties: dict[str, tuple[Ring, ...]]
    states: dict[str, tuple[Ring, ...]]
    names: dict[str, str]
    _arcs: dict[int, tuple[Point, ...]] = field(default_factory=dict)

    def arc(self, number: int) -> tuple[Point, ...]:
        """The points of an arc on the sheet, backwards for a number below 0."""
        if number < 0:
            return self.arc(~number)[::-1]
        if number not in self._arcs:
            self._arcs[number] = tuple(self._points(number))
        return self._arcs[number]

    def _points(self, number: int) -> Iterator[Point]:
        (scale_x, scale_y), (left, top) = self.transform["scale"], self.transform["translate"]
        x = y = 0
        for step_x, step_y in self.steps[number]:
            x, y = x + step_x, y + step_y
            yield x * scale_x + left, y * scale_y + top


@cache
def read_topology() -> Topology:
    """The boundaries that ship with the package; raises MissingAtlasError."""
    try:
        text = (files("graph") / "page" / "dist" / FILE).read_text("utf-8")
    except FileNotFoundError as error:
        raise MissingAtlasError from error
    return topology(json.loads(text))


def topology(document: TopoJson) -> Topology:
    """The boundaries in a TopoJSON document with the objects `counties` and `states`."""
    counties, states = (document["objects"][name]["geometries"] for name in ("counties", "states"))
    return Topology(
        steps=document["arcs"],
        transform=document["transform"],
        counties={area["id"]: _rings(area) for area in counties},
        states={area["id"]: _rings(area) for area in states},
        names={area["id"]: area["properties"]["name"] for area in states},
    )


def _rings(area: _Area) -> tuple[Ring, ...]:
    """The rings of a polygon or of several, holes like the others: they are filled by the even-odd rule."""
    polygons = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
    return tuple(tuple(ring) for polygon in polygons for ring in polygon)  # type: ignore[arg-type]


def joined(boundaries: Topology, areas: Sequence[tuple[Ring, ...]]) -> tuple[Ring, ...]:
    """The rings around several areas together: an arc between two of them is left out."""
    arcs = dict.fromkeys(number for area in areas for ring in area for number in ring)
    rims = [number for number in arcs if ~number not in arcs]
    follows: dict[Point, list[int]] = {}
    for number in rims:
        follows.setdefault(boundaries.arc(number)[0], []).append(number)
    return tuple(_ring(boundaries, start, follows) for start in rims if _take(boundaries, start, follows))


def _take(boundaries: Topology, number: int, follows: dict[Point, list[int]]) -> bool:
    """Whether an arc is in no ring yet; now it is."""
    waiting = follows[boundaries.arc(number)[0]]
    if number not in waiting:
        return False
    waiting.remove(number)
    return True


def _ring(boundaries: Topology, start: int, follows: dict[Point, list[int]]) -> Ring:
    """The ring an arc begins: every arc goes on where the last one ended."""
    ring, begin = [start], boundaries.arc(start)[0]
    while (end := boundaries.arc(ring[-1])[-1]) != begin:
        ring.append(follows[end].pop(0))
    return tuple(ring)
