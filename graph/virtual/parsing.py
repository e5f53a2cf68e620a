"""A query as rdflib's algebra."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

import rdflib
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.algebra import translateQuery, traverse
from rdflib.plugins.sparql.parser import DECIMAL_NEGATIVE, parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError
from graph.sparql.tokens import declared_prefixes, read_tokens
from graph.virtual.forms import NotFilledError, filled, form_of

KEPT = 256
"""Queries whose algebra is kept."""
LEVELS = {
    *("ConditionalOrExpression", "ConditionalAndExpression", "RelationalExpression"),
    *("AdditiveExpression", "MultiplicativeExpression"),
}
"""What rdflib puts around each expression, before it takes away what has one part."""


def _negative(found: ParseResults) -> rdflib.Literal:
    """A decimal number with its sign."""
    return rdflib.Literal(f"-{found[0]}", datatype=rdflib.XSD.decimal, normalize=False)


DECIMAL_NEGATIVE.set_parse_action(_negative)  # that of rdflib 7.6 raises TypeError


def parsed(query: str, base: str | None, prefixes: tuple[tuple[str, str], ...]) -> CompValue:
    """A query as rdflib has it.

    Raises:
        QueryError: rdflib does not read what the store does.
    """
    mentioned = tuple((name, iri) for name, iri in prefixes if f"{name}:" in query)
    if base is None:
        return _parsed(query, base, mentioned)
    form, things = form_of(query, base)
    try:
        return cast("CompValue", filled(_parsed(form, base, mentioned), things))
    except NotFilledError:
        return _parsed(query, base, mentioned)


@lru_cache(KEPT)
def _parsed(query: str, base: str | None, prefixes: tuple[tuple[str, str], ...]) -> CompValue:
    text = _without_escapes(query, dict(prefixes))
    try:
        tree = parseQuery(text)
        tree[1] = traverse(tree[1], visitPost=_kept_condition)
        return translateQuery(tree, base=base, initNs=dict(prefixes)).algebra
    except (ParseException, RecursionError) as error:
        raise QueryError(f"the query cannot be planned over virtual rows: {error}") from error


def _without_escapes(query: str, prefixes: Mapping[str, str]) -> str:
    r"""The query with whole IRIs for names such as `id:person\/x`, in which rdflib keeps the backslash."""
    if "\\" not in query:
        return query
    tokens = read_tokens(query)
    known = {**prefixes, **declared_prefixes(tokens)}
    for token in reversed(tokens):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and "\\" in local and prefix in known:
            iri = known[prefix] + re.sub(r"\\(.)", r"\1", local)
            query = f"{query[: token.start]}<{iri}>{query[token.end :]}"
    return query


def _kept_condition(part: object) -> CompValue | None:
    """A filter on a value alone as one on a negation twice: rdflib leaves out what is false in Python."""
    if not isinstance(part, CompValue) or part.name != "Filter":
        return None
    only = _only(part.expr)
    if not isinstance(only, rdflib.Literal) and getattr(only, "name", "") != "literal":
        return None
    return CompValue("Filter", expr=CompValue("UnaryNot", expr=CompValue("UnaryNot", expr=only)))


def _only(expr: object) -> object:
    """An expression without the levels of the grammar around it."""
    while isinstance(expr, CompValue) and expr.name in LEVELS and not expr.other:
        expr = expr.expr
    return expr
