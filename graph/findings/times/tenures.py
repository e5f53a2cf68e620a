"""Who is said to have held which elected prosecutor's office, and when at least."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.statements import Statements
from graph.findings.times.periods import stated
from ontology import PREDICATES
from sources.claim import Claim, Thing
from sources.edtf import DateInterval

CHIEF = "ProsecutorOffice"
"""Offices of which there is one holder in a jurisdiction, and of which one person holds one."""
NOW = "holdsOffice"
EARLIER = "formerlyHeldOffice"


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody holds or held a chief prosecutor's office.

    Attributes:
        since: When it began, None where it is not said.
        until: When it ended, None where it is not said.
        moment: When the claim says that it is held, None for a former one.
        held: Days on which it was certainly held, None where none is certain.
    """

    who: str
    office: str
    since: DateInterval | None
    until: DateInterval | None
    moment: DateInterval | None
    held: DateInterval | None
    claim: Claim


def tenures(known: Statements) -> Iterator[Tenure]:
    """Tenures of chief prosecutors that are stated, in reading order of the sources."""
    for claim in known.said(NOW, EARLIER):
        if claim.positive and isinstance(claim.object, Thing) and known.is_a(claim.object.path, CHIEF):
            yield _tenure(claim, claim.object.path, known)


def removals(known: Statements) -> Iterator[tuple[str, str, Claim]]:
    """Who was recalled, removed or suspended from which office ("" for not said), by which claim."""
    for outcome in known.outcomes:
        if PREDICATES[outcome.claim.predicate].asserts == "OfficeRemoval" and not outcome.denied:
            yield outcome.who, _office(outcome.claim), outcome.claim


def removal_date(claim: Claim, known: Statements) -> DateInterval | None:
    """When somebody was removed: as the claim says, else the day of the recall."""
    return stated(claim, "date") or known.held(known.contest(claim))


def _office(claim: Claim) -> str:
    told = (claim.object, *claim.qualifier("office"))
    return next(
        (value.path for value in told if isinstance(value, Thing) and value.path.startswith("office/")), ""
    )


def _tenure(claim: Claim, office: str, known: Statements) -> Tenure:
    since, until = stated(claim, "since"), stated(claim, "until")
    moment = None
    if claim.predicate == NOW:
        moment = stated(claim, "asOf") or (known.published(claim) if since is until is None else None)
    return Tenure(claim.subject, office, since, until, moment, _held(since, until, moment), claim)


def _held(
    since: DateInterval | None, until: DateInterval | None, moment: DateInterval | None
) -> DateInterval | None:
    """The days that lie in a tenure however its dates are read."""
    if moment is not None:
        return moment if moment.earliest == moment.latest and moment.earliest is not None else None
    first = since.latest if since is not None else None
    last = until.earliest if until is not None else None
    if first is not None and last is not None and first <= last:
        return DateInterval(first, last)
    return None
