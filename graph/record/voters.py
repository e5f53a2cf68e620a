"""Where the voters of official contests are: the counties of a jurisdiction on a day, and its state."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import polars as pl

from sources.tables.places.counties import counties, states
from sources.tables.places.districts import district_counties


def state_of(jurisdiction: str) -> str:
    """The two letters of the state in the path of a place; that of a county starts with a code."""
    start = jurisdiction.split("/")[2][:2] if jurisdiction.count("/") > 1 else ""
    return _codes().get(start, start)


@cache
def _codes() -> dict[str, str]:
    return dict(states().select("fips", "code").iter_rows())


def voting_counties(contests: Iterable[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """The counties that vote in each contest, by its path."""
    lists: defaultdict[str, list[tuple[Any, Any, str]]] = defaultdict(list)
    for row in district_counties().iter_rows(named=True):
        lists[row["district"]].append((row["elects_from"], row["elects_until"], row["county"]))
    found = {}
    for row in contests:
        place, day = row["jurisdiction"], row["date"]
        within = (
            county
            for first, last, county in lists.get(place, [])
            if (first is None or str(first) <= day) and (last is None or day <= str(last))
        )
        found[row["id"]] = frozenset({place} if place.startswith("county/") else within)
    return found


def counties_of_state(state: str) -> frozenset[str]:
    """The paths of the counties of a state of today."""
    mine = counties().filter(pl.col("state") == state, pl.col("until").is_null())
    return frozenset(f"county/us/{fips}" for fips in mine["fips"])
