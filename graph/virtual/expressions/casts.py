"""Values as values of another datatype."""

from collections.abc import Mapping

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.conversions import as_text
from graph.virtual.expressions.scope import Scope, Translation
from graph.virtual.terms import XSD, NotTranslatedError, Shape, Value


def cast(scope: Scope, expr: CompValue) -> Value:
    """`xsd:integer(?x)` and its neighbours."""
    if len(expr.expr) != 1:
        raise NotTranslatedError(f"the function {expr.iri}")
    value = scope.value(expr.expr[0])
    match str(expr.iri).removeprefix(XSD), value.kind:
        case ("string", _):
            return Value(as_text(value, scope.things), Shape("text", value.shape.nullable))
        case ("integer", "integer") | ("decimal", "decimal"):
            return value
        case ("decimal", "integer"):
            return Value(f"CAST({value.sql} AS DECIMAL(38, 0))", Shape("decimal", value.shape.nullable))
        case ("integer", "text"):
            return _whole(value)
    raise NotTranslatedError(f"the function {expr.iri} of this kind of value")


def _whole(value: Value) -> Value:
    """Text as a whole number; what has too many digits for SQL is told by the store."""
    digits = f"regexp_full_match({value.sql}, '[+-]?[0-9]{{1,18}}')"
    plain = f"regexp_full_match({value.sql}, '[^0-9]*|.*[^0-9+-].*')"
    cases = f"WHEN {digits} THEN CAST({value.sql} AS BIGINT) WHEN {plain} THEN NULL"
    odd = "ELSE error('a number with many digits')"
    return Value(
        f"(CASE WHEN {value.sql} IS NULL THEN NULL {cases} {odd} END)", Shape("integer", nullable=True)
    )


CASTS: Mapping[str, Translation] = {"Function": cast}
