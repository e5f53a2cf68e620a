"""R01: a majority, all or none of a set agrees with the count of the same set."""

from collections.abc import Iterator
from decimal import Decimal

from graph.findings.claims.firmness import clash
from graph.findings.figures.counts import Count, counts_by_set, is_within, same_period
from graph.findings.finding import Finding
from graph.findings.groups.enumerated import Enumeration
from graph.findings.groups.named_members import computation, parts_of_groups, possible_share
from graph.findings.interval import ANY, Interval, plain, strict
from graph.findings.rule import Rule, finding
from graph.findings.statements import Outcome, Statements
from ontology import CODES
from sources.claim import Claim

ID = "R01"
LABELS = {code.name: code.label for code in CODES["OutcomeCode"]}


def _find(known: Statements) -> Iterator[Finding]:
    yield from _sets(known)
    for outcome, named, sizes in parts_of_groups(known):
        if named.claims:
            yield from _compare_named(outcome, named, sizes, known)


def _compare_named(
    outcome: Outcome, named: Enumeration, sizes: tuple[Claim, ...], known: Statements
) -> Iterator[Finding]:
    """A part of a group against those of its members who are named; there may be others."""
    claims, group = (outcome.claim, *named.claims, *sizes), known.label(outcome.who)
    told = strict(outcome.claim.quantity) if outcome.claim.quantity is not None else ANY
    possible, text = possible_share(named), computation(named, outcome.claim)
    if not told.fits(possible):
        says = f"What part of {group} is said to have an outcome does not fit the members that are named."
        yield finding(ID, "tension", claims, says, computation=text, confidence="medium")
    elif told.holds(possible):
        says = f"What part of {group} is said to have an outcome fits the members that are named."
        yield finding(ID, "confirmed", claims, says, computation=text)


def _sets(known: Statements) -> Iterator[Finding]:
    for path, counts in counts_by_set(known).items():
        whole = [count for count in counts if count.is_whole]
        for part in (count for count in counts if count.is_part):
            for count in (count for count in counts if not (count.is_part or count.is_whole)):
                if same_period(part, count):
                    yield from _compare(part, count, whole, known.label(path))


def _compare(part: Count, count: Count, whole: list[Count], label: str) -> Iterator[Finding]:
    claims = (*part.claims, *count.claims, *(claim for one in whole for claim in one.claims))
    computation = _computation(part, count)
    if _exceeds(part, count) or _exceeds(count, part):
        says = f"Of {label}, {_words(part)} and {_words(count)} cannot both hold."
        two = (part.claims[0], count.claims[0])
        yield finding(ID, clash(claims), claims, says, computation=computation, between=two)
    elif part.outcomes == count.outcomes and not count.size.is_open_ended:
        says = f"Of {label}, {_words(part)} and {_words(count)} fit each other."
        yield finding(ID, "confirmed", claims, says, computation=computation)


def _words(count: Count) -> str:
    """A count as it is written, with the outcomes it counts."""
    return f"“{_as_written(count.claims[0])}” {' or '.join(sorted(LABELS[name] for name in count.outcomes))}"


def _exceeds(narrow: Count, wide: Count) -> bool:
    """Whether more have the narrower outcome than have the wider one."""
    return is_within(narrow, wide) and Interval(narrow.size.low, wide.size.high).is_empty


def _computation(part: Count, count: Count) -> str:
    """The count as a percentage of the set, where its size is known, and what the part asks for."""
    number, size = _number(count), _size(part)
    if number is None or size is None:
        return f"{part.size} against {count.size}"
    share = f"{plain(number)}/{plain(size)} = {plain(number * 100 / size)} percent"
    return f"{share}; {_as_written(part.claims[0])} is {_wanted(part.size)}"


def _wanted(size: Interval) -> str:
    """The whole numbers that a part of a set comes to."""
    if size.low is None or (size.low.inclusive and size.low.value == size.low.value.to_integral_value()):
        return str(size)
    return f"at least {plain(size.low.value.to_integral_value('ROUND_FLOOR') + 1)}"


def _number(count: Count) -> Decimal | None:
    low, high = count.size.low, count.size.high
    return low.value if low is not None and low == high else None


def _size(part: Count) -> Decimal | None:
    told = next((value for value in part.claims[0].qualifier("of") if isinstance(value, int)), None)
    if told is not None:
        return Decimal(told)
    return part.size.high.value if part.size.high is not None else None


def _as_written(claim: Claim) -> str:
    return claim.quantity.as_written if claim.quantity is not None else ""


RULE = Rule(
    ID,
    "Quantifier against count",
    "A majority, all or none of a set agrees with the number given for the same set, period and outcome; "
    "a number for a wider outcome bounds that of a narrower one.",
    "Both claims stand; sums and counts use the exact number, never the quantifier.",
    _find,
)
