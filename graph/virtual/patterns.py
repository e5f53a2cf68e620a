"""Triple patterns as planned: what rdflib reads as terms of the store, and paths taken apart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.paths import AlternativePath, InvPath, MulPath, NegatedPath, Path, SequencePath

from graph.virtual.terms import NotTranslatedError

Constant = NamedNode | Literal
WHOLE_GRAPH = "every node of the graph"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, or a blank node of a query, by its name."""

    name: str


Node = Variable | Constant


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern; its predicate is a path when it has one that cannot be taken apart."""

    subject: Node
    predicate: Node | Path
    object: Node

    @property
    def variables(self) -> Iterator[str]:
        """The names of its variables."""
        for part in (self.subject, self.predicate, self.object):
            if isinstance(part, Variable):
                yield part.name

    def sparql(self) -> str:
        """The pattern as a query has it."""
        path = self.predicate
        middle = _written_path(path) if isinstance(path, Path) else written(path)
        return f"{written(self.subject)} {middle} {written(self.object)} ."


def names_in(patterns: Iterable[Pattern]) -> set[str]:
    """The names of the variables of patterns."""
    return {name for pattern in patterns for name in pattern.variables}


@dataclass
class Patterns:
    """Reads the triples of basic graph patterns; a step of a path gets a variable of its own.

    Attributes:
        values: Values of variables, which then are none.
    """

    values: Mapping[str, Constant] = field(default_factory=dict)
    _steps: Iterator[int] = field(default_factory=count)

    def read(self, triples: Iterable[tuple[object, object, object]]) -> list[Pattern]:
        """The patterns of triples as rdflib has them."""
        return [
            pattern
            for subject, path, value in triples
            for pattern in self.parts(self._given(subject), path, self._given(value))
        ]

    def parts(self, subject: Node, path: object, value: Node) -> Iterator[Pattern]:
        """The patterns of a path, taken apart as far as they have the same solutions."""
        if isinstance(path, SequencePath):
            for number, part in enumerate(path.args):
                is_last = number == len(path.args) - 1
                goal = value if is_last else Variable(f"=step{next(self._steps)}")
                yield from self.parts(subject, part, goal)
                subject = goal
        elif isinstance(path, InvPath):
            yield from self.parts(value, path.arg, subject)
        else:
            yield Pattern(subject, path if isinstance(path, Path) else self._given(path), value)

    def _given(self, term: object) -> Node:
        """A node, or the value that it was given."""
        found = node(term)
        return self.values.get(found.name, found) if isinstance(found, Variable) else found


def node(term: object) -> Node:
    """A term or variable of rdflib."""
    match term:
        case rdflib.Variable():
            return Variable(str(term))
        case rdflib.BNode():
            return Variable(f"=node{term}")
        case rdflib.URIRef():
            return NamedNode(str(term))
        case rdflib.Literal():
            if term.language:
                return Literal(str(term), language=term.language.lower())
            return (
                Literal(str(term), datatype=NamedNode(str(term.datatype)))
                if term.datatype
                else Literal(str(term))
            )
    raise NotTranslatedError(f"a {type(term).__name__} in a pattern")


def written(part: Node) -> str:
    """A node as a query has it; steps of paths and blank nodes are variables of our own."""
    if isinstance(part, Variable):
        return "?" + part.name.replace("=", "our_")
    return str(part)


def _written_path(path: object) -> str:
    """A path as a query has it, each part in parentheses."""
    match path:
        case SequencePath() | AlternativePath():
            sign = "/" if isinstance(path, SequencePath) else "|"
            return sign.join(_written_path(part) for part in path.args).join("()")
        case InvPath():
            return f"^({_written_path(path.arg)})"
        case MulPath():
            return f"({_written_path(path.path)}){path.mod}"
        case rdflib.URIRef() | NegatedPath():
            return str(path.n3())
    raise TypeError(f"{path} is no path")


def predicates(path: Path | rdflib.URIRef) -> Iterator[str]:
    """The IRIs of the properties that a path goes along.

    Raises:
        NotTranslatedError: It goes along all but some.
    """
    match path:
        case rdflib.URIRef():
            yield str(path)
        case SequencePath() | AlternativePath():
            for part in path.args:
                yield from predicates(part)
        case InvPath():
            yield from predicates(path.arg)
        case MulPath():
            yield from predicates(path.path)
        case NegatedPath():
            raise NotTranslatedError("a path along all properties but some")


def reaches_all(pattern: Pattern) -> bool:
    """Whether a path of no steps leads from every node to itself."""
    path = pattern.predicate
    ends = isinstance(pattern.subject, Variable) and isinstance(pattern.object, Variable)
    return ends and isinstance(path, Path) and may_be_empty(path)


def may_be_empty(path: object) -> bool:
    """Whether a path may have no steps."""
    match path:
        case MulPath():
            return path.zero or may_be_empty(path.path)
        case InvPath():
            return may_be_empty(path.arg)
        case SequencePath():
            return all(map(may_be_empty, path.args))
        case AlternativePath():
            return any(map(may_be_empty, path.args))
    return False
