"""What there is, kind by kind: documents, people and organisations, contests, counties, findings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import read_documents
from graph.findings.told.cards import read_findings
from graph.reading import Reader
from graph.server.held import Held
from graph.server.pages.county import Map, whole_map
from graph.server.pages.render import render
from ontology import CLASSES
from sources.check import is_kind

MOST = 500
"""Things in a group, at most; the search finds the others."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One thing in a list: its name, where it is, and a few words beside it."""

    name: str
    iri: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Things under a heading; `more` counts those that are not shown."""

    heading: str
    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its title and what it is, and a map where its things have a place."""

    title: str
    says: str
    groups: tuple[Group, ...]
    drawn: Map | None = None


def list_page(held: Held, name: str) -> str:
    """A list by its name; raises KeyError for none."""
    return render(held, "list.html.jinja", listing=LISTS[name](held))


def _documents(held: Held) -> Listing:
    cards = read_documents(held.reader).values()
    items = (Item(card.title or card.key, card.iri, f"{card.publisher} · {card.date}") for card in cards)
    datasets = (
        Item(held.reader.text(node, "dcterms:title"), node.value) for node in held.reader.instances("Dataset")
    )
    groups = (_group("Articles and other documents", items), _group("Datasets", datasets))
    return Listing("Documents and datasets", "What this graph is made from.", _not_empty(groups))


def _people(held: Held) -> Listing:
    """Persons first, then the others by class."""
    agents = (kind for kind in CLASSES if is_kind(kind, "Agent"))
    kinds = sorted(agents, key=lambda kind: (kind != "Person", CLASSES[kind].label))
    groups = (
        _group(CLASSES[kind].label, (_item(held.reader, node) for node in held.reader.told_instances(kind)))
        for kind in kinds
    )
    says = "Who is named in documents; those that only rows of datasets tell of are found by the search."
    return Listing("People and organisations", says, _not_empty(groups))


def _contests(held: Held) -> Listing:
    by_year: dict[str, list[Item]] = defaultdict(list)
    for kind in (kind for kind in CLASSES if is_kind(kind, "Contest")):
        for node in held.reader.instances(kind):
            day = held.reader.text(node, "date")
            by_year[day[:4] or "Day not known"].append(Item(held.reader.label(node), node.value, day))
    groups = (_group(year, by_year[year]) for year in sorted(by_year, reverse=True))
    return Listing("Contests", "Elections, recalls and measures, by year.", _not_empty(groups))


def _counties(held: Held) -> Listing:
    reader = held.reader
    by_state: dict[str, list[Item]] = defaultdict(list)
    for kind in ("County", "CityAndCounty"):
        for node in reader.instances(kind):
            states = reader.nodes(node, "locatedIn") or reader.nodes(node, "partOf")
            by_state[reader.label(states[0]) if states else "State not told"].append(_item(reader, node))
    groups = (_group(state, by_state[state]) for state in sorted(by_state))
    told = {item.iri: item.name for items in by_state.values() for item in items}
    says = "Counties that documents or datasets tell of."
    return Listing("Counties", says, _not_empty(groups), whole_map(held.bundle, told))


def _findings(held: Held) -> Listing:
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for card in read_findings(held.reader):
        by_kind[card.kind_label].append(Item(card.says, card.iri, f"{card.key} · {', '.join(card.claims)}"))
    groups = (_group(kind, items, in_order=True) for kind, items in by_kind.items())
    says = "What rules find in the claims: where they clash, agree, or cannot be so. The gravest first."
    return Listing("Findings", says, _not_empty(groups))


LISTS: Mapping[str, Callable[[Held], Listing]] = {
    "documents": _documents,
    "people": _people,
    "contests": _contests,
    "counties": _counties,
    "findings": _findings,
}


def _item(reader: Reader, node: NamedNode) -> Item:
    return Item(reader.label(node), node.value)


def _group(heading: str, items: Iterable[Item], *, in_order: bool = False) -> Group:
    every = list(items) if in_order else sorted(items)
    capital = heading[:1].upper() + heading[1:]
    return Group(capital, tuple(every[:MOST]), max(len(every) - MOST, 0))


def _not_empty(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.items)
