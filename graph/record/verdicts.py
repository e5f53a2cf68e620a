"""Whether a stated figure agrees with what official votes come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from graph.findings.interval import Interval, strict, usual
from graph.record.readings import Reading
from sources.edtf import DateInterval
from sources.quantity import Quantity

CANVASS = timedelta(days=38)
"""How long after a vote counts go on at most. California, where they take longest of the states with a rule
here, certifies by the 38th day (Elections Code § 15501)."""
TENTH = Decimal("0.1")
"""The last digit in which official shares are usually told: a figure that has it is no rounding."""
EARLY, WRONG = "early-count", "wrong"
TENTATIVE = (EARLY, WRONG)
"""Verdicts that do not bear a figure out."""
BEST = ("confirmed", "rounded", EARLY, WRONG)
KINDS = {
    "confirmed": "confirmed",
    "rounded": "confirmed",
    EARLY: "overtaken",
    WRONG: "conflict-with-record",
    "untested": "uncertain",
}
"""The kind of finding a verdict makes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a stated figure compares with the record.

    Attributes:
        notation: Of the code list `mt:RecordVerdict`.
        reading: The reading of the figure it holds for.
        distance: How far the record lies outside of what the figure usually means.
        holds_as_bound: Whether the words, taken as a bare bound, are true where their usual sense is not.
    """

    notation: str
    reading: Reading
    distance: Decimal = Decimal(0)
    holds_as_bound: bool = False


def judge(quantity: Quantity, readings: Iterable[Reading], *, is_early: bool) -> list[Verdict]:
    """The verdict of each reading, that of the best one first; none where a figure says nothing testable.

    A bare bound is not read as a part of votes: nearly every lead would be above it.
    """
    meant, told = usual(quantity), strict(quantity)
    if meant == told == Interval():
        return []
    tried = [reading for reading in readings if not (reading.is_part and meant.is_open_ended)]
    found = [_judge(quantity, meant, told, reading, is_early=is_early) for reading in tried]
    return sorted(found, key=lambda one: (BEST.index(one.notation), one.distance))


def is_early(published: DateInterval | None, held: str) -> bool:
    """Whether something was published while the votes of a day may still have been counted."""
    if published is None or published.latest is None or published.earliest is None:
        return False
    day = date.fromisoformat(held)
    return day <= published.latest and published.earliest <= day + CANVASS


def _judge(
    quantity: Quantity, meant: Interval, told: Interval, reading: Reading, *, is_early: bool
) -> Verdict:
    """The verdict of a reading; an exact figure that lacks digits of the record is a rounding."""
    if reading.value in meant:
        is_rounding = quantity.precision == "exact" and reading.value.quantize(TENTH) != quantity.value
        return Verdict("rounded" if is_rounding else "confirmed", reading)
    distance = _distance(meant, reading.value)
    notation = EARLY if is_early and distance <= reading.moved else WRONG
    return Verdict(notation, reading, distance, reading.value in told)


def _distance(interval: Interval, value: Decimal) -> Decimal:
    """How far a number lies outside an interval."""
    below = interval.low.value - value if interval.low is not None else Decimal(0)
    above = value - interval.high.value if interval.high is not None else Decimal(0)
    return max(below, above, Decimal(0))
