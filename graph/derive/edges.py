"""Plain edges: for easy SPARQL and for pictures, derived by rule, each naming its premises.

A claim that denies draws no edge. Edges of money stay apart, one for each event; edges of the
other families are joined when source, property, target and contest are the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pyoxigraph import Quad

from graph.derive.events import Event, events_of
from graph.derive.premises import shared_hedges, write_premises
from graph.derive.world import World
from graph.nodes import Names, Writer, date_terms, digest, english, term
from ontology import EDGES, PREDICATES
from sources.claim import Claim, Entity, Thing
from sources.edtf import narrowest

NOBODY_STANDS_FOR_ANOTHER: Mapping[str, str] = MappingProxyType({})
OUTCOME_EDGES = {
    "outcome-won": "won",
    "outcome-won-outright": "won",
    "outcome-lost": "lost",
    "outcome-led": "ledIn",
    "outcome-advanced": "advancedTo",
    "outcome-carried": "carried",
}


def carries_money(relation: str) -> bool:
    """Whether an edge has the amount of its event: all of the family money, and spending against someone."""
    return EDGES[relation].family == "money" or relation == "spentAgainst"


@dataclass(frozen=True, slots=True)
class Premised:
    """A plain edge and what it rests on.

    Attributes:
        source: Path of the entity it leaves.
        relation: Local name of the plain property.
        target: Path of the entity it reaches.
        contest: Path of the contest it belongs to, "" for none.
        claims: Its premises, in reading order; none when it rests on the registry.
        entity: The registry entry it rests on, None when it rests on claims.
        event: Path of the event it is drawn from, "" for none.
    """

    source: str
    relation: str
    target: str
    contest: str = ""
    claims: tuple[Claim, ...] = ()
    entity: Entity | None = None
    event: str = ""

    @property
    def path(self) -> str:
        """Path of its IRI."""
        occasion = self.event if carries_money(self.relation) else ""
        return f"edge/{digest(self.source, self.relation, self.target, self.contest, occasion)}"

    @property
    def hedges(self) -> tuple[str, ...]:
        """What weakens it: all weakening modalities when every premise has one, else none."""
        return shared_hedges(self.claims)


def find_edges(
    world: World, stands_for: Mapping[str, str] = NOBODY_STANDS_FOR_ANOTHER
) -> tuple[Premised, ...]:
    """Every plain edge, in order of source, relation and target.

    Args:
        world: The sources.
        stands_for: The canonical thing of each thing that another stands for; edges join canonical things.
    """
    found: dict[str, Premised] = {}
    for told in (*_claim_edges(world), *_place_edges(world)):
        edge = _canonical(told, stands_for)
        if edge.source == edge.target != told.target:
            continue
        known = found.get(edge.path)
        if known is None:
            found[edge.path] = edge
        else:
            fresh = tuple(claim for claim in edge.claims if claim not in known.claims)
            found[edge.path] = replace(known, claims=(*known.claims, *fresh))
    return tuple(
        sorted(found.values(), key=lambda edge: (edge.source, edge.relation, edge.target, edge.path))
    )


def _canonical(edge: Premised, stands_for: Mapping[str, str]) -> Premised:
    source, target, contest = (
        stands_for.get(path, path) for path in (edge.source, edge.target, edge.contest)
    )
    return replace(edge, source=source, target=target, contest=contest)


def _claim_edges(world: World) -> Iterator[Premised]:
    for claim in world.claims:
        if claim.positive:
            yield from _drawn(claim, world)


def _drawn(claim: Claim, world: World) -> Iterator[Premised]:
    predicate = PREDICATES[claim.predicate]
    events = tuple(events_of(claim, world))
    event = next((event for event in events if event.kind != "Candidacy"), None)
    contest = _path_of(claim, "contest")
    target = _path_of(claim, predicate.draws_to) if predicate.draws_to else _object(claim)
    belongs = target if target and world.known.is_a(target, "Contest") else contest
    if predicate.draws and target and predicate.asserts != "Result":
        yield _edge(claim, claim.subject, predicate.draws, target, belongs, event)
    if claim.predicate == "defeated" and target:
        yield _edge(claim, claim.subject, "defeated", target, contest, event)
    beneficiary = _path_of(claim, "beneficiary")
    if predicate.draws == "spentOn" and beneficiary:
        yield _edge(claim, claim.subject, "spentFor", beneficiary, belongs, event)
    target_of_spending = _path_of(claim, "target")
    if predicate.draws == "spentOn" and target_of_spending:
        yield _edge(claim, claim.subject, "spentAgainst", target_of_spending, belongs, event)
    if claim.predicate == "recalledFrom" and contest:
        yield _edge(claim, claim.subject, "facedRecallIn", contest, contest, event)
    yield from (edge for event in events for edge in _candidate_edges(claim, event))


def _candidate_edges(claim: Claim, event: Event) -> Iterator[Premised]:
    """A candidacy is an edge, and so is its outcome."""
    who, where = event.role("candidate"), event.role("contest") or event.role("place")
    relation = "ranIn" if event.kind == "Candidacy" else OUTCOME_EDGES.get(event.outcome, "")
    if who is None or where is None or relation == "":
        return
    yield _edge(claim, who, relation, where, event.role("contest") or "", event)


def _edge(
    claim: Claim, source: str, relation: str, target: str, contest: str, event: Event | None
) -> Premised:
    return Premised(source, relation, target, contest, (claim,), None, "" if event is None else event.path)


def _object(claim: Claim) -> str:
    return claim.object.path if isinstance(claim.object, Thing) else ""


def _path_of(claim: Claim, qualifier: str) -> str:
    values = claim.qualifier(qualifier)
    return values[0].path if values and isinstance(values[0], Thing) else ""


def _place_edges(world: World) -> Iterator[Premised]:
    """Where contests are decided, as the registry says."""
    for path, entity in world.entities.items():
        if not world.known.is_a(path, "Contest"):
            continue
        for place in world.linked(path, "jurisdiction"):
            yield Premised(path, "heldIn", place, path, entity=entity)
            for county in _counties(place, world):
                yield Premised(path, "inCounty", county, path, entity=entity)


def _counties(place: str, world: World) -> tuple[str, ...]:
    if world.known.is_a(place, "County"):
        return (place,)
    return world.linked(place, "member")


def edge_quads(edges: Iterable[Premised], world: World, names: Names) -> list[Quad]:
    """The plain triples and, beside each, the edge that names its premises."""
    out = Writer(names.graph("derived/edges"), [])
    for edge in edges:
        _write_edge(edge, world, names, out)
    return out.quads


def _write_edge(edge: Premised, world: World, names: Names, out: Writer) -> None:
    node, source, target = (names.thing(path) for path in (edge.path, edge.source, edge.target))
    out.add(source, edge.relation, target)
    out.a(node, "PlainEdge")
    label = f"{world.label(edge.source)} {EDGES[edge.relation].label} {world.label(edge.target)}"
    out.add(node, "rdfs:label", english(label))
    out.add(node, "rdf:subject", source)
    out.add(node, "rdf:predicate", term(edge.relation))
    out.add(node, "rdf:object", target)
    if edge.contest:
        out.add(node, "contest", names.thing(edge.contest))
    if edge.event:
        out.add(node, "reportedEvent", names.thing(edge.event))
    if edge.entity is not None:
        out.add(node, "prov:wasDerivedFrom", names.thing(edge.entity.path))
    write_premises(edge.claims, node, world, names, out)
    dates = [value for claim in edge.claims for value in claim.qualifier("date") if isinstance(value, str)]
    if dates:
        for prop, value in date_terms(narrowest(dates)):
            out.add(node, prop, value)
