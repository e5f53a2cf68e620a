"""Flows that documents tell of: which are added up, and why the others are not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import NamedNode

from graph.facts import premises
from graph.flows import is_conditional, is_total
from graph.money import add
from graph.picture import Interval
from graph.reading import Reader
from graph.sums.fitting import Fit, fit
from graph.sums.flow import Flow, first_claim, read_flow
from graph.sums.scope import MONEY, Scope
from graph.sums.sides import NONE, Share, Side, payee_share, payer_share
from ontology import CLASSES
from sources.check import is_kind

APART = {"Loan": "loans", "OtherReceipt": "other receipts", "Refund": "refunds", "Transfer": "transfers"}
"""What is no new money, by class: a sum of its own."""
NEW_MONEY = "gifts and spending"
TOTAL, OTHERS, UNSCOPED = "stated total", "not its own", "scope"
CONDITIONAL, SAME, SILENT = "conditional", "same money", "no amount"
ELSEWHERE = "another scope"
REASONS = (TOTAL, SAME, SILENT, OTHERS, CONDITIONAL, UNSCOPED, ELSEWHERE)
OPEN_SCOPE = "for a contest, place or time wider than what is asked, or not told"
Reason = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sum:
    """Flows of one nature and their sum.

    Attributes:
        of: What they are, for example "gifts and spending".
        flows: The flows that are added, each with a figure.
        total: Their sum; its bounds are those of the flows that have bounds.
        about: The sum of what is only "about", which stands beside the bounds; None without any.
    """

    of: str
    flows: tuple[Flow, ...]
    total: Interval
    about: Decimal | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A flow that is not added.

    Attributes:
        reason: Why, in a word or two, for example "stated total".
        words: Why, for people; "" where the reason says it all.
    """

    flow: Flow
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: from whom, to whom, of which money; None for any."""

    payer: Side | None
    payee: Side | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell of the money that is asked for."""

    sums: tuple[Sum, ...]
    left_out: tuple[LeftOut, ...]


def told_money(reader: Reader, asked: Asked) -> Told:
    """The sums of what documents tell, and what is left out of them."""
    if asked.scope.datasets:
        return Told((), ())
    near = [flow for flow in _events(reader, asked) if _shares(reader, flow, asked) is not None]
    why = {flow: _why_not(reader, flow, asked) for flow in near}
    chosen = [flow for flow in near if why[flow] is None]
    why |= _told_by_another(reader, chosen)
    flows = {flow: read_flow(reader, flow) for flow in near}
    left_out = (LeftOut(flows[flow], *reason) for flow, reason in why.items() if reason is not None)
    return Told(
        tuple(_sums(reader, [flow for flow in chosen if why[flow] is None], flows)),
        tuple(sorted(left_out, key=_order)),
    )


def _order(left: LeftOut) -> tuple[int, str, str]:
    return (REASONS.index(left.reason), first_claim(left.flow), left.flow.iri)


def _events(reader: Reader, asked: Asked) -> Iterator[NamedNode]:
    """Flows and totals that documents tell of, of the kinds and documents that are asked for."""
    wanted = asked.scope.kinds or MONEY
    kinds = [name for name in CLASSES if any(is_kind(name, kind) for kind in wanted)]
    found = {event for kind in kinds for event in reader.told_instances(kind)}
    yield from (event for event in sorted(found, key=_iri) if _documents(reader, event, asked.scope))


def _iri(node: NamedNode) -> str:
    return node.value


def _documents(reader: Reader, flow: NamedNode, scope: Scope) -> bool:
    """Whether a document tells of a flow, one that is asked for where some are."""
    documents = {
        reader.text(document, "dcterms:identifier")
        for claim in premises(reader, flow)
        for document in reader.nodes(claim, "document")
    }
    return not documents.isdisjoint(scope.documents) if scope.documents else bool(documents)


def _shares(reader: Reader, flow: NamedNode, asked: Asked) -> tuple[Share, Share] | None:
    """How a flow belongs to both ends that are asked for, None when it does not touch one."""
    shares = payer_share(reader, flow, asked.payer), payee_share(reader, flow, asked.payee)
    return None if NONE in shares else shares


def _why_not(reader: Reader, flow: NamedNode, asked: Asked) -> Reason | None:
    """Why a flow is not added, None when it is."""
    fitting = fit(reader, flow, asked.scope)
    if fitting is Fit.OUTSIDE:
        return ELSEWHERE, "for a contest, place or time outside what is asked"
    others = "; ".join(share.why_not for share in _shares(reader, flow, asked) or () if share.why_not)
    open_scope = OPEN_SCOPE if fitting is Fit.OPEN else ""
    if is_total(reader, flow):
        return TOTAL, "; ".join(filter(None, (others, open_scope)))
    if others:
        return OTHERS, others
    if open_scope:
        return UNSCOPED, open_scope
    return (CONDITIONAL, "money that may come has not come") if is_conditional(reader, flow) else None


def _told_by_another(reader: Reader, chosen: list[NamedNode]) -> dict[NamedNode, Reason]:
    """Why selected flows are not added: each may be one that is and fixes more, or has no figure."""
    counted: list[NamedNode] = []
    why: dict[NamedNode, Reason] = {}
    for flow in sorted(chosen, key=lambda one: _fixes(reader, one), reverse=True):
        twin = next((one for one in counted if _may_be_one(reader, flow, one)), None)
        if twin is not None:
            why[flow] = SAME, f"may be the same money as {reader.label(twin)}, which is counted"
        elif reader.amount(flow).size is None:
            why[flow] = SILENT, "it may be part of what is counted"
        else:
            counted.append(flow)
    return why


def _may_be_one(reader: Reader, left: NamedNode, right: NamedNode) -> bool:
    same = "possiblySameMoneyAs"
    return right in reader.nodes(left, same) or left in reader.nodes(right, same)


def _fixes(reader: Reader, flow: NamedNode) -> tuple[bool, Decimal, bool, str]:
    """How much a flow fixes, as `graph.derive.same_money` has it."""
    amount = reader.amount(flow)
    stated = amount.about if amount.low is None else amount.low
    return (amount.size is not None, stated or Decimal(0), bool(reader.nodes(flow, "payee")), flow.value)


def _sums(reader: Reader, chosen: Iterable[NamedNode], flows: dict[NamedNode, Flow]) -> Iterator[Sum]:
    """A sum for each nature of flows, new money first."""
    natures: dict[str, list[Flow]] = {NEW_MONEY: [], **{nature: [] for nature in APART.values()}}
    for flow in chosen:
        natures[_nature(reader, flow)].append(flows[flow])
    for nature, group in natures.items():
        total = add(flow.amount for flow in group)
        if total is not None:
            rough = [flow.amount.about for flow in group if flow.amount.about is not None]
            about = sum(rough, Decimal(0)) if rough else None
            yield Sum(
                nature, tuple(sorted(group, key=lambda flow: (first_claim(flow), flow.iri))), total, about
            )


def _nature(reader: Reader, flow: NamedNode) -> str:
    kinds = [kind for kind in reader.kinds(flow) if kind in CLASSES]
    return next(
        (nature for name, nature in APART.items() if any(is_kind(kind, name) for kind in kinds)), NEW_MONEY
    )
