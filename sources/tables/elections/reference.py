"""The table of offices, parties and choices in `offices.toml`, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office the table names.

    Attributes:
        slug: Its part of a path.
        label: Its name.
        kind: prosecutor or president.
        printed: What is printed for it.
        states: Where it is called so, small letters; () for everywhere.
        districts: States where it serves districts of several counties.
    """

    slug: str
    label: str
    kind: str
    printed: re.Pattern[str]
    states: frozenset[str]
    districts: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownChoice:
    """A choice that is no candidate.

    Attributes:
        code: Its code of `ChoiceKind`.
        printed: What is printed for it.
    """

    code: str
    printed: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Reference:
    """What the table says.

    Attributes:
        offices: In the order they are tried.
        choices: In the order they are tried.
        patterns: Regular expressions by section and name, for example cleaning.party.
        number: What a bare number of a district means, by state.
        one_ballot: From when all parties stand on one ballot of a primary, by state.
        parties: The party in a path by each way of printing it, as a slug.
    """

    offices: tuple[KnownOffice, ...]
    choices: tuple[KnownChoice, ...]
    patterns: Mapping[str, re.Pattern[str]]
    number: Mapping[str, str]
    one_ballot: Mapping[str, date]
    parties: Mapping[str, str]


@cache
def reference() -> Reference:
    """The table."""
    table = tomllib.loads(files("sources").joinpath("tables", "elections", "offices.toml").read_text("utf-8"))
    offices = tuple(
        KnownOffice(
            slug=one["slug"],
            label=one["label"],
            kind=one["kind"],
            printed=re.compile(one["printed"]),
            states=frozenset(one["states"]),
            districts=frozenset(one["districts"]),
        )
        for one in table["office"]
    )
    return Reference(
        offices=offices,
        choices=tuple(KnownChoice(one["code"], re.compile(one["printed"])) for one in table["choice"]),
        patterns={
            f"{section}.{name}": re.compile(text)
            for section in ("cleaning", "place", "statewide", "question", "write_in_total")
            for name, text in table[section].items()
        },
        number=table["number"],
        one_ballot=table["one_ballot"],
        parties={way: party for party, ways in table["parties"].items() for way in ways},
    )
