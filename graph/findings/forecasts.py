"""Forecasts that name a contest, and what is told of the same contest afterwards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.findings.rounds import first_rounds
from graph.findings.sides import SETTLED, agree, is_firm
from graph.findings.statements import Outcome, Statements
from ontology import CODES, PREDICATES
from sources.claim import Claim

OF_A_CONTEST = frozenset({"expectedOutcome"})
"""Forecasts for a contest as a whole; the qualifier outcomeExpected says which."""
CODE_NAMES = frozenset(code.name.removeprefix("outcome-") for code in CODES["OutcomeCode"])


@dataclass(frozen=True, slots=True)
class Forecast:
    """An outcome somebody expects.

    Attributes:
        who: Path of the candidate or office-holder, "" when only the contest is named.
        code: Notation of the outcome code that is expected.
    """

    who: str
    contest: str
    code: str
    claim: Claim

    def is_about(self, outcome: Outcome) -> bool:
        """Whether an outcome of the same contest is one of whom the forecast is about."""
        return self.who in ("", outcome.who)

    def is_met_by(self, outcome: Outcome) -> bool:
        """Whether an outcome is the one that was expected."""
        return self.is_about(outcome) and agree(self.code, outcome.code)


def forecasts(known: Statements) -> Iterator[Forecast]:
    """Every forecast that says which outcome it expects, and in which contest."""
    names = sorted(OF_A_CONTEST | {name for name, term in PREDICATES.items() if term.expects})
    for claim in known.said(*names):
        contest, code = known.contest(claim), _expected(claim)
        if contest and code and claim.positive:
            yield Forecast("" if claim.subject == contest else claim.subject, contest, code, claim)


def results(known: Statements) -> Mapping[str, list[Outcome]]:
    """What is stated firmly of how contests ended; a run-off counts for its first round too."""
    firsts = first_rounds(known)
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    for contest, outcomes in known.outcomes_by_contest.items():
        settled = [one for one in outcomes if one.code in SETTLED and not one.denied and is_firm(one.claim)]
        found[contest] += settled
        if contest in firsts:
            found[firsts[contest]] += [one for one in settled if one.code == "advanced"]
    return found


def _expected(claim: Claim) -> str:
    told = claim.qualifier("outcomeExpected")
    if told:
        return next((value for value in told if isinstance(value, str) and value in CODE_NAMES), "")
    return PREDICATES[claim.predicate].expects.removeprefix("outcome-")
