"""Events: what happened or is said to have, as far as claims fix it.

The ontology says for each predicate which class of event a claim asserts and which role subject
and object play. Several claims may assert one event; claims that differ in their figures assert
different ones, so nothing is overwritten. A claim that denies asserts nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from graph.claim_quads import claim_node, write_bounds
from graph.nodes import (
    Names,
    Writer,
    boolean,
    code,
    date_terms,
    decimal,
    digest,
    english,
    term,
    text,
    value_term,
)
from graph.world import World
from ontology import PREDICATES, PredicateTerm
from sources.check import is_kind
from sources.claim import Claim, Literal, Thing
from sources.quantity import Quantity

MONEY = ("MoneyFlow", "MoneyTotal")
CARRIED = ("contest", "place", "date", "office", "since", "until", "beneficiary", "via", "target", "asOf")
COLLECTIVE = ("Group", "Campaign", "ContestSet")
SETTLED = {"exact", "about"}

Role = tuple[str, Thing | str]


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the claims it rests on.

    Attributes:
        path: Path of its IRI.
        kind: Class of event.
        roles: Property and player of each role, in order.
        claims: The claims, in reading order; the first one gives date, place and the like.
        outcome: Outcome code name, "" for none.
    """

    path: str
    kind: str
    roles: tuple[Role, ...]
    claims: tuple[Claim, ...]
    outcome: str = ""

    @property
    def is_money(self) -> bool:
        """Whether its figure is an amount of money."""
        return any(is_kind(self.kind, kind) for kind in MONEY)

    @property
    def quantity(self) -> Quantity | None:
        """Its figure, which all its claims share."""
        return self.claims[0].quantity

    def role(self, name: str) -> str | None:
        """Path of the player of a role, None when nobody plays it."""
        return next((who.path for key, who in self.roles if key == name and isinstance(who, Thing)), None)


def find_events(world: World) -> tuple[Event, ...]:
    """The events all positive claims assert, in order of their paths."""
    found: dict[str, Event] = {}
    for claim in world.claims:
        for event in events_of(claim, world):
            known = found.get(event.path)
            claims = (*known.claims, claim) if known is not None else (claim,)
            found[event.path] = Event(event.path, event.kind, event.roles, claims, event.outcome)
    return tuple(found[path] for path in sorted(found))


def events_of(claim: Claim, world: World) -> Iterator[Event]:
    """The events one claim asserts: none when it denies or its predicate asserts none."""
    predicate = PREDICATES[claim.predicate]
    if not claim.positive or predicate.asserts == "":
        return
    if predicate.asserts == "Result":
        yield from _results(claim, predicate)
    elif predicate.asserts != "Candidacy":
        yield _event(claim, predicate, world)
    yield from _candidacies(claim, predicate, world)


def _event(claim: Claim, predicate: PredicateTerm, world: World) -> Event:
    kind = _kind(claim, predicate, world)
    roles = _roles(claim, predicate)
    outcome = predicate.subject_outcome or predicate.object_outcome
    identity = digest(kind, *_spoken(roles), _contest(claim), *_figure(claim), _occasion(claim, kind))
    return Event(f"event/{identity}", kind, roles, (claim,), outcome)


def _kind(claim: Claim, predicate: PredicateTerm, world: World) -> str:
    """A sum over time or over several recipients is a total, whatever the predicate."""
    if not is_kind(predicate.asserts, "MoneyFlow"):
        return predicate.asserts
    over_time = claim.qualifier("since") != ()
    to_many = isinstance(claim.object, Thing) and any(
        world.known.is_a(claim.object.path, kind) for kind in COLLECTIVE
    )
    return "MoneyTotal" if over_time or to_many else predicate.asserts


def _roles(claim: Claim, predicate: PredicateTerm) -> tuple[Role, ...]:
    roles: list[Role] = []
    if predicate.subject_role:
        roles.append((predicate.subject_role, Thing(claim.subject)))
    if predicate.object_role:
        roles.append((predicate.object_role, claim.object))
    return tuple(roles)


def _spoken(roles: tuple[Role, ...]) -> Iterator[str]:
    return (f"{name} {who.path if isinstance(who, Thing) else repr(who)}" for name, who in roles)


def _contest(claim: Claim) -> str:
    contests = claim.qualifier("contest")
    return contests[0].path if contests and isinstance(contests[0], Thing) else ""


def _figure(claim: Claim) -> tuple[str, ...]:
    quantity = claim.quantity
    if quantity is None:
        return ()
    ends = (quantity.value, quantity.lower and quantity.lower.value, quantity.upper and quantity.upper.value)
    return (quantity.precision, quantity.unit, *(str(end) for end in ends))


def _occasion(claim: Claim, kind: str) -> str:
    """Two gifts of one sum are two gifts, unless the sheet says that they are one fact."""
    if any(is_kind(kind, money) for money in MONEY):
        return claim.fact or claim.digest
    return ""


def _candidacies(claim: Claim, predicate: PredicateTerm, world: World) -> Iterator[Event]:
    """Whoever stands, wins, loses, leads or has a share in a contest is a candidate in it."""
    if predicate.subject_role != "candidate":
        return
    contest = _object_contest(claim, predicate) or _contest(claim)
    if contest == "" or not _has_candidates(contest, world):
        return
    people = [claim.subject]
    if isinstance(claim.object, Thing) and predicate.object_role == "opponent":
        people.append(claim.object.path)
    for person in people:
        if world.known.is_a(person, "Person"):
            yield candidacy(person, contest, claim)


def _object_contest(claim: Claim, predicate: PredicateTerm) -> str:
    if predicate.object_role == "contest" and isinstance(claim.object, Thing):
        return claim.object.path
    return ""


def _has_candidates(path: str, world: World) -> bool:
    """A recall and a measure are contests without candidates."""
    without = ("RecallElection", "BallotMeasure")
    return world.known.is_a(path, "Contest") and not any(world.known.is_a(path, kind) for kind in without)


def candidacy(person: str, contest: str, claim: Claim) -> Event:
    """The candidacy of a person in a contest."""
    path = f"candidacy/{contest.partition('/')[2]}/{person.partition('/')[2]}"
    roles: tuple[Role, ...] = (("candidate", Thing(person)), ("contest", Thing(contest)))
    return Event(path, "Candidacy", roles, (claim,))


def _results(claim: Claim, predicate: PredicateTerm) -> Iterator[Event]:
    yield from _result(claim, claim.subject, predicate.subject_outcome, predicate)
    if predicate.object_outcome and isinstance(claim.object, Thing):
        yield from _result(claim, claim.object.path, predicate.object_outcome, predicate)


def _result(claim: Claim, who: str, outcome: str, predicate: PredicateTerm) -> Iterator[Event]:
    roles: list[Role] = [("candidate", Thing(who))]
    contest = _object_contest(claim, predicate) or _contest(claim)
    if contest:
        roles.append(("contest", Thing(contest)))
    if predicate.object_role == "place":
        roles.append(("place", claim.object))
    identity = digest("Result", outcome, *_spoken(tuple(roles)), *_figure(claim))
    yield Event(f"event/{identity}", "Result", tuple(roles), (claim,), outcome)


def event_quads(events: Iterable[Event], world: World, names: Names) -> list[Quad]:
    """Every statement about the events, in the derived graph of events."""
    out = Writer(names.graph("derived/events"), [])
    known = tuple(events)
    for event in known:
        _write_event(event, world, names, out)
    for left, right in same_money(known):
        out.add(names.thing(left.path), "possiblySameMoneyAs", names.thing(right.path))
        out.add(names.thing(right.path), "possiblySameMoneyAs", names.thing(left.path))
    return out.quads


def same_money(events: Iterable[Event]) -> list[tuple[Event, Event]]:
    """Flows that may be one: spending through a committee, and the gift to that committee."""
    flows = [event for event in events if is_kind(event.kind, "MoneyFlow")]
    gifts = {(event.role("payer"), event.role("payee")): event for event in flows}
    pairs = []
    for event in flows:
        for via in event.claims[0].qualifier("via"):
            gift = gifts.get((event.role("payer"), via.path if isinstance(via, Thing) else None))
            if gift is not None and gift is not event:
                pairs.append((event, gift))
    return pairs


def _write_event(event: Event, world: World, names: Names, out: Writer) -> None:
    node = names.thing(event.path)
    out.a(node, event.kind)
    out.add(node, "rdfs:label", english(_label(event, world)))
    for name, who in event.roles:
        out.add(node, name, value_term(who, names))
    for claim in event.claims:
        out.add(node, "prov:wasDerivedFrom", claim_node(claim, names))
        if claim.predicate in ("incumbentIn", "seeksReelectionFirstTime") and event.kind == "Candidacy":
            out.add(node, "incumbent", boolean(value=True))
    if event.kind != "Candidacy":
        _write_particulars(event, node, names, out)


def _label(event: Event, world: World) -> str:
    claim = event.claims[0]
    who = [world.label(player.path) if isinstance(player, Thing) else player for _, player in event.roles]
    words = event.outcome.partition("-")[2].replace("-", " ") or PREDICATES[claim.predicate].label
    if event.kind == "Candidacy":
        words = "candidate in"
    figure = f" ({claim.quantity.as_written})" if claim.quantity is not None else ""
    return f"{who[0]} {words} {' '.join(who[1:])}".strip() + figure


def _write_particulars(event: Event, node: NamedNode, names: Names, out: Writer) -> None:
    claim = event.claims[0]
    predicate = PREDICATES[claim.predicate]
    taken = {name for name, _ in event.roles}
    for name in CARRIED:
        if name not in taken:
            for value in claim.qualifier(name):
                _write_carried(name, value, node, names, out)
    for name, code_name in (
        ("outcomeCode", event.outcome),
        ("strength", predicate.strength),
        ("measure", predicate.measure),
        ("eventKind", predicate.event_kind),
    ):
        if code_name:
            out.add(node, name, term(code_name))
    if event.kind in ("Result", "Tally"):
        status = "unofficial" if any("unofficial" in claim.modality for claim in event.claims) else "unknown"
        out.add(node, "countStatus", code("count", status))
    if event.quantity is not None:
        _write_figure(event, event.quantity, node, out)


def _write_carried(name: str, value: Thing | Literal, node: NamedNode, names: Names, out: Writer) -> None:
    if name == "date" and isinstance(value, str):
        for prop, date_value in date_terms(value):
            out.add(node, prop, date_value)
    else:
        out.add(node, name, value_term(value, names))


def _write_figure(event: Event, quantity: Quantity, node: NamedNode, out: Writer) -> None:
    out.add(node, "precision", code("precision", quantity.precision))
    out.add(node, "asWritten", text(quantity.as_written))
    if event.is_money and quantity.unit == "USD":
        out.add(node, "currency", text("USD"))
        value, bounds = "amount", ("amountAtLeast", "amountAtMost")
        settled = quantity.precision in SETTLED
    else:
        out.add(node, "unit", text(quantity.unit))
        value, bounds = "value", ("atLeast", "atMost")
        settled = True
    if quantity.value is not None and settled:
        out.add(node, value, decimal(quantity.value))
    write_bounds(quantity.lower, quantity.upper, bounds, node, out)
