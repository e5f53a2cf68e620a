"""Quotients of exact decimals."""

from graph.virtual.terms import LONGEST, NOTHING, NotTranslatedError, Shape, Value

DIVISOR = 4
"""Digits after the point a divisor may have: with more, the store loses digits of large dividends."""
LARGEST = 10**15
"""A dividend is less than this."""


def divided(one: Value, other: Value) -> Value:
    """A quotient as the store makes it: cut off after its eighteenth digit; by zero it is an error."""
    if other.shape.scale > DIVISOR or one.shape.scale > LONGEST:
        raise NotTranslatedError("a quotient of numbers with many digits")
    if "nothing" in (one.kind, other.kind):
        return Value("NULL", NOTHING)
    digits = LONGEST - one.shape.scale + other.shape.scale
    over = f"{_unscaled(one)} * {10**digits}::HUGEINT"
    quotient = f"({over}) // NULLIF({_unscaled(other)}, 0)"
    text = f"CAST({quotient} AS DECIMAL(38, 0)) * CAST('0.{'0' * (LONGEST - 1)}1' AS DECIMAL(18, 18))"
    fits, large = f"abs({one.sql}) < {LARGEST}", f"abs({one.sql}) >= {LARGEST}"
    cases = f"{_of_zero(one, other)} WHEN {fits} THEN {text} WHEN {large} THEN error('a large dividend')"
    return Value(f"(CASE{cases} END)", Shape("decimal", nullable=True, scale=LONGEST))


def _of_zero(one: Value, other: Value) -> str:
    """The case of nothing divided by a number with a fraction, which the store cannot tell."""
    if other.shape.scale == 0:
        return ""
    return f" WHEN {one.sql} = 0 AND {other.sql} <> trunc({other.sql}) THEN NULL"


def _unscaled(value: Value) -> str:
    """A number as a whole one: without its point."""
    if value.kind == "integer" or value.shape.scale == 0:
        return f"CAST({value.sql} AS HUGEINT)"
    return f"CAST(CAST({value.sql} AS DECIMAL(38, {value.shape.scale})) * {10**value.shape.scale} AS HUGEINT)"
