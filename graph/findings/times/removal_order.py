"""The order of taking a prosecutor's office, standing for it and losing it, as far as claims date them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graph.findings.finding import Finding
from graph.findings.groups.sides import SETTLED, is_firm
from graph.findings.rule import finding
from graph.findings.statements import Outcome, Statements
from graph.findings.times.periods import before, days
from graph.findings.times.tenures import Tenure, removal_date, removals
from sources.claim import Claim, Thing
from sources.edtf import DateInterval
from sources.quantity import Quantity

ID = "R12"
WITHIN = ("recalledWithin",)
"""Predicates with the time somebody had been in office when recalled."""
YEARS = "years"

Seat = tuple[str, str]
"""Paths of a person and of an office."""


@dataclass(frozen=True, slots=True)
class Loss:
    """That somebody lost an office.

    Attributes:
        date: When.
        tenures: What is told of their holding it.
        stood: Outcomes of their candidacies for it.
        within: Claims of how long they had been in office.
    """

    who: str
    office: str
    claim: Claim
    date: DateInterval
    tenures: tuple[Tenure, ...]
    stood: tuple[Outcome, ...]
    within: tuple[Claim, ...]


def orders(tenures: Mapping[str, Mapping[str, list[Tenure]]], known: Statements) -> Iterator[Finding]:
    """Findings about everybody who was recalled, removed or suspended, loss by loss."""
    for loss in _losses(tenures, known):
        yield from _outside_tenure(loss, known)
        yield from _later_candidacy(loss, known)
        yield from _time_in_office(loss, known)


def _losses(tenures: Mapping[str, Mapping[str, list[Tenure]]], known: Statements) -> Iterator[Loss]:
    """Losses that are told firmly and dated; the first claim of each stands for the others."""
    stood, within = _candidacies(known), _times_in_office(known)
    seen: set[tuple[str, str, str]] = set()
    for who, office, claim in removals(known):
        lost, seat = removal_date(claim, known), (who, office)
        if lost is None or not office or not is_firm(claim) or (*seat, days(lost)) in seen:
            continue
        seen.add((*seat, days(lost)))
        held = tuple(tenures.get(who, {}).get(office, ()))
        yield Loss(*seat, claim, lost, held, tuple(stood.get(seat, ())), tuple(within.get(seat, ())))


def _candidacies(known: Statements) -> Mapping[Seat, list[Outcome]]:
    found: defaultdict[Seat, list[Outcome]] = defaultdict(list)
    for outcome in known.outcomes:
        office = known.linked(outcome.contest, "office") if outcome.contest else ""
        if office and outcome.code in SETTLED and not outcome.denied and is_firm(outcome.claim):
            found[outcome.who, office].append(outcome)
    return found


def _times_in_office(known: Statements) -> Mapping[Seat, list[Claim]]:
    found: defaultdict[Seat, list[Claim]] = defaultdict(list)
    for claim in known.said(*WITHIN):
        if isinstance(claim.object, Thing) and claim.positive:
            found[claim.subject, claim.object.path].append(claim)
    return found


def _outside_tenure(loss: Loss, known: Statements) -> Iterator[Finding]:
    for tenure in loss.tenures:
        if tenure.since is not None and before(loss.date, tenure.since):
            how, bound = "before taking it", f"since {days(tenure.since)}"
        elif tenure.until is not None and before(tenure.until, loss.date):
            how, bound = "after leaving it", f"until {days(tenure.until)}"
        else:
            continue
        says = f"{known.label(loss.who)} is said to have lost an office {how}."
        computation = f"lost {days(loss.date)}; held {bound}"
        claims = (loss.claim, tenure.claim)
        yield finding(ID, "contradiction", claims, says, computation=computation, confidence="medium")


def _later_candidacy(loss: Loss, known: Statements) -> Iterator[Finding]:
    """A candidacy after the loss, which a reader might take for impossible."""
    later = [outcome for outcome in loss.stood if before(loss.date, known.held(outcome.contest))]
    held = known.held(later[0].contest) if later else None
    if held is not None:
        says = (
            f"{known.label(loss.who)} lost an office and stood for it later; the one does not bar the other."
        )
        computation = f"{days(loss.date)} is before {days(held)}"
        claims = (loss.claim, *(outcome.claim for outcome in later))
        yield finding(ID, "compatible", claims, says, computation=computation, about=(loss.who, loss.office))


def _time_in_office(loss: Loss, known: Statements) -> Iterator[Finding]:
    """Whether the stated time in office leaves room for what else is told of taking it."""
    for claim in loss.within:
        began, quantity = _began(claim, loss.date), claim.quantity
        if began is None or quantity is None:
            continue
        first = began.earliest.isoformat() if began.earliest is not None else ""
        computation = f"lost {days(loss.date)}, {quantity.as_written} in office: taken on {first} or later"
        early = [one.claim for one in loss.tenures if before(one.since or one.held, began)]
        if early:
            yield _too_early(loss, claim, early, computation, known)
        else:
            yield from _in_order(loss, claim, began, computation, known)


def _too_early(loss: Loss, claim: Claim, early: list[Claim], computation: str, known: Statements) -> Finding:
    """The office was held before it can have been taken, unless there were two tenures."""
    says = f"{known.label(loss.who)} is said to have held the office earlier than the time in it allows."
    claims = (loss.claim, claim, *early)
    two = (claim, early[0])
    return finding(ID, "tension", claims, says, computation=computation, confidence="medium", between=two)


def _in_order(
    loss: Loss, claim: Claim, began: DateInterval, computation: str, known: Statements
) -> Iterator[Finding]:
    """A contest lost, the office taken later, and its loss, where the dates bear this order out."""
    lost = [one for one in loss.stood if one.code == "lost" and before(known.held(one.contest), began)]
    if lost:
        says = (
            f"{known.label(loss.who)} lost a contest, took the office later and lost it again, in this order."
        )
        told = (*(one.claim for one in lost), *(tenure.claim for tenure in loss.tenures))
        yield finding(
            *(ID, "confirmed", (*told, loss.claim, claim), says),
            computation=computation,
            about=(loss.who, loss.office),
        )


def _began(claim: Claim, lost: DateInterval) -> DateInterval | None:
    """When an office can have been taken; None for a time in office that is not in whole years."""
    quantity = claim.quantity
    longest = None if quantity is None or quantity.unit != YEARS else _longest(quantity)
    if longest is None or lost.earliest is None or longest != int(longest):
        return None
    return DateInterval(_years_before(lost.earliest, int(longest)), lost.latest)


def _longest(quantity: Quantity) -> Decimal | None:
    """The upper bound of a figure, None where it is open."""
    return quantity.upper.value if quantity.upper is not None else None


def _years_before(day: date, years: int) -> date:
    """The same day some years before; 28 February where the year has no 29th."""
    leap_day = day.month == 2 and day.day == 29  # noqa: PLR2004 - the leap day
    return day.replace(year=day.year - years, day=28 if leap_day else day.day)
