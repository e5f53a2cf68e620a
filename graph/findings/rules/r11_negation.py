"""R11: what one claim states another denies, of the same two things and in the same case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.entailment import CASE, broader
from graph.findings.finding import Finding
from graph.findings.groups.sides import is_firm
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from graph.findings.times.periods import before, overlap, stated
from ontology import PREDICATES
from sources.claim import Claim, Thing

ID = "R11"
DATES = ("date", "asOf")
JUDGING = frozenset({"opinion", "criticism", "rebuttal"})

Pair = tuple[str, str]


def _find(known: Statements) -> Iterator[Finding]:
    denials = _denials(known)
    for claim in known.claims:
        if claim.positive:
            for denial in denials.get(_pair(claim), ()):
                if denial.predicate in broader(claim.predicate) and _same_case(claim, denial):
                    yield _clash(claim, denial, known)


def _denials(known: Statements) -> Mapping[Pair, list[Claim]]:
    found: defaultdict[Pair, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if not claim.positive:
            found[_pair(claim)].append(claim)
    return found


def _pair(claim: Claim) -> Pair:
    spoken = claim.object.path if isinstance(claim.object, Thing) else repr(claim.object.casefold())
    return claim.subject, spoken


def _same_case(claim: Claim, denial: Claim) -> bool:
    for name in CASE:
        mine, theirs = set(claim.qualifier(name)), set(denial.qualifier(name))
        if mine and theirs and not mine & theirs:
            return False
    mine_at, theirs_at = stated(claim, *DATES), stated(denial, *DATES)
    return mine_at is None or theirs_at is None or overlap(mine_at, theirs_at)


def _clash(claim: Claim, denial: Claim, known: Statements) -> Finding:
    kind, confidence = _weight(claim, denial, known)
    relation = PREDICATES[denial.predicate].label
    subject, spoken = known.label(denial.subject), denial.object
    target = known.label(spoken.path) if isinstance(spoken, Thing) else spoken
    says = f"That {subject} {relation} {target} is stated and denied."
    narrower = claim.predicate != denial.predicate
    computation = f"{claim.predicate} entails {denial.predicate}" if narrower else ""
    return finding(ID, kind, (claim, denial), says, computation=computation, confidence=confidence)


def _weight(claim: Claim, denial: Claim, known: Statements) -> tuple[str, str]:
    """Kind and confidence: what is hedged, or somebody's word against another's, is no contradiction."""
    if JUDGING.intersection(claim.modality) and JUDGING.intersection(denial.modality):
        return "opinion-conflict", "high"
    if not (is_firm(claim) and is_firm(denial)):
        return "tension", "low"
    if _voice(claim) != _voice(denial) and (claim.attributed_to or denial.attributed_to):
        return "tension", "medium"
    told, other = known.published(claim), known.published(denial)
    return "contradiction", "medium" if before(told, other) or before(other, told) else "high"


def _voice(claim: Claim) -> str:
    """Who says it in the end: the last of the chain, else the document."""
    return claim.attributed_to[-1] if claim.attributed_to else claim.document


RULE = Rule(
    ID,
    "Negation",
    "The same subject, relation and object are stated and denied, or a narrower relation is stated where a "
    "broader one is denied. Denying the narrower one denies nothing broader; what is not stated is no clash.",
    "Both claims stay; the denial draws no edge.",
    _find,
)
