"""Flows that may be the same money: told at two stages, or told again by another document.

Of two such flows the one is counted that fixes more, where both are selected. The other is left out:
it may be part of it, and a sum of both could count money twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from graph.derive.events import Event
from graph.derive.world import World
from sources.check import is_kind
from sources.claim import Thing
from sources.edtf import read_date

Key = tuple[str | None, str | None]


def same_money(events: Iterable[Event], world: World) -> list[tuple[Event, Event]]:
    """Flows that may be one: first the one that may be part of the other, in order of their paths."""
    flows = [event for event in events if is_kind(event.kind, "MoneyFlow")]
    known = {flow.path: flow for flow in flows}
    found = {
        tuple(flow.path for flow in sorted(pair, key=_fixes))
        for find in (_through_a_committee, _spent_by_the_payee, _told_again)
        for pair in find(flows, world)
    }
    return [(known[part], known[whole]) for part, whole in sorted(found)]


def _fixes(flow: Event) -> tuple[bool, Decimal, bool, str]:
    """How much a flow fixes: a figure more than none, a large lower bound or "about" more, then a gift."""
    figure = flow.quantity
    if figure is None or (figure.lower is None and figure.upper is None):
        stated = None if figure is None else figure.value
    else:
        stated = Decimal(0) if figure.lower is None else figure.lower.value
    return (stated is not None, stated or Decimal(0), flow.role("payee") is not None, flow.path)


def _through_a_committee(flows: list[Event], _: World) -> Iterator[tuple[Event, Event]]:
    """Spending through a committee, and each gift of the payer to that committee."""
    gifts = _by(flows, lambda flow: [(flow.role("payer"), flow.role("payee"))])
    for spending in flows:
        for via in _said(spending, "via"):
            yield from ((spending, gift) for gift in gifts[spending.role("payer"), via] if gift != spending)


def _spent_by_the_payee(flows: list[Event], world: World) -> Iterator[tuple[Event, Event]]:
    """A gift for a contest, and spending on the contest by whoever received it or may be the same body."""
    spent = _by(flows, lambda flow: [(flow.role("payer"), contest) for contest in _contests(flow)])
    for gift in flows:
        payee = gift.role("payee")
        if payee is None:
            continue
        bodies = (payee, *world.linked(payee, "possiblySameAs"))
        keys = [(body, contest) for body in bodies for contest in _contests(gift)]
        yield from ((gift, spending) for key in keys for spending in spent[key] if spending != gift)


def _told_again(flows: list[Event], _: World) -> Iterator[tuple[Event, Event]]:
    """Flows from one payer to one recipient, told by different documents, that nothing keeps apart."""
    alike = _by(flows, lambda flow: [(flow.role("payer"), who) for who in _recipients(flow)])
    for group in alike.values():
        yield from (pair for pair in combinations(group, 2) if _may_be_one(*pair))


def _may_be_one(left: Event, right: Event) -> bool:
    documents = [{claim.document for claim in flow.claims} for flow in (left, right)]
    contests = [_contests(flow) for flow in (left, right)]
    return (
        documents[0].isdisjoint(documents[1])
        and (not all(contests) or not contests[0].isdisjoint(contests[1]))
        and _days_meet(left, right)
    )


def _days_meet(left: Event, right: Event) -> bool:
    """Whether two flows may be of one time; what has no date may be of any."""
    days = [_days(flow) for flow in (left, right)]
    return max(first for first, _ in days) <= min(last for _, last in days)


def _days(flow: Event) -> tuple[date, date]:
    told = [
        read_date(text) for claim in flow.claims for text in claim.qualifier("date") if isinstance(text, str)
    ]
    first = min((one.earliest or date.min for one in told), default=date.min)
    return first, max((one.latest or date.max for one in told), default=date.max)


def _by(flows: Iterable[Event], keys: Callable[[Event], Iterable[Key]]) -> defaultdict[Key, list[Event]]:
    """Flows by their keys."""
    found: defaultdict[Key, list[Event]] = defaultdict(list)
    for flow in flows:
        for key in keys(flow):
            found[key].append(flow)
    return found


def _said(flow: Event, qualifier: str) -> list[str]:
    """Paths of the things that the claims of a flow give for a qualifier."""
    values = (value for claim in flow.claims for value in claim.qualifier(qualifier))
    return sorted({value.path for value in values if isinstance(value, Thing)})


def _recipients(flow: Event) -> list[str]:
    """Whom or what a flow goes to, or is spent for or against."""
    played = (flow.role("payee"), flow.role("spentOnThing"))
    told = {who for name in ("beneficiary", "target") for who in _said(flow, name)}
    return sorted(told.union(who for who in played if who is not None))


def _contests(flow: Event) -> set[str]:
    """The contests of a flow, and what it is spent on, which may be one."""
    spent_on = flow.role("spentOnThing")
    return set(_said(flow, "contest")) or ({spent_on} if spent_on is not None else set())
