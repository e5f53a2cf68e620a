"""R27: fewer members of a set have a narrower outcome than a wider one, and none is counted ahead of time."""

from collections.abc import Iterator

from graph.findings.claims.firmness import clash
from graph.findings.figures.counts import Count, counts_by_set, is_within, same_period
from graph.findings.finding import Finding
from graph.findings.interval import Interval
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim
from sources.edtf import read_date

ID = "R27"
CHAIN = 3
"""From how many counts, each within the next, it is told that they fit."""


def _find(known: Statements) -> Iterator[Finding]:
    for path, counts in counts_by_set(known).items():
        numbers = [count for count in counts if not count.is_part]
        pairs = [(narrow, wide) for narrow in numbers for wide in numbers if _is_narrower(narrow, wide)]
        clashes = [pair for pair in pairs if Interval(pair[0].size.low, pair[1].size.high).is_empty]
        for narrow, wide in clashes:
            claims = (*narrow.claims, *wide.claims)
            says = f"More of {known.label(path)} are said to have an outcome than a wider count allows."
            yield finding(ID, clash(claims), claims, says, computation=_chain([narrow, wide]))
        if not clashes:
            yield from _fitting(numbers, known.label(path))
        for count in numbers:
            yield from _ahead_of_time(count, known)


def _is_narrower(narrow: Count, wide: Count) -> bool:
    return is_within(narrow, wide) and not is_within(wide, narrow) and same_period(narrow, wide)


def _fitting(numbers: list[Count], label: str) -> Iterator[Finding]:
    """The counts that lie each within the next, where there are enough of them."""
    wider = sorted(numbers, key=lambda count: sum(is_within(other, count) for other in numbers))
    chain = [one for one in wider if all(is_within(one, other) or is_within(other, one) for other in wider)]
    if len({count.outcomes for count in chain}) >= CHAIN:
        claims = [claim for count in chain for claim in count.claims]
        says = f"The counts of {label} fit each other; whether one contains the other, and when, is not said."
        yield finding(ID, "compatible", claims, says, computation=_chain(chain), confidence="medium")


def _ahead_of_time(count: Count, known: Statements) -> Iterator[Finding]:
    """A count of a time that had not begun when the document was published."""
    begun = read_date(count.period).earliest if count.period else None
    for claim in count.claims:
        published = known.published(claim)
        if begun and published is not None and published.latest and begun > published.latest:
            says = f"What is counted of {known.label(claim.subject)} is dated after the document."
            text = f"{begun} is after {published.latest}"
            yield finding(ID, clash((claim,)), (claim,), says, computation=text)


def _chain(counts: list[Count]) -> str:
    return " <= ".join(_told(count.claims[0]) for count in counts)


def _told(claim: Claim) -> str:
    return f"({claim.quantity.as_written})" if claim.quantity is not None else ""


RULE = Rule(
    ID,
    "Subset counts",
    "Of one set, no more members have a narrower outcome (replaced) than a wider one (left office) or than "
    "there are; a count is not of a time after its document.",
    "All counts stand; none is taken for a part of another unless a source says so.",
    _find,
)
