"""Amounts of money as intervals, for people: what the sources fix, in words."""

from collections.abc import Iterable
from decimal import Decimal

from graph.picture import Interval

SCALES = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))
NOT_STATED = "amount not stated"


def dollars(amount: Decimal) -> str:
    """An amount of US dollars for people: $1.5 million, $32 billion, $354,000."""
    for scale, word in SCALES:
        if amount >= scale and (amount / scale * 100) % 1 == 0:
            return f"${_plain(amount / scale)} {word}"
    return f"${amount:,.2f}".removesuffix(".00")


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def interval(
    about: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    *,
    low_open: bool = False,
    high_open: bool = False,
) -> Interval:
    """The interval of a stated amount, with its words; `about` counts only when there are no bounds."""
    if low is None and high is None:
        words = NOT_STATED if about is None else f"about {dollars(about)}"
        return Interval(about=about, text=words)
    return Interval(low, high, low_open, high_open, None, _bounded(low, high, low_open, high_open))


def _bounded(low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool) -> str:  # noqa: FBT001 - two ends
    if low is not None and low == high:
        return dollars(low)
    above = "" if low is None else f"{'more than' if low_open else 'at least'} {dollars(low)}"
    below = "" if high is None else f"{'less than' if high_open else 'at most'} {dollars(high)}"
    return " and ".join(part for part in (above, below) if part)


def add(parts: Iterable[Interval]) -> Interval | None:
    """The sum of flows, None when there are none.

    Bounds add up; what is only "about" is named beside them, and flows without a figure are counted,
    so that nothing is left out unsaid.
    """
    flows = list(parts)
    if not flows:
        return None
    bounded = [flow for flow in flows if flow.low is not None or flow.high is not None]
    rough = [flow.about for flow in flows if flow.about is not None]
    silent = len(flows) - len(bounded) - len(rough)
    sums = _add_bounds(bounded)
    words = [sums.text] if bounded else []
    words += [f"about {dollars(sum(rough, Decimal(0)))}"] if rough else []
    words += [f"{silent} without amount"] if silent and words else []
    about = sum(rough, Decimal(0)) if rough and not bounded else None
    high, high_open = (sums.high, sums.high_open) if len(bounded) == len(flows) else (None, False)
    return Interval(sums.low, high, sums.low_open, high_open, about, " plus ".join(words) or NOT_STATED)


def _add_bounds(flows: list[Interval]) -> Interval:
    """The sum of flows that have a bound each; there is an upper bound only when every flow has one."""
    lows = [flow.low for flow in flows if flow.low is not None]
    highs = [flow.high for flow in flows if flow.high is not None]
    low = sum(lows, Decimal(0)) if lows else None
    high = sum(highs, Decimal(0)) if highs and len(highs) == len(flows) else None
    low_open = any(flow.low_open for flow in flows)
    high_open = high is not None and any(flow.high_open for flow in flows)
    return interval(None, low, high, low_open=low_open, high_open=high_open)
