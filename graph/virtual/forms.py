"""Queries that differ in the things they name alone have one form, which is parsed once."""

from collections.abc import Mapping

import rdflib
from pyparsing import ParseResults
from rdflib.paths import Path
from rdflib.plugins.sparql.parserutils import CompValue

from graph.sparql.tokens import Token, read_tokens

NAMED = "{base}=thing{number}"
Things = Mapping[rdflib.URIRef, rdflib.URIRef]


class NotFilledError(Exception):
    """A thing stands where a form is not filled in, as in a path."""


def form_of(query: str, base: str) -> tuple[str, Things]:
    """A query with a mark for each IRI that starts as those of things do, and what each mark stands for."""
    things: dict[rdflib.URIRef, rdflib.URIRef] = {}
    parts, end = [], 0
    before = [Token("mark", "", 0)] * 2
    for token in read_tokens(query):
        if token.kind == "iri" and token.text.startswith(f"<{base}") and _is_term(token, *before):
            mark = rdflib.URIRef(NAMED.format(base=base, number=len(things)))
            things[mark] = rdflib.URIRef(token.text[1:-1])
            parts += [query[end : token.start], f"<{mark}>"]
            end = token.end
        before = [before[1], token]
    return "".join([*parts, query[end:]]), things


def _is_term(token: Token, second: Token, last: Token) -> bool:
    """Whether an IRI behind two tokens is a term: no namespace, base or datatype, and nothing is escaped."""
    is_told = last.is_word("BASE") or second.is_word("PREFIX") or last.text == "^^"
    return not is_told and "\\" not in token.text


def filled(part: object, things: Things) -> object:
    """A part of a form with what its marks stand for.

    Raises:
        NotFilledError: There may be a mark where none is looked for.
    """
    match part:
        case rdflib.URIRef():
            return things.get(part, part)
        case Path() if not any(mark in part.n3() for mark in things):
            return part
        case CompValue():
            made = CompValue(part.name, **{key: filled(one, things) for key, one in part.items()})
            told = vars(part)  # rdflib puts the group of EXISTS here as well
            vars(made).update(told | ({"graph": filled(told["graph"], things)} if "graph" in told else {}))
            return made
        case dict():
            return {filled(key, things): filled(one, things) for key, one in part.items()}
        case list() | tuple() | ParseResults():  # the group of EXISTS stays as it was parsed
            return (tuple if isinstance(part, tuple) else list)(filled(one, things) for one in part)
        case str() | int() | set() | None:  # sets are of variables
            return part
    raise NotFilledError
