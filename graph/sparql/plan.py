"""A query taken apart: what is joined, and how many triples each of its patterns meets.

Apart is a query as rdflib's algebra has it. The engine chooses its own order; how much each pattern meets,
and what is joined with what, says why a query takes long whatever the order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from rdflib.paths import Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node, Variable

from graph.sparql.terms import Prefixes

JOINED = ("BGP", "Join")
NAMED = {
    "LeftJoin": "with, where there is one (OPTIONAL)",
    "Union": "either of (UNION)",
    "Minus": "without (MINUS)",
    "Filter": "only where (FILTER)",
    "Group": "in groups (GROUP BY, COUNT, SUM and the like)",
    "OrderBy": "all of it sorted (ORDER BY)",
    "Distinct": "each row once (DISTINCT)",
    "Slice": "the first of them (LIMIT)",
    "values": "given values (VALUES)",
}
"""The operations a plan shows; the others change no row and are passed over."""
BUILT = re.compile(r"Builtin_(?P<name>\w+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern.

    Attributes:
        sparql: As it stands in a query of its own.
        words: With short IRIs, for people.
        variables: The names of its variables.
        endless: Whether it is a path of any length between two unknown ends.
    """

    sparql: str
    words: str
    variables: frozenset[str]
    endless: bool


@dataclass(frozen=True, slots=True)
class Step:
    """An operation of a query over what its parts find.

    Attributes:
        name: Its name in the algebra.
        variables: The variables its rows have.
        patterns: The patterns it joins.
        parts: What else it works on.
        functions: The functions of its condition.
    """

    name: str
    variables: frozenset[str]
    patterns: tuple[Pattern, ...] = ()
    parts: "tuple[Step, ...]" = ()
    functions: tuple[str, ...] = ()

    def all(self) -> "Iterator[Step]":
        """This step and all below it, from the outermost."""
        yield self
        for part in self.parts:
            yield from part.all()


def take_apart(sparql: str, prefixes: Prefixes) -> Step:
    """The outermost operation of a query.

    Raises:
        ParseException: It says what rdflib cannot read, such as triple terms of SPARQL 1.2.
    """
    namespaces = dict(prefixes.namespaces)
    query = translateQuery(parseQuery(sparql), base=namespaces["id"], initNs=namespaces)
    return _step(query.algebra, prefixes, "")


def _step(node: CompValue, prefixes: Prefixes, graph: str) -> Step:
    """An operation; those that change no row give way to what they work on."""
    if node.name == "Graph":
        graph = str(node.term.n3())
    parts = tuple(_step(part, prefixes, graph) for part in _parts(node))
    if node.name not in (*NAMED, *JOINED) and len(parts) == 1:
        return parts[0]
    patterns = tuple(_pattern(triple, prefixes, graph) for triple in _of(node, "triples") or ())
    variables = frozenset(str(name) for name in _of(node, "_vars") or ())
    if node.name in JOINED:
        apart = [part for part in parts if part.name not in JOINED]
        inside = [part for part in parts if part.name in JOINED]
        patterns += tuple(pattern for part in inside for pattern in part.patterns)
        parts = (*(one for part in inside for one in part.parts), *apart)
    return Step(node.name, variables, patterns, parts, tuple(sorted(set(_functions(_of(node, "expr"))))))


def _parts(node: CompValue) -> Iterator[CompValue]:
    """What an operation works on."""
    for name in ("p", "p1", "p2"):
        part = _of(node, name)
        if isinstance(part, CompValue):
            yield part


def _of(node: CompValue, name: str) -> Any:  # noqa: ANN401 - the algebra has no types
    """A part of an operation, None where it has none; its own `get` would give the name back."""
    return dict.get(node, name)


def _functions(expression: object) -> Iterator[str]:
    """The names of the functions in an expression."""
    if not isinstance(expression, Mapping | list | tuple):
        return
    found = BUILT.fullmatch(expression.name) if isinstance(expression, CompValue) else None
    if found is not None:
        yield found["name"]
    parts: Iterable[object] = expression.values() if isinstance(expression, Mapping) else expression
    for part in parts:
        yield from _functions(part)


def _pattern(triple: Iterable[Node | Path], prefixes: Prefixes, graph: str) -> Pattern:
    subject, predicate, value = triple
    said = " ".join(cast("Node", term).n3() for term in (subject, predicate, value))  # a path has it, too
    sparql = f"GRAPH {graph} {{ {said} }}" if graph else said
    words = re.sub(r"<([^<>]*)>", lambda iri: prefixes.shorten(iri[1]), sparql)
    variables = frozenset(re.findall(r"[?](\w+)", re.sub(r"<[^<>]*>|\"[^\"]*\"", "", sparql)))
    steps = (
        re.search(r"[*+]", re.sub(r"<[^<>]*>", "", predicate.n3())) if isinstance(predicate, Path) else None
    )
    unknown = isinstance(subject, Variable) and isinstance(value, Variable)
    return Pattern(sparql, words, variables, steps is not None and unknown)
