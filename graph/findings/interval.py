"""Intervals of decimal numbers: what a figure with its wording leaves open, and what follows for sums.

A figure has two readings. The strict one keeps only what the words rule out: "more than 5" is all above
5, "about 400,000" rules nothing out. The usual one is what readers take them for: "just over 5" is not 57. A
clash of strict readings is a contradiction; a clash of usual ones only is a tension.
"""

from dataclasses import dataclass
from decimal import Decimal

from sources.quantity import Bound, Quantity

CLOSE = Decimal("0.1")
"""How far, as a part of the figure, "about", "nearly" and "just over" usually reach."""
HALF = Decimal("0.5")
LARGE = 100
"""From how many dollars zeros at the end stand for rounding."""
COUNTED = ("percent", "USD", "ratio", "share", "points", "vote share")
"""Units whose figures are rounded; every other unit counts things one by one."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two bounds; None where there is no bound."""

    low: Bound | None = None
    high: Bound | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        if self.low.value == self.high.value:
            return not (self.low.inclusive and self.high.inclusive)
        return self.low.value > self.high.value

    @property
    def is_open_ended(self) -> bool:
        """Whether it lacks a bound."""
        return self.low is None or self.high is None

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> "Interval":
        return Interval(_negative(self.high), _negative(self.low))

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def scaled(self, factor: Decimal) -> "Interval":
        """Every number times a factor above zero."""
        return Interval(_times(self.low, factor), _times(self.high, factor))

    def over(self, other: "Interval") -> "Interval":
        """Every number divided by every number of another; both hold positive numbers only."""
        low = None
        if self.low is not None and other.high is not None and other.high.value > 0:
            low = Bound(self.low.value / other.high.value, self.low.inclusive and other.high.inclusive)
        high = None
        if self.high is not None and other.low is not None and other.low.value > 0:
            high = Bound(self.high.value / other.low.value, self.high.inclusive and other.low.inclusive)
        return Interval(low, high)

    def meet(self, other: "Interval") -> "Interval":
        """The numbers that lie in both; empty when none does."""
        return Interval(
            _tightest(self.low, other.low, upper=False), _tightest(self.high, other.high, upper=True)
        )

    def fits(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return not self.meet(other).is_empty

    def holds(self, other: "Interval") -> bool:
        """Whether every number of another lies in it."""
        return self.meet(other) == other

    def __contains__(self, number: Decimal) -> bool:
        return self.fits(point(number))

    def __str__(self) -> str:
        if self.low is not None and self.high is not None:
            if self.low.value == self.high.value:
                return plain(self.low.value)
            left, right = "[" if self.low.inclusive else "(", "]" if self.high.inclusive else ")"
            return f"{left}{plain(self.low.value)}, {plain(self.high.value)}{right}"
        if self.low is not None:
            return f"{'at least' if self.low.inclusive else 'more than'} {plain(self.low.value)}"
        if self.high is not None:
            return f"{'at most' if self.high.inclusive else 'less than'} {plain(self.high.value)}"
        return "any number"


ANY = Interval()


def point(number: Decimal) -> Interval:
    """The interval of one number."""
    return Interval(Bound(number, inclusive=True), Bound(number, inclusive=True))


def between(low: Decimal | int, high: Decimal | int) -> Interval:
    """The interval of two numbers, both included."""
    return Interval(Bound(Decimal(low), inclusive=True), Bound(Decimal(high), inclusive=True))


def above(number: Decimal | int) -> Interval:
    """Everything above a number."""
    return Interval(low=Bound(Decimal(number), inclusive=False))


def strict(quantity: Quantity) -> Interval:
    """What the wording of a figure does not rule out; a rounded figure stands for all that round to it."""
    if quantity.precision == "exact" and quantity.value is not None:
        return _rounded(quantity.value, quantity.unit)
    return Interval(quantity.lower, quantity.upper)


def usual(quantity: Quantity) -> Interval:
    """What readers take a figure for: "about", "nearly" and "just over" stay within a tenth of it."""
    value = quantity.value
    if value is None or quantity.precision not in ("about", "nearly", "just-over"):
        return strict(quantity)
    near = abs(value) * CLOSE
    low = Bound(value - near, inclusive=True) if quantity.precision != "just-over" else quantity.lower
    high = Bound(value + near, inclusive=True) if quantity.precision != "nearly" else quantity.upper
    return Interval(low, high)


def plain(number: Decimal) -> str:
    """A number in digits, without an exponent and without zeros that say nothing."""
    text = format(number.quantize(Decimal("0.01")) if -number.as_tuple().exponent > 2 else number, "f")  # type: ignore[operator] # noqa: PLR2004 - two digits are enough for people
    return text.rstrip("0").rstrip(".") if "." in text else f"{number:,.0f}"


def _rounded(value: Decimal, unit: str) -> Interval:
    if not any(unit.startswith(word) or word in unit for word in COUNTED):
        return point(value)
    half = _last_place(value, unit) * HALF
    return Interval(Bound(value - half, inclusive=True), Bound(value + half, inclusive=True))


def _last_place(value: Decimal, unit: str) -> Decimal:
    """One unit of the last digit that is given: 1000 for 354,000 dollars, 1 for 24 percent, 0.1 for 56.5."""
    exponent = int(value.normalize().as_tuple().exponent)
    is_large = unit == "USD" and value >= LARGE
    return Decimal(1).scaleb(exponent if is_large else min(exponent, 0))


def _sum(left: Bound | None, right: Bound | None) -> Bound | None:
    if left is None or right is None:
        return None
    return Bound(left.value + right.value, left.inclusive and right.inclusive)


def _negative(bound: Bound | None) -> Bound | None:
    return None if bound is None else Bound(-bound.value, bound.inclusive)


def _times(bound: Bound | None, factor: Decimal) -> Bound | None:
    return None if bound is None else Bound(bound.value * factor, bound.inclusive)


def _tightest(left: Bound | None, right: Bound | None, *, upper: bool) -> Bound | None:
    if left is None or right is None:
        return left or right
    if left.value == right.value:
        return left if not left.inclusive else right
    return left if (left.value < right.value) == upper else right
