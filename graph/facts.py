"""Facts of a graph: which claims state one, which deny it, and what each tells of its own weight."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.cards import attribution
from graph.derive.premises import FIRMNESS, SUGGESTED
from graph.entailment import CASE, broader
from graph.plain_edges import PlainEdge
from graph.reading import Reader, local
from graph.witnesses import Said, Witnesses, weigh
from ontology import CLASSES, PREDICATES
from sources.check import is_kind

PREMISES = "prov:wasDerivedFrom"
SAME_FIGURE = ("contest", "unit", "precision", "value", "atLeast", "atMost")
"""What claims of one fact have in common besides subject, predicate and object."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, predicate and object of a claim or a plain edge."""

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode | Literal


def witnesses_of(reader: Reader, claims: Iterable[NamedNode], *derived: NamedNode) -> Witnesses:
    """The witnesses of what claims state.

    Args:
        reader: The graph.
        claims: Claims on one fact; one that denies counts with those that deny.
        derived: What else says the same, such as the plain edge drawn from the claims.
    """
    told = list(claims)
    denying = {claim for one in (*told, *derived) for claim in denials(reader, one)}
    stating = (said(reader, claim) for claim in told if is_positive(reader, claim))
    return weigh(stating, (reader.text(claim, "dcterms:identifier") for claim in denying))


def edge_witnesses(reader: Reader, edge: PlainEdge) -> Witnesses:
    """The witnesses of a plain edge, none for one that rests on the registry."""
    return witnesses_of(reader, premises(reader, edge.iri), edge.iri)


def premises(reader: Reader, derived: NamedNode) -> list[NamedNode]:
    """The claims an event or a plain edge rests on; none for what is neither."""
    if not (_is_a(reader, derived, "ReportedEvent") or _is_a(reader, derived, "PlainEdge")):
        return []
    return [node for node in reader.nodes(derived, PREMISES) if "Claim" in reader.kinds(node)]


def _is_a(reader: Reader, node: NamedNode, kind: str) -> bool:
    return any(found in CLASSES and is_kind(found, kind) for found in reader.kinds(node))


def fact_of(reader: Reader, node: NamedNode) -> Iterator[Fact]:
    """What a claim or a plain edge says."""
    subject, predicate = reader.node(node, "rdf:subject"), reader.node(node, "rdf:predicate")
    if subject is not None and predicate is not None:
        yield from (Fact(subject, predicate, value) for value in reader.values(node, "rdf:object"))


def alike(reader: Reader, claim: NamedNode) -> list[NamedNode]:
    """The claims that state what a claim states: by fact, by event, or by the same words and figure."""
    found = {claim}
    for fact in reader.nodes(claim, "fact"):
        found.update(reader.subjects("fact", fact))
    for event in reader.subjects(PREMISES, claim):
        if _is_a(reader, event, "ReportedEvent") and not _is_a(reader, event, "Candidacy"):
            found.update(premises(reader, event))
    for stated in fact_of(reader, claim):
        found.update(one for one in _on(reader, stated.subject) if _is_same(reader, one, claim))
    return sorted(found, key=lambda node: node.value)


def _on(reader: Reader, subject: NamedNode) -> list[NamedNode]:
    """The claims on a subject."""
    return [node for node in reader.subjects("rdf:subject", subject) if "Claim" in reader.kinds(node)]


def _is_same(reader: Reader, left: NamedNode, right: NamedNode) -> bool:
    names = ("rdf:predicate", "rdf:object", "polarity", *SAME_FIGURE)
    return all(reader.values(left, name) == reader.values(right, name) for name in names)


def denials(reader: Reader, told: NamedNode) -> list[NamedNode]:
    """Claims that deny what a claim or a plain edge says, or something it entails, in the same case."""
    return [
        claim
        for fact in fact_of(reader, told)
        for claim in _between(reader, fact)
        if not is_positive(reader, claim)
        and _predicate(reader, claim) in _broader(local(fact.predicate))
        and _same_case(reader, told, claim)
    ]


def _broader(predicate: str) -> frozenset[str]:
    """A predicate and what it entails; a plain edge that is no predicate entails itself alone."""
    return broader(predicate) if predicate in PREDICATES else frozenset({predicate})


def _predicate(reader: Reader, claim: NamedNode) -> str:
    node = reader.node(claim, "rdf:predicate")
    return "" if node is None else local(node)


def _same_case(reader: Reader, left: NamedNode, right: NamedNode) -> bool:
    """Whether no qualifier makes two cases of what is said: two contests, two places."""
    both = ((reader.values(left, name), reader.values(right, name)) for name in CASE)
    return all(not mine or not theirs or not set(mine).isdisjoint(theirs) for mine, theirs in both)


def _between(reader: Reader, fact: Fact) -> list[NamedNode]:
    """The claims on two ends."""
    if isinstance(fact.object, Literal):
        return [
            claim for claim in _on(reader, fact.subject) if fact.object in reader.values(claim, "rdf:object")
        ]
    ends = set(reader.subjects("rdf:subject", fact.subject)) & set(reader.subjects("rdf:object", fact.object))
    return sorted((node for node in ends if "Claim" in reader.kinds(node)), key=lambda node: node.value)


def is_positive(reader: Reader, claim: NamedNode) -> bool:
    """Whether a claim states, and does not deny."""
    return reader.text(claim, "polarity").endswith("-positive")


def said(reader: Reader, claim: NamedNode) -> Said:
    """What a claim tells of its own weight.

    Raises:
        LookupError: It has no document.
    """
    document = reader.node(claim, "document")
    if document is None:
        raise LookupError(f"{claim.value} has no document")
    suggested = [SUGGESTED] if reader.flag(claim, "implicature") else []
    modalities = {local(code).partition("-")[2] for code in reader.nodes(claim, "modality")}
    return Said(
        key=reader.text(claim, "dcterms:identifier"),
        document=reader.text(document, "dcterms:identifier"),
        origin=reader.label(reader.node(document, "origin") or document),
        first=_day(reader, document, "earliest"),
        last=_day(reader, document, "latest"),
        modalities=tuple(sorted(modalities.union(suggested), key=FIRMNESS.__getitem__)),
        speakers=attribution(reader, claim)[1:],
    )


def _day(reader: Reader, node: NamedNode, prop: str) -> date | None:
    text = reader.text(node, prop)
    return date.fromisoformat(text) if text else None
