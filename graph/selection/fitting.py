"""Whether an edge is of what is wanted: inside, outside or not told, as `graph.sums.fitting` has it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from pyoxigraph import NamedNode

from graph.picture import Edge
from graph.reading import Reader
from graph.selection.named import is_named
from graph.selection.wanted import Wanted
from graph.sums.fitting import Fit, around, days_of, fit_days, held_in, read_dates
from graph.sums.scope import Scope
from sources.check import is_kind
from sources.edtf import read_date

CONTESTS = ("Contest", "ContestSet")


def fit_edge(reader: Reader, edge: Edge, wanted: Wanted) -> Fit:
    """Whether an edge that documents tell is drawn: of every part any value must fit."""
    if wanted.named is not None and not is_named(reader, edge, wanted.named):
        return Fit.OUTSIDE
    fits = (max(_fit(reader, edge, scope) for scope in scopes) for scopes in wanted.scopes)
    return min((*fits, fit_amount(edge, wanted.min_amount)))


def fit_amount(edge: Edge, least: Decimal | None) -> Fit:
    """Whether an edge comes to an amount, surely or about; one without money has none to come to."""
    if least is None:
        return Fit.INSIDE
    if edge.amount is None:
        return Fit.OPEN
    return Fit.INSIDE if edge.amount.size is not None and edge.amount.size >= least else Fit.OUTSIDE


def _fit(reader: Reader, edge: Edge, scope: Scope) -> Fit:
    told = _contests(reader, edge)
    return min(
        _by_contest(reader, told, scope.contests),
        _by_place(reader, edge, told, scope.places),
        fit_days(_days(reader, edge), scope),
    )


def _contests(reader: Reader, edge: Edge) -> set[NamedNode]:
    """The contests and sets of contests an edge names."""
    things = (NamedNode(iri) for iri in (edge.contest, edge.source, edge.target) if iri is not None)
    return {thing for thing in things if _is_a(reader, thing, CONTESTS)}


def _is_a(reader: Reader, thing: NamedNode, kinds: Iterable[str]) -> bool:
    return any(is_kind(found, kind) for found in reader.kinds(thing) for kind in kinds)


def _by_contest(reader: Reader, told: set[NamedNode], wanted: Iterable[NamedNode]) -> Fit:
    asked = {each for contest in wanted for each in (contest, *reader.nodes(contest, "member"))}
    if not asked or not told.isdisjoint(asked):
        return Fit.INSIDE
    parts = {part for thing in told for part in reader.nodes(thing, "member")}
    return Fit.OPEN if not told or not parts.isdisjoint(asked) else Fit.OUTSIDE


def _by_place(reader: Reader, edge: Edge, contests: set[NamedNode], wanted: tuple[NamedNode, ...]) -> Fit:
    if not wanted:
        return Fit.INSIDE
    ends = (NamedNode(edge.source), NamedNode(edge.target))
    told = {end for end in ends if _is_a(reader, end, ("Place",))}
    told |= {place for contest in contests for place in held_in(reader, contest)}
    if not told:
        return Fit.OPEN
    within = (not around(reader, place).isdisjoint(wanted) for place in told)
    return Fit.INSIDE if any(within) else Fit.OUTSIDE


def _days(reader: Reader, edge: Edge) -> tuple[date | None, date | None]:
    """First and last day of an edge: its own, else those of its event, else those of its contest."""
    if edge.date:
        days = read_date(edge.date)
        return days.earliest, days.latest
    event = reader.node(NamedNode(edge.iri), "reportedEvent")
    of_event = (None, None) if event is None else days_of(reader, event)
    if of_event == (None, None) and edge.contest is not None:
        return read_dates(reader, NamedNode(edge.contest))
    return of_event


def companions(edges: Sequence[Edge], fits: Mapping[str, Fit]) -> list[Edge]:
    """The edges inside, and of those not told whatever stands between them, in order.

    A candidacy stays with its candidate, and the place of a contest with what is drawn of the contest.
    """
    inside = [edge for edge in edges if fits[edge.iri] is Fit.INSIDE]
    ends = {end for edge in inside for end in (edge.source, edge.target)}
    undecided = [edge for edge in edges if fits[edge.iri] is Fit.OPEN]
    kept = [*inside, *(edge for edge in undecided if edge.family != "outcome" and _is_between(edge, ends))]
    contests = {thing for edge in kept for thing in (edge.contest, edge.target)}
    drawn = {edge.iri for edge in kept}
    drawn |= {edge.iri for edge in undecided if edge.family == "outcome" and edge.contest in contests}
    return [edge for edge in edges if edge.iri in drawn]


def _is_between(edge: Edge, ends: set[str]) -> bool:
    return edge.source in ends and (edge.family == "candidacy" or edge.target in ends)
