"""Whose money a flow is: that of the one who is asked for, or of a group, a member or a committee beside it.

What a group gave is not its member's, and what a member gave is not the group's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.identity.reading import canonical_node
from graph.reading import Reader
from graph.sums.fitting import Fit, fit_places
from ontology import CLASSES
from sources.check import is_kind

PAID_TO = ("payee", "collector", "beneficiary", "supports", "spentOnThing", "contest", "via")
AGAINST = ("target", "opposes")


@dataclass(frozen=True, slots=True)
class Side:
    """One end of the money that is asked for.

    Attributes:
        node: The one who is asked for.
        others: Whose money is near and not its own, with the reason in words.
        parts: Contests it is made of; money for them is money for it.
        is_place: Whether it is a place, which money is for by the contests held there.
    """

    node: NamedNode
    others: dict[NamedNode, str]
    parts: frozenset[NamedNode]
    is_place: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How a flow belongs to a side: not at all, or its own; else why it is not."""

    touches: bool
    why_not: str = ""


NONE, OWN = Share(touches=False), Share(touches=True)


def side_of(reader: Reader, node: NamedNode) -> Side:
    """An end of the money that is asked for, with the groups, members and committees beside it."""
    kinds = [kind for kind in reader.kinds(node) if kind in CLASSES]
    is_agent = any(is_kind(kind, "Agent") for kind in kinds)
    return Side(
        node,
        _beside(reader, node) if is_agent else {},
        frozenset(() if is_agent else reader.nodes(node, "member")),
        any(is_kind(kind, "Place") for kind in kinds),
    )


def _beside(reader: Reader, node: NamedNode) -> dict[NamedNode, str]:
    me = reader.label(node)
    members = {*reader.subjects("memberOf", node), *reader.nodes(node, "member")}
    groups = {*reader.nodes(node, "memberOf"), *reader.subjects("member", node)}
    found = {
        one: f"that of {reader.label(one)}, which {me} controls, not its own"
        for one in _controlled(reader, node)
    }
    found |= {one: f"that of {reader.label(one)}, a member; a member's is not the group's" for one in members}
    found |= {
        one: f"that of {reader.label(one)}, of which {me} is a member; a group's is not the member's"
        for one in groups
    }
    return found


def _controlled(reader: Reader, node: NamedNode) -> Iterable[NamedNode]:
    return reader.subjects("controlledBy", node)


def payer_share(reader: Reader, flow: NamedNode, side: Side | None) -> Share:
    """How a flow belongs to whoever is to have paid it."""
    if side is None:
        return OWN
    payers = [canonical_node(reader, who) for who in reader.nodes(flow, "payer")]
    if side.node in payers:
        return OWN
    return next((Share(touches=True, why_not=side.others[who]) for who in payers if who in side.others), NONE)


def payee_share(reader: Reader, flow: NamedNode, side: Side | None) -> Share:
    """How a flow belongs to whoever or whatever it is to have been for."""
    if side is None:
        return OWN
    if side.is_place:
        place = fit_places(reader, flow, (side.node,))
        return {Fit.INSIDE: OWN, Fit.OUTSIDE: NONE, Fit.OPEN: _covers_more(reader, side)}[place]
    for_whom = {canonical_node(reader, who) for name in PAID_TO for who in reader.nodes(flow, name)}
    if side.node in for_whom or not side.parts.isdisjoint(for_whom):
        return OWN
    against = {canonical_node(reader, who) for name in AGAINST for who in reader.nodes(flow, name)}
    if side.node in against:
        return Share(touches=True, why_not=f"spent against {reader.label(side.node)}")
    if any(side.node in reader.nodes(thing, "member") for thing in for_whom):
        return _covers_more(reader, side)
    return next(
        (Share(touches=True, why_not=side.others[who]) for who in for_whom if who in side.others), NONE
    )


def _covers_more(reader: Reader, side: Side) -> Share:
    return Share(touches=True, why_not=f"its scope is more than {reader.label(side.node)}, or not told")
