"""Forecasts that name a contest, and what is told of the same contest afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.findings.figures.results import Results
from graph.findings.groups.sides import SETTLED, agree, is_firm
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


def stated_outcomes(known: Statements) -> Mapping[str, list[Outcome]]:
    """What is stated firmly of how contests ended; a run-off is an outcome of its first round."""
    of_contest = Results(known).of_contest
    return {contest: [one for one in told if _is_stated(one)] for contest, told in of_contest.items()}


def _is_stated(outcome: Outcome) -> bool:
    return outcome.code in SETTLED and not outcome.denied and is_firm(outcome.claim)


def _expected(claim: Claim) -> str:
    told = claim.qualifier("outcomeExpected")
    if told:
        return next((value for value in told if isinstance(value, str) and value in CODE_NAMES), "")
    return PREDICATES[claim.predicate].expects.removeprefix("outcome-")
