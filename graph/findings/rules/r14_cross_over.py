"""R14: the part of a candidate's voters that crossed over bounds the gap between two results."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.findings.figures.two_sided import ALL, Areas, Standing, by_person, standings
from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain, strict
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim, Thing

ID = "R14"
CROSSED_OVER = ("votedForTraditionalProsecutor",)
"""Predicates that say what part of an electorate voted against the members of a set."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The result of somebody whom an electorate is said to have left, beside that of its candidate."""

    left: Standing
    candidate: Standing

    def fits(self, crossing: Interval) -> bool:
        """Whether no more voters need have crossed over than are said to, if everybody voted in both."""
        stayed = (ALL - crossing).low
        expected = self.candidate.share.low
        if stayed is None or expected is None or self.left.share.high is None:
            return True
        return self.left.share.high.value >= stayed.value * expected.value / 100

    @property
    def text(self) -> str:
        """How many must have crossed over at least."""
        own, party = self.left.shown, self.candidate.shown
        gap = f"({plain(party)} - {plain(own)})/{plain(party)} = {plain((party - own) * 100 / party)} percent"
        follow = [one.text for one in (self.left, self.candidate) if not one.is_stated]
        return "; ".join((*follow, gap))


def _find(known: Statements) -> Iterator[Finding]:
    claims = [claim for claim in known.said(*CROSSED_OVER) if claim.positive]
    told = standings(known) if claims else {}
    results = by_person(told)
    for claim in claims:
        gaps = _gaps(claim, told, results, known)
        if claim.quantity is not None and strict(claim.quantity).high is not None and gaps:
            yield _judge(claim, strict(claim.quantity), gaps, known)


def _gaps(claim: Claim, told: Areas, results: Mapping[str, list[Standing]], known: Statements) -> list[Gap]:
    """Results of those in the set, where that of the electorate's candidate is known for the same voters."""
    contest = known.linked(claim.subject, "contest")
    candidate = known.linked(claim.subject, "votersOf")
    members = known.possible_members(claim.object.path) if isinstance(claim.object, Thing) else ()
    return [
        Gap(standing, beside)
        for member in members
        for standing in results.get(member, ())
        if standing.contest != contest
        and known.text_of(standing.contest, "date") == known.text_of(contest, "date")
        and (beside := told.get((contest, standing.area), {}).get(candidate)) is not None
    ]


def _judge(claim: Claim, crossing: Interval, gaps: list[Gap], known: Statements) -> Finding:
    too_wide = [gap for gap in gaps if not gap.fits(crossing)]
    shown = too_wide or gaps
    claims = (claim, *(one.claim for gap in shown for one in (gap.left, gap.candidate)))
    written = claim.quantity.as_written if claim.quantity is not None else ""
    parts = (f"{known.label(gap.left.area)}: {gap.text}" for gap in shown)
    text = f"{'; '.join(parts)}; said is {written}, {crossing} percent"
    who = known.label(claim.subject)
    if not too_wide:
        says = f"Results in the same places need no more crossing over than is said of {who}."
        return finding(ID, "confirmed", claims, says, computation=text, confidence="medium")
    says = (
        f"Results in {_places(too_wide, known)} need more crossing over than is said of {who}, if as many "
        "voted in both contests."
    )
    return finding(ID, "tension", claims, says, computation=text, confidence="medium")


def _places(gaps: list[Gap], known: Statements) -> str:
    return " and ".join(dict.fromkeys(known.label(gap.left.area) for gap in gaps))


RULE = Rule(
    ID,
    "Cross-over arithmetic",
    "If a part of a candidate's voters voted for the other side in a second contest, the two results in one "
    "place lie no further apart than that part allows; votes for others and unmarked ballots are left out.",
    "The stated part is kept with its wording; it is not taken for that of any single place.",
    _find,
)
