"""Events as quads of the derived graph of events, each with the claims it rests on."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.derive.claim_quads import write_bounds
from graph.derive.events import Event
from graph.derive.premises import write_premises
from graph.derive.same_money import same_money
from graph.derive.world import World
from graph.nodes import (
    Names,
    Writer,
    boolean,
    code,
    decimal,
    english,
    term,
    text,
    value_term,
)
from ontology import EDGES, PREDICATES
from sources.claim import Literal, Thing
from sources.edtf import narrowest
from sources.quantity import Quantity

CARRIED = ("contest", "place", "date", "office", "since", "until", "beneficiary", "via", "target", "asOf")
SETTLED = ("exact", "about")


def event_quads(events: Iterable[Event], world: World, names: Names) -> list[Quad]:
    """Every statement about the events, in the derived graph of events."""
    out = Writer(names.graph("derived/events"), [])
    known = tuple(events)
    for event in known:
        _write_event(event, world, names, out)
    for part, whole in same_money(known, world):
        left, right = names.thing(part.path), names.thing(whole.path)
        out.add(left, "possiblySameMoneyAs", right)
        out.add(right, "possiblySameMoneyAs", left)
        out.add(left, "possiblyIncludedIn", right)
    return out.quads


def _write_event(event: Event, world: World, names: Names, out: Writer) -> None:
    node = names.thing(event.path)
    out.a(node, event.kind)
    out.add(node, "rdfs:label", english(_label(event, world)))
    for name, who in event.roles:
        out.add(node, name, value_term(who, names))
    write_premises(event.claims, node, world, names, out)
    for claim in event.claims:
        if claim.predicate in ("incumbentIn", "seeksReelectionFirstTime") and event.kind == "Candidacy":
            out.add(node, "incumbent", boolean(value=True))
    if event.kind != "Candidacy":
        _write_particulars(event, node, names, out)


def _label(event: Event, world: World) -> str:
    claim = event.claims[0]
    who = [world.label(player.path) if isinstance(player, Thing) else player for _, player in event.roles]
    words = event.outcome.partition("-")[2].replace("-", " ") or _verb(claim.predicate)
    if event.kind == "Candidacy":
        words = "candidate in"
    elif event.kind == "OfficeRemoval":
        words = _verb(claim.predicate)
    figure = f" ({event.quantity.as_written})" if event.quantity is not None else ""
    return f"{who[0]} {words} {' '.join(who[1:])}".strip() + figure


def _verb(predicate: str) -> str:
    """The words between subject and object: those of the edge it draws, else its own."""
    drawn = PREDICATES[predicate].draws
    return EDGES[drawn].label if drawn else PREDICATES[predicate].label


def _write_particulars(event: Event, node: NamedNode, names: Names, out: Writer) -> None:
    claim = event.claims[0]
    predicate = PREDICATES[claim.predicate]
    taken = {name for name, _ in event.roles}
    for name in CARRIED:
        if name not in taken:
            for value in _carried(event, name):
                out.add_value(node, name, value, names)
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


def _carried(event: Event, name: str) -> tuple[Thing | Literal, ...]:
    """The narrowest date any claim gives; of the other qualifiers, what the first claim with one says."""
    given = [claim.qualifier(name) for claim in event.claims if claim.qualifier(name)]
    if name == "date" and given:
        return (narrowest(value for values in given for value in values if isinstance(value, str)),)
    return given[0] if given else ()


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
