"""Claims whose dates cannot be: outcomes of another day or told too early, periods that end too early."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.groups.sides import SETTLED, is_firm
from graph.findings.statements import Statements
from graph.findings.times.periods import before, days, overlap, stated
from sources.claim import Claim
from sources.edtf import DateInterval

DECIDED = SETTLED - {"advanced"}
"""Outcomes that the votes of the contest itself decide; who advances to a run-off does so before it."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A claim whose dates cannot be, and why, in a sentence.

    Attributes:
        contest: Path of the contest whose day it goes against, "" where it goes against its own dates.
    """

    claim: Claim
    says: str
    contest: str = ""


def impossible_dates(known: Statements) -> Iterator[Impossible]:
    """Everything that is dated in a way it cannot have been."""
    yield from _outcomes(known)
    yield from _periods(known)


def _outcomes(known: Statements) -> Iterator[Impossible]:
    for contest, outcomes in known.outcomes_by_contest.items():
        held = known.held(contest)
        if held is None:
            continue
        told = (
            one.claim for one in outcomes if one.code in DECIDED and not one.denied and is_firm(one.claim)
        )
        for claim in {claim.digest: claim for claim in told}.values():
            why = _against(claim, held, known)
            if why:
                yield Impossible(
                    claim, f"An outcome of {known.label(contest)}, held {days(held)}, {why}.", contest
                )


def _against(claim: Claim, held: DateInterval, known: Statements) -> str:
    """What is wrong with the date of an outcome, "" where nothing is."""
    dated, published = stated(claim, "date"), known.published(claim)
    if dated is not None and not overlap(dated, held):
        return f"is dated {days(dated)}"
    if published is not None and before(published, held):
        return f"is told in a document of {days(published)}"
    return ""


def _periods(known: Statements) -> Iterator[Impossible]:
    for claim in known.claims:
        since, until = stated(claim, "since"), stated(claim, "until")
        if since is not None and until is not None and before(until, since):
            yield Impossible(claim, f"A period ends {days(until)}, before it begins {days(since)}.")
