"""Functions of text."""

from collections.abc import Mapping

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.conversions import as_text
from graph.virtual.expressions.scope import TRUTH, Scope, Translation, word
from graph.virtual.terms import IRIS, NotTranslatedError, Shape, Value

TEXTS = ("text", "label")
SEARCHES = {"STRSTARTS": "starts_with", "STRENDS": "ends_with", "CONTAINS": "contains"}


def string(scope: Scope, expr: CompValue) -> Value:
    """STR."""
    value = scope.value(expr.arg)
    return Value(as_text(value, scope.things), Shape("text", value.shape.nullable))


def language(scope: Scope, expr: CompValue) -> Value:
    """LANG."""
    value = scope.value(expr.arg)
    if value.kind == "label":
        return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN 'en' END)", Shape("text", nullable=True))
    if value.kind in ("term", *IRIS):
        raise NotTranslatedError("LANG of what may be no literal")
    return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN '' END)", Shape("text", nullable=True))


def length(scope: Scope, expr: CompValue) -> Value:
    """STRLEN."""
    value = _characters(scope, expr.arg)
    return Value(f"length({value.sql})", Shape("integer", nullable=True))


def piece(scope: Scope, expr: CompValue) -> Value:
    """SUBSTR with whole numbers from 1 on."""
    value = _characters(scope, expr.arg)
    parts = [expr.start] + ([expr.length] if expr.length is not None else [])
    if not all(isinstance(part, rdflib.Literal) and str(part).isdigit() and int(part) > 0 for part in parts):
        raise NotTranslatedError("SUBSTR with what is no positive number")
    numbers = "".join(f", {int(part)}" for part in parts)
    return Value(f"substr({value.sql}{numbers})", value.shape)


def together(scope: Scope, expr: CompValue) -> Value:
    """CONCAT."""
    values = [_characters(scope, part) for part in expr.arg]
    kinds = {value.kind for value in values}
    kind = "label" if kinds == {"label"} else "text"
    return Value(f"({' || '.join(value.sql for value in values)})", Shape(kind, nullable=True))


def search(scope: Scope, expr: CompValue) -> Value:
    """STRSTARTS, STRENDS and CONTAINS."""
    one, other = _characters(scope, expr.arg1), _characters(scope, expr.arg2)
    if (one.kind, other.kind) == ("text", "label"):
        raise NotTranslatedError("a search for text with a language")
    return Value(f"{SEARCHES[word(expr)]}({one.sql}, {other.sql})", TRUTH)


def _characters(scope: Scope, expr: object) -> Value:
    value = scope.value(expr)
    if value.kind not in TEXTS:
        raise NotTranslatedError("a function of text, of what is none")
    return value


TEXTUAL: Mapping[str, Translation] = {
    "Builtin_STR": string,
    "Builtin_LANG": language,
    "Builtin_STRLEN": length,
    "Builtin_SUBSTR": piece,
    "Builtin_CONCAT": together,
    "Builtin_STRSTARTS": search,
    "Builtin_STRENDS": search,
    "Builtin_CONTAINS": search,
}
