"""The document a page is made of: one JSON object, which `document.schema.json` describes."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from graph.page.map_part import map_part
from graph.page.marks import Json, columns, edge_marks, lay_out, node_marks
from graph.page.timeline_part import timeline_part
from graph.page_options import USUAL, PageOptions, PageView
from graph.picture import Picture

SCHEMA = "document.schema.json"


def page_document(picture: Picture, options: PageOptions = USUAL) -> Json:
    """Everything a page shows, with places for the marks; the same picture gives the same document."""
    layout = lay_out(picture, options.arrangement)
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
        "options": _options(options),
        **_story(picture),
        **({} if picture.map is None else {"map": map_part(picture.map)}),
        "timeline": timeline_part(picture.happenings),
    }


def _options(options: PageOptions) -> Json:
    """What the page offers; the table says all that the other views draw, and is always there."""
    views = [] if PageView.ALL in options.views else [*dict.fromkeys((*options.views, PageView.TABLE))]
    return {"views": views, "embed": options.embed, "layout": options.arrangement}


def _story(picture: Picture) -> Json:
    """The steps of a story, whose edges are told by their places in the list; nothing without a story."""
    if picture.story is None:
        return {}
    places = {edge.iri: place for place, edge in enumerate(picture.edges)}
    steps = [{**asdict(step), "edges": [places[iri] for iri in step.edges]} for step in picture.story.steps]
    return {"story": {"title": picture.story.title, "steps": steps}}


def schema() -> Json:
    """The JSON Schema of a document."""
    read: Json = json.loads((files(__package__) / SCHEMA).read_text("utf-8"))
    return read


def _cards(cards: Iterable[Any]) -> list[Json]:
    return [asdict(card) for card in cards]
