"""Counts of the members of a set with an outcome, and which of two counts cannot be the larger."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.findings.interval import Interval, strict
from graph.findings.statements import Statements
from ontology import CODES
from sources.claim import Claim
from sources.edtf import DateInterval, read_date

BROADER = {code.name: code.broader for code in CODES["OutcomeCode"]}
WHOLE = "outcome-any"
SIZES = ("numberOfContests",)
"""Predicates that count a whole set."""
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Count:
    """How many members of a set have one of some outcomes.

    Attributes:
        outcomes: Names of outcome codes; any of them counts.
        period: EDTF date of the count, "" when it is not said.
        scope: What the count is limited to in words, "" for nothing.
        size: What the wording does not rule out.
        is_part: Whether it is told as a part of the set: a majority, all, two thirds.
        claims: The claims that give it.
    """

    outcomes: frozenset[str]
    period: str
    scope: str
    size: Interval
    is_part: bool
    claims: tuple[Claim, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the size of the set."""
        return WHOLE in self.outcomes


def counts_by_set(known: Statements) -> Mapping[str, list[Count]]:
    """The counts of each set, equal ones as one; parts of sets whose size is not known are left out."""
    grouped: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.in_family("aboutAggregate"):
        if claim.positive and claim.quantity is not None and _outcomes(claim):
            grouped[claim.subject].append(claim)
    return {path: _counts(claims) for path, claims in grouped.items()}


def same_period(left: Count, right: Count) -> bool:
    """Whether two counts may be of one time and scope: nothing says that they are not."""
    if left.scope and right.scope and left.scope != right.scope:
        return False
    if not (left.period and right.period):
        return True
    return _overlap(read_date(left.period), read_date(right.period))


def is_within(narrow: Count, wide: Count) -> bool:
    """Whether whatever one counts is also counted by the other."""
    return wide.is_whole or all(_covered(outcome, wide.outcomes) for outcome in narrow.outcomes)


def _covered(outcome: str, by: frozenset[str]) -> bool:
    return outcome in by or any(_covered(broader, by) for broader in BROADER[outcome])


def _overlap(left: DateInterval, right: DateInterval) -> bool:
    before = left.latest is not None and right.earliest is not None and left.latest < right.earliest
    after = right.latest is not None and left.earliest is not None and right.latest < left.earliest
    return not (before or after)


def _counts(claims: list[Claim]) -> list[Count]:
    sizes = [_read(claim, None) for claim in claims if WHOLE in _outcomes(claim)]
    bounds = [count.size for count in sizes if count is not None]
    size = next((one.low.value for one in bounds if one.low is not None and one.low == one.high), None)
    read = [count for claim in claims if (count := _read(claim, size)) is not None]
    merged: dict[tuple[object, ...], Count] = {}
    for one in read:
        key = (one.outcomes, one.period, one.scope, one.size, one.is_part)
        before = merged[key].claims if key in merged else ()
        merged[key] = Count(
            one.outcomes, one.period, one.scope, one.size, one.is_part, (*before, *one.claims)
        )
    return list(merged.values())


def _read(claim: Claim, size: Decimal | None) -> Count | None:
    """The count a claim gives; None for a part of a set whose size is not known."""
    quantity = claim.quantity
    if quantity is None:
        return None
    told, counted = strict(quantity), _outcomes(claim)
    period, scope = (_word(claim, name) for name in ("date", "scope"))
    of = next((Decimal(value) for value in claim.qualifier("of") if isinstance(value, int)), size)
    is_part = is_percent(claim)
    if is_part and of is None:
        return None
    if is_part and of is not None:
        told = told.scaled(of / HUNDRED)
    return Count(counted, period, scope, told, is_part or quantity.precision == "majority", (claim,))


def is_percent(claim: Claim) -> bool:
    """Whether a figure is a part in the hundred, as a majority without a number is."""
    quantity = claim.quantity
    if quantity is None:
        return False
    is_majority = quantity.precision == "majority" and quantity.upper is None
    return is_majority or "percent" in quantity.unit


def _outcomes(claim: Claim) -> frozenset[str]:
    told = frozenset(str(value) for value in claim.qualifier("countedOutcome"))
    return told or (frozenset({WHOLE}) if claim.predicate in SIZES else told)


def _word(claim: Claim, name: str) -> str:
    return next((value for value in claim.qualifier(name) if isinstance(value, str)), "")
