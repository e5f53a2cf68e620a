"""What sources state of votes: figures, outcomes that follow from them, and results set side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.statements import Figure, Outcome, Statements, path_of
from ontology import PREDICATES
from sources.claim import Claim, Thing

OUTCOMES = ("won", "won-outright", "lost", "advanced", "led", "carried")
"""Outcomes that follow from votes."""
ABOVE = {"outperformed": 1, "ranBehind": -1}
"""Predicates that compare results of two contests, and whether the subject's is said to be above or below."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A claim that the results of two people in two contests lie apart.

    Attributes:
        contest: Path of the contest of the first.
        compared: Path of the contest of the other.
        above: 1 where the first is said to lie above the other, -1 where below.
    """

    claim: Claim
    who: str
    other: str
    contest: str
    compared: str
    above: int


def stated_figures(known: Statements) -> Iterator[Figure]:
    """The figures of votes in contests."""
    return (one for one in known.figures if one.contest and not one.survey)


def stated_outcomes(known: Statements) -> Iterator[Outcome]:
    """The outcomes of contests that follow from votes, of whole contests and of places with a name."""
    votes = (one for one in known.outcomes if one.contest and one.code in OUTCOMES)
    return (one for one in votes if place_of(one, known) is not None)


def place_of(outcome: Outcome, known: Statements) -> str | None:
    """Path of the place an outcome is said of, "" for the whole contest, None for places in words."""
    spoken = outcome.claim.object
    if PREDICATES[outcome.claim.predicate].object_role != "place":
        return ""
    return spoken.path if isinstance(spoken, Thing) and known.is_a(spoken.path, "Place") else None


def stated_gaps(known: Statements) -> Iterator[Gap]:
    """The claims that compare results of two contests."""
    for claim in known.said(*sorted(ABOVE)):
        contest, compared = (path_of(claim.qualifier(name)) for name in ("contest", "comparedContest"))
        if claim.positive and contest and compared and isinstance(claim.object, Thing):
            above = ABOVE[claim.predicate]
            yield Gap(claim, claim.subject, claim.object.path, contest, compared, above)
