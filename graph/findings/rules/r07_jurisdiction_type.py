"""R07: an office has jurisdiction over a place of the kind its law names."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.laws.jurisdictions import JurisdictionLaw, laws_on
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim, Thing

ID = "R07"
KINDS = ("City", "County", "JudicialCircuit", "State", "Country")
"""Classes of places that are told apart; a place of another class may be any of them."""


def _find(known: Statements) -> Iterator[Finding]:
    for claim in known.said("hasJurisdiction"):
        if claim.positive and not claim.implicature and isinstance(claim.object, Thing):
            yield from _judge(claim, claim.object.path, known)


def _judge(claim: Claim, place: str, known: Statements) -> Iterator[Finding]:
    office = claim.subject if known.is_a(claim.subject, "Office") else known.linked(claim.subject, "office")
    for law in laws_on(office, place, known) if office else ():
        if _holds_then(law, claim, known) and _is_of_another_kind(place, law.place, known):
            yield _type_error(claim, place, office, law, known)


def _holds_then(law: JurisdictionLaw, claim: Claim, known: Statements) -> bool:
    held = known.held(claim.subject)
    return held is None or held.latest is None or held.latest >= law.known_from


def _is_of_another_kind(place: str, wanted: str, known: Statements) -> bool:
    """Whether a place cannot be of a class; a county may be a circuit unless it shares one with others."""
    if known.is_a(place, wanted) or not any(known.is_a(place, kind) for kind in KINDS):
        return False
    if wanted == "JudicialCircuit" and known.is_a(place, "County"):
        return any(known.is_a(group, wanted) for group in known.sets_of.get(place, ()))
    return True


def _type_error(claim: Claim, place: str, office: str, law: JurisdictionLaw, known: Statements) -> Finding:
    kind, wanted = known.kind(place), law.place
    right = next((one for one in known.around(place) if known.is_a(one, wanted)), "")
    says = (
        f"{known.label(claim.subject)} is placed in {known.label(place)}, a place of the class {kind}; by "
        f"law the jurisdiction is of the class {wanted}."
    )
    resolved = f"; {known.label(place)} lies in {known.label(right)}" if right else ""
    return finding(
        ID,
        "type-error",
        (claim, *_context(claim, (office, right), known)),
        says,
        computation=f"{kind} is no {wanted} ({law.law}){resolved}",
        about=(claim.subject, place),
        premises=(law.path,),
    )


def _context(claim: Claim, things: tuple[str, ...], known: Statements) -> Iterator[Claim]:
    """The first claim of the document about the office, and about the place that the law means."""
    for thing in things:
        yield from known.told_of(thing, claim.document)[:1]


RULE = Rule(
    ID,
    "Type of jurisdiction",
    "The law of the state says over what kind of place an elected prosecutor has jurisdiction; a place "
    "that a source states and that is of another kind is told. A city and county in one is a county, and a "
    "circuit may be one county.",
    "The contest stays with the jurisdiction of the registry; the stated place is kept as stated.",
    _find,
)
