"""Facts of a graph: which claims state one, which deny it, and how a person names it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.cards import attribution
from graph.derive.premises import FIRMNESS, SUGGESTED
from graph.plain_edges import PlainEdge
from graph.reading import Reader, local
from graph.witnesses import Said, Witnesses, weigh

PREMISES = "prov:wasDerivedFrom"
SAME_FIGURE = ("contest", "unit", "precision", "value", "atLeast", "atMost")
"""What claims of one fact have in common besides subject, predicate and object."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, predicate and object of a claim or a plain edge."""

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode | Literal


def witnesses_of(reader: Reader, claims: Iterable[NamedNode], drawn: Iterable[Fact] = ()) -> Witnesses:
    """The witnesses of what claims state.

    Args:
        reader: The graph.
        claims: Claims on one fact; one that denies counts with those that deny.
        drawn: Further forms of the fact, such as that of the plain edge drawn from it.
    """
    told = list(claims)
    facts = {*drawn, *(fact for claim in told for fact in fact_of(reader, claim))}
    denying = {claim for fact in facts for claim in denials(reader, fact)}
    stating = (said(reader, claim) for claim in told if is_positive(reader, claim))
    return weigh(stating, (reader.text(claim, "dcterms:identifier") for claim in denying))


def edge_witnesses(reader: Reader, edge: PlainEdge) -> Witnesses:
    """The witnesses of a plain edge, none for one that rests on the registry."""
    return witnesses_of(reader, premises(reader, edge.iri), fact_of(reader, edge.iri))


def premises(reader: Reader, derived: NamedNode) -> list[NamedNode]:
    """The claims an event or a plain edge rests on."""
    return [node for node in reader.nodes(derived, PREMISES) if "Claim" in reader.kinds(node)]


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
        if not {"Candidacy", "PlainEdge"}.intersection(reader.kinds(event)):
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


def denials(reader: Reader, fact: Fact) -> list[NamedNode]:
    """Claims that deny a fact, or a wider one: whom nobody backed, nobody backed directly."""
    wider = wider_predicates(reader, fact.predicate)
    return [
        claim
        for claim in _between(reader, fact)
        if not is_positive(reader, claim) and reader.node(claim, "rdf:predicate") in wider
    ]


def _between(reader: Reader, fact: Fact) -> list[NamedNode]:
    """The claims on two ends."""
    if isinstance(fact.object, Literal):
        return [
            claim for claim in _on(reader, fact.subject) if fact.object in reader.values(claim, "rdf:object")
        ]
    ends = set(reader.subjects("rdf:subject", fact.subject)) & set(reader.subjects("rdf:object", fact.object))
    return sorted((node for node in ends if "Claim" in reader.kinds(node)), key=lambda node: node.value)


def wider_predicates(reader: Reader, predicate: NamedNode) -> Collection[NamedNode]:
    """A predicate and all that hold wherever it holds: what it draws, and what it is narrower than."""
    found, left = {predicate}, [predicate]
    while left:
        one = left.pop()
        more = {*reader.nodes(one, "skos:broader"), *reader.nodes(one, "draws")} - found
        found |= more
        left += more
    return found


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
