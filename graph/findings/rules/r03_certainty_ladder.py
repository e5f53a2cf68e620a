"""R03: claims on one outcome that differ only in certainty or time do not contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from graph.derive.world import hedges
from graph.findings.figures.results import Results
from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from graph.findings.times.forecasts import forecasts, stated_outcomes
from graph.findings.times.periods import as_of
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


def _opened(known: Statements) -> Mapping[str, list[Claim]]:
    return _grouped((known.contest(claim), claim) for claim in known.said(*OPEN) if claim.positive)


def _expected(known: Statements) -> Mapping[str, list[Claim]]:
    return _grouped((forecast.contest, forecast.claim) for forecast in forecasts(known))


def _hedged(known: Statements) -> Mapping[str, list[Claim]]:
    """Claims of an outcome that are put as an impression or under a condition."""
    decided = Results(known).decided
    return _grouped(
        (decided(outcome), outcome.claim)
        for outcome in known.outcomes
        if outcome.contest and not outcome.denied and hedges(outcome.claim) & UNSURE
    )


def _grouped(pairs: Iterable[tuple[str, Claim]]) -> Mapping[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for contest, claim in pairs:
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
    if _come_first(stated, lower, known):
        says = f"The outcome of {label} is stated first and put as open or expected later."
        return finding(
            ID, "uncertain", claims, says, computation=ladder, confidence="medium", about=concerned
        )
    says = f"The outcome of {label} is open or expected in one source and stated in another; the last stands."
    return finding(ID, "overtaken", claims, says, computation=ladder, about=concerned)


def _come_first(stated: list[Claim], lower: list[Claim], known: Statements) -> bool:
    """Whether all claims that state an outcome are certainly earlier than all that do not."""
    ends = [told.latest if (told := as_of(claim, known)) is not None else None for claim in stated]
    begins = [told.earliest if (told := as_of(claim, known)) is not None else None for claim in lower]
    return None not in (*ends, *begins) and max(filter(None, ends)) < min(filter(None, begins))


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
