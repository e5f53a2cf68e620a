"""R03: claims on one outcome that differ only in certainty or time do not contradict each other."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from graph.derive.world import hedges
from graph.findings.finding import Finding
from graph.findings.forecasts import forecasts, stated_outcomes
from graph.findings.periods import as_of, before
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim, Thing

ID = "R03"
OPEN = ("outcomeUndetermined",)
"""Predicates that say that a contest has no outcome yet."""
UNSURE = frozenset({"tentative", "conditional"})
"""Modalities that put an outcome as an impression, or under a condition."""
RUNGS = ("open", "expected", "stated")


def _find(known: Statements) -> Iterator[Finding]:
    opened, expected = _opened(known), _expected(known)
    stated = stated_outcomes(known)
    unsure = _hedged(known)
    for contest in dict.fromkeys((*opened, *unsure)):
        rungs = (
            opened.get(contest, []),
            [*expected.get(contest, []), *unsure.get(contest, [])],
            [outcome.claim for outcome in stated.get(contest, [])],
        )
        if sum(1 for rung in rungs if rung) > 1:
            yield _order(contest, rungs, known)


def _opened(known: Statements) -> dict[str, list[Claim]]:
    return _by_contest((claim for claim in known.said(*OPEN) if claim.positive), known)


def _expected(known: Statements) -> dict[str, list[Claim]]:
    return _by_contest((forecast.claim for forecast in forecasts(known)), known)


def _hedged(known: Statements) -> dict[str, list[Claim]]:
    """Claims of an outcome that are put as an impression or under a condition."""
    hedged = (
        outcome.claim for outcome in known.outcomes if not outcome.denied and hedges(outcome.claim) & UNSURE
    )
    return _by_contest(hedged, known)


def _by_contest(claims: Iterator[Claim], known: Statements) -> dict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        contest = known.contest(claim)
        if contest:
            found[contest].append(claim)
    return found


def _order(contest: str, rungs: tuple[list[Claim], ...], known: Statements) -> Finding:
    claims = list(chain.from_iterable(rungs))
    ladder = " < ".join(name for name, rung in zip(RUNGS, rungs, strict=True) if rung)
    concerned = (contest, *_people(claims))
    label = known.label(contest)
    lower, stated = [*rungs[0], *rungs[1]], rungs[2]
    if not stated:
        says = f"How {label} ends is put with different caution; no source states it."
        return finding(ID, "compatible", claims, says, computation=ladder, about=concerned)
    if all(before(as_of(end, known), as_of(claim, known)) for end in stated for claim in lower):
        says = f"The outcome of {label} is stated first and put as open or expected later."
        return finding(
            ID, "uncertain", claims, says, computation=ladder, confidence="medium", about=concerned
        )
    says = f"The outcome of {label} is open or expected in one source and stated in another; the last stands."
    return finding(ID, "overtaken", claims, says, computation=ladder, about=concerned)


def _people(claims: list[Claim]) -> tuple[str, ...]:
    """Whom the claims are about, where the contest is only the object."""
    return tuple(claim.subject for claim in claims if isinstance(claim.object, Thing))


RULE = Rule(
    ID,
    "Certainty ladder",
    "Claims on one outcome that differ only in certainty (open, expected or put with care, stated) or in the "
    "time they hold for are put in order and are no contradiction.",
    "All claims stay; the outcome that is stated is the one in force.",
    _find,
)
