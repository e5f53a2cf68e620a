"""Which days an edge is of, so that a page can leave out what is before or after."""

from graph.picture import Edge, Picture
from sources.edtf import read_date

Days = tuple[str | None, str | None]
"""First and last day as ISO dates; None where an end is open or no date is told."""


def days_of_edges(picture: Picture) -> list[Days]:
    """The days of each edge: its own, else those of its contest, as another edge tells them."""
    told = ((contest, edge.date) for edge in picture.edges if edge.date for contest in _contests(edge))
    of_contest = dict(told)
    return [_days(edge.date or of_contest.get(edge.contest or edge.target, "")) for edge in picture.edges]


def _contests(edge: Edge) -> list[str]:
    """The contest whose date an edge has: that of a candidacy, or of where a contest is decided."""
    return [edge.contest] if edge.contest and edge.family in ("candidacy", "outcome") else []


def _days(date: str) -> Days:
    try:
        days = read_date(date)
    except ValueError:  # sources check their dates; a picture made by hand may have any text
        return None, None
    first, last = (None if day is None else day.isoformat() for day in (days.earliest, days.latest))
    return first, last
