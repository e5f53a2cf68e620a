"""A part of a group that is said to have an outcome, held against the members that sources name."""

from collections.abc import Iterator
from decimal import Decimal

from graph.findings.claims.firmness import is_told
from graph.findings.figures.counts import is_percent
from graph.findings.figures.results import LOSING, WINNING, Results, stated_sizes
from graph.findings.groups.enumerated import Enumeration, enumerate_members
from graph.findings.interval import Interval, between, plain, strict
from graph.findings.statements import Outcome, Statements
from sources.claim import Claim, Thing


def parts_of_groups(known: Statements) -> Iterator[tuple[Outcome, Enumeration, tuple[Claim, ...]]]:
    """Outcomes of a part of a group, its named members, and the claims that give the numbers of contests."""
    results, sizes = Results(known), stated_sizes(known)
    for outcome in known.outcomes:
        members = known.members(outcome.who) if is_percent(outcome.claim) else ()
        if len(members) > 1 and not outcome.denied and is_told(outcome.claim):
            named = _named(outcome, members, results)
            told = [(*named.having.values(),), (*named.having.values(), *named.lacking.values())]
            sets = [frozenset(results.decided(one) for many in group for one in many) for group in told]
            yield outcome, named, tuple(claim for one in sets for claim in sizes.get(one, ()))


def _named(outcome: Outcome, members: tuple[str, ...], results: Results) -> Enumeration:
    same = LOSING if outcome.code in LOSING else WINNING
    spoken = outcome.claim.object
    whole = spoken.path if isinstance(spoken, Thing) else outcome.contest
    return enumerate_members(members, same, results, lambda contest: results.is_in(contest, whole))


def possible_share(named: Enumeration) -> Interval:
    """What share of the named members may have the outcome, in percent."""
    having, lacking, unknown = len(named.having), len(named.lacking), len(named.unknown)
    size = having + lacking + unknown
    return between(_percent(having, size), _percent(having + unknown, size))


def computation(named: Enumeration, claim: Claim) -> str:
    """The named members who have the outcome, as a percentage, and the wording."""
    having, size = len(named.having), len(named.having) + len(named.lacking) + len(named.unknown)
    told = claim.quantity
    written = "" if told is None else f"; said is {told.as_written}, {strict(told)} percent"
    return f"{having} of {size} named = {plain(_percent(having, size))} percent{written}"


def _percent(part: int, whole: int) -> Decimal:
    return Decimal(part) * 100 / Decimal(whole)
