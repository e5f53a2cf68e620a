"""Expressions of SPARQL in SQL: an error is NULL, and what has no exact counterpart is refused."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.patterns import node
from graph.virtual.relation import same
from graph.virtual.terms import (
    IRIS,
    LONGEST,
    NOTHING,
    NUMBERS,
    NotTranslatedError,
    Shape,
    Value,
    as_kind,
    as_text,
    common,
    constant,
)
from ontology import PREFIXES

Lookup = Callable[[str], Value]
"""Gives a variable as an expression."""
XSD = PREFIXES["xsd"]
TRUTH = Shape("boolean", nullable=True)
STRINGS = ("text", "label")
ORDERED = (("decimal", "integer"), ("text",), ("label",), ("date",), ("boolean",))
DIVISOR = 4
"""Digits after the point a divisor may have: with more, the store loses digits of large dividends."""
LARGEST = 10**15
PARTS_OF_DAY = {"Builtin_YEAR": "year", "Builtin_MONTH": "month", "Builtin_DAY": "day"}
SEARCHES = {
    "Builtin_STRSTARTS": "starts_with",
    "Builtin_STRENDS": "ends_with",
    "Builtin_CONTAINS": "contains",
}


class Expressions:
    """Translates the expressions of one relation."""

    def __init__(self, lookup: Lookup, things: str) -> None:
        self._lookup = lookup
        self._things = things

    def condition(self, expr: object) -> str:
        """An expression as a condition: what it is worth as a truth.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        return self._truth(self.value(expr))

    def value(self, expr: object) -> Value:
        """An expression in SQL.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        if isinstance(expr, rdflib.Variable):
            return self._lookup(str(expr))
        if isinstance(expr, rdflib.Literal | rdflib.URIRef):
            return constant(node(expr), self._things)  # type: ignore[arg-type]
        if not isinstance(expr, CompValue):
            raise NotTranslatedError(f"the expression {expr}")
        if expr.name in SEARCHES:
            return self._search(expr)
        if expr.name in PARTS_OF_DAY:
            return self._part_of_day(expr)
        if expr.name not in TRANSLATIONS:
            raise NotTranslatedError(expr.name.removeprefix("Builtin_"))
        return TRANSLATIONS[expr.name](self, expr)

    def _truth(self, value: Value) -> str:
        match value.kind:
            case "boolean":
                return value.sql
            case "decimal" | "integer":
                return f"({value.sql} <> 0)"
            case "text":
                return f"({value.sql} <> '')"
            case "nothing" | "id" | "code" | "iri" | "date":
                return "CAST(NULL AS BOOLEAN)"
        raise NotTranslatedError("the truth of values of several kinds")

    def junction(self, expr: CompValue) -> Value:
        """`&&` or `||`."""
        word = " AND " if expr.name == "ConditionalAndExpression" else " OR "
        parts = [self.condition(part) for part in (expr.expr, *expr.other)]
        return Value(f"({word.join(parts)})", TRUTH)

    def negation(self, expr: CompValue) -> Value:
        """`!`."""
        return Value(f"(NOT {self.condition(expr.expr)})", TRUTH)

    def comparison(self, expr: CompValue) -> Value:
        """`=`, `<`, IN and their neighbours."""
        one = self.value(expr.expr)
        if expr.op in ("IN", "NOT IN"):
            equal = [self._equal(one, self.value(other)) for other in expr.other]
            found = f"({' OR '.join(equal) or 'FALSE'})"
            return Value(found if expr.op == "IN" else f"(NOT {found})", TRUTH)
        other = self.value(expr.other)
        if expr.op == "=":
            return Value(self._equal(one, other), TRUTH)
        if expr.op == "!=":
            return Value(f"(NOT {self._equal(one, other)})", TRUTH)
        return Value(self._less(one, expr.op, other), TRUTH)

    def _equal(self, one: Value, other: Value) -> str:
        """That two values are equal; of different kinds they are not, which is no error."""
        if "term" in (one.kind, other.kind):
            raise NotTranslatedError("a comparison of values of several kinds")
        if "nothing" in (one.kind, other.kind):
            return "CAST(NULL AS BOOLEAN)"
        if one.kind == other.kind or {one.kind, other.kind} <= set(NUMBERS):
            return f"({one.sql} = {other.sql})"
        if {one.kind, other.kind} <= set(IRIS):
            return (
                f"({same(one, other, self._things)})"
                if "code" in (one.kind, other.kind)
                else self._iris(one, other)
            )
        return f"(CASE WHEN {one.sql} IS NOT NULL AND {other.sql} IS NOT NULL THEN FALSE END)"

    def _iris(self, one: Value, other: Value) -> str:
        return f"({as_text(one, self._things)} = {as_text(other, self._things)})"

    def _less(self, one: Value, op: str, other: Value) -> str:
        if "term" in (one.kind, other.kind):
            raise NotTranslatedError("a comparison of values of several kinds")
        if any({one.kind, other.kind} <= set(kinds) for kinds in ORDERED):
            return f"({one.sql} {op} {other.sql})"
        return "CAST(NULL AS BOOLEAN)"

    def sum(self, expr: CompValue) -> Value:
        """`+` and `-`, from left to right."""
        return self._chain(expr, self._added)

    def product(self, expr: CompValue) -> Value:
        """`*` and `/`, from left to right."""
        return self._chain(expr, self._multiplied)

    def _chain(self, expr: CompValue, apply: Callable[[Value, str, Value], Value]) -> Value:
        steps = zip(expr.op, expr.other, strict=True)
        return reduce(
            lambda one, step: apply(one, step[0], self._number(step[1])), steps, self._number(expr.expr)
        )

    def _number(self, expr: object) -> Value:
        value = self.value(expr)
        if value.kind not in (*NUMBERS, "nothing"):
            raise NotTranslatedError("arithmetic with what is no number")
        return value

    def _added(self, one: Value, op: str, other: Value) -> Value:
        shape = _wider(one, other)
        return Value(f"({one.sql} {op} {other.sql})", shape)

    def _multiplied(self, one: Value, op: str, other: Value) -> Value:
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

    def minus(self, expr: CompValue) -> Value:
        """The sign `-`."""
        value = self._number(expr.expr)
        return Value(f"(-{value.sql})", value.shape)

    def bound(self, expr: CompValue) -> Value:
        """BOUND."""
        return Value(f"({self.value(expr.arg).sql} IS NOT NULL)", Shape("boolean"))

    def coalesce(self, expr: CompValue) -> Value:
        """COALESCE."""
        values = [self.value(part) for part in expr.arg]
        return self._united(values, lambda parts: f"coalesce({', '.join(parts)})")

    def choice(self, expr: CompValue) -> Value:
        """IF."""
        test = self.condition(expr.arg1)
        values = [self.value(expr.arg2), self.value(expr.arg3)]
        return self._united(
            values, lambda parts: f"(CASE WHEN {test} THEN {parts[0]} WHEN NOT {test} THEN {parts[1]} END)"
        )

    def _united(self, values: list[Value], put: Callable[[list[str]], str]) -> Value:
        shape = common([value.shape for value in values])
        parts = [as_kind(value, shape, self._things) for value in values]
        return Value(put(parts), shape.or_nothing())

    def string(self, expr: CompValue) -> Value:
        """STR."""
        value = self.value(expr.arg)
        return Value(as_text(value, self._things), Shape("text", value.shape.nullable))

    def language(self, expr: CompValue) -> Value:
        """LANG."""
        value = self.value(expr.arg)
        if value.kind == "label":
            return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN 'en' END)", Shape("text", nullable=True))
        if value.kind in ("term", *IRIS):
            raise NotTranslatedError("LANG of what may be no literal")
        return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN '' END)", Shape("text", nullable=True))

    def length(self, expr: CompValue) -> Value:
        """STRLEN."""
        value = self._characters(expr.arg)
        return Value(f"length({value.sql})", Shape("integer", nullable=True))

    def piece(self, expr: CompValue) -> Value:
        """SUBSTR with whole numbers from 1 on."""
        value = self._characters(expr.arg)
        parts = [expr.start] + ([expr.length] if expr.length is not None else [])
        if not all(
            isinstance(part, rdflib.Literal) and str(part).isdigit() and int(part) > 0 for part in parts
        ):
            raise NotTranslatedError("SUBSTR with what is no positive number")
        numbers = "".join(f", {int(part)}" for part in parts)
        return Value(f"substr({value.sql}{numbers})", value.shape)

    def together(self, expr: CompValue) -> Value:
        """CONCAT."""
        values = [self._characters(part) for part in expr.arg]
        kinds = {value.kind for value in values}
        kind = "label" if kinds == {"label"} else "text"
        return Value(f"({' || '.join(value.sql for value in values)})", Shape(kind, nullable=True))

    def _characters(self, expr: object) -> Value:
        value = self.value(expr)
        if value.kind not in STRINGS:
            raise NotTranslatedError("a function of text, of what is none")
        return value

    def _search(self, expr: CompValue) -> Value:
        """STRSTARTS, STRENDS and CONTAINS."""
        one, other = self._characters(expr.arg1), self._characters(expr.arg2)
        if (one.kind, other.kind) == ("text", "label"):
            raise NotTranslatedError("a search for text with a language")
        return Value(f"{SEARCHES[expr.name]}({one.sql}, {other.sql})", TRUTH)

    def _part_of_day(self, expr: CompValue) -> Value:
        """YEAR, MONTH and DAY."""
        value = self.value(expr.arg)
        if value.kind != "date":
            raise NotTranslatedError("a part of what is no day")
        return Value(
            f"CAST({PARTS_OF_DAY[expr.name]}({value.sql}) AS BIGINT)", Shape("integer", nullable=True)
        )

    def rounded(self, expr: CompValue) -> Value:
        """ROUND, CEIL, FLOOR and ABS."""
        value = self._number(expr.arg)
        name = expr.name.removeprefix("Builtin_")
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

    def cast(self, expr: CompValue) -> Value:
        """`xsd:integer(?x)` and its neighbours."""
        if len(expr.expr) != 1:
            raise NotTranslatedError(f"the function {expr.iri}")
        value = self.value(expr.expr[0])
        match str(expr.iri).removeprefix(XSD), value.kind:
            case ("string", _):
                return Value(as_text(value, self._things), Shape("text", value.shape.nullable))
            case ("integer", "integer") | ("decimal", "decimal"):
                return value
            case ("decimal", "integer"):
                return Value(f"CAST({value.sql} AS DECIMAL(38, 0))", Shape("decimal", value.shape.nullable))
            case ("integer", "text"):
                digits = f"regexp_full_match({value.sql}, '[+-]?[0-9]{{1,18}}')"
                plain = f"regexp_full_match({value.sql}, '[^0-9]*|.*[^0-9+-].*')"
                whole = f"WHEN {digits} THEN CAST({value.sql} AS BIGINT) WHEN {plain} THEN NULL"
                odd = "ELSE error('a number with many digits')"
                return Value(
                    f"(CASE WHEN {value.sql} IS NULL THEN NULL {whole} {odd} END)",
                    Shape("integer", nullable=True),
                )
        raise NotTranslatedError(f"the function {expr.iri} of this kind of value")

    def same_term(self, expr: CompValue) -> Value:
        """SameTerm."""
        one, other = self.value(expr.arg1), self.value(expr.arg2)
        return Value(f"({same(one, other, self._things)})", TRUTH)

    def is_kind(self, expr: CompValue) -> Value:
        """isIRI, isLiteral, isBlank and isNumeric."""
        value = self.value(expr.arg)
        if value.kind in ("term", "nothing"):
            raise NotTranslatedError(f"{expr.name.removeprefix('Builtin_')} of values of several kinds")
        wanted = {
            "isIRI": value.kind in IRIS,
            "isURI": value.kind in IRIS,
            "isLITERAL": value.kind not in IRIS,
            "isBLANK": False,
            "isNUMERIC": value.kind in NUMBERS,
        }[expr.name.removeprefix("Builtin_")]
        return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN {wanted} END)", TRUTH)


def _wider(one: Value, other: Value) -> Shape:
    shape = common([one.shape, other.shape])
    nullable = one.shape.nullable or other.shape.nullable
    scale = max(one.shape.scale, other.shape.scale)
    return Shape("decimal" if shape.kind == "term" else shape.kind, nullable, scale)


def _short_number(value: Value) -> str:
    """A factor with no more digits than a product has room for."""
    return value.sql if value.kind == "integer" else f"CAST({value.sql} AS DECIMAL(38, {value.shape.scale}))"


def divided(one: Value, other: Value) -> Value:
    """A quotient as the store makes it: cut off after its eighteenth digit; by zero it is an error."""
    if other.shape.scale > DIVISOR or one.shape.scale > LONGEST:
        raise NotTranslatedError("a quotient of numbers with many digits")
    if "nothing" in (one.kind, other.kind):
        return Value("NULL", NOTHING)
    digits = LONGEST - one.shape.scale + other.shape.scale
    over = f"{unscaled(one)} * {10**digits}::HUGEINT"
    quotient = f"({over}) // NULLIF({unscaled(other)}, 0)"
    text = f"CAST({quotient} AS DECIMAL(38, 0)) * CAST('0.{'0' * (LONGEST - 1)}1' AS DECIMAL(18, 18))"
    fits, large = f"abs({one.sql}) < {LARGEST}", f"abs({one.sql}) >= {LARGEST}"
    guarded = f"CASE WHEN {fits} THEN {text} WHEN {large} THEN error('a large dividend') END"
    return Value(f"({guarded})", Shape("decimal", nullable=True, scale=LONGEST))


def unscaled(value: Value) -> str:
    """A number as a whole one: without its point."""
    if value.kind == "integer" or value.shape.scale == 0:
        return f"CAST({value.sql} AS HUGEINT)"
    return f"CAST(CAST({value.sql} AS DECIMAL(38, {value.shape.scale})) * {10**value.shape.scale} AS HUGEINT)"


TRANSLATIONS: Mapping[str, Callable[[Expressions, Any], Value]] = {
    "ConditionalAndExpression": Expressions.junction,
    "ConditionalOrExpression": Expressions.junction,
    "UnaryNot": Expressions.negation,
    "UnaryMinus": Expressions.minus,
    "RelationalExpression": Expressions.comparison,
    "AdditiveExpression": Expressions.sum,
    "MultiplicativeExpression": Expressions.product,
    "Builtin_BOUND": Expressions.bound,
    "Builtin_COALESCE": Expressions.coalesce,
    "Builtin_IF": Expressions.choice,
    "Builtin_STR": Expressions.string,
    "Builtin_LANG": Expressions.language,
    "Builtin_STRLEN": Expressions.length,
    "Builtin_SUBSTR": Expressions.piece,
    "Builtin_CONCAT": Expressions.together,
    "Builtin_ROUND": Expressions.rounded,
    "Builtin_CEIL": Expressions.rounded,
    "Builtin_FLOOR": Expressions.rounded,
    "Builtin_ABS": Expressions.rounded,
    "Builtin_sameTerm": Expressions.same_term,
    "Builtin_isIRI": Expressions.is_kind,
    "Builtin_isURI": Expressions.is_kind,
    "Builtin_isLITERAL": Expressions.is_kind,
    "Builtin_isBLANK": Expressions.is_kind,
    "Builtin_isNUMERIC": Expressions.is_kind,
    "Function": Expressions.cast,
}
