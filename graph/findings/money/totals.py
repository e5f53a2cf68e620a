"""Sums of money over several contests or people, against what is told of single ones."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain, strict, usual
from graph.findings.money.flows import Flow, flows
from graph.findings.rule import finding
from graph.findings.scope import lies_in, period, place_of
from graph.findings.statements import Statements, path_of
from graph.findings.times.periods import overlap
from sources.quantity import Bound, Quantity

ID = "R08"
SCOPE = ("date", "asOf", "since", "until", "place", "outsidePlace")
"""Qualifiers that limit when or where an amount was paid."""
NOTHING = Interval(low=Bound(Decimal(0), inclusive=True))
Parts = Mapping[tuple[str, str], list[Flow]]


def against_parts(known: Statements) -> Iterator[Finding]:
    """Totals against the amounts the same payer is said to have spent on their members."""
    told = _told_once(flow for flow in flows(known) if flow.amount is not None)
    parts = _by_purpose(told)
    for total in told:
        chosen = _parts(total, parts, known)
        if chosen:
            yield from _compare(total, chosen, known)


def side_by_side(known: Statements) -> Iterator[Finding]:
    """Totals of one payer of which one leaves out the place of the other: neither is part of the other."""
    told = [flow for flow in flows(known) if flow.amount is not None and flow.amount.value is not None]
    by_payer = defaultdict(list)
    for flow in told:
        if _members(flow, known):
            by_payer[flow.payer].append(flow)
    for total in told:
        outside = path_of(total.claim.qualifier("outsidePlace"))
        for other in by_payer[total.payer] if outside else ():
            if lies_in(place_of(other.claim, known), outside, known):
                yield _side_by_side(total, other, outside, known)


def _told_once(told: Iterable[Flow]) -> list[Flow]:
    """Of flows with the same figure, parties and scope, the first in reading order."""
    found: dict[tuple[object, ...], Flow] = {}
    for flow in sorted(told, key=lambda flow: (flow.claim.document, flow.claim.evidence.span.start)):
        scope = tuple(flow.claim.qualifier(name) for name in SCOPE)
        parties = (flow.payer, flow.payee, flow.contest, flow.beneficiary)
        figure = replace(flow.amount, as_written="") if flow.amount is not None else None
        found.setdefault((*parties, figure, *scope), flow)
    return list(found.values())


def _by_purpose(told: list[Flow]) -> Parts:
    """Amounts by payer and each contest, payee or beneficiary they are for, the largest first."""
    found: defaultdict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in sorted(told, key=_least, reverse=True):
        for purpose in {flow.contest, flow.payee, flow.beneficiary} - {""}:
            found[flow.payer, purpose].append(flow)
    return found


def _members(total: Flow, known: Statements) -> tuple[str, ...]:
    """What a total is a total of: members of a set or group, the contests of an election."""
    return known.members(total.payee) if total.payee else ()


def _parts(total: Flow, parts: Parts, known: Statements) -> list[Flow]:
    """One amount for each payer and member: the largest, as several may tell of the same money."""
    payers = (total.payer, *known.members(total.payer))
    chosen = []
    for key in ((payer, member) for member in _members(total, known) for payer in payers):
        others = (flow for flow in parts.get(key, ()) if flow is not total)
        largest = next((flow for flow in others if _is_within(flow, total, known)), None)
        if largest is not None:
            chosen.append(largest)
    return list({flow.claim.key: flow for flow in chosen}.values())


def _is_within(part: Flow, total: Flow, known: Statements) -> bool:
    """Whether the period of a part can lie in that of a total, and its place is not left out."""
    left_out = path_of(total.claim.qualifier("outsidePlace"))
    if left_out and lies_in(place_of(part.claim, known), left_out, known):
        return False
    over_time = part.claim.qualifier("since") != total.claim.qualifier("since")
    if over_time and part.claim.qualifier("since"):
        return False
    return overlap(period(part.claim, known), period(total.claim, known))


def _least(flow: Flow) -> Decimal:
    assert flow.amount is not None  # noqa: S101 - parts are amounts
    low = usual(flow.amount).low
    return low.value if low is not None else Decimal(0)


def _compare(total: Flow, parts: list[Flow], known: Statements) -> Iterator[Finding]:
    whole = total.amount
    assert whole is not None  # noqa: S101 - totals are amounts
    amounts = [part.amount for part in parts if part.amount is not None]
    claims = (total.claim, *(part.claim for part in parts))
    payer = known.label(total.payer)
    computation = _computation(amounts, whole)
    if not _sum(amounts, strict).fits(strict(whole)):
        says = f"The amounts told of single contests or people exceed the total told for {payer}."
        yield finding(ID, "contradiction", claims, says, computation=computation)
    elif not _sum(amounts, usual).fits(usual(whole)):
        says = (
            f"The amounts told of single contests or people exceed the total told for {payer}, unless read "
            "loosely."
        )
        yield finding(ID, "tension", claims, says, computation=computation, confidence="medium")
    elif _named(amounts) > (whole.value or _named(amounts)):
        says = f"The total told for {payer} has no upper end, yet less is named than its parts come to."
        yield finding(ID, "tension", claims, says, computation=computation, confidence="low")
    elif whole.value is not None and len(parts) > 1:
        says = f"The amounts told of single contests or people stay below the total told for {payer}."
        yield finding(ID, "compatible", claims, says, computation=computation)


def _sum(amounts: list[Quantity], reading: Callable[[Quantity], Interval]) -> Interval:
    """At least the sum of the lower bounds: the parts told need not be all."""
    lows = [reading(amount).meet(NOTHING).low for amount in amounts]
    bounds = [low for low in lows if low is not None]
    value = sum((low.value for low in bounds), Decimal(0))
    return Interval(low=Bound(value, inclusive=all(low.inclusive for low in bounds)))


def _named(amounts: list[Quantity]) -> Decimal:
    return sum((amount.value for amount in amounts if amount.value is not None), Decimal(0))


def _computation(amounts: list[Quantity], whole: Quantity) -> str:
    terms = " + ".join(amount.as_written for amount in amounts)
    text = f"{terms}: {plain(_named(amounts))} named, against {whole.as_written}"
    rest = (whole.value or Decimal(0)) - _named(amounts)
    return f"{text}; about {plain(rest)} is not told of one by one" if rest > 0 else text


def _side_by_side(total: Flow, other: Flow, outside: str, known: Statements) -> Finding:
    assert total.amount is not None  # noqa: S101 - both are totals with a figure
    assert other.amount is not None  # noqa: S101 - as above
    both = _sum([total.amount, other.amount], strict)
    says = (
        f"One total told for {known.label(total.payer)} leaves out {known.label(outside)} and the other lies "
        "in it: neither is a part of the other."
    )
    computation = f"{total.amount.as_written} and {other.amount.as_written}: together {both}"
    return finding(ID, "compatible", (total.claim, other.claim), says, computation=computation)
