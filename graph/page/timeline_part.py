"""The part of a page's document that its timeline is drawn from."""

from collections.abc import Iterable
from dataclasses import asdict

from graph.page.marks import Json, amount_mark, figure_text
from graph.picture import Happening, Interval


def timeline_part(happenings: Iterable[Happening]) -> list[Json]:
    """Happenings in the order they have, with amounts in words."""
    return [
        {**asdict(one), "amount": amount_mark(one.amount), "figure": _percent(one.figure)}
        for one in happenings
    ]


def _percent(figure: Interval | None) -> Json | None:
    """A share or margin, its bounds as written decimals."""
    if figure is None:
        return None
    return {
        "low": figure_text(figure.low),
        "high": figure_text(figure.high),
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "words": figure.text,
    }
