"""Which outcomes are good for a candidate and which are not, and how firmly a claim puts one."""

from graph.derive.world import hedges
from graph.findings.figures.results import LOSING, WINNING
from graph.findings.statements import Outcome
from sources.claim import Claim, Thing

GAINED = WINNING | {"carried", "passed"}
"""Outcomes a candidate, office-holder or measure hopes for."""
MISSED = LOSING | {"removed", "failed"}
"""Outcomes that are the opposite."""
SETTLED = GAINED | MISSED | {"advanced"}
"""Outcomes that end a contest or a round of it."""


def is_firm(claim: Claim) -> bool:
    """Whether a claim is put without a mark that makes it less firm."""
    return not hedges(claim)


def opponents(claim: Claim) -> tuple[str, ...]:
    """Whom a claim about somebody's result names as the other side."""
    return tuple(value.path for value in claim.qualifier("opponent") if isinstance(value, Thing))


def agree(code: str, other: str) -> bool:
    """Whether two outcomes of one candidate are of the same side."""
    return code == other or any({code, other} <= side for side in (GAINED, MISSED))


def favours(outcome: Outcome, who: str, against: tuple[str, ...] = ()) -> bool:
    """Whether an outcome is a gain of somebody, or a loss of one of those who stood against them."""
    if outcome.who == who:
        return outcome.code in GAINED
    return outcome.who in against and outcome.code in MISSED
