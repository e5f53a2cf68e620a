"""R10: no more instances are named than a stated total allows; how many of them are named is told."""

from collections.abc import Iterator

from graph.findings.claims.firmness import clash
from graph.findings.figures.counts import Count, counts_by_set
from graph.findings.figures.results import Results
from graph.findings.finding import Finding
from graph.findings.groups.enumerated import Enumeration, enumerate_members
from graph.findings.interval import Interval, between
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements

ID = "R10"


def _find(known: Statements) -> Iterator[Finding]:
    results = Results(known)
    for path, counts in counts_by_set(known).items():
        for count in counts:
            if not count.is_part and not count.is_whole:
                yield from _compare(path, count, results, known)


def _compare(path: str, count: Count, results: Results, known: Statements) -> Iterator[Finding]:
    sure = _named(known.members(path), path, count, results)
    possible = _named(known.possible_members(path), path, count, results)
    if _exceed(sure, count):
        claims = (*count.claims, *(one.claim for many in sure.having.values() for one in many))
        says = f"More members of {known.label(path)} are named with an outcome than are counted."
        yield finding(ID, clash(claims), claims, says, computation=_text(sure, count))
    elif possible.having and not _exceed(possible, count):
        says = (
            f"No more members of {known.label(path)} are named with an outcome than are counted; the list is "
            "not closed."
        )
        claims = (*count.claims, *possible.claims)
        yield finding(ID, "compatible", claims, says, computation=_text(possible, count))


def _named(members: tuple[str, ...], path: str, count: Count, results: Results) -> Enumeration:
    """Members by whether they have a counted outcome in a contest of the set or of its day."""
    codes = frozenset(outcome.removeprefix("outcome-") for outcome in count.outcomes)
    return enumerate_members(members, codes, results, lambda contest: results.is_of(contest, path))


def _exceed(named: Enumeration, count: Count) -> bool:
    """Whether more are named than the count allows."""
    return Interval(between(len(named.having), len(named.having)).low, count.size.high).is_empty


def _text(named: Enumeration, count: Count) -> str:
    having, lacking = len(named.having), len(named.lacking)
    return f"named with the outcome: {having}, counted: {count.size}; named with another: {lacking}"


RULE = Rule(
    ID,
    "Enumeration against total",
    "Of the members of a set whom sources name, no more have an outcome than the stated number; members "
    "whom a source may mean without saying so are counted for the coverage, never for a contradiction.",
    "The list stays open: nobody is taken for one of those counted because the number would fit.",
    _find,
)
