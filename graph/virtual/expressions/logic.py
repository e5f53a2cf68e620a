"""What is true, what is bound, and what is chosen by it."""

from collections.abc import Callable, Mapping

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.conversions import as_kind
from graph.virtual.expressions.scope import TRUTH, Scope, Translation
from graph.virtual.terms import Shape, Value, common


def junction(scope: Scope, expr: CompValue) -> Value:
    """`&&` or `||`."""
    word = " AND " if expr.name == "ConditionalAndExpression" else " OR "
    parts = [scope.condition(part) for part in (expr.expr, *expr.other)]
    return Value(f"({word.join(parts)})", TRUTH)


def negation(scope: Scope, expr: CompValue) -> Value:
    """`!`."""
    return Value(f"(NOT {scope.condition(expr.expr)})", TRUTH)


def bound(scope: Scope, expr: CompValue) -> Value:
    """BOUND."""
    return Value(f"({scope.value(expr.arg).sql} IS NOT NULL)", Shape("boolean"))


def coalesce(scope: Scope, expr: CompValue) -> Value:
    """COALESCE."""
    values = [scope.value(part) for part in expr.arg]
    return _united(scope, values, lambda parts: f"coalesce({', '.join(parts)})")


def choice(scope: Scope, expr: CompValue) -> Value:
    """IF."""
    test = scope.condition(expr.arg1)
    values = [scope.value(expr.arg2), scope.value(expr.arg3)]
    return _united(
        scope, values, lambda parts: f"(CASE WHEN {test} THEN {parts[0]} WHEN NOT {test} THEN {parts[1]} END)"
    )


def _united(scope: Scope, values: list[Value], put: Callable[[list[str]], str]) -> Value:
    shape = common([value.shape for value in values])
    parts = [as_kind(value, shape, scope.things) for value in values]
    return Value(put(parts), shape.or_nothing())


LOGIC: Mapping[str, Translation] = {
    "ConditionalAndExpression": junction,
    "ConditionalOrExpression": junction,
    "UnaryNot": negation,
    "Builtin_BOUND": bound,
    "Builtin_COALESCE": coalesce,
    "Builtin_IF": choice,
}
