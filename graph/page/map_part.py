"""The part of a page's document that its map is drawn from."""

from dataclasses import asdict

from graph.maps.area import Margin
from graph.page.marks import Json, figure_text
from graph.picture import Picture


def map_part(picture: Picture) -> Json | None:
    """The places of a picture with their outlines, and the margins of its contests; None without places."""
    if picture.map is None:
        return None
    return {**asdict(picture.map), "margins": [_margin(margin) for margin in picture.map.margins]}


def _margin(margin: Margin) -> Json:
    return {**asdict(margin), "low": figure_text(margin.low), "high": figure_text(margin.high)}
