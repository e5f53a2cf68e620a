"""Claims of one state of affairs, put together."""

from collections import defaultdict
from collections.abc import Mapping

from graph.findings.statements import Statements
from sources.claim import Claim, Thing

Fact = tuple[str, ...]


def facts(known: Statements) -> Mapping[Fact, list[Claim]]:
    """Positive claims by what they state; claims about documents themselves are left out."""
    found: defaultdict[Fact, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if claim.positive and not claim.subject.startswith("document/"):
            found[fact_of(claim, known)].append(claim)
    return found


def fact_of(claim: Claim, known: Statements) -> Fact:
    """What a claim states: the fact its sheet names, else subject, relation, object and figure."""
    if claim.fact:
        return claim.fact, claim.subject
    spoken = claim.object.path if isinstance(claim.object, Thing) else claim.object.casefold()
    return claim.subject, claim.predicate, spoken, known.contest(claim), str(claim.quantity)
