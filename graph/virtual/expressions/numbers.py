"""Arithmetic with exact decimals."""

from collections.abc import Callable, Mapping
from functools import reduce

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.expressions.quotients import divided
from graph.virtual.expressions.scope import Scope, Translation, word
from graph.virtual.terms import LONGEST, NOTHING, NUMBERS, NotTranslatedError, Shape, Value

MOST_DIGITS = 20
"""A number with so many digits before its point is one of the store, whichever they are."""
LARGEST = "170141183460469231731"
"""Numbers of the store are less than this, and a fraction."""


def added(scope: Scope, expr: CompValue) -> Value:
    """`+` and `-`, from left to right."""
    return _chain(scope, expr, _added)


def multiplied(scope: Scope, expr: CompValue) -> Value:
    """`*` and `/`, from left to right."""
    return _chain(scope, expr, _multiplied)


def _chain(scope: Scope, expr: CompValue, apply: Callable[[Value, str, Value], Value]) -> Value:
    steps = zip(expr.op, expr.other, strict=True)
    return reduce(
        lambda one, step: apply(one, step[0], _number(scope, step[1])), steps, _number(scope, expr.expr)
    )


def _number(scope: Scope, expr: object) -> Value:
    value = scope.value(expr)
    if value.kind in ("term", "date"):
        raise NotTranslatedError("arithmetic with what may be no number")
    return value if value.kind in NUMBERS else Value("NULL", NOTHING)


def _added(one: Value, op: str, other: Value) -> Value:
    if "nothing" in (one.kind, other.kind):
        return Value("NULL", NOTHING)
    if one.kind == other.kind == "integer":
        return _whole(one, op, other)
    digits = max(one.shape.digits, other.shape.digits) + 1 if one.shape.digits and other.shape.digits else 0
    scale = max(one.shape.scale, other.shape.scale)
    return _exact(f"({one.sql} {op} {other.sql})", scale, digits)


def _multiplied(one: Value, op: str, other: Value) -> Value:
    if op == "/":
        return divided(one, other)
    if "nothing" in (one.kind, other.kind):
        return Value("NULL", NOTHING)
    if one.kind == other.kind == "integer":
        return _whole(one, op, other)
    scale = one.shape.scale + other.shape.scale
    if scale > LONGEST:
        raise NotTranslatedError("a product with many digits")
    digits = one.shape.digits + other.shape.digits if one.shape.digits and other.shape.digits else 0
    sql = f"(CAST({one.sql} AS DECIMAL(38, {one.shape.scale})) * {_short_number(other)})"
    return _exact(sql, scale, digits)


def _whole(one: Value, op: str, other: Value) -> Value:
    """A result of whole numbers; one that does not fit into 64 bits is an error."""
    sql = f"TRY_CAST(CAST({one.sql} AS HUGEINT) {op} CAST({other.sql} AS HUGEINT) AS BIGINT)"
    return Value(sql, Shape("integer", nullable=True))


def _exact(sql: str, scale: int, digits: int) -> Value:
    """A decimal result; one that is larger than any of the store is an error."""
    shape = Shape("decimal", nullable=True, scale=scale, digits=digits)
    if 0 < digits <= MOST_DIGITS:
        return Value(sql, shape)
    return Value(f"(CASE WHEN abs({sql}) < {LARGEST} THEN {sql} END)", shape)


def minus(scope: Scope, expr: CompValue) -> Value:
    """The sign `-`."""
    value = _number(scope, expr.expr)
    return Value(f"(-({value.sql}))", value.shape)


def rounded(scope: Scope, expr: CompValue) -> Value:
    """ROUND, CEIL, FLOOR and ABS."""
    value = _number(scope, expr.arg)
    name = word(expr)
    if name == "ABS":
        return Value(f"abs({value.sql})", value.shape)
    if value.kind == "integer":
        return value
    function, inner = {
        "ROUND": ("floor", f"({value.sql} + 0.5)"),
        "CEIL": ("ceil", value.sql),
        "FLOOR": ("floor", value.sql),
    }[name]
    return Value(f"CAST({function}({inner}) AS DECIMAL(38, 0))", Shape("decimal", value.shape.nullable))


def _short_number(value: Value) -> str:
    """A factor with no more digits than a product has room for."""
    return value.sql if value.kind == "integer" else f"CAST({value.sql} AS DECIMAL(38, {value.shape.scale}))"


NUMERIC: Mapping[str, Translation] = {
    "UnaryMinus": minus,
    "AdditiveExpression": added,
    "MultiplicativeExpression": multiplied,
    "Builtin_ROUND": rounded,
    "Builtin_CEIL": rounded,
    "Builtin_FLOOR": rounded,
    "Builtin_ABS": rounded,
}
