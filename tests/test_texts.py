"""Quotations in context, with the documents' texts at hand."""

from pathlib import Path

from pyoxigraph import NamedNode

from graph.cards import claim_keys, read_claims
from graph.reading import Reader
from graph.store import open_store
from graph.texts import read_quotations


def test_without_texts_there_are_no_quotations(built: Path) -> None:
    """Everything but the quotation works without the texts."""
    told: list[str] = []
    assert read_quotations(Reader(open_store(built)), None, told.append) == {}
    assert told == []


def test_a_folder_without_the_texts_is_told_document_by_document(built: Path, tmp_path: Path) -> None:
    """Nobody wonders why there is no quotation."""
    told: list[str] = []
    assert read_quotations(Reader(open_store(built)), tmp_path, told.append) == {}
    assert told == [
        f"{tmp_path}: no text with the digest of document {key}; its claims go without quotation"
        for key in ("000", "001", "002", "003", "004")
    ]


def test_every_claim_is_quoted_with_its_anchor(built: Path, shared: Path) -> None:
    """All 443 claims find their words, and the anchor is among them."""
    reader = Reader(open_store(built))
    told: list[str] = []
    quotations = read_quotations(reader, shared / "documents", told.append)
    cards = read_claims(reader, [NamedNode(iri) for iri in claim_keys(reader)], quotations)
    assert told == []
    assert len(cards) == len(quotations) == 443
    for card in cards.values():
        assert card.quotation is not None
        assert card.anchor in card.quotation.text
        assert len(card.quotation.text) == card.end - card.start
