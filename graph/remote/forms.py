"""What the words of a query tell: its form, the rows behind its triples, names spelled out."""

from collections.abc import Mapping, Sequence

from graph.sparql.selection import FORMS
from graph.sparql.tokens import Token, declared_prefixes, read_tokens, used_names

STEPS = {"{": 1, "}": -1}


def form_of(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; "" for what is no query."""
    return next((token.text.upper() for token in read_tokens(sparql) if token.is_word(*FORMS)), "")


def rows_behind(sparql: str) -> str:
    """A query for the rows a CONSTRUCT or DESCRIBE makes its triples from; "" where it has no pattern."""
    tokens = read_tokens(sparql)
    start = next(number for number, token in enumerate(tokens) if token.is_word("CONSTRUCT", "DESCRIBE"))
    after = tokens[start + 1 :]
    if tokens[start].is_word("CONSTRUCT") and after and after[0].text == "{":
        after = after[_length(after) :]
    ends = (at for at, token in enumerate(after) if token.is_word("FROM", "WHERE") or token.text == "{")
    rest = after[next(ends, len(after)) :]
    if not any(token.text == "{" for token in rest):
        return ""
    return f"{sparql[: tokens[start].start]}SELECT (1 AS ?one) {sparql[rest[0].start :]}"


def _length(tokens: Sequence[Token]) -> int:
    """Number of tokens up to the end of the braces that begin with the first one."""
    depth = 0
    for number, token in enumerate(tokens, start=1):
        depth += STEPS.get(token.text, 0)
        if depth == 0:
            return number
    return len(tokens)


def spell_out(sparql: str, namespaces: Mapping[str, str]) -> str:
    """A query with the full IRI for each name that has an escape, which Virtuoso 7 does not read."""
    tokens = read_tokens(sparql)
    known = {**namespaces, **declared_prefixes(tokens)}
    text = sparql
    for token in reversed(list(used_names(tokens))):
        prefix, _, local = token.text.partition(":")
        if "\\" in local and prefix in known:
            iri = known[prefix] + local.replace("\\", "")
            text = f"{text[: token.start]}<{iri}>{text[token.end :]}"
    return text
