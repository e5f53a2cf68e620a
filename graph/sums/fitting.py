"""Whether a flow lies within a scope: inside, outside, or not told.

Scopes must match before anything is added. A flow that covers more than what is asked, or whose source
names no place or time, is neither inside nor outside.
"""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.sums.scope import Scope
from sources.edtf import read_date

WHERE = ("place", "contest", "spentOnThing")
UNDATED = (None, None)


class Fit(IntEnum):
    """How a flow stands to a scope; the smallest of several counts."""

    OUTSIDE = 0
    OPEN = 1
    INSIDE = 2


def fit(reader: Reader, flow: NamedNode, scope: Scope) -> Fit:
    """Whether a flow is for a contest, in a place and of a time that are asked for."""
    return min(
        _by_contest(reader, flow, scope.contests),
        fit_places(reader, flow, scope.places),
        fit_days(days_of(reader, flow), scope),
    )


def _by_contest(reader: Reader, flow: NamedNode, wanted: Iterable[NamedNode]) -> Fit:
    asked = {each for contest in wanted for each in (contest, *reader.nodes(contest, "member"))}
    if not asked:
        return Fit.INSIDE
    told = {thing for name in ("contest", "spentOnThing") for thing in reader.nodes(flow, name)}
    if told and told <= asked:
        return Fit.INSIDE
    parts = {part for thing in told for part in reader.nodes(thing, "member")}
    whole = all({"Contest", "ContestSet"}.intersection(reader.kinds(thing)) for thing in told)
    apart = told.isdisjoint(asked) and parts.isdisjoint(asked)
    return Fit.OUTSIDE if told and apart and whole and not _unlisted(reader, told) else Fit.OPEN


def _unlisted(reader: Reader, things: Iterable[NamedNode]) -> bool:
    """Whether one of some things is a set of contests that names no members."""
    return any("ContestSet" in reader.kinds(one) and not reader.nodes(one, "member") for one in things)


def fit_places(reader: Reader, flow: NamedNode, wanted: Iterable[NamedNode]) -> Fit:
    """Whether all places of a flow are in one that is wanted."""
    asked = set(wanted)
    if not asked:
        return Fit.INSIDE
    wider = {place for one in asked for place in around(reader, one)}
    if not wider.isdisjoint(_left_out(reader, flow)):
        return Fit.OUTSIDE
    told = places_of(reader, flow)
    within = [not asked.isdisjoint(around(reader, place)) for place in told]
    if told and all(within):
        return Fit.INSIDE
    return Fit.OUTSIDE if told and not any(within) and told.isdisjoint(wider) else Fit.OPEN


def _left_out(reader: Reader, flow: NamedNode) -> list[NamedNode]:
    """Places that a source says a flow leaves out: money for races outside California."""
    claims = reader.nodes(flow, "prov:wasDerivedFrom")
    return [place for claim in claims for place in reader.nodes(claim, "outsidePlace")]


def places_of(reader: Reader, flow: NamedNode) -> set[NamedNode]:
    """Where a flow is told to be: its place, and those of the contest or contests it is for."""
    found = set(reader.nodes(flow, "place"))
    for name in ("contest", "spentOnThing"):
        for thing in reader.nodes(flow, name):
            found.update(held_in(reader, thing))
    return found


def held_in(reader: Reader, thing: NamedNode) -> list[NamedNode]:
    """Where a contest is decided; for a set without a place of its own, where its members are."""
    own = reader.nodes(thing, "jurisdiction") or reader.nodes(thing, "place")
    return own or [
        place for one in reader.nodes(thing, "member") for place in reader.nodes(one, "jurisdiction")
    ]


def around(reader: Reader, place: NamedNode) -> set[NamedNode]:
    """A place and those it is part of."""
    found, left = {place}, [place]
    while left:
        more = set(reader.nodes(left.pop(), "partOf")) - found
        found |= more
        left += more
    return found


def days_of(reader: Reader, flow: NamedNode) -> tuple[date | None, date | None]:
    """First and last day of a flow: its own, else those of what it is for; None for an end not told."""
    days = read_dates(reader, flow)
    if days != UNDATED:
        return days
    things = [thing for name in ("contest", "spentOnThing") for thing in reader.nodes(flow, name)]
    return next(
        (told for told in (read_dates(reader, thing) for thing in things) if told != UNDATED), UNDATED
    )


def read_dates(reader: Reader, node: NamedNode) -> tuple[date | None, date | None]:
    """First and last day a thing is dated with, or says it runs since and until."""
    first, last = (reader.text(node, name) for name in ("earliest", "latest"))
    since, until = (reader.text(node, name) for name in ("since", "until"))
    return (
        date.fromisoformat(first) if first else (read_date(since).earliest if since else None),
        date.fromisoformat(last) if last else (read_date(until).latest if until else None),
    )


def fit_days(days: tuple[date | None, date | None], scope: Scope) -> Fit:
    """Whether some days are within the time of a scope."""
    if scope.first is None and scope.last is None:
        return Fit.INSIDE
    first, last = days
    start, end = scope.first or date.min, scope.last or date.max
    if (first is not None and first > end) or (last is not None and last < start):
        return Fit.OUTSIDE
    inside = first is not None and first >= start and last is not None and last <= end
    return Fit.INSIDE if inside else Fit.OPEN
