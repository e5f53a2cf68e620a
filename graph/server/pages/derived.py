"""Claims, and the edges that follow from them: what is said of what, and what it leads to."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.facts import alike, witnesses_of
from graph.findings.told.cards import finding_card
from graph.picture import FindingCard
from graph.reading import Reader
from graph.server.held import Held
from graph.server.pages.told import claims_behind
from graph.server.table import Cell


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


def _words(reader: Reader, node: NamedNode) -> tuple[Cell, ...]:
    ends = (reader.values(node, prop) for prop in ("rdf:subject", "rdf:predicate", "rdf:object"))
    return tuple(
        Cell(reader.label(value), value.value if isinstance(value, NamedNode) else "")
        for values in ends
        for value in values[:1]
    )
