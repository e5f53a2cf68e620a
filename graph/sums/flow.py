"""A flow of money that documents tell of: its figure, its scope, and who says so."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import read_claims
from graph.facts import premises, witnesses_of
from graph.picture import ClaimCard, Interval
from graph.reading import Reader, term_label
from graph.witnesses import Witnesses
from ontology import CLASSES

SCOPE = ("contest", "spentOnThing")


@dataclass(frozen=True, slots=True)
class Flow:
    """Money that documents tell of.

    Attributes:
        iri: The event.
        says: Who paid whom or what, with the figure as written.
        kind: Its class, for people.
        amount: What the sources fix of the amount.
        scope: What it is for and since when, "" where nothing is told.
        hedges: What weakens every claim behind it.
        witnesses: Who says so.
        claims: Its claims, in reading order.
    """

    iri: str
    says: str
    kind: str
    amount: Interval
    scope: str
    hedges: tuple[str, ...]
    witnesses: Witnesses
    claims: tuple[ClaimCard, ...]


def read_flow(reader: Reader, node: NamedNode) -> Flow:
    """A flow with its figure, its scope and those who tell of it."""
    claims = premises(reader, node)
    return Flow(
        iri=node.value,
        says=reader.label(node),
        kind=term_label(next(kind for kind in reader.kinds(node) if kind in CLASSES)),
        amount=reader.amount(node),
        scope=_scope(reader, node),
        hedges=tuple(reader.label(hedge) for hedge in reader.nodes(node, "hedge")),
        witnesses=witnesses_of(reader, claims),
        claims=tuple(read_claims(reader, claims).values()),
    )


def _scope(reader: Reader, node: NamedNode) -> str:
    """What a flow is for and when, as far as its label does not say so."""
    label = reader.label(node)
    parts = [reader.label(thing) for name in SCOPE for thing in reader.nodes(node, name)]
    parts += [f"through {reader.label(via)}" for via in reader.nodes(node, "via")]
    parts += [f"for {reader.label(who)}" for who in reader.nodes(node, "beneficiary")]
    parts += [f"against {reader.label(who)}" for who in reader.nodes(node, "target")]
    parts += [f"{name} {reader.text(node, name)}" for name in ("since", "until") if reader.text(node, name)]
    parts += [scope for claim in premises(reader, node) for scope in [reader.text(claim, "scope")] if scope]
    return "; ".join(dict.fromkeys(part for part in parts if part not in label))


def first_claim(flow: Flow) -> str:
    """Key of the first claim of a flow, by which flows are put in order."""
    return flow.claims[0].key if flow.claims else ""
