"""The counties of a place, by their FIPS codes."""

import re

from pyoxigraph import NamedNode

from graph.maps.topology import Topology
from graph.reading import Reader

COUNTY = re.compile(r"/id/county/us/([0-9]{5})$")


def counties_of(reader: Reader, place: NamedNode, day: str, boundaries: Topology) -> tuple[str, ...]:
    """The counties of a place, in order; none where the graph does not say them, or one has no boundary.

    Args:
        reader: The graph.
        place: A county, a district or circuit, or a state.
        day: Of the contest, since the counties of districts change.
        boundaries: Those that can be drawn.
    """
    codes = sorted({code for county in _parts(reader, place, day) for code in _code(county)})
    codes = codes or _of_state(reader, place, boundaries)
    return tuple(codes) if all(code in boundaries.counties for code in codes) else ()


def _parts(reader: Reader, place: NamedNode, day: str) -> list[NamedNode]:
    """A place itself, or what it is made of."""
    valid = [
        county
        for stretch in reader.subjects("district", place)
        if _is_in_force(reader, stretch, day)
        for county in reader.nodes(stretch, "coversCounty")
    ]
    return valid or reader.nodes(place, "coversCounty") or reader.nodes(place, "member") or [place]


def _is_in_force(reader: Reader, stretch: NamedNode, day: str) -> bool:
    """Whether a district elected with these counties on a day, month or year."""
    first, last = reader.text(stretch, "electsFrom"), reader.text(stretch, "electsUntil")
    return first[: len(day)] <= day and (last == "" or day <= last[: len(day)])


def _code(place: NamedNode) -> list[str]:
    return COUNTY.findall(place.value)


def _of_state(reader: Reader, place: NamedNode, boundaries: Topology) -> list[str]:
    if "State" not in reader.kinds(place):
        return []
    code = next((code for code, name in boundaries.names.items() if name == reader.label(place)), "none")
    return sorted(county for county in boundaries.counties if county.startswith(code))
