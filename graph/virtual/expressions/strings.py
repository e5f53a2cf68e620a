"""Functions of text."""

from collections.abc import Mapping

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.conversions import as_text
from graph.virtual.expressions.any_kind import (
    LANG_STRING,
    datatype_of_any,
    language_of_any,
    letters_of_any,
)
from graph.virtual.expressions.cases import CASES
from graph.virtual.expressions.scope import TRUTH, Scope, Translation, word
from graph.virtual.terms import DATATYPES, IRIS, XSD, NotTranslatedError, Shape, Value, quoted

TEXTS = ("text", "label")
NO_TEXT = Value("CAST(NULL AS VARCHAR)", Shape("text", nullable=True))
"""What a function of text makes of what is none: an error."""
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
    if value.kind == "term":
        return Value(language_of_any(value), Shape("text", nullable=True))
    if value.kind in IRIS:
        return Value("CAST(NULL AS VARCHAR)", Shape("text", nullable=True))
    return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN '' END)", Shape("text", nullable=True))


def datatype(scope: Scope, expr: CompValue) -> Value:
    """DATATYPE."""
    value = scope.value(expr.arg)
    if value.kind == "term":
        return Value(datatype_of_any(value), Shape("iri", nullable=True))
    known = {**DATATYPES, "text": f"{XSD}string", "label": LANG_STRING}
    iri = quoted(known[value.kind]) if value.kind in known else "NULL"
    return Value(f"(CASE WHEN {value.sql} IS NOT NULL THEN {iri} END)", Shape("iri", nullable=True))


def speaks(scope: Scope, expr: CompValue) -> Value:
    """LANGMATCHES of a LANG with a range."""
    wanted = expr.arg2
    if not isinstance(wanted, rdflib.Literal) or getattr(expr.arg1, "name", "") != "Builtin_LANG":
        raise NotTranslatedError("LANGMATCHES of this form")
    tag = scope.value(expr.arg1).sql
    if str(wanted) == "*":
        return Value(f"({tag} <> '')", TRUTH)
    low = quoted(str(wanted).lower())
    return Value(f"(lower({tag}) = {low} OR starts_with(lower({tag}), {low} || '-'))", TRUTH)


def cased(scope: Scope, expr: CompValue) -> Value:
    """UCASE and LCASE; DuckDB has them for ASCII as the store does, `CASES` for the rest."""
    value = characters(scope, expr.arg)
    inner, outer = CASES[word(expr)]
    is_ascii = f"strlen({value.sql}) = length({value.sql})"
    sql = f"(CASE WHEN {is_ascii} THEN {inner}({value.sql}) ELSE {outer}({value.sql}) END)"
    return Value(sql, Shape(value.kind, nullable=True))


def around(scope: Scope, expr: CompValue) -> Value:
    """STRBEFORE and STRAFTER of text without a language."""
    one, other = characters(scope, expr.arg1), characters(scope, expr.arg2)
    if "label" in (one.kind, other.kind):
        raise NotTranslatedError(f"{word(expr)} of text with a language")
    place = f"strpos({one.sql}, {other.sql})"
    piece = f"substr({one.sql}, 1, {place} - 1)"
    if word(expr) == "STRAFTER":
        piece = f"substr({one.sql}, {place} + length({other.sql}))"
    missing = f"WHEN NOT contains({one.sql}, {other.sql}) THEN ''"
    sql = f"(CASE WHEN contains({one.sql}, {other.sql}) THEN {piece} {missing} END)"
    return Value(sql, Shape("text", nullable=True))


def length(scope: Scope, expr: CompValue) -> Value:
    """STRLEN."""
    value = letters(scope, expr.arg)
    return Value(f"length({value.sql})", Shape("integer", nullable=True))


def piece(scope: Scope, expr: CompValue) -> Value:
    """SUBSTR with whole numbers from 1 on."""
    value = characters(scope, expr.arg)
    parts = [expr.start] + ([expr.length] if expr.length is not None else [])
    if not all(isinstance(part, rdflib.Literal) and str(part).isdigit() and int(part) > 0 for part in parts):
        raise NotTranslatedError("SUBSTR with what is no positive number")
    numbers = "".join(f", {int(part)}" for part in parts)
    return Value(f"substr({value.sql}{numbers})", value.shape)


def together(scope: Scope, expr: CompValue) -> Value:
    """CONCAT."""
    values = [characters(scope, part) for part in expr.arg]
    kinds = {value.kind for value in values}
    kind = "label" if kinds == {"label"} else "text"
    return Value(f"({' || '.join(value.sql for value in values)})", Shape(kind, nullable=True))


def search(scope: Scope, expr: CompValue) -> Value:
    """STRSTARTS, STRENDS and CONTAINS."""
    one, other = letters(scope, expr.arg1), characters(scope, expr.arg2)
    if (one.kind, other.kind) == ("text", "label"):
        raise NotTranslatedError("a search for text with a language")
    return Value(f"{SEARCHES[word(expr)]}({one.sql}, {other.sql})", TRUTH)


def characters(scope: Scope, expr: object) -> Value:
    """An expression as text, with a language or without.

    Raises:
        NotTranslatedError: It may be text or something else.
    """
    value = scope.value(expr)
    if value.kind == "term":
        raise NotTranslatedError("a function of text, of values of several kinds")
    return value if value.kind in TEXTS else NO_TEXT


def letters(scope: Scope, expr: object) -> Value:
    """An expression as text whose language does not matter."""
    value = scope.value(expr)
    if value.kind == "term":
        return Value(letters_of_any(value), Shape("text", nullable=True))
    return value if value.kind in TEXTS else NO_TEXT


TEXTUAL: Mapping[str, Translation] = {
    "Builtin_STR": string,
    "Builtin_LANG": language,
    "Builtin_LANGMATCHES": speaks,
    "Builtin_DATATYPE": datatype,
    "Builtin_UCASE": cased,
    "Builtin_LCASE": cased,
    "Builtin_STRBEFORE": around,
    "Builtin_STRAFTER": around,
    "Builtin_STRLEN": length,
    "Builtin_SUBSTR": piece,
    "Builtin_CONCAT": together,
    "Builtin_STRSTARTS": search,
    "Builtin_STRENDS": search,
    "Builtin_CONTAINS": search,
}
