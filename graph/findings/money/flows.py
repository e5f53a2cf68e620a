"""Money as claims tell of it: who pays, at which stage, in which contest, for whom, and how much."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.statements import Statements, path_of
from ontology import PREDICATES
from sources.check import is_kind
from sources.claim import Claim
from sources.quantity import Quantity

STAGES = (
    ("Committee", "to a committee"),
    ("Person", "to a candidate"),
    ("CandidateGroup", "to candidates"),
    ("Work", "for a work"),
    ("Contest", "in a contest"),
)
"""Classes of what money is given to or spent on, and the stage of its way that this is."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Money a claim tells of.

    Attributes:
        payer: Path of whoever pays.
        payee: Path of what the money is given to or spent on, "" when that is told in words.
        stage: The stage of its way, "" for another.
        contest: Path of the contest, "" when it is not said.
        beneficiary: Path of the candidate it is for, "" when it is not said.
        amount: Dollars, None when the claim gives no amount.
    """

    payer: str
    payee: str
    stage: str
    contest: str
    beneficiary: str
    amount: Quantity | None
    claim: Claim


def flows(known: Statements) -> Iterator[Flow]:
    """The money claims state, family by family; none that is denied, suggested or hangs on a condition."""
    for claim in known.in_family("aboutMoneyFlow"):
        if is_kind_of_payment(claim.predicate) and _is_firm(claim):
            yield _flow(claim, known)


def is_kind_of_payment(predicate: str) -> bool:
    """Whether claims with a predicate tell that somebody paid."""
    term = PREDICATES[predicate]
    return term.subject_role == "payer" and is_kind(term.asserts, "MoneyFlow")


def _flow(claim: Claim, known: Statements) -> Flow:
    payee = path_of((claim.object,))
    stage = next((name for kind, name in STAGES if payee and known.is_a(payee, kind)), "")
    beneficiary = path_of(claim.qualifier("beneficiary")) or (payee if stage == "to a candidate" else "")
    amount = claim.quantity if claim.quantity is not None and claim.quantity.unit == "USD" else None
    return Flow(claim.subject, payee, stage, known.contest(claim), beneficiary, amount, claim)


def _is_firm(claim: Claim) -> bool:
    return claim.positive and not claim.implicature and "conditional" not in claim.modality
