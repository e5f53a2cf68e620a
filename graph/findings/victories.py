"""Victories counted for somebody whose named candidates all lost or came short of winning."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.generic import ID
from graph.findings.interval import between, strict
from graph.findings.rule import finding
from graph.findings.statements import Outcome, Statements, path_of
from ontology import PREDICATES
from sources.claim import Claim

WINS = ("numberOfVictories",)
"""Predicates that count what the candidates of their subject won in the election that is their object."""


def counted_victories(known: Statements) -> Iterator[Finding]:
    """Counts of victories in documents where a named candidate came near, and none is told to have won."""
    for claim in known.said(*WINS):
        election = path_of((claim.object,))
        if claim.positive and claim.quantity is not None and election and known.is_a(election, "Election"):
            yield from _without_victory(claim, election, known)


def _without_victory(claim: Claim, election: str, known: Statements) -> Iterator[Finding]:
    short = {who: _short_of_victory(who, election, known) for who in _candidates(claim, election, known)}
    is_near = any(
        outcome.code != "lost" and outcome.claim.document == claim.document
        for outcomes in short.values()
        for outcome in outcomes
    )
    possible = sum(1 for outcomes in short.values() if not outcomes)
    if not is_near or claim.quantity is None or strict(claim.quantity).fits(between(0, possible)):
        return
    yield finding(
        ID,
        "tension",
        (claim, *(outcomes[0].claim for outcomes in short.values() if outcomes)),
        f"Victories of {known.label(claim.subject)} are counted, yet fewer of the candidates named can have "
        "won.",
        computation=f"{claim.quantity.as_written}; of {len(short)} candidates named {possible} may have won",
        about=(claim.subject, *short),
    )


def _candidates(claim: Claim, election: str, known: Statements) -> list[str]:
    """Whom the subject of a claim, or a member of it, supported in contests of an election."""
    backers = (claim.subject, *known.members(claim.subject))
    said = (one for backer in backers for one in known.by_subject.get(backer, ()))
    people = (
        path_of((one.object,))
        for one in said
        if one.positive
        and PREDICATES[one.predicate].family == "aboutSupport"
        and known.linked(known.contest(one), "partOfElection") == election
    )
    return [path for path in dict.fromkeys(people) if path and known.is_a(path, "Person")]


def _short_of_victory(who: str, election: str, known: Statements) -> list[Outcome]:
    """Outcomes by which a candidate did not win in an election: a win denied, a further round, a defeat."""
    told = [
        outcome
        for outcome in known.outcomes_of.get(who, ())
        if known.linked(outcome.contest, "partOfElection") == election and not outcome.claim.implicature
    ]
    denied = [outcome for outcome in told if outcome.denied and outcome.code in ("won", "won-outright")]
    return denied + [
        outcome for outcome in told if not outcome.denied and outcome.code in ("advanced", "lost")
    ]
