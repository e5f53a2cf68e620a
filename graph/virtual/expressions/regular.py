"""Regular expressions that mean the same to the store and to DuckDB, both of which take linear time."""

import re
from collections.abc import Mapping

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.expressions.scope import TRUTH, Scope, Translation
from graph.virtual.expressions.strings import characters, letters
from graph.virtual.terms import NotTranslatedError, Shape, Value, quoted

PLAIN = r"[^\\\[\](){}.*+?^$|\x00-\x1f]"
ESCAPED = r"\\[\\\[\](){}.*+?^$|/-]"
RANGES = r"\[\^?(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9 _,:;/@#%])+\]"
ATOM = rf"(?:{PLAIN}|{ESCAPED}|{RANGES}|\.)"
SAFE = re.compile(rf"\^?(?:{ATOM}[*+?]?|\((?!\?)|\)[*+?]?|(?<=[^(|])\|(?=[^)|]))*\$?")
WHOLE = re.compile(rf"(?:{ATOM}\+?)+")
"""What matches at least one character wherever it does."""


def regex(scope: Scope, expr: CompValue) -> Value:
    """REGEX."""
    value = letters(scope, expr.text)
    flags = _text(expr.flags) if expr.flags is not None else ""
    pattern = _text(expr.pattern)
    if not is_safe(pattern) or flags not in ("", "i") or (flags and not pattern.isascii()):
        raise NotTranslatedError(f"the regular expression {pattern}")
    option = ", 'i'" if flags else ""
    return Value(f"regexp_matches({value.sql}, {quoted(pattern)}{option})", TRUTH)


def replaced(scope: Scope, expr: CompValue) -> Value:
    """REPLACE of what is no empty match, by plain text."""
    value = characters(scope, expr.arg)
    pattern, by = _text(expr.pattern), _text(expr.replacement)
    if expr.flags is not None or not WHOLE.fullmatch(pattern) or set(by) & set("$\\"):
        raise NotTranslatedError(f"REPLACE of {pattern}")
    sql = f"regexp_replace({value.sql}, {quoted(pattern)}, {quoted(by)}, 'g')"
    return Value(sql, Shape(value.kind, nullable=True))


def is_safe(pattern: str) -> bool:
    """Whether a pattern is made of what means the same to both."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return SAFE.fullmatch(pattern) is not None


def _text(expr: object) -> str:
    if not isinstance(expr, rdflib.Literal) or expr.language is not None or expr.datatype is not None:
        raise NotTranslatedError("a regular expression that is computed")
    return str(expr)


REGULAR: Mapping[str, Translation] = {"Builtin_REGEX": regex, "Builtin_REPLACE": replaced}
