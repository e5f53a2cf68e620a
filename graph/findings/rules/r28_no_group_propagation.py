"""R28: what is said of a group is not thereby said of a member; a claim that suggests it is pointed out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.findings.finding import Finding
from graph.findings.groups.sides import is_firm
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import EDGES, PREDICATES
from sources.claim import Claim, Thing

ID = "R28"
FAMILIES = frozenset({"money", "support", "opposition"})
"""Families of plain edges that a group's members must not inherit."""

Pair = tuple[str, str]


def _find(known: Statements) -> Iterator[Finding]:
    firm, suggested = _ties(known)
    for (giver, member), claims in suggested.items():
        if (giver, member) in firm:
            continue
        groups = known.sets_of.get(member, [])
        of_groups = [claim for group in groups for claim in firm.get((giver, group), [])]
        if of_groups:
            yield _suggested(giver, member, claims, of_groups, known)


def _ties(known: Statements) -> tuple[Mapping[Pair, list[Claim]], Mapping[Pair, list[Claim]]]:
    """Ties of money, support or opposition: those stated, and those only suggested, by both ends."""
    firm: defaultdict[Pair, list[Claim]] = defaultdict(list)
    suggested: defaultdict[Pair, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if claim.positive and isinstance(claim.object, Thing) and _family(claim.predicate) in FAMILIES:
            pair = (claim.subject, claim.object.path)
            if claim.implicature:
                suggested[pair].append(claim)
            elif is_firm(claim):
                firm[pair].append(claim)
    return firm, suggested


def _family(predicate: str) -> str:
    draws = PREDICATES[predicate].draws
    return EDGES[draws].family if draws else ""


def _suggested(
    giver: str, member: str, claims: list[Claim], of_groups: list[Claim], known: Statements
) -> Finding:
    says = (
        f"A tie of {known.label(giver)} to {known.label(member)} is only suggested; "
        "what is stated is a tie to a group."
    )
    told = (*of_groups, *claims)
    return finding(ID, "uncertain", told, says, confidence="medium", about=(giver, member))


RULE = Rule(
    ID,
    "No propagation of group links",
    "Money, support and opposition stated of a group are not those of an individual who belongs to it or is "
    "named beside it. A claim that only suggests such a tie, where no other states it, is pointed out.",
    "No edge is drawn from a group to its members, and none between its members and others.",
    _find,
)
