"""Events: what happened or is said to have, as far as claims fix it.

The ontology says for each predicate which class of event a claim asserts and which role subject
and object play. Several claims may assert one event; claims that differ in their figures assert
different ones, so nothing is overwritten. A claim that denies asserts nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.derive.world import World
from graph.nodes import decimal, digest
from ontology import PREDICATES, PredicateTerm
from sources.check import is_kind
from sources.claim import Claim, Thing
from sources.quantity import Quantity

MONEY = ("MoneyFlow", "MoneyTotal")
COLLECTIVE = ("Group", "Campaign", "ContestSet")

Role = tuple[str, Thing | str]


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the claims it rests on.

    Attributes:
        path: Path of its IRI.
        kind: Class of event.
        roles: Property and player of each role, in order.
        claims: The claims, in reading order.
        outcome: Outcome code name, "" for none.
        quantity: Its figure, which all its claims share; None for none.
    """

    path: str
    kind: str
    roles: tuple[Role, ...]
    claims: tuple[Claim, ...]
    outcome: str = ""
    quantity: Quantity | None = None

    @property
    def is_money(self) -> bool:
        """Whether its figure is an amount of money."""
        return any(is_kind(self.kind, kind) for kind in MONEY)

    def role(self, name: str) -> str | None:
        """Path of the player of a role, None when nobody plays it."""
        return next((who.path for key, who in self.roles if key == name and isinstance(who, Thing)), None)


def find_events(world: World) -> tuple[Event, ...]:
    """The events all positive claims assert, in order of their paths."""
    found: dict[str, Event] = {}
    for claim in world.claims:
        for event in events_of(claim, world):
            known = found.get(event.path)
            found[event.path] = event if known is None else replace(known, claims=(*known.claims, claim))
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
    nature = (outcome, predicate.strength, predicate.measure, predicate.event_kind)
    spoken = (*_spoken(roles), _contest(claim), *_figure(claim.quantity), *nature, _occasion(claim, kind))
    identity = digest(kind, *spoken)
    return Event(f"event/{identity}", kind, roles, (claim,), outcome, claim.quantity)


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


def _figure(quantity: Quantity | None) -> tuple[str, ...]:
    if quantity is None:
        return ()
    bounds = (None if bound is None else bound.value for bound in (quantity.lower, quantity.upper))
    ends = ("" if end is None else decimal(end).value for end in (quantity.value, *bounds))
    return (quantity.precision, quantity.unit, *ends)


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
    """The result of the subject, and that of whom it defeated, to whom the figure does not belong."""
    yield _result(claim, claim.subject, predicate.subject_outcome, predicate, claim.quantity)
    if predicate.object_outcome and isinstance(claim.object, Thing):
        yield _result(claim, claim.object.path, predicate.object_outcome, predicate, None)


def _result(
    claim: Claim, who: str, outcome: str, predicate: PredicateTerm, quantity: Quantity | None
) -> Event:
    roles: list[Role] = [("candidate", Thing(who))]
    contest = _object_contest(claim, predicate) or _contest(claim)
    if contest:
        roles.append(("contest", Thing(contest)))
    if predicate.object_role == "place":
        roles.append(("place", claim.object))
    identity = digest("Result", outcome, *_spoken(tuple(roles)), *_figure(quantity))
    return Event(f"event/{identity}", "Result", tuple(roles), (claim,), outcome, quantity)
