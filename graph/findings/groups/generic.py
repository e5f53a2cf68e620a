"""Statements about groups as a whole, and how many of their members they are meant for."""

from graph.findings.finding import Finding
from graph.findings.rule import finding
from graph.findings.statements import Statements
from sources.claim import Claim

ID = "R21"
QUANTIFIERS = ("majority", "vague", "vague-plural")
"""Precisions that leave room for exceptions: most, many."""


def is_partial(claim: Claim) -> bool:
    """Whether a statement about a group says most or many, which leaves room for exceptions."""
    return claim.quantity is not None and claim.quantity.precision in QUANTIFIERS


def with_exceptions(
    group: str, statements: list[Claim], exceptions: list[Claim], known: Statements
) -> Finding:
    """A group and its exceptions: compatible where a statement says most or many, else a tension."""
    partial = next((claim.quantity for claim in statements if is_partial(claim)), None)
    name = known.label(group)
    if partial is not None:
        says = f"What is said of {name} has exceptions, and the document says it of a part of them only."
        kind, computation = "compatible", f"{partial.as_written}: not all"
    else:
        says = f"What is said of {name} as a whole has exceptions among its members."
        kind, computation = "tension", "said of all, without a number"
    claims = (*statements, *exceptions)
    return finding(ID, kind, claims, says, computation=computation, about=(group,))
