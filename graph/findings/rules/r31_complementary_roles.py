"""R31: two descriptions of one person at one time go together, unless the ontology excludes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from graph.findings.claims.exclusion import excluded, held_together
from graph.findings.claims.facts import Fact, fact_of
from graph.findings.finding import Finding
from graph.findings.groups.sides import is_firm
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import PREDICATES
from sources.claim import Claim

ID = "R31"
DESCRIBING = frozenset({"aboutCandidacy", "aboutOffice", "aboutPersonAttribute"})
"""Families of predicates that say what somebody is."""
TWO = 2


def _find(known: Statements) -> Iterator[Finding]:
    for clash in (*excluded(known), *held_together(known)):
        yield _clash(clash, known)
    for person, origins in _described(known).items():
        if len(origins) > 1:
            yield from _complementary(person, origins, known)


def _clash(claims: tuple[Claim, Claim], known: Statements) -> Finding:
    kind, confidence = ("contradiction", "high") if _same_voice(claims) else ("tension", "medium")
    one, other = (PREDICATES[claim.predicate].label for claim in claims)
    who = known.label(claims[0].subject)
    says = f"{who} is described in two ways that exclude each other: {one}, and {other}."
    return finding(ID, kind, claims, says, confidence=confidence)


def _same_voice(claims: Iterable[Claim]) -> bool:
    """Whether one document says both, firmly and in its own words."""
    return all(is_firm(claim) and not claim.attributed_to for claim in claims) and (
        len({claim.document for claim in claims}) == 1
    )


def _described(known: Statements) -> Mapping[str, Mapping[str, list[Claim]]]:
    """What persons are said to be, by person and origin."""
    found: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in known.claims:
        describes = PREDICATES[claim.predicate].family in DESCRIBING and claim.positive and is_firm(claim)
        if describes and known.is_a(claim.subject, "Person"):
            found[claim.subject][known.origin(claim)].append(claim)
    return found


def _complementary(person: str, origins: Mapping[str, list[Claim]], known: Statements) -> Iterator[Finding]:
    """Descriptions of which each reporting lacks one that another has, where all tell of one contest."""
    common = _common_contests(person, origins, known)
    told_by: defaultdict[Fact, set[str]] = defaultdict(set)
    for origin, claims in origins.items():
        for claim in claims:
            told_by[fact_of(claim, known)].add(origin)
    own = {
        origin: [claim for claim in origins[origin] if len(told_by[fact_of(claim, known)]) == 1]
        for origin in sorted(common)
    }
    if sum(1 for claims in own.values() if claims) < TWO:
        return
    says = f"What different sources say of {known.label(person)} goes together: each adds a description."
    told = list(chain.from_iterable(own.values()))
    labels = dict.fromkeys(PREDICATES[claim.predicate].label for claim in told)
    yield finding(ID, "compatible", told, says, computation="; ".join(labels))


def _common_contests(person: str, origins: Mapping[str, list[Claim]], known: Statements) -> set[str]:
    """The origins that tell of the person in a contest of which another origin tells too."""
    contests: defaultdict[str, set[str]] = defaultdict(set)
    for claim in (*known.by_subject.get(person, ()), *known.by_object.get(person, ())):
        contest, origin = known.contest(claim), known.origin(claim)
        if contest and origin in origins:
            contests[contest].add(origin)
    return set(chain.from_iterable(told for told in contests.values() if len(told) >= TWO))


RULE = Rule(
    ID,
    "Complementary roles",
    "Descriptions of one person at one time (candidate, office-holder, member of a party) go together, "
    "unless the ontology says that the relations exclude each other, or no office is of both classes.",
    "All descriptions stay, each with its own time.",
    _find,
)
