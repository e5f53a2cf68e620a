"""Figures as sources put them: a value, a wording, and the bounds that follow.

The eleven precisions are those of the code list `mt:precisions`; the bounds follow from the
precision alone, so a sheet gives only what the source says.
"""

from dataclasses import dataclass
from decimal import Decimal

HALF = Decimal(50)
MILLION = Decimal(1_000_000)


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


def bounds(stated: StatedFigure) -> tuple[Bound | None, Bound | None]:  # noqa: C901, PLR0911 - one case a precision
    """Lower and upper bound of a stated figure, None where it has none.

    Raises:
        ValueError: The precision needs a part that is not there, or is unknown.
    """
    match stated.precision:
        case "exact":
            return Bound(_value(stated), inclusive=True), Bound(_value(stated), inclusive=True)
        case "more-than" | "just-over":
            return Bound(_value(stated), inclusive=False), None
        case "at-least":
            return Bound(_value(stated), inclusive=True), None
        case "less-than":
            return None, None if stated.value is None else Bound(stated.value, inclusive=False)
        case "nearly":
            return None, Bound(_value(stated), inclusive=False)
        case "about":
            _value(stated)
            return None, None
        case "majority":
            return _majority(stated.of)
        case "vague-plural":
            return Bound(MILLION, inclusive=False), None
        case "vague":
            return None if stated.above is None else Bound(stated.above, inclusive=False), None
        case "range":
            return _range(stated)
        case _:
            raise ValueError(f"{stated.precision!r} is not a precision")


def _value(stated: StatedFigure) -> Decimal:
    if stated.value is None:
        raise ValueError(f"a figure that is {stated.precision!r} needs a value")
    return stated.value


def _majority(size: Decimal | None) -> tuple[Bound, Bound | None]:
    if size is None:
        return Bound(HALF, inclusive=False), None
    return Bound(size / 2, inclusive=False), Bound(size, inclusive=True)


def _range(stated: StatedFigure) -> tuple[Bound, Bound]:
    if stated.span is None or stated.span[0] > stated.span[1]:
        raise ValueError("a range needs [lowest, highest]")
    return Bound(stated.span[0], inclusive=True), Bound(stated.span[1], inclusive=True)
