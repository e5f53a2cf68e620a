"""R18: an outcome that is unofficial or somebody's word in one source is unmarked in another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.derive.world import hedges
from graph.findings.finding import Finding
from graph.findings.groups.sides import GAINED, SETTLED, favours, is_firm, opponents
from graph.findings.interval import strict
from graph.findings.rule import Rule, finding
from graph.findings.statements import Outcome, Statements
from graph.findings.times.periods import as_of, before
from sources.claim import Claim

ID = "R18"
MARKS = frozenset({"unofficial", "reported", "alleged"})
HALF = 50


@dataclass(frozen=True, slots=True)
class Provisional:
    """Claims with a mark that somebody is ahead in a contest, or has won it.

    Attributes:
        against: Paths of those the claims name as the other side.
    """

    who: str
    contest: str
    claims: tuple[Claim, ...]
    against: tuple[str, ...]

    def is_before(self, claim: Claim, known: Statements) -> bool:
        """Whether a claim of another document is not earlier than these."""
        return any(
            claim.document != one.document and not before(as_of(claim, known), as_of(one, known))
            for one in self.claims
        )

    @property
    def ladder(self) -> str:
        """The marks, and what is firmer, for people."""
        marks = sorted({mark for claim in self.claims for mark in hedges(claim)} or {"attributed"})
        return f"{', '.join(marks)} < asserted"


def _find(known: Statements) -> Iterator[Finding]:
    shares = _marked_majorities(known)
    for contest, outcomes in known.outcomes_by_contest.items():
        unmarked = [outcome for outcome in outcomes if _is_unmarked(outcome)]
        for marked in _marked(contest, outcomes):
            later = [one for one in unmarked if marked.is_before(one.claim, known)]
            yield from _settled(marked, later, known)
            for share in shares.get((marked.who, contest), []):
                yield _borne_out(marked, share, known)


def _marked(contest: str, outcomes: Iterable[Outcome]) -> Iterator[Provisional]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for outcome in outcomes:
        ahead = outcome.code in GAINED or outcome.code == "led"
        if ahead and not outcome.denied and (hedges(outcome.claim) & MARKS or outcome.claim.attributed_to):
            found[outcome.who].append(outcome.claim)
    for who, claims in found.items():
        yield Provisional(
            who, contest, tuple(claims), tuple(name for one in claims for name in opponents(one))
        )


def _is_unmarked(outcome: Outcome) -> bool:
    firm = is_firm(outcome.claim) and not outcome.claim.attributed_to
    return firm and outcome.code in SETTLED and not outcome.denied


def _settled(marked: Provisional, later: list[Outcome], known: Statements) -> Iterator[Finding]:
    """The outcome as stated later: the one that was marked, or another, for a count may turn."""
    who, contest = known.label(marked.who), known.label(marked.contest)
    same = [one.claim for one in later if favours(one, marked.who, marked.against)]
    other = [one.claim for one in later if _goes_against(one, marked)]
    if same:
        says = (
            f"That {who} is ahead in {contest} is unofficial or somebody's word in one source; "
            "another states the outcome without that mark."
        )
        yield _overtaken(marked, same, says)
    if other:
        yield _overtaken(
            marked, other, f"{who} was ahead in a count of {contest} that was not final, and lost."
        )


def _goes_against(outcome: Outcome, marked: Provisional) -> bool:
    return any(favours(outcome, rival, (marked.who,)) for rival in (*marked.against, ""))


def _overtaken(marked: Provisional, later: list[Claim], says: str) -> Finding:
    claims, about = (*marked.claims, *later), (marked.who, marked.contest)
    return finding(ID, "overtaken", claims, says, computation=marked.ladder, about=about)


def _borne_out(marked: Provisional, share: Claim, known: Statements) -> Finding:
    """A share above half that is only reported fits a lead that is only unofficial."""
    says = (
        f"The share reported for {known.label(marked.who)} fits being ahead; neither is vouched for as final."
    )
    figure = share.quantity.as_written if share.quantity is not None else ""
    return finding(ID, "compatible", (*marked.claims, share), says, computation=f"{figure} is more than half")


def _marked_majorities(known: Statements) -> dict[tuple[str, str], list[Claim]]:
    """Claims of a share above half that are marked, by who and contest."""
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for share in known.measured("share"):
        low = strict(share.quantity).low
        if hedges(share.claim) & MARKS and share.contest and low is not None and low.value >= HALF:
            found[share.who, share.contest].append(share.claim)
    return found


RULE = Rule(
    ID,
    "Modality escalation",
    "An outcome that is unofficial, reported or somebody's word in one source and unmarked in another is no "
    "contradiction and no confirmation: only the certainty differs.",
    "All claims stay with their own modality; none is raised to that of another.",
    _find,
)
