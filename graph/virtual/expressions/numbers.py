"""Arithmetic with exact decimals."""

from collections.abc import Callable, Mapping
from functools import reduce

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.expressions.quotients import divided
from graph.virtual.expressions.scope import Scope, Translation, word
from graph.virtual.terms import LONGEST, NUMBERS, NotTranslatedError, Shape, Value, common


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
    if value.kind not in (*NUMBERS, "nothing"):
        raise NotTranslatedError("arithmetic with what is no number")
    return value


def _added(one: Value, op: str, other: Value) -> Value:
    shape = _wider(one, other)
    return Value(f"({one.sql} {op} {other.sql})", shape)


def _multiplied(one: Value, op: str, other: Value) -> Value:
    if op == "/":
        return divided(one, other)
    shape = _wider(one, other)
    scale = one.shape.scale + other.shape.scale
    if scale > LONGEST:
        raise NotTranslatedError("a product with many digits")
    if shape.kind == "integer":
        return Value(f"({one.sql} * {other.sql})", shape)
    sql = f"(CAST({one.sql} AS DECIMAL(38, {one.shape.scale})) * {_short_number(other)})"
    return Value(sql, Shape("decimal", shape.nullable, scale))


def minus(scope: Scope, expr: CompValue) -> Value:
    """The sign `-`."""
    value = _number(scope, expr.expr)
    return Value(f"(-{value.sql})", value.shape)


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


def _wider(one: Value, other: Value) -> Shape:
    shape = common([one.shape, other.shape])
    nullable = one.shape.nullable or other.shape.nullable
    scale = max(one.shape.scale, other.shape.scale)
    return Shape("decimal" if shape.kind == "term" else shape.kind, nullable, scale)


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
