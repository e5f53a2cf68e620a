"""Parts of days."""

from collections.abc import Mapping

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.expressions.scope import Scope, Translation, word
from graph.virtual.terms import NotTranslatedError, Shape, Value


def part_of_day(scope: Scope, expr: CompValue) -> Value:
    """YEAR, MONTH and DAY."""
    value = scope.value(expr.arg)
    if value.kind != "date":
        raise NotTranslatedError("a part of what is no day")
    return Value(f"CAST({word(expr).lower()}({value.sql}) AS BIGINT)", Shape("integer", nullable=True))


DATES: Mapping[str, Translation] = {
    "Builtin_YEAR": part_of_day,
    "Builtin_MONTH": part_of_day,
    "Builtin_DAY": part_of_day,
}
