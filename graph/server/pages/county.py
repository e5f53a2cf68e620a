"""A county: its contests, and where it lies among the counties of its state."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.server.held import Held
from graph.server.table import Cell
from graph.workbench.assets import COUNTIES

COUNTY = re.compile(r"id/county/us/(\d{5})$")
STATE = 2
"""Digits of the code of a county that are those of its state."""
MARGIN = 60
STEP = re.compile(r"M(-?\d+)[ ]?(-?\d+)l([^z]*)z")
NUMBER = re.compile(r"-?\d+")


class Boundaries(TypedDict):
    """The file of the bundle: the size of the drawing, and a path for each code."""

    width: int
    height: int
    counties: dict[str, str]
    states: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outline:
    """A county of a map: its path, where the graph tells of it, and whether it is the one meant."""

    path: str
    iri: str
    name: str
    meant: bool


@dataclass(frozen=True, slots=True)
class Map:
    """Counties to draw, and the box around them."""

    box: str
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class County:
    """What a county has besides its dossier: contests with their day, and its map where there is one."""

    contests: tuple[tuple[str, Cell], ...]
    drawn: Map | None


def county(held: Held, node: NamedNode) -> County:
    """The contests of a county that documents name, and its map."""
    reader = held.reader
    found = [*reader.subjects("inCounty", node), *reader.subjects("heldIn", node)]
    contests = {(reader.text(one, "date"), Cell(reader.label(one), one.value)) for one in found}
    code = COUNTY.search(node.value)
    drawn = None if code is None else _of_state(held, code[1])
    return County(tuple(sorted(contests, key=lambda one: (one[0], one[1].text))), drawn)


def _of_state(held: Held, meant: str) -> Map | None:
    """The counties of a state with the one that is meant; None without boundaries."""
    known = outlines(held.bundle)
    if meant not in known:
        return None
    state = {code: path for code, path in known.items() if code[:STATE] == meant[:STATE]}
    drawn = tuple(_outline(held, code, path, meant) for code, path in sorted(state.items()))
    return Map(_box(state.values()), drawn)


def whole_map(bundle: Path | None, told: Mapping[str, str]) -> Map | None:
    """The states, and over them the counties a graph tells of; None without boundaries.

    Args:
        bundle: Folder of the bundled workbench.
        told: Names of things by their IRIs; those that are no county with a code are left out.
    """
    if bundle is None:
        return None
    drawn = _read(bundle / COUNTIES)
    states = tuple(Outline(path, "", "", meant=False) for _, path in sorted(drawn["states"].items()))
    codes = {found[1]: iri for iri in told if (found := COUNTY.search(iri))}
    meant = tuple(
        Outline(drawn["counties"][code], iri, told[iri], meant=True)
        for code, iri in sorted(codes.items())
        if code in drawn["counties"]
    )
    return Map(f"0 0 {drawn['width']} {drawn['height']}", (*states, *meant))


def _outline(held: Held, code: str, path: str, meant: str) -> Outline:
    node = NamedNode(f"{held.manifest.base}id/county/us/{code}")
    told = code == meant or _is_told(held.reader, node)
    return Outline(path, node.value if told else "", held.reader.label(node) if told else "", code == meant)


def _is_told(reader: Reader, node: NamedNode) -> bool:
    return bool(reader.kinds(node))


def outlines(bundle: Path | None) -> Mapping[str, str]:
    """The path of each county by its code; none where the workbench is not bundled."""
    return _read(bundle / COUNTIES)["counties"] if bundle is not None else {}


@lru_cache(1)
def _read(file: Path) -> Boundaries:
    found: Boundaries = json.loads(file.read_bytes())
    return found


def _box(paths: Iterable[str]) -> str:
    """The box around paths, as a drawing says it."""
    points = [point for path in paths for point in _points(path)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return f"{left} {top} {max(xs) + MARGIN - left} {max(ys) + MARGIN - top}"


def _points(path: str) -> Iterator[tuple[int, int]]:
    """The corners of a path of relative steps."""
    for start_x, start_y, steps in STEP.findall(path):
        x, y = int(start_x), int(start_y)
        numbers = [int(one) for one in NUMBER.findall(steps)]
        yield x, y
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y
