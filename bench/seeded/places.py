"""States, and the places in them whose prosecutors are elected."""

from dataclasses import dataclass

from seeded.writing import Registry
from sources.claim import Thing

LAWFUL = (("ca", "County"), ("az", "County"), ("fl", "JudicialCircuit"), ("mi", "County"))
"""States whose law is known, and the class of place a prosecutor serves there."""
STATES = (*LAWFUL, ("zz", "County"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a race is held.

    Attributes:
        area: What the office has jurisdiction over.
        county: A county in it, or itself.
        city: A city in that county.
    """

    state: Thing
    area: Thing
    county: Thing
    city: Thing


def add_place(number: int, registry: Registry) -> Place:
    """A place of its own for a race; a circuit has two counties, and one county in seven is a city too."""
    code, kind = STATES[number % len(STATES)]
    country = registry.add("country/us", "Country")
    state = registry.add(f"state/us/{code}", "State", partOf=country.path)
    own = "CityAndCounty" if kind == "County" and number % 7 == 0 else "County"
    county = registry.add(f"county/us/{code}-{number}", own, partOf=state.path)
    city = registry.add(f"city/us/{code}-{number}/town", "City", partOf=county.path)
    if kind == "County":
        return Place(state, county, county, city)
    other = registry.add(f"county/us/{code}-{number}-other", "County", partOf=state.path)
    path = f"circuit/us/{code}/{number}"
    circuit = registry.add(path, kind, partOf=state.path, member=(county.path, other.path))
    return Place(state, circuit, county, city)
