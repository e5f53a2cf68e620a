"""Differences between two shares, read as percentage points and as a percentage of one of them."""

from dataclasses import dataclass
from decimal import Decimal

from graph.findings.interval import Interval, point, strict
from sources.quantity import Quantity

HUNDRED = Decimal(100)
ONE = point(Decimal(1))
POINTS, RELATIVE = "percentage points", "percent of the other share"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a difference leaves for the lower share, by one way to read its unit.

    Attributes:
        unit: The unit it is read in.
        lower: The lower share that follows from the higher one.
    """

    unit: str
    lower: Interval


def readings(difference: Quantity, higher: Interval) -> tuple[Reading, ...]:
    """The lower share under each way to read a difference; "points" in so many words has one way."""
    told = strict(difference)
    points = Reading(POINTS, higher - told)
    if "percent" not in difference.unit or difference.unit == POINTS:
        return (points,)
    rest = (point(HUNDRED) - told).scaled(1 / HUNDRED)
    below = Reading(RELATIVE, _times(higher, rest))
    above = Reading(RELATIVE, higher.over(ONE + told.scaled(1 / HUNDRED)))
    return points, below, above


def _times(left: Interval, right: Interval) -> Interval:
    """Every number of one times every number of another, all above zero."""
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return Interval()
    return Interval(
        point(left.low.value * right.low.value).low, point(left.high.value * right.high.value).high
    )


def fitting(difference: Quantity, higher: Interval, lower: Interval) -> tuple[str, ...]:
    """The units under which a difference fits two shares, each once."""
    fits = (one.unit for one in readings(difference, higher) if one.lower.fits(lower))
    return tuple(dict.fromkeys(fits))
