"""R24: money told at several stages of its way is not added up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.findings.finding import Finding
from graph.findings.money.flows import Flow, flows
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements, path_of

ID = "R24"
COMMAND = ("controlledBy",)
"""Predicates by which a committee belongs to whoever stands behind its money."""
Purse = tuple[str, str]
"""Whose money it is in the end, and the contest."""


def _find(known: Statements) -> Iterator[Finding]:
    told = tuple(flows(known))
    gifts = _gifts_without_contest(told)
    for (owner, contest), group in _by_purse(told, known).items():
        for one in _by_beneficiary(group):
            ways = dict.fromkeys((flow.payer, _committee(flow)) for flow in one)
            through = [gift for way in ways for gift in gifts.get(way, ())]
            yield from _overlap(owner, contest, [*one, *through], known)


def _by_purse(told: Iterable[Flow], known: Statements) -> Mapping[Purse, list[Flow]]:
    found: defaultdict[Purse, list[Flow]] = defaultdict(list)
    owners = {payer: _owner(payer, known) for payer in {flow.payer for flow in told}}
    for flow in told:
        if flow.contest and flow.stage:
            found[owners[flow.payer], flow.contest].append(flow)
    return found


def _owner(payer: str, known: Statements) -> str:
    """Whose money a payer spends: that of whom it acts for or who controls it, else its own."""
    acts_for = known.linked(payer, "actsFor")
    said = (
        path_of((claim.object,))
        for claim in known.by_subject.get(payer, ())
        if claim.predicate in COMMAND and claim.positive and not claim.implicature
    )
    return acts_for or next(said, "") or payer


def _gifts_without_contest(told: Iterable[Flow]) -> Mapping[tuple[str, str], list[Flow]]:
    """Gifts to committees that name no contest, by payer and committee."""
    found: defaultdict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in told:
        if flow.stage == "to a committee" and not flow.contest:
            found[flow.payer, flow.payee].append(flow)
    return found


def _committee(flow: Flow) -> str:
    return path_of(flow.claim.qualifier("via"))


def _by_beneficiary(group: list[Flow]) -> Iterator[list[Flow]]:
    """The flows of one purse for each beneficiary; those that name none may be for any."""
    named = dict.fromkeys(flow.beneficiary for flow in group if flow.beneficiary)
    for beneficiary in named or [""]:
        yield [flow for flow in group if flow.beneficiary in ("", beneficiary)]


def _overlap(owner: str, contest: str, group: list[Flow], known: Statements) -> Iterator[Finding]:
    stages = tuple(dict.fromkeys(flow.stage for flow in group))
    amounts = [flow.amount.as_written for flow in group if flow.amount is not None]
    if len(stages) < 2 or not amounts:  # noqa: PLR2004 - one stage is no way
        return
    says = (
        f"Money of {known.label(owner)} in {known.label(contest)} is told at several stages, so one amount "
        "may stand in several claims."
    )
    computation = f"{', '.join(stages)}; told as {', '.join(dict.fromkeys(amounts))}: not to be added up"
    claims = [flow.claim for flow in group]
    yield finding(ID, "possible-double-count", claims, says, computation=computation, about=(owner, contest))


RULE = Rule(
    ID,
    "Overlapping money flows",
    "Amounts of one payer, or of those who act for it or whom it controls, in one contest and for one "
    "candidate are told at different stages: given to a committee, spent through it, paid for an "
    "advertisement.",
    "The claims are linked as possibly the same money; sums count it once.",
    _find,
)
