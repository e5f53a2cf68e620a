"""The counties of the places that sources speak of, as far as the registry knows them."""

from dataclasses import dataclass

from graph.findings.statements import Statements

LEVELS = 8
"""Links from a place to the one it is part of that are followed at most."""


@dataclass(frozen=True, slots=True)
class Area:
    """A place of the registry as counts know places.

    Attributes:
        path: Its path.
        counties: Paths of the counties that make it up, empty where the registry does not say.
        state: Two small letters, "" for none.
        is_country: Whether it is a whole country.
        how: How its counties are known, "" where it is a county itself.
    """

    path: str
    counties: frozenset[str] = frozenset()
    state: str = ""
    is_country: bool = False
    how: str = ""


def area(path: str, known: Statements) -> Area:
    """A place with its counties and its state."""
    if known.is_a(path, "Country"):
        return Area(path, is_country=True)
    state = _state(path, known)
    if known.is_a(path, "County"):
        return Area(path, frozenset({path}), state)
    members = frozenset(one for one in known.members(path) if known.is_a(one, "County"))
    if members:
        return Area(path, members, state, how="its members in the registry")
    around = known.linked(path, "partOf")
    if around and known.is_a(path, "City") and known.is_a(around, "County"):
        return Area(path, frozenset({around}), state, how="the county that the registry puts the city in")
    return Area(path, state=state)


def _state(path: str, known: Statements) -> str:
    """The two letters of the state a place is in."""
    place = path
    for _ in range(LEVELS):
        if place == "" or known.is_a(place, "State"):
            break
        place = known.linked(place, "partOf")
    return place.rpartition("/")[2]
