"""Amounts for people: in words for the panel, in short for a label; an open bound stays open."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from graph.picture import Interval

_SCALES = ((Decimal(10) ** 9, "billion", "B"), (Decimal(10) ** 6, "million", "M"))


def in_words(amount: Interval) -> str:
    """Say an amount, for example "more than $1.5 million"; its own text where it has one."""
    if amount.text != "":
        return amount.text
    if amount.about is not None:
        return f"about {dollars_in_words(amount.about)}"
    low = None if amount.low is None else dollars_in_words(amount.low)
    high = None if amount.high is None else dollars_in_words(amount.high)
    if low is not None and high is not None:
        return _between_in_words(amount, low, high)
    if low is not None:
        return f"more than {low}" if amount.low_open else f"at least {low}"
    if high is not None:
        return f"less than {high}" if amount.high_open else f"at most {high}"
    return "an unknown amount"


def _between_in_words(amount: Interval, low: str, high: str) -> str:
    if amount.low == amount.high:
        return low
    above = "more than" if amount.low_open else "at least"
    below = "less than" if amount.high_open else "at most"
    return f"{above} {low} and {below} {high}"


def in_short(amount: Interval) -> str:
    """Say an amount in a few characters: ">$1.5M", "≥$200k", "~$400k", "$1M–$2M"; empty when unknown."""
    if amount.about is not None:
        return f"~{dollars_in_short(amount.about)}"
    if amount.low is not None and amount.high is not None:
        return _between_in_short(amount, amount.low, amount.high)
    if amount.low is not None:
        return (">" if amount.low_open else "≥") + dollars_in_short(amount.low, ROUND_FLOOR)
    if amount.high is not None:
        return ("<" if amount.high_open else "≤") + dollars_in_short(amount.high, ROUND_CEILING)
    return ""


def _between_in_short(amount: Interval, low: Decimal, high: Decimal) -> str:
    if low == high:
        return dollars_in_short(low)
    above = ">" if amount.low_open else ""
    below = "<" if amount.high_open else ""
    ends = dollars_in_short(low, ROUND_FLOOR), dollars_in_short(high, ROUND_CEILING)
    return f"{above}{ends[0]}–{below}{ends[1]}"


def dollars_in_words(figure: Decimal) -> str:
    """Write dollars as the press does, without losing a digit: "$1.5 million", "$354,000", "$1,234,567"."""
    for scale, word, _ in _SCALES:
        scaled = figure / scale
        if abs(figure) >= scale and scaled == round(scaled, 2):
            return f"${_plain(scaled)} {word}"
    cents = round(figure, 2)
    return f"${cents:,f}" if cents == figure and cents != round(figure) else f"${_plain(figure)}"


def dollars_in_short(figure: Decimal, rounding: str = ROUND_HALF_EVEN) -> str:
    """Write dollars with three digits at most: "$1.5M", "$354k", "$900"; for labels, never for records.

    Args:
        figure: Dollars.
        rounding: Of the decimal module; a bound is rounded outwards, so that it still bounds.
    """
    for scale, _, letter in (*_SCALES, (Decimal(1000), "", "k")):
        if abs(figure) >= scale:
            return f"${_plain(_three_digits(figure / scale, rounding))}{letter}"
    return f"${_plain(figure.quantize(Decimal('0.01'), rounding))}"


def _three_digits(figure: Decimal, rounding: str) -> Decimal:
    places = max(0, 2 - figure.adjusted())
    return figure.quantize(Decimal(1).scaleb(-places), rounding)


def _plain(figure: Decimal) -> str:
    text = f"{figure:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
