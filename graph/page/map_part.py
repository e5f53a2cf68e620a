"""The part of a page's document that its map is drawn from."""

from dataclasses import asdict

from graph.maps.area import Map, Margin
from graph.page.marks import Json, figure_text


def map_part(drawn: Map) -> Json:
    """The places of contests with their outlines, and the margins of the contests."""
    return {**asdict(drawn), "margins": [_margin(margin) for margin in drawn.margins]}


def _margin(margin: Margin) -> Json:
    return {**asdict(margin), "low": figure_text(margin.low), "high": figure_text(margin.high)}
