"""The document a page is made of: one JSON object, which `document.schema.json` describes."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from graph.page.marks import Json, columns, edge_marks, lay_out, node_marks
from graph.picture import Picture

SCHEMA = "document.schema.json"


def page_document(picture: Picture) -> Json:
    """Everything a page shows, with places for the marks; the same picture gives the same document."""
    layout = lay_out(picture)
    return {
        "title": picture.title,
        "subtitle": picture.subtitle,
        "columns": columns(layout),
        "height": layout.height,
        "nodes": node_marks(picture, layout),
        "edges": edge_marks(picture, layout),
        "claims": _cards(picture.claims.values()),
        "documents": _cards(picture.documents.values()),
        "findings": _cards(picture.findings),
        "datasets": _cards(picture.datasets),
        "rows": _cards(picture.rows),
    }


def schema() -> Json:
    """The JSON Schema of a document."""
    read: Json = json.loads((files(__package__) / SCHEMA).read_text("utf-8"))
    return read


def _cards(cards: Iterable[Any]) -> list[Json]:
    return [asdict(card) for card in cards]
