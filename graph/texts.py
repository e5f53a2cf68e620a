"""Quotations in context, for users who have the documents' texts."""

from pathlib import Path

from graph.picture import Quotation


def read_quotations(documents: Path | None) -> dict[str, Quotation]:
    """The words of every claim in context, by the key of the claim; empty without a folder of texts."""
    if documents is None:
        return {}
    raise NotImplementedError
