"""Values for the variables of a query that another server is asked: SPARQL's protocol carries none.

A value stands in the text where its variable stood, as one whole term that the library wrote. In what a
SELECT names, groups and orders by, the variable stays and is bound at the end of the pattern; there the
variables of an inner SELECT get names of their own, so that none is given a value twice. An inner SELECT
that does not name the variable means another one, as everywhere in SPARQL.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError
from graph.sparql.tokens import Token, read_tokens

Edit = tuple[int, int, str]


def bind_values(sparql: str, values: Mapping[str, dict[str, str]], name: str = "query") -> str:
    """The query with values for variables.

    Args:
        sparql: A query.
        values: A term in SPARQL JSON for each variable.
        name: What the query is called in messages.

    Raises:
        QueryError: The query gives a variable with a value another one itself.
    """
    terms = {variable: _text(value) for variable, value in values.items()}
    text = sparql
    if terms:
        for start, end, new in sorted(_Reader(read_tokens(sparql), terms, name).edits(), reverse=True):
            text = text[:start] + new + text[end:]
    return text


def _text(value: dict[str, str]) -> str:
    """A term as SPARQL writes it."""
    if value["type"] == "uri":
        return str(NamedNode(value["value"]))
    if "language" in value:
        return str(Literal(value["value"], language=value["language"]))
    return str(Literal(value["value"], datatype=NamedNode(value["datatype"])))


@dataclass(slots=True)
class _Select:
    """A SELECT as it is read.

    Attributes:
        number: 0 for the outer one; the inner ones count from 1.
        depth: How many brackets are open where it stands.
        meant: The variables with values that it shares with the query around it.
        part: "head" up to its pattern, "body" in the pattern, "tail" after it.
        end: Position of the brace that closes its pattern.
        named: The variables with values that head and tail use.
    """

    number: int
    depth: int
    meant: frozenset[str]
    part: str = "head"
    end: int = 0
    named: set[str] = field(default_factory=set)

    def own(self, variable: str) -> str:
        """What a variable with a value is called in head and tail."""
        return f"?{variable}" if self.number == 0 else f"?{variable}__{self.number}"


class _Reader:
    """Reads a query once and collects what to change in it."""

    def __init__(self, tokens: Sequence[Token], terms: Mapping[str, str], name: str) -> None:
        self._tokens = tokens
        self._terms = terms
        self._name = name
        self._open: list[_Select] = []
        self._closed: list[_Select] = []
        self._depth = 0

    def edits(self) -> list[Edit]:
        """Every place to change, with its new text."""
        found: list[Edit] = []
        for at, token in enumerate(self._tokens):
            if token.is_word("SELECT"):
                self._enter(at)
            elif token.text in ("{", "("):
                self._begin_bracket(token)
            elif token.text in ("}", ")"):
                self._end_bracket(token)
            elif token.kind == "variable" and token.text[1:] in self._meant():
                found.append(self._variable(at))
        selects = [*self._closed, *self._open]
        return [*found, *(edit for select in selects for edit in self._bindings(select))]

    def _meant(self) -> frozenset[str]:
        return self._open[-1].meant if self._open else frozenset(self._terms)

    def _enter(self, at: int) -> None:
        """Begin a SELECT; the outer one with * names every variable with a value."""
        named = _named(self._tokens[at + 1 :])
        if self._depth == 0 and not self._open:
            everything = set(self._terms) if named is None else set()
            self._open.append(_Select(0, 0, frozenset(self._terms), named=everything))
            return
        meant = self._meant() if named is None else self._meant() & named
        number = len(self._open) + len(self._closed) + 1
        self._open.append(_Select(number, self._depth, meant))

    def _begin_bracket(self, token: Token) -> None:
        if self._open and token.text == "{":
            select = self._open[-1]
            if select.part == "head" and select.depth == self._depth:
                select.part = "body"
        self._depth += 1

    def _end_bracket(self, token: Token) -> None:
        self._depth -= 1
        if not self._open:
            return
        select = self._open[-1]
        if select.part == "body" and self._depth == select.depth:
            select.part, select.end = "tail", token.start
        elif self._depth < select.depth:
            self._closed.append(self._open.pop())

    def _variable(self, at: int) -> Edit:
        """What stands for a variable with a value."""
        token, name = self._tokens[at], self._tokens[at].text[1:]
        if self._tokens[at - 1].is_word("AS", "VALUES") or _is_in_data(self._tokens[:at]):
            raise QueryError(f"{self._name}: ?{name}: a value is given, and the query gives it another")
        select = self._open[-1] if self._open else None
        if select is not None and select.part != "body":
            select.named.add(name)
            return token.start, token.end, select.own(name)
        if at > 1 and self._tokens[at - 2].is_word("BOUND"):
            return self._tokens[at - 2].start, self._tokens[min(at + 1, len(self._tokens) - 1)].end, "true"
        return token.start, token.end, self._terms[name]

    def _bindings(self, select: _Select) -> list[Edit]:
        """What binds the variables of head and tail at the end of the pattern."""
        names = sorted(select.named)
        return [
            (select.end, select.end, f" BIND({self._terms[name]} AS {select.own(name)}) ") for name in names
        ]


def _named(tokens: Sequence[Token]) -> frozenset[str] | None:
    """The variables that a SELECT hands on, from the tokens after its first word; None for *."""
    depth, found = 0, set()
    for token in tokens:
        if depth == 0 and (token.text == "{" or token.is_word("WHERE", "FROM")):
            break
        if depth == 0 and token.text == "*":
            return None
        depth += (token.text == "(") - (token.text == ")")
        if token.kind == "variable" and depth == 0:
            found.add(token.text[1:])
    return frozenset(found)


def _is_in_data(before: Sequence[Token]) -> bool:
    """Whether what follows is a name in VALUES (?a ?b) { }."""
    rest = list(before)
    while rest and rest[-1].kind == "variable":
        rest.pop()
    return len(rest) > 1 and rest[-1].text == "(" and rest[-2].is_word("VALUES")
