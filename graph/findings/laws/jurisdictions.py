"""Over what kind of place an office has jurisdiction, by the laws in `ontology/jurisdiction_rules.ttl`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.derive.laws import read_laws
from graph.findings.statements import Statements


@dataclass(frozen=True, slots=True)
class JurisdictionLaw:
    """A law on the jurisdiction of an office.

    Attributes:
        path: Path of its IRI.
        state: Path of the place it holds in.
        office: Class of the offices it is about.
        place: Class of the places they have jurisdiction over.
        known_from: First day on which it is known to hold.
        law: Its citation.
    """

    path: str
    state: str
    office: str
    place: str
    known_from: date
    law: str


@cache
def jurisdiction_laws() -> tuple[JurisdictionLaw, ...]:
    """The laws in order of their paths."""
    return tuple(
        JurisdictionLaw(
            path,
            told["jurisdiction"][0],
            told["officeClass"][0],
            told["placeClass"][0],
            date.fromisoformat(told["knownFrom"][0]),
            "; ".join(sorted(told["law"])),
        )
        for path, told in sorted(read_laws("jurisdiction_rules").items())
    )


def laws_on(office: str, place: str, known: Statements) -> Iterator[JurisdictionLaw]:
    """The laws on an office that hold where a place lies."""
    states = set(known.around(place))
    return (law for law in jurisdiction_laws() if law.state in states and known.is_a(office, law.office))
