"""What random queries are made of: things, properties and values of a graph."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from graph.nodes import BASE
from ontology import PREFIXES, TABLES

KINDS = {
    "boolean": "boolean",
    "string": "text",
    "langString": "label",
    "integer": "integer",
    "decimal": "decimal",
    "date": "date",
}
MIXED = "mixed"
"""Values of several kinds."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What queries are made of.

    Attributes:
        values: Some values of each column of each table, as queries have them.
        subjects: Some things of each table.
        kinds: The kind of the values of each property, wherever it is told.
    """

    values: dict[tuple[str, str], tuple[str, ...]]
    subjects: dict[str, tuple[str, ...]]
    kinds: dict[str, str]


def sample(store: Store, per_column: int = 6) -> Sample:
    """Values and things of the tables that a store with all rows has."""
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    subjects: dict[str, tuple[str, ...]] = {}
    for name, table in TABLES.items():
        things = _found(store, f"?x a mt:{table.cls}", 40)
        if not things:
            continue
        subjects[name] = things[:: max(1, len(things) // 8)]
        for column in table.columns:
            told = _found(store, f"?s a mt:{table.cls} ; {property_of(name, column)} ?x", 60)
            if told:
                values[name, column] = told[:: max(1, len(told) // per_column)]
    told_with = {property_of(*column) for column in values}
    return Sample(values, subjects, {name: _kind(store, name) for name in sorted({*told_with, *LINKS})})


def property_of(table: str, column: str) -> str:
    """The property of a column, as queries have it."""
    name = TABLES[table].columns[column].property
    return name if ":" in name else f"mt:{name}"


def _found(store: Store, patterns: str, most: int) -> tuple[str, ...]:
    query = f"SELECT DISTINCT ?x {{ {patterns} }} ORDER BY ?x LIMIT {most}"
    return tuple(str(row["x"]) for row in store.query(query, prefixes=PREFIXES))


LINKS = ("rdfs:label", "mt:stateCode", "mt:dataset", "mt:gaveTo", "a", "mt:ranIn", "mt:partOf", "mt:title")
"""Properties by which things that are named lead on."""


def _kind(store: Store, name: str) -> str:
    """The kind of all values of a property."""
    query = f"SELECT DISTINCT ?x {{ ?s {name} ?x }}"
    kinds = {_kind_of(row["x"]) for row in store.query(query, prefixes=PREFIXES)}
    return kinds.pop() if len(kinds) == 1 else MIXED


def _kind_of(term: object) -> str:
    if isinstance(term, NamedNode):
        return "id" if term.value.startswith(f"{BASE}id/") else "code"
    if not isinstance(term, Literal) or term.language not in (None, "en"):
        return MIXED
    return KINDS.get(term.datatype.value.rpartition("#")[2], MIXED)
