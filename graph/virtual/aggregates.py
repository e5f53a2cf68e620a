"""Aggregates in SQL, with what the store makes of empty groups and of unbound values in them."""

from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.expressions.quotients import divided
from graph.virtual.expressions.scope import Scope
from graph.virtual.expressions.strings import TEXTS
from graph.virtual.relation import Relation, selected
from graph.virtual.terms import NUMBERS, NotTranslatedError, Shape, Value, name_of, quoted

NO_ROWS = "error('the aggregate of no rows')"


def grouped(of: Relation, scope: Scope, part: CompValue) -> Relation:
    """A solution for each group, with the results of aggregates.

    Args:
        of: What is grouped.
        scope: Translates expressions on it.
        part: GROUP BY and its aggregates as rdflib has them; without keys all is one group.

    Raises:
        NotTranslatedError: An aggregate has no exact counterpart.
    """
    keys = part.p.expr or ()
    by = [scope.value(key) for key in keys]
    if any(value.is_constant for value in by):
        raise NotTranslatedError("groups by what is the same for all")
    named = {str(key): value for key, value in zip(keys, by, strict=True) if isinstance(key, rdflib.Variable)}
    values: dict[str, Value] = {}
    for one in part.A:
        if one.name == "Aggregate_Sample" and str(one.vars) in named:
            values[str(one.res)] = named[str(one.vars)]
        else:
            values[str(one.res)] = aggregate(one, of, scope, is_whole=len(by) == 0)
    ends = f" GROUP BY {', '.join(value.sql for value in by)}" if by else ""
    names = selected({name: value.sql for name, value in values.items()})
    return Relation(
        f"SELECT {names} FROM ({of.sql}){ends}", {name: value.shape for name, value in values.items()}
    )


def aggregate(one: Any, of: Relation, scope: Scope, *, is_whole: bool) -> Value:  # noqa: ANN401 - rdflib
    """An aggregate of a group, which is the whole when there is no GROUP BY."""
    name = one.name.removeprefix("Aggregate_")
    distinct = "DISTINCT " if one.distinct else ""
    if one.vars == "*":
        return Value(f"count({_solutions(of) if distinct else '*'})", Shape("integer"))
    value = scope.value(one.vars)
    if name == "Count":
        return Value(f"count({distinct}{value.sql})", Shape("integer"))
    if value.kind in ("term", "nothing"):
        raise NotTranslatedError(f"{name} of values of several kinds")
    if name in ("Sum", "Avg"):
        return _added(value, distinct, is_mean=name == "Avg", is_whole=is_whole)
    if name in ("Min", "Max"):
        return _checked(Value(f"{name}({value.sql})", value.shape), value, is_whole=False)
    if name == "GroupConcat":
        separator = " " if one.separator is None else str(one.separator)
        return _joined(value, distinct, separator, is_whole=is_whole)
    return Value(f"any_value({value.sql})", value.shape.or_nothing())


def _added(value: Value, distinct: str, *, is_mean: bool, is_whole: bool) -> Value:
    """SUM and AVG: of nothing they are the integer 0, of what is no number an error."""
    if value.kind not in NUMBERS:
        return Value("(CASE WHEN count(*) = 0 THEN CAST(0 AS BIGINT) END)", Shape("integer", nullable=True))
    total = f"sum({distinct}{value.sql})"
    whole = Value(f"CAST({total} AS BIGINT)" if value.kind == "integer" else total, value.shape)
    number = Value(f"count({distinct}{value.sql})", Shape("integer"))
    return _checked(divided(whole, number) if is_mean else whole, value, is_whole=is_whole)


def _solutions(of: Relation) -> str:
    """What counts solutions, each once; variables of our own are no part of them."""
    names = [name_of(name) for name in of.columns if not name.startswith("=")]
    if not names:
        raise NotTranslatedError("COUNT of distinct solutions without a variable")
    return f"DISTINCT ROW({', '.join(names)})"


def _joined(value: Value, distinct: str, separator: str, *, is_whole: bool) -> Value:
    """GROUP_CONCAT, whose order is open: that of the texts; what is no text makes it an error."""
    kind = value.kind if value.kind in TEXTS else "text"
    text = f"string_agg({distinct}{value.sql}, {quoted(separator)} ORDER BY {value.sql})"
    if value.kind not in TEXTS:
        text = "CAST(NULL AS VARCHAR)"
    return _checked(Value(text, Shape(kind, nullable=True)), value, is_whole=is_whole)


def _checked(result: Value, value: Value, *, is_whole: bool) -> Value:
    """The result, which an unbound value in the group makes unbound; 0 of nothing is told by the store."""
    cases = f" WHEN count(*) = 0 THEN {NO_ROWS}" if is_whole else ""
    cases += f" WHEN count({value.sql}) < count(*) THEN NULL" if value.shape.nullable else ""
    shape = result.shape.or_nothing()
    return Value(f"(CASE{cases} ELSE {result.sql} END)" if cases else result.sql, shape)
