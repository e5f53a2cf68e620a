"""Figures as sources put them: a value, a wording, and the bounds that follow.

The eleven precisions are those of the code list `mt:precisions`; the bounds follow from the
precision alone, so a sheet gives only what the source says.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
HALF = Decimal(50)
MILLION = Decimal(1_000_000)
PARTS: dict[str, tuple[str, str]] = {  # what a precision needs, and what it may have
    "exact": ("value", ""),
    "more-than": ("value", ""),
    "just-over": ("value", ""),
    "at-least": ("value", ""),
    "less-than": ("", "value"),
    "nearly": ("value", ""),
    "about": ("value", ""),
    "majority": ("", "of"),
    "vague-plural": ("", ""),
    "vague": ("", "above"),
    "range": ("range", ""),
}


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an interval; `inclusive` is False for "more than" and "less than"."""

    value: Decimal
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a claim.

    Attributes:
        precision: Notation of the code list, for example "more-than".
        unit: "USD", "percent", or the unit in words.
        as_written: The wording, at most six words.
        value: The figure, None when the source gives none ("millions").
        lower: Lower bound, None when unbounded.
        upper: Upper bound, None when unbounded.
    """

    precision: str
    unit: str
    as_written: str
    value: Decimal | None = None
    lower: Bound | None = None
    upper: Bound | None = None


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """What a sheet says of a figure before its bounds are worked out.

    Attributes:
        of: Size of the set a majority is of.
        above: What a vague figure at least exceeds ("overwhelmingly": half).
        span: Both ends of a range.
    """

    precision: str
    unit: str
    as_written: str
    value: Decimal | None = None
    of: Decimal | None = None
    above: Decimal | None = None
    span: tuple[Decimal, Decimal] | None = None


def read_quantity(stated: StatedFigure) -> Quantity:
    """The figure with the bounds that follow from its precision."""
    lower, upper = bounds(stated)
    return Quantity(stated.precision, stated.unit, stated.as_written, stated.value, lower, upper)


def bounds(stated: StatedFigure) -> tuple[Bound | None, Bound | None]:
    """Lower and upper bound of a stated figure, None where it has none.

    Raises:
        ValueError: The precision needs a part that is not there or has no use for one that is, or is
            unknown.
    """
    _check_parts(stated)
    _check_unit(stated.unit)
    value, precision = stated.value, stated.precision
    if precision == "majority":
        return _majority(stated.of)
    if precision == "range":
        return _range(stated.span)
    if precision == "vague-plural":
        return Bound(MILLION, inclusive=False), None
    if precision == "vague":
        return _bound(stated.above, inclusive=False), None
    lower = _bound(value, inclusive=precision in ("exact", "at-least"))
    upper = _bound(value, inclusive=precision == "exact")
    return (
        lower if precision in ("exact", "at-least", "more-than", "just-over") else None,
        upper if precision in ("exact", "less-than", "nearly") else None,
    )


def _check_unit(unit: str) -> None:
    """Refuse a currency whose amounts nobody could add to dollars."""
    if re.fullmatch("[A-Z]{3}", unit) and unit != "USD":
        raise ValueError(f"unit {unit!r} is a currency other than USD; give dollars, or words")


def _check_parts(stated: StatedFigure) -> None:
    if stated.precision not in PARTS:
        raise ValueError(f"{stated.precision!r} is not a precision")
    parts = {"value": stated.value, "of": stated.of, "above": stated.above, "range": stated.span}
    needed, allowed = PARTS[stated.precision]
    for name, part in parts.items():
        if part is None and name == needed:
            raise ValueError(f"a figure that is {stated.precision!r} needs `{name}:`")
        if part is not None and name not in (needed, allowed):
            raise ValueError(f"a figure that is {stated.precision!r} has no use for `{name}:`")
    _check_sense(stated)


def _check_sense(stated: StatedFigure) -> None:
    if stated.unit == "USD" and min(_numbers(stated), default=ZERO) < ZERO:
        raise ValueError("a sum in 'USD' is not below zero")
    if stated.precision == "vague-plural" and "million" not in stated.as_written.lower():
        raise ValueError(
            f"{stated.as_written!r} is not in the millions, as 'vague-plural' is; say 'vague' with `above:`"
        )


def _numbers(stated: StatedFigure) -> list[Decimal]:
    numbers = (stated.value, stated.above, *(stated.span or ()))
    return [number for number in numbers if number is not None]


def _bound(value: Decimal | None, *, inclusive: bool) -> Bound | None:
    return None if value is None else Bound(value, inclusive)


def _majority(size: Decimal | None) -> tuple[Bound, Bound | None]:
    if size is None:
        return Bound(HALF, inclusive=False), None
    return Bound(size / 2, inclusive=False), Bound(size, inclusive=True)


def _range(ends: tuple[Decimal, Decimal] | None) -> tuple[Bound, Bound]:
    if ends is None or ends[0] > ends[1]:
        raise ValueError("a range needs [lowest, highest]")
    return Bound(ends[0], inclusive=True), Bound(ends[1], inclusive=True)
