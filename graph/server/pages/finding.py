"""A finding: its claims side by side, the computation, and the rule."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import read_claims
from graph.findings.told.cards import finding_card
from graph.picture import ClaimCard, FindingCard
from graph.server.held import Held
from graph.server.table import Cell


@dataclass(frozen=True, slots=True)
class Compared:
    """A finding with what it is about.

    Attributes:
        claims: What it compares.
        about: The things it concerns.
        rule: The rule that found it.
    """

    card: FindingCard
    claims: tuple[ClaimCard, ...]
    about: tuple[Cell, ...]
    rule: Cell


def finding(held: Held, node: NamedNode) -> Compared:
    """A finding with its claims and its rule."""
    reader = held.reader
    rule = reader.nodes(node, "byRule")[0]
    return Compared(
        finding_card(reader, node),
        tuple(read_claims(reader, reader.nodes(node, "concerns"), held.quotations).values()),
        tuple(Cell(reader.label(one), one.value) for one in reader.nodes(node, "isAbout")),
        Cell(reader.label(rule), rule.value),
    )
