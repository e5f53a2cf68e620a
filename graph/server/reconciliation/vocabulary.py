"""What clients can ask for: the types of things that are matched, and their properties."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology import CLASSES, NAMESPACE, PROPERTIES, TABLES
from sources.check import is_kind

PERSON, ORGANISATION = "Person", "Organization"
DEFAULT_TYPES = (PERSON, ORGANISATION, "Committee")
PRINTED = "PrintedParty"
"""A name as printed may be of a person or of an organisation; nobody says which."""
ASKED = {
    "city": "city",
    "stateCode": "state",
    "postcode": "postcode",
    "employer": "employer",
    "occupation": "occupation",
    "identifier": "identifier",
}
"""Properties that narrow a question, with the columns of the matcher they are."""
REGISTERS = {
    "fec": "id at the Federal Election Commission",
    "lei": "Legal Entity Identifier",
    "littlesis": "id in LittleSis",
    "opensanctions": "id in OpenSanctions",
    "wikidata": "id in Wikidata",
}
IN_REGISTER = "identifier/"
"""Start of properties that are the ids in one register; its name follows."""
NOT_TOLD = {"line", "sourceFile", "label", "altLabel", "identifier"}
"""Columns of tables that no property is proposed for: where a row stands, and what has another name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A type or a property: its id, its name for people, and what it is."""

    id: str
    name: str
    description: str


OF_ROWS = (
    Named("identifier", "ids", "Its ids in registers, each with the register before it."),
    *(Named(f"{IN_REGISTER}{name}", words, f"The {words}.") for name, words in REGISTERS.items()),
    Named("employer", "employer", "The employer printed in most of its rows."),
    Named("occupation", "occupation", "The occupation printed in most of its rows."),
    Named("name", "other names", "Other names it goes by."),
    Named("contests", "contests", "The contests it stands in."),
    Named("offices", "offices", "The offices it holds or stands for."),
    Named("money", "money in its rows", "The sum of its rows in US dollars, whichever way the money went."),
    Named("rows", "number of its rows", "How many rows of money it is in."),
    Named("firstDay", "first day", "The first day it is in a row of money."),
    Named("lastDay", "last day", "The last day it is in a row of money."),
    Named("standsFor", "the same, by decision", "Things that people decided are this one."),
)
"""Properties that are worked out of rows, or of what several sources state."""


def local_id(given: str) -> str:
    """A type or property as the graph calls it; clients may give its whole IRI."""
    return given.removeprefix(NAMESPACE)


@cache
def types() -> tuple[Named, ...]:
    """The types of things that are matched."""
    offered = (PRINTED, *(name for name in CLASSES if is_kind(name, "Agent") and name != PRINTED))
    return tuple(_type(name) for name in sorted(offered))


def type_json(name: str) -> dict[str, object]:
    """A type with those above it."""
    parents = [parent for parent in CLASSES[name].parents if is_kind(parent, "Agent")]
    told = _type(name)
    broader = {"broader": [type_json(parent) for parent in parents]} if parents else {}
    return {"id": told.id, "name": told.name, "description": told.description, **broader}


def group_of(name: str) -> str | None:
    """Whether things of a type are compared as people or as organisations; None where either may be."""
    if is_kind(name, PERSON):
        return "person"
    return "organisation" if is_kind(name, ORGANISATION) else None


def is_of(kinds: list[str], wanted: str) -> bool:
    """Whether a thing can be of a type; printed names are whatever they were asked for as."""
    general = wanted in (PERSON, ORGANISATION, "Agent", "Entity")
    return any(is_kind(kind, wanted) or (kind == PRINTED and general) for kind in kinds)


def properties_of(wanted: str) -> tuple[Named, ...]:
    """The properties that things of a type may have, those worked out of rows first."""
    tables = [term for term in TABLES.values() if _may_be(term.cls, wanted)]
    columns = {name for term in tables for name in term.columns} - NOT_TOLD - {one.id for one in OF_ROWS}
    return (*OF_ROWS, *(_property(name) for name in sorted(columns & PROPERTIES.keys())))


@cache
def properties() -> tuple[Named, ...]:
    """All properties that can be asked for."""
    return properties_of("Agent")


def property_named(given: str) -> Named | None:
    """A property by its id; any of the model may be asked for."""
    name = local_id(given)
    told = next((one for one in OF_ROWS if one.id == name), None)
    if told is None and name.startswith(IN_REGISTER):
        return Named(name, f"id in {name.removeprefix(IN_REGISTER)}", "")
    return told or (_property(name) if name in PROPERTIES else None)


def _may_be(kind: str, wanted: str) -> bool:
    """Whether rows of a class tell of things of a type."""
    return is_kind(kind, "Agent") and (is_kind(kind, wanted) or is_kind(wanted, kind) or kind == PRINTED)


def _type(name: str) -> Named:
    return Named(name, CLASSES[name].label, CLASSES[name].comment)


def _property(name: str) -> Named:
    return Named(name, PROPERTIES[name].label, PROPERTIES[name].comment)


def beginning(offered: tuple[Named, ...], prefix: str) -> Iterator[Named]:
    """Types or properties with an id or a word that begins as somebody types."""
    typed = local_id(prefix.strip()).casefold()
    for one in offered:
        words = (one.id, one.name, *one.name.split(), *one.id.split("/"))
        if any(word.casefold().startswith(typed) for word in words):
            yield one
