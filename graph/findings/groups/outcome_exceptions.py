"""Groups said to have lost or won with members who did not."""

from collections import defaultdict
from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.groups.generic import with_exceptions
from graph.findings.groups.sides import GAINED, MISSED
from graph.findings.scope import in_scope, period
from graph.findings.statements import Outcome, Statements
from graph.findings.times.periods import overlap
from sources.claim import Claim

ESCAPED = GAINED | {"advanced"}
"""Outcomes that are no defeat."""


def group_outcomes(known: Statements) -> Iterator[Finding]:
    """Groups said to have lost, or won, with members for whom the opposite is told."""
    told: defaultdict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for outcome in known.outcomes:
        if known.is_a(outcome.who, "Group") and outcome.code in ESCAPED | MISSED and not outcome.denied:
            told[outcome.claim.document, outcome.who, outcome.code in ESCAPED].append(outcome.claim)
    for (_, group, gained), statements in told.items():
        opposite = MISSED if gained else ESCAPED
        exceptions = [
            outcome.claim
            for member in known.members(group)
            for outcome in known.outcomes_of.get(member, ())
            if outcome.code in opposite and _is_told(outcome) and _concerns(statements, outcome, known)
        ]
        if exceptions:
            yield with_exceptions(group, statements, exceptions, known)


def _is_told(outcome: Outcome) -> bool:
    return not outcome.denied and not outcome.claim.implicature


def _concerns(statements: list[Claim], outcome: Outcome, known: Statements) -> bool:
    """Whether one of the statements is about the contest of an outcome, or told of its time at large."""
    for claim in statements:
        inside = in_scope(outcome.contest, claim, known)
        at_large = claim.document == outcome.claim.document or overlap(
            period(claim, known), period(outcome.claim, known)
        )
        if inside or (inside is None and at_large):
            return True
    return False
