"""R25: a forecast or a poll, and what came of it: confirmed, failed or open, never a contradiction."""

from collections.abc import Iterator

from graph.findings.figures.leads import Lead, poll_leads, result_leads
from graph.findings.finding import Finding
from graph.findings.interval import plain
from graph.findings.rule import Rule, finding
from graph.findings.statements import Outcome, Statements
from graph.findings.times.forecasts import Forecast, forecasts, stated_outcomes

ID = "R25"


def _find(known: Statements) -> Iterator[Finding]:
    ended = stated_outcomes(known)
    for forecast in forecasts(known):
        told = [one for one in ended.get(forecast.contest, []) if forecast.is_about(one)]
        yield _judged(forecast, told, known)
    leads = result_leads(known)
    for poll in poll_leads(known):
        for result in leads.get(poll.contest, []):
            if result.who in (poll.who, *poll.others):
                yield _compare(poll, result, known)


def _judged(forecast: Forecast, told: list[Outcome], known: Statements) -> Finding:
    contest = known.label(forecast.contest)
    expected = f"What was expected of {known.label(forecast.who)} in {contest}" if forecast.who else ""
    expected = expected or f"What was expected of {contest}"
    about = [path for path in (forecast.who, forecast.contest) if path]
    met = [one.claim for one in told if forecast.is_met_by(one)]
    if met:
        says = f"{expected} came about."
        return finding(ID, "confirmed", (forecast.claim, *met), says, about=about)
    if told:
        says = f"{expected} did not come about."
        claims = (forecast.claim, *(one.claim for one in told))
        return finding(ID, "overtaken", claims, says, about=about)
    says = f"{expected} is open: no source states the outcome."
    return finding(ID, "uncertain", (forecast.claim,), says, confidence="low", about=about)


def _compare(poll: Lead, result: Lead, known: Statements) -> Finding:
    same = poll.who == result.who
    who, contest = known.label(poll.who), known.label(poll.contest)
    gap = plain(abs(poll.points - result.points if same else poll.points + result.points))
    computation = f"poll: {poll.computation}; result: {result.computation}; difference {gap}"
    if poll.undecided is not None and same:
        can = "can" if abs(poll.points - result.points) <= poll.undecided else "cannot"
        computation += f", which {plain(poll.undecided)} percent undecided {can} account for"
    claims = (*poll.claims, *result.claims)
    if same:
        says = f"{who}, ahead in the poll on {contest}, was ahead in the result."
        return finding(ID, "confirmed", claims, says, computation=computation, about=(poll.who, poll.contest))
    says = f"{who}, ahead in the poll on {contest}, was not ahead in the result."
    return finding(ID, "overtaken", claims, says, computation=computation, about=(poll.who, poll.contest))


RULE = Rule(
    ID,
    "Forecast against outcome",
    "A poll, projection or expectation is set against the outcome that other claims state: confirmed, failed "
    "or open. A forecast that failed was not wrong when it was made, so this is never a contradiction.",
    "Forecast and outcome stay apart; a forecast never counts as a result.",
    _find,
)
