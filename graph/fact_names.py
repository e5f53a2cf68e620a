"""Which fact a person means: a claim by its key, an edge, event or fact by its id, or its two ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import NamedNode

from graph.cards import claim_keys
from graph.entities import find_entity
from graph.errors import UnknownNameError
from graph.facts import alike, denials, edge_witnesses, premises, witnesses_of
from graph.plain_edges import PlainEdge, edges_of
from graph.reading import Reader, local
from graph.witnesses import Witnesses
from ontology import EDGES, PREDICATES


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact with its witnesses.

    Attributes:
        iri: The claim, event, edge or fact it is named by.
        says: What it says, for people.
    """

    iri: str
    says: str
    witnesses: Witnesses


@dataclass(frozen=True, slots=True)
class Ends:
    """What a person gives of a fact: names, paths or IRIs, and a predicate; "" for what is left open."""

    subject: str = ""
    predicate: str = ""
    object: str = ""


def named_fact(reader: Reader, name: str) -> Weighed:
    """The fact of a claim's key, or of the id of a claim, event, plain edge or fact.

    Raises:
        UnknownNameError: Nothing of the kind has that name, or no claim stands behind it.
    """
    keys = {key: NamedNode(iri) for iri, key in claim_keys(reader).items()}
    node = keys.get(name.upper()) or keys.get(name) or _node(reader, name)
    kinds = reader.kinds(node)
    if "Claim" in kinds:
        return Weighed(node.value, reader.text(node, "gloss"), witnesses_of(reader, alike(reader, node)))
    claims = reader.subjects("fact", node) if "Fact" in kinds else premises(reader, node)
    if not claims:
        near = get_close_matches(name.upper(), keys, n=1)
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownNameError(
            f"{name!r} is no claim, and no event, edge or fact that rests on claims{meant}"
        )
    says = reader.text(claims[0], "gloss") if "Fact" in kinds else reader.label(node)
    return Weighed(node.value, says, witnesses_of(reader, claims, node))


def _node(reader: Reader, name: str) -> NamedNode:
    """A name as an IRI: whole, with the prefix `id:`, or as a path; the base where it is none."""
    try:
        whole = name.startswith(("http://", "https://"))
        return NamedNode(name if whole else f"{reader.base}id/{name.removeprefix('id:')}")
    except ValueError:
        return NamedNode(reader.base)


def facts_between(reader: Reader, ends: Ends) -> list[Weighed]:
    """The facts with these ends: the plain edges, then what claims say that no edge tells.

    Raises:
        UnknownNameError: An end or the predicate is not known, or neither end is given.
    """
    subject, thing = (find_entity(reader, name) if name else None for name in (ends.subject, ends.object))
    one = subject or thing
    if one is None:
        raise UnknownNameError("give --subject or --object, or the key or id of a fact")
    relation = _relation(ends.predicate)
    edges = [edge for edge in edges_of(reader, one) if _fits(edge, subject, relation, thing) and edge.claims]
    told = {claim for edge in edges for claim in premises(reader, edge.iri)}
    told |= {claim for edge in edges for claim in denials(reader, edge.iri)}
    found = [Weighed(edge.iri.value, reader.label(edge.iri), edge_witnesses(reader, edge)) for edge in edges]
    return found + list(_claimed(reader, _claims(reader, subject, relation, thing), told))


def _relation(name: str) -> str:
    known = {*EDGES, *PREDICATES}
    bare = name.removeprefix("mt:")
    if bare and bare not in known:
        near = get_close_matches(bare, sorted(known), n=3)
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownNameError(f"--predicate: {name!r} is no predicate{meant}")
    return bare


def _fits(edge: PlainEdge, subject: NamedNode | None, relation: str, thing: NamedNode | None) -> bool:
    return all(
        wanted in (None, "", found)
        for wanted, found in ((subject, edge.source), (relation, edge.relation), (thing, edge.target))
    )


def _claims(
    reader: Reader, subject: NamedNode | None, relation: str, thing: NamedNode | None
) -> Iterator[NamedNode]:
    ends = [("rdf:subject", subject), ("rdf:object", thing)]
    sets = [set(reader.subjects(prop, end)) for prop, end in ends if end is not None]
    for node in sorted(set.intersection(*sets), key=lambda node: node.value):
        predicate = reader.node(node, "rdf:predicate")
        if "Claim" in reader.kinds(node) and predicate is not None and relation in ("", local(predicate)):
            yield node


def _claimed(reader: Reader, claims: Iterable[NamedNode], told: set[NamedNode]) -> Iterator[Weighed]:
    """Each fact that claims state and nothing tells so far."""
    seen = set(told)
    for claim in claims:
        if claim not in seen:
            same = alike(reader, claim)
            seen.update(same)
            yield Weighed(claim.value, reader.text(claim, "gloss"), witnesses_of(reader, same))
