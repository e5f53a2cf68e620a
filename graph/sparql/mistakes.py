"""Mistakes in a query, in plain words: what is wrong, where, and what was probably meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from graph.errors import QuerySyntaxError
from graph.sparql.tokens import Token, declared_prefixes, mistake, read_tokens, used_names
from ontology import CLASSES, CODES, EDGES, NAMESPACE, PREDICATES, PROPERTIES, QUALIFIERS, SCHEMES

Found = tuple[int, str]
PLACE = re.compile(r"error at (\d+):(\d+)")
UNGROUPED = "variable that is unbound"
PAIRS = {"(": ")", "{": "}", "[": "]"}
SPELLED = """
A ADD ALL AS ASC ASK AVG BASE BIND BOUND BY CASE COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE
DAY DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FLOOR CEIL ROUND ABS RAND FROM GRAPH GROUP
GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LATERAL
LCASE LIMIT MAX MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX REDUCED REGEX
REPLACE SAMETERM SAMPLE SECONDS SELECT SEPARATOR SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG
STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI UUID VALUES WHERE YEAR
BNODE ENCODE_FOR_URI MD5 SHA1 SHA256 SHA384 SHA512 TRIPLE ISTRIPLE SUBJECT PREDICATE OBJECT HASLANG
HASLANGDIR LANGDIR STRLANGDIR VERSION ADJUST
"""
WORDS = frozenset(SPELLED.split())
EXPLAINED = {
    UNGROUPED: "SELECT names a variable that is neither in GROUP BY nor inside COUNT, SUM and the like",
    "overrides an existing variable": "AS gives a name the query already uses; choose another variable",
    "Duplicated variable name": "SELECT gives two columns one name",
    "not authorized with GROUP BY": "SELECT * cannot be grouped; name the columns",
}
BEYOND = "this breaks a rule of SPARQL beyond its grammar; most likely a variable is given a value twice"
HINTS = {
    **dict.fromkeys(("COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE"), "; write it as (COUNT(?x) AS ?number)"),
    **dict.fromkeys(("ORDER", "GROUP", "LIMIT", "OFFSET", "HAVING"), "; look at what follows it"),
    "FILTER": "; its condition stands in brackets",
    "BIND": "; write it as BIND(expression AS ?name)",
}


def explain(name: str, text: str, prefixes: Mapping[str, str], answer: str, place: int) -> QuerySyntaxError:
    """The error for a query the parser refuses.

    Args:
        name: What the query is called in messages.
        text: The query.
        prefixes: The prefixes known without declaring them.
        answer: What the parser said.
        place: Position from which on the text is no SPARQL, as a second parser has it; -1 when that one
            finds nothing wrong.
    """
    tokens = read_tokens(text)
    if not tokens:
        return mistake(name, text, 0, "the query is empty; it begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    finders = (_unknown_prefix(tokens, prefixes), _slash(tokens), _unclosed(tokens), _misspelt(tokens))
    found = next((one for one in finders if one is not None), None)
    if found is None:
        found = _ungrouped(tokens) if UNGROUPED in answer else None
    return mistake(name, text, *(found or _unexpected(tokens, text, answer, place)))


def unknown_terms(text: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """A warning for each name in the project's namespace that is in no vocabulary."""
    tokens = read_tokens(text)
    known = {**prefixes, **declared_prefixes(tokens)}
    seen: set[str] = set()
    for token in used_names(tokens):
        prefix, _, local = token.text.partition(":")
        if known.get(prefix) == NAMESPACE and local not in vocabulary() | seen:
            seen.add(local)
            near = get_close_matches(local, sorted(vocabulary()), n=3, cutoff=0.6)
            yield f"{token.text} is in no vocabulary{_or_meant(f'{prefix}:{term}' for term in near)}"


@cache
def vocabulary() -> frozenset[str]:
    """The local name of every term of the ontology."""
    codes = {code.name for values in CODES.values() for code in values}
    families = {predicate.family for predicate in PREDICATES.values()}
    kinds = {*CODES, *CLASSES, *SCHEMES, "PlainEdgeProperty", "claimPredicate", "qualifier"}
    return frozenset({*kinds, *codes, *families, *PROPERTIES, *QUALIFIERS, *PREDICATES, *EDGES})


def _or_meant(near: Iterable[str]) -> str:
    names = list(near)
    return f"; did you mean {' or '.join(names)}?" if names else ""


def _unknown_prefix(tokens: tuple[Token, ...], prefixes: Mapping[str, str]) -> Found | None:
    known = {**prefixes, **declared_prefixes(tokens)}
    for token in used_names(tokens):
        prefix = token.text.partition(":")[0]
        if prefix not in known:
            near = get_close_matches(prefix, sorted(known), n=2)
            names = ", ".join(f"{one}:" for one in sorted(known))
            hint = _or_meant(f"{one}:" for one in near)
            return token.start, f"unknown prefix {prefix}:{hint} (known: {names})"
    return None


def _slash(tokens: tuple[Token, ...]) -> Found | None:
    """A path such as `id:person/noah-phillips`, whose slash SPARQL takes for a property path."""
    for number, token in enumerate(tokens[:-1]):
        after = tokens[number + 1]
        if token.text.startswith("id:") and after.text == "/" and after.start == token.end:
            end = _end_of_path(tokens[number:])
            local = "".join(part.text for part in tokens[number:] if part.end <= end).partition(":")[2]
            escaped = local.replace("/", "\\/")
            return token.start, f"a name may not contain a bare slash; write <{local}> or id:{escaped}"
    return None


def _end_of_path(tokens: tuple[Token, ...]) -> int:
    """Where tokens that touch each other stop."""
    end = tokens[0].end
    for token in tokens[1:]:
        if token.start != end or token.text in (".", ";", ",", ")", "}", "]"):
            break
        end = token.end
    return end


def _unclosed(tokens: tuple[Token, ...]) -> Found | None:
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and token.text in PAIRS:
            opened.append(token)
        elif token.kind == "mark" and token.text in PAIRS.values():
            if not opened:
                return token.start, f"this {token.text} closes what was never opened"
            last = opened.pop()
            if PAIRS[last.text] != token.text:
                return token.start, f"this {token.text} meets a {last.text} that is still open"
    return (opened[-1].start, f"this {opened[-1].text} is never closed") if opened else None


def _misspelt(tokens: tuple[Token, ...]) -> Found | None:
    before = None
    for token in tokens:
        if token.kind == "word" and token.text.upper() not in WORDS:
            if before is not None and before.is_word("PREFIX"):
                return token.start, f"a prefix is written with a colon: {token.text}:"
            near = get_close_matches(token.text.upper(), sorted(WORDS), n=2, cutoff=0.7)
            return token.start, f"{token.text} is no word of SPARQL{_or_meant(near)}"
        before = token
    return None


def _ungrouped(tokens: tuple[Token, ...]) -> Found | None:
    """The first variable of the outer SELECT that is neither grouped nor counted, summed and so on."""
    grouped = _variables_after(tokens, "GROUP")
    for token in _variables_after(tokens, "SELECT"):
        if token.text not in {one.text for one in grouped}:
            reason = f"{token.text} is neither in GROUP BY nor inside COUNT, SUM and the like"
            return token.start, reason
    return None


def _variables_after(tokens: tuple[Token, ...], word: str) -> list[Token]:
    """The variables outside of brackets between a word of the outer query and the next word or brace."""
    depth, inside, found = 0, False, []
    for token in tokens:
        depth += (token.text in PAIRS) - (token.text in PAIRS.values()) if token.kind == "mark" else 0
        if depth == 0 and token.kind == "word" and not token.is_word("BY", "DISTINCT", "REDUCED"):
            inside = token.is_word(word)
        elif token.text == "{":
            inside = False
        elif inside and depth == 0 and token.kind == "variable":
            found.append(token)
    return found


def _unexpected(tokens: tuple[Token, ...], text: str, answer: str, place: int) -> Found:
    if place >= 0:
        token = next((token for token in tokens if token.end > place), None)
        if token is None:
            return len(text.rstrip()), "the query ends too early"
        return token.start, f"from {token.text} on this is not SPARQL{_hint(token, text)}"
    reason = next((reason for words, reason in EXPLAINED.items() if words in answer), None)
    return _parsed_place(text, answer), reason or BEYOND


def _hint(token: Token, text: str) -> str:
    if token.text == ")" and "{" not in text[: token.start]:
        return "; an expression in SELECT gets a name: (?a + ?b AS ?sum)"
    return HINTS.get(token.text.upper(), "")


def _parsed_place(text: str, answer: str) -> int:
    """Position the parser names; the end of the text when it names none."""
    found = PLACE.search(answer)
    if found is None:
        return len(text)
    lines = text.split("\n")
    start = sum(len(before) + 1 for before in lines[: int(found[1]) - 1])
    return min(start + int(found[2]) - 1, len(text))
