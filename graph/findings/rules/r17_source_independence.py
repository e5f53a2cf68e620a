"""R17: documents of one reporting are one witness; a fact of two independent witnesses is corroborated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.findings.claims.facts import fact_of, facts
from graph.findings.claims.independence import Pair, leaning, outlets, witness
from graph.findings.finding import Finding
from graph.findings.groups.sides import is_firm
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import PREDICATES
from sources.claim import Claim

ID = "R17"
CHARACTERISATION = "aboutCharacterisation"
JUDGING = frozenset({"opinion", "criticism", "rebuttal", "headline"})
TWO = 2


def _find(known: Statements) -> Iterator[Finding]:
    told_by = outlets(known)
    leans = leaning(known, told_by)
    by_fact = facts(known)
    yield from _one_reporting(by_fact.values(), known)
    yield from _resting_on(leans, known, told_by)
    leans_on: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in leans:
        leans_on[one].add(other)
    for claims in by_fact.values():
        yield from _corroborated(claims, leans_on, known, told_by)


def _one_reporting(told: Iterable[list[Claim]], known: Statements) -> Iterator[Finding]:
    """A finding for each origin of several documents, about all that more than one of them tells."""
    shared: defaultdict[str, list[Claim]] = defaultdict(list)
    for claims in told:
        by_origin: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_origin[known.origin(claim)].append(claim)
        for origin, repeated in by_origin.items():
            if len({claim.document for claim in repeated}) >= TWO:
                shared[origin] += repeated
    for repeated in shared.values():
        documents = sorted({claim.document for claim in repeated})
        number = len({fact_of(claim, known) for claim in repeated})
        says = f"Documents {_list(documents)} are of one reporting: one witness, even where they agree."
        computation = f"{len(documents)} documents, {number} facts told by more than one, 1 witness"
        yield finding(ID, "dependence", repeated, says, computation=computation, about=_paths(documents))


def _resting_on(
    leans: Mapping[Pair, list[Claim]], known: Statements, told_by: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each reporting that cites another or has its authors, with what it has from there."""
    taken: defaultdict[Pair, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        for agent in claim.attributed_to:
            taken[known.origin(claim), told_by.get(agent, "")].append(claim)
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for document, origin in sorted(known.world.origins.items()):
        documents[origin].append(document)
    for pair, claims in leans.items():
        one, other = (documents[origin] for origin in pair)
        says = f"Document {_list(one)} leans on the reporting of {_list(other)}: they may have one witness."
        told, about = (*claims, *taken[pair]), _paths([*one, *other])
        yield finding(ID, "dependence", told, says, confidence="medium", about=about)


def _corroborated(
    claims: list[Claim], leans_on: Mapping[str, set[str]], known: Statements, told_by: Mapping[str, str]
) -> Iterator[Finding]:
    firm = [claim for claim in claims if _is_fact(claim)]
    witnesses = {witness(claim, known, told_by) for claim in firm}
    if len(witnesses) < TWO:
        return
    dependent = {name for name in witnesses if leans_on.get(name, set()) & witnesses}
    documents = {claim.document for claim in firm}
    names = ", ".join(known.label(name) for name in sorted(witnesses))
    computation = f"{len(firm)} claims in {len(documents)} documents; witnesses: {names}"
    says = f"{len(witnesses)} witnesses tell the same: {firm[0].gloss.rstrip('.')}."
    if dependent:
        computation += f"; {len(dependent)} leans on another"
    confidence = "high" if len(witnesses - dependent) >= TWO else "medium"
    yield finding(ID, "corroborated", firm, says, computation=computation, confidence=confidence)


def _is_fact(claim: Claim) -> bool:
    """Whether a claim states firmly something that is no judgement."""
    judges = PREDICATES[claim.predicate].family == CHARACTERISATION or JUDGING.intersection(claim.modality)
    return is_firm(claim) and not judges


def _list(documents: Iterable[str]) -> str:
    return " and ".join(documents)


def _paths(documents: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"document/{document}" for document in documents)


RULE = Rule(
    ID,
    "Source independence",
    "Documents of one reporting or of the same authors, or of which one cites the other, do not confirm each "
    "other. What two independent witnesses state firmly is corroborated.",
    "Witnesses are counted by origin, or by the source a claim is ascribed to, never by document.",
    _find,
)
