"""The part of a page's document that its timeline is drawn from."""

from dataclasses import asdict

from graph.page.marks import Json, amount_mark, figure_text
from graph.picture import Interval, Picture


def timeline_part(picture: Picture) -> list[Json]:
    """The happenings of a picture, in the order of their time; what has none comes last."""
    return [
        {**asdict(one), "amount": amount_mark(one.amount), "figure": _percent(one.figure)}
        for one in picture.happenings
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
