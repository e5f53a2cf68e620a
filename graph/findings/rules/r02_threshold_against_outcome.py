"""R02: votes and outcome of a contest agree: by the law on who is elected, and by who has more votes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from graph.findings.claims.firmness import clash, is_told
from graph.findings.figures.results import ADVANCED, LOSING, WINNING, Results
from graph.findings.finding import Finding
from graph.findings.interval import Interval, above, between, strict
from graph.findings.laws.electoral import MAJORITY, RANKED, ElectoralRule, electoral_rule
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Outcome, Statements
from sources.claim import Claim

ID = "R02"
OUTRIGHT = "won-outright"
HALF = Decimal(50)
NOT_BY_MOST_VOTES = ("PresidentialContest", "RecallElection", "BallotMeasure")
"""Contests that electors, or yes and no, decide: more votes than another candidate decide nothing."""
CANNOT_BE = {"margin": LOSING, "margin-of-loss": WINNING, "rank": WINNING}
"""Outcomes that a lead, a deficit, and a place below the first rule out."""


def _find(known: Statements) -> Iterator[Finding]:
    results = Results(known)
    for contest, figures in _figures(known).items():
        outcomes = results.of_contest.get(contest, [])
        shares = [figure for figure in figures if figure.measure == "share"]
        rule = electoral_rule(contest, known) if outcomes else None
        if rule is not None and rule.threshold == MAJORITY and rule.go_on > 0:
            yield from _by_law(shares, outcomes, rule, known)
        elif outcomes and (rule is None or rule.threshold != RANKED):
            yield from _beaten_majorities(shares, outcomes, known)
        if outcomes and (rule is None or rule.threshold != RANKED):
            yield from _beaten_winners(shares, outcomes, known)
            yield from _wrong_side(figures, outcomes, known)


def _figures(known: Statements) -> Mapping[str, list[Figure]]:
    """Figures of the votes of whole contests that the number of votes for a candidate decides."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in known.measured("share", *CANNOT_BE):
        decides = figure.contest and not any(known.is_a(figure.contest, kind) for kind in NOT_BY_MOST_VOTES)
        if decides and not figure.place and not figure.survey and is_told(figure.claim):
            found[figure.contest].append(figure)
    return found


def _by_law(
    shares: list[Figure], outcomes: list[Outcome], rule: ElectoralRule, known: Statements
) -> Iterator[Finding]:
    """Shares above or below one half, against what is said to have followed, where the law asks for more."""
    onward = [one for one in outcomes if one.code == ADVANCED and not one.denied]
    for share in shares:
        told = strict(share.quantity)
        own = [one for one in outcomes if one.who == share.who]
        if above(HALF).holds(told):
            against = [one for one in own if _is_not_elected(one)]
            claims = (share.claim, *(one.claim for one in (*against, *onward)))
        else:
            against = [one for one in own if one.code == OUTRIGHT and not one.denied and _is_half(told)]
            claims = (share.claim, *(one.claim for one in against))
        if against:
            yield _against_law(share, claims, rule, known)


def _against_law(share: Figure, claims: tuple[Claim, ...], rule: ElectoralRule, known: Statements) -> Finding:
    who, contest = known.label(share.who), known.label(share.contest)
    kind = "contradiction-by-rule" if clash(claims) == "contradiction" else "tension"
    says = f"The share stated for {who} and the outcome of {contest} cannot both hold under the law."
    law = f"more than 50 percent elect, else {rule.go_on} go on ({rule.law})"
    text = f"{share.as_written}: {strict(share.quantity)} percent; {law}"
    return finding(
        ID, kind, claims, says, computation=text, premises=(rule.path,), between=(share.claim, claims[1])
    )


def _is_not_elected(outcome: Outcome) -> bool:
    """Whether an outcome says that somebody was not elected by the votes of this round."""
    if outcome.denied:
        return outcome.code in WINNING
    return outcome.code in LOSING | {ADVANCED}


def _is_half(told: Interval) -> bool:
    """Whether a share is one half at most."""
    return between(0, HALF).holds(told)


def _beaten_majorities(shares: list[Figure], outcomes: list[Outcome], known: Statements) -> Iterator[Finding]:
    """Losers with more than half of the votes."""
    lost = {one.who: one.claim for one in outcomes if one.code in LOSING and not one.denied}
    for share in shares:
        if share.who in lost and above(HALF).holds(strict(share.quantity)):
            yield _clash(
                share, (share.claim, lost[share.who]), f"{share.as_written} is more than half", known
            )


def _beaten_winners(shares: list[Figure], outcomes: list[Outcome], known: Statements) -> Iterator[Finding]:
    """Winners with a smaller share than somebody else has by the same document."""
    won = {one.who: one.claim for one in outcomes if one.code in WINNING and not one.denied}
    highest: dict[str, Figure] = {}
    for share in shares:
        document = share.claim.document
        if document not in highest or _low(share) > _low(highest[document]):
            highest[document] = share
    for share in shares:
        other, high = highest[share.claim.document], strict(share.quantity).high
        if share.who in won and other.who != share.who and high is not None and high.value < _low(other):
            claims = (won[share.who], share.claim, other.claim)
            yield _clash(share, claims, f"{share.as_written} is less than {other.as_written}", known)


def _wrong_side(figures: list[Figure], outcomes: list[Outcome], known: Statements) -> Iterator[Finding]:
    """Leads of losers, deficits and lower places of winners."""
    ended: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if not outcome.denied:
            ended[outcome.who].append(outcome)
    for figure in figures:
        against = [one for one in ended[figure.who] if one.code in CANNOT_BE.get(figure.measure, ())]
        if against and _low(figure) > (1 if figure.measure == "rank" else 0):
            claims = (figure.claim, *(one.claim for one in against))
            yield _clash(figure, claims, f"{figure.measure_label}: {figure.as_written}", known)


def _clash(figure: Figure, claims: tuple[Claim, ...], text: str, known: Statements) -> Finding:
    who, contest = known.label(figure.who), known.label(figure.contest)
    says = f"The votes stated for {who} and the outcome of {contest} cannot both hold."
    return finding(ID, clash(claims), claims, says, computation=text)


def _low(figure: Figure) -> Decimal:
    low = strict(figure.quantity).low
    return low.value if low is not None else Decimal(0)


RULE = Rule(
    ID,
    "Votes against outcome",
    "Where the law ties the outcome to a share of the votes, both agree; a winner has no smaller share than "
    "anybody else of the same count, a loser no majority and no lead. The law is dated data with its source.",
    "The outcome is kept as it is told; the share is shown as doubtful.",
    _find,
)
