"""A document: its claims in reading order, a paragraph at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import NamedNode

from graph.cards import read_claims, read_documents
from graph.picture import ClaimCard, DocumentCard
from graph.server.held import Held


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what it says.

    Attributes:
        paragraphs: Number of each paragraph that has claims, and they, in reading order.
        quoted: Whether the words stand beside them, which need the text.
    """

    card: DocumentCard
    paragraphs: Mapping[int, list[ClaimCard]]
    quoted: bool


def document(held: Held, node: NamedNode) -> Reading:
    """A document with its claims."""
    reader = held.reader
    cards = read_claims(reader, reader.subjects("document", node), held.quotations).values()
    in_order = sorted(cards, key=lambda card: (card.paragraph, card.start, card.key))
    paragraphs = {number: list(found) for number, found in groupby(in_order, lambda card: card.paragraph)}
    card = read_documents(reader)[reader.text(node, "dcterms:identifier")]
    return Reading(card, paragraphs, any(one.quotation is not None for one in in_order))
