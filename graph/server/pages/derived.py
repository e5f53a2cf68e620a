"""Claims, and the edges and events that follow from them: what is said of what, and what it leads to."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import figure
from graph.facts import alike, witnesses_of
from graph.findings.told.cards import finding_card
from graph.picture import FindingCard
from graph.reading import Reader, term_label
from graph.server.held import Held
from graph.server.pages.told import claims_behind, is_one
from graph.server.table import Cell

BESIDE = frozenset(("dataset", "sourceFile", "possiblySameMoneyAs", "possiblyIncludedIn"))
"""What an event has that takes no part in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says or an edge draws.

    Attributes:
        words: Subject, predicate and object.
        how_sure: Who says it, how firmly, and what denies it.
        follows: What is derived from it: events, edges.
        findings: What rules find in it.
    """

    words: tuple[Cell, ...]
    how_sure: str
    follows: tuple[Cell, ...] = ()
    findings: tuple[FindingCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of documents.

    Attributes:
        roles: Who or what takes part in it, by the name of the part.
        figure: Its amount or figure for people, "" for none.
        how_sure: Who tells it, how firmly, and what denies it.
    """

    roles: tuple[tuple[str, Cell], ...]
    figure: str
    how_sure: str


def claim(held: Held, node: NamedNode) -> Said:
    """What a claim says, who says the same, and what follows."""
    reader = held.reader
    found = reader.subjects("concerns", node)
    findings = sorted((finding_card(reader, one) for one in found), key=lambda card: card.key)
    derived = (one for one in reader.subjects("prov:wasDerivedFrom", node) if one not in found)
    follows = tuple(Cell(reader.label(one), one.value) for one in derived)
    return Said(
        _words(reader, node), witnesses_of(reader, alike(reader, node)).how_sure, follows, tuple(findings)
    )


def edge(held: Held, node: NamedNode) -> Said:
    """What an edge draws, and who stands behind it."""
    reader = held.reader
    claims = claims_behind(reader, node)
    event = reader.nodes(node, "reportedEvent")
    follows = tuple(Cell(reader.label(one), one.value) for one in event)
    return Said(_words(reader, node), witnesses_of(reader, claims, node).how_sure if claims else "", follows)


def event(held: Held, node: NamedNode) -> Happening:
    """Who takes part in an event, its figure, and who tells it."""
    reader = held.reader
    place = f"{held.manifest.base}id/"
    things = (
        (term_label(name), Cell(reader.label(value), value.value))
        for name, value in reader.items(node)
        if isinstance(value, NamedNode) and value.value.startswith(place) and name not in BESIDE
    )
    claims = claims_behind(reader, node)
    words = reader.amount(node).text if is_one(reader, node, "MoneyFlow") else figure(reader, node)
    return Happening(tuple(things), words, witnesses_of(reader, claims, node).how_sure if claims else "")


def _words(reader: Reader, node: NamedNode) -> tuple[Cell, ...]:
    ends = (reader.values(node, prop) for prop in ("rdf:subject", "rdf:predicate", "rdf:object"))
    return tuple(
        Cell(reader.label(value), value.value if isinstance(value, NamedNode) else "")
        for values in ends
        for value in values[:1]
    )
