"""The words of a SPARQL query, so far as they must be told apart from strings, IRIs and names.

The parser that runs queries reads no words: to it `SERVICEex:a` is SERVICE and a name, and `trueSERVICE`
is two words. What looks like a forbidden word at the head of a word or prefix is therefore refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import ForbiddenQueryError, QuerySyntaxError

MARKS = r"\u00b7\u0300-\u036f\u203f\u2040"
"""Marks that names may have after their first character, beside what Python takes for parts of words."""
LOCAL = rf"(?:[\w:{MARKS}]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%])"
KINDS = {
    "space": r"\s+",
    "comment": r"\#[^\r\n]*",
    "iri": r'<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>',
    "string": r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?!"")(?:[^"\\\r\n]|\\[^\r\n])*"'
    r"|'(?!'')(?:[^'\\\r\n]|\\[^\r\n])*'",
    "variable": rf"[?$]\w[\w{MARKS}]*",
    "blank": r"_:\w(?:[\w.-]*[\w-])?",
    "name": rf"(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:{LOCAL}(?:(?:{LOCAL}|[.-])*(?:{LOCAL}|-))?)?",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "number": r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?",
    "word": r"[^\W\d]\w*",
    "mark": r"\^\^|&&|\|\||!=|<=|>=|<<|>>|[{}()\[\].,;*/+\-=<>!^|?$@:~&%]",
    "quote": r"[\"']",
    "stray": r".",
}
TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()), re.DOTALL)
REMOTE = "SERVICE"
UPDATES = frozenset(
    ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "UPDATE")
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name, string, mark and so on of a query.

    Attributes:
        kind: A key of `KINDS`.
        start: Position of its first character, from 0.
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Position after its last character."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of some words, in capitals or not."""
        return self.kind == "word" and self.text.upper() in words


def read_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a query, without spaces and comments; nothing is left out."""
    found = TOKEN.finditer(text)
    tokens = (Token(match.lastgroup or "stray", match.group(), match.start()) for match in found)
    return tuple(token for token in tokens if token.kind not in ("space", "comment"))


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Line and column of a position, both from 1."""
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def mistake(name: str, text: str, position: int, reason: str) -> QuerySyntaxError:
    """The error that shows a place in a query and says what is wrong there.

    Args:
        name: What the query is called in messages: its file, or "query".
        text: The query.
        position: Position of the mistake in the text, from 0.
        reason: What is wrong, in plain words.
    """
    line, column = line_and_column(text, position)
    excerpt = text.splitlines()[line - 1 : line] if text.strip() else []
    shown = "".join(f"\n    {words}\n    {_blanks(words[: column - 1])}^" for words in excerpt)
    return QuerySyntaxError(name, line, column, reason + shown)


def _blanks(before: str) -> str:
    """Blanks as wide as what stands before a mark, tabs kept."""
    return "".join(char if char == "\t" else " " for char in before)


def refuse_forbidden(text: str, name: str = "query") -> None:
    """Refuse a query that asks for the network or for a change.

    Raises:
        ForbiddenQueryError: It has SERVICE or the word of an update.
        QuerySyntaxError: It has what no query may have, so that its words cannot be told for certain.
    """
    tokens = read_tokens(text)
    for token in tokens:
        _refuse_unreadable(token, text, name)
        if token.kind == "word" and REMOTE in token.text.upper():
            raise _forbidden(token, text, name, f"{REMOTE} asks another server; queries stay in this graph")
        if token.kind == "name" and REMOTE in token.text.partition(":")[0].upper():
            raise _forbidden(token, text, name, f"a prefix may not contain {REMOTE}; give it another name")
        if token.is_word(*UPDATES):
            word = token.text.upper()
            raise _forbidden(token, text, name, f"{word} changes a graph or loads one; queries only read")


def _refuse_unreadable(token: Token, text: str, name: str) -> None:
    if token.kind == "quote":
        raise mistake(name, text, token.start, f"the text that begins with {token.text} never ends")
    if token.kind == "stray":
        raise mistake(name, text, token.start, f"{token.text!r} has no place in SPARQL outside of a text")


def _forbidden(token: Token, text: str, name: str, reason: str) -> ForbiddenQueryError:
    line, column = line_and_column(text, token.start)
    return ForbiddenQueryError(f"{name}:{line}:{column}: {reason}")


def declared_prefixes(tokens: Iterable[Token]) -> dict[str, str]:
    """The prefixes a query declares itself, without their colons, and their IRIs."""
    known = tuple(tokens)
    return {
        second.text.removesuffix(":"): third.text[1:-1]
        for (first, second), (_, third) in pairwise(pairwise(known))
        if first.is_word("PREFIX") and second.kind == "name" and third.kind == "iri"
    }


def used_names(tokens: Iterable[Token]) -> Iterator[Token]:
    """The prefixed names a query uses, without those that declare a prefix."""
    before = None
    for token in tokens:
        if token.kind == "name" and not (before is not None and before.is_word("PREFIX")):
            yield token
        before = token
