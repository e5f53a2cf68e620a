"""Which values are equal, less, the same, or of a kind."""

from collections.abc import Mapping

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.conversions import as_text, same
from graph.virtual.expressions.any_kind import equal_to_any, is_of_any, less_than_any
from graph.virtual.expressions.scope import TRUTH, Scope, Translation, word
from graph.virtual.terms import IRIS, NUMBERS, NotTranslatedError, Value

ORDERED = (("decimal", "integer"), ("text",), ("label",), ("date",))
"""Kinds of which each value is less or not than another."""
MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
LETTERS_OF = {"isIRI": "i", "isURI": "i", "isLITERAL": "slndbyo", "isBLANK": "_"}


def comparison(scope: Scope, expr: CompValue) -> Value:
    """`=`, `<`, IN and their neighbours."""
    one = scope.value(expr.expr)
    if expr.op in ("IN", "NOT IN"):
        equal = [_equal(scope, one, scope.value(other)) for other in expr.other]
        found = f"({' OR '.join(equal) or 'FALSE'})"
        return Value(found if expr.op == "IN" else f"(NOT {found})", TRUTH)
    other = scope.value(expr.other)
    if expr.op == "=":
        return Value(_equal(scope, one, other), TRUTH)
    if expr.op == "!=":
        return Value(f"(NOT {_equal(scope, one, other)})", TRUTH)
    return Value(_less(scope, one, expr.op, other), TRUTH)


def _equal(scope: Scope, one: Value, other: Value) -> str:
    """That two values are equal; of different kinds they are not, which is no error."""
    if "nothing" in (one.kind, other.kind):
        return "CAST(NULL AS BOOLEAN)"
    if "term" in (one.kind, other.kind):
        known, of_any = (one, other) if other.kind == "term" else (other, one)
        return equal_to_any(of_any, known, scope.things)
    if one.kind == other.kind or {one.kind, other.kind} <= set(NUMBERS):
        return f"({one.sql} = {other.sql})"
    if {one.kind, other.kind} <= set(IRIS):
        return (
            f"({same(one, other, scope.things)})"
            if "code" in (one.kind, other.kind)
            else _iris(scope, one, other)
        )
    return f"(CASE WHEN {one.sql} IS NOT NULL AND {other.sql} IS NOT NULL THEN FALSE END)"


def _iris(scope: Scope, one: Value, other: Value) -> str:
    return f"({as_text(one, scope.things)} = {as_text(other, scope.things)})"


def _less(scope: Scope, one: Value, op: str, other: Value) -> str:
    """That a value is less than another, or otherwise ordered; what has no order is but equal to itself."""
    if "nothing" in (one.kind, other.kind):
        return "CAST(NULL AS BOOLEAN)"
    if one.kind == "term":
        return less_than_any(one, op, other)
    if other.kind == "term":
        return less_than_any(other, MIRRORED[op], one)
    if any({one.kind, other.kind} <= set(kinds) for kinds in ORDERED):
        return f"({one.sql} {op} {other.sql})"
    if one.kind == other.kind or {one.kind, other.kind} <= set(IRIS):
        return f"(CASE WHEN {same(one, other, scope.things)} THEN {'=' in op} END)"
    return "CAST(NULL AS BOOLEAN)"


def same_term(scope: Scope, expr: CompValue) -> Value:
    """SameTerm."""
    one, other = scope.value(expr.arg1), scope.value(expr.arg2)
    return Value(f"({same(one, other, scope.things)})", TRUTH)


def is_kind(scope: Scope, expr: CompValue) -> Value:
    """isIRI, isLiteral, isBlank and isNumeric."""
    value = scope.value(expr.arg)
    if value.kind == "term" and word(expr) in LETTERS_OF:
        return Value(is_of_any(value, LETTERS_OF[word(expr)]), TRUTH)
    if value.kind in ("term", "nothing"):
        raise NotTranslatedError(f"{word(expr)} of values of several kinds")
    wanted = {
        "isIRI": value.kind in IRIS,
        "isURI": value.kind in IRIS,
        "isLITERAL": value.kind not in IRIS,
        "isBLANK": False,
        "isNUMERIC": value.kind in NUMBERS,
    }[word(expr)]
    return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN {wanted} END)", TRUTH)


COMPARISON: Mapping[str, Translation] = {
    "RelationalExpression": comparison,
    "Builtin_sameTerm": same_term,
    "Builtin_isIRI": is_kind,
    "Builtin_isURI": is_kind,
    "Builtin_isLITERAL": is_kind,
    "Builtin_isBLANK": is_kind,
    "Builtin_isNUMERIC": is_kind,
}
