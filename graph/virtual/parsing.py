"""A query as rdflib's algebra."""

import re
from collections.abc import Mapping
from functools import lru_cache

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError
from graph.sparql.tokens import declared_prefixes, read_tokens

KEPT = 256
"""Queries whose algebra is kept."""


@lru_cache(KEPT)
def parsed(query: str, base: str | None, prefixes: tuple[tuple[str, str], ...]) -> CompValue:
    """A query as rdflib has it.

    Raises:
        QueryError: rdflib does not read what the store does.
    """
    text = _without_escapes(query, dict(prefixes))
    try:
        return translateQuery(parseQuery(text), base=base, initNs=dict(prefixes)).algebra
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
