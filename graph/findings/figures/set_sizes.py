"""Stated sizes of sets of contests, against smaller sets in them and contests beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from graph.findings.finding import Finding
from graph.findings.money.flows import Flow, flows
from graph.findings.rule import finding
from graph.findings.statements import Statements
from sources.claim import Claim, Thing

ID = "R08"
SIZES = ("numberOfContests",)
"""Predicates that give the size of the set that is their subject."""
PLACES = ("isContestNumber",)
"""Predicates that give the place of their subject in the set that is their object, so its size at least."""


def contests_beside(known: Statements) -> Iterator[Finding]:
    """Sets whose contests are counted, and money told of other contests of the same elections."""
    beside = _flows_by_election(known)
    for last in known.said(*PLACES):
        if last.positive and isinstance(last.object, Thing) and _count(last) is not None:
            yield from _beside(last, last.object.path, beside, known)


def _beside(last: Claim, path: str, beside: Mapping[str, list[Flow]], known: Statements) -> Iterator[Finding]:
    members = known.members(path)
    elections = dict.fromkeys(known.linked(member, "partOfElection") for member in members)
    others = [
        flow for election in elections for flow in beside.get(election, ()) if flow.contest not in members
    ]
    if not others:
        return
    payers = {claim.subject for claim in known.by_object.get(path, ()) if claim.predicate == "spentOn"}
    smaller = _smaller_sets(members, last, known)
    claims = (last, *smaller, *(flow.claim for flow in others), *_compared(path, others, known))
    computation = _computation(last, smaller, others)
    if any(flow.payer in payers for flow in others):
        says = f"{known.label(path)}: money of the same payer is told of contests that are not counted."
        yield finding(
            ID, "tension", claims, says, computation=computation, confidence="medium", about=(path,)
        )
    else:
        says = (
            f"{known.label(path)}: the contests beside them saw money of other payers, so the counts differ "
            "in scope."
        )
        yield finding(ID, "compatible", claims, says, computation=computation, about=(path,))


def _flows_by_election(known: Statements) -> Mapping[str, list[Flow]]:
    """Money told of contests, by the election they belong to."""
    found: defaultdict[str, list[Flow]] = defaultdict(list)
    for flow in flows(known):
        election = known.linked(flow.contest, "partOfElection") if flow.contest else ""
        if election:
            found[election].append(flow)
    return found


def _smaller_sets(members: Iterable[str], last: Claim, known: Statements) -> list[Claim]:
    """Sizes told of sets that lie in another and leave out the contest told of last."""
    whole = {*members}
    near = dict.fromkeys(path for member in whole for path in known.sets_of.get(member, ()))
    inner = [path for path in sorted(near) if {*known.members(path)} <= whole - {last.subject}]
    said = (claim for path in inner for claim in known.by_subject.get(path, ()))
    return [
        claim for claim in said if claim.predicate in SIZES and claim.positive and _count(claim) is not None
    ]


def _compared(path: str, others: list[Flow], known: Statements) -> list[Claim]:
    """What is said of the set about those who paid beside it."""
    payers = {flow.payer for flow in others}
    return [claim for claim in known.by_object.get(path, ()) if claim.subject in payers]


def _computation(last: Claim, smaller: list[Claim], others: list[Flow]) -> str:
    count = _count(last)
    contests = len({flow.contest for flow in others})
    sums = dict.fromkeys(f"{_count(claim)} + 1 = {_size(claim) + 1}" for claim in smaller)
    return "; ".join([*sums, f"{count} counted, {contests} beside them"])


def _size(claim: Claim) -> Decimal:
    return _count(claim) or Decimal(0)


def _count(claim: Claim) -> Decimal | None:
    return claim.quantity.value if claim.quantity is not None else None
