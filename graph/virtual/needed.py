"""Which triples a query can meet: its patterns, star by star, wherever they stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import rdflib
from pyoxigraph import NamedNode
from rdflib.paths import Path
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.exists import EXISTS, read_group
from graph.virtual.patterns import (
    Node,
    Pattern,
    Patterns,
    Variable,
    may_be_empty,
    node,
    predicates,
    reaches_all,
)
from graph.virtual.stars import Star, is_edge, split
from graph.virtual.terms import NotTranslatedError

ANY = (Variable("=subject"), Variable("=predicate"), Variable("=object"))


@dataclass
class Needed:
    """The patterns of a query on the default graph.

    Attributes:
        stars: Basic graph pattern by basic graph pattern.
        staying: Those whose path may have no steps.
    """

    stars: list[Star] = field(default_factory=list)
    staying: list[Pattern] = field(default_factory=list)


def needed(query: CompValue, patterns: Patterns) -> Needed:
    """The patterns of a query; what DESCRIBE tells of what it finds is not among them."""
    found = Needed()
    for graph, triples in basic_patterns(query.p):
        if graph is not None:
            continue
        read = patterns.read(triples)
        alone = [step for pattern in read if is_alone(pattern) for step in steps_of(pattern)]
        together = [pattern for pattern in read if not is_alone(pattern)]
        found.staying += [pattern for pattern in read if may_be_empty(pattern.predicate)]
        found.stars += [*split(together), *(Star(pattern.subject, (pattern,)) for pattern in alone)]
    return found


def is_alone(pattern: Pattern) -> bool:
    """Whether triples that a pattern meets need not stand where those of others on its subject do."""
    return not isinstance(pattern.predicate, NamedNode) or is_edge(pattern)


def steps_of(pattern: Pattern) -> Iterator[Pattern]:
    """A pattern, or a pattern on anything for each property of its path."""
    path = pattern.predicate
    if not isinstance(path, Path):
        yield pattern
        return
    try:
        iris = list(predicates(path))
    except NotTranslatedError:
        yield Pattern(*ANY)
        return
    if reaches_all(pattern):
        yield Pattern(*ANY)
    for number, iri in enumerate(iris):
        yield Pattern(Variable(f"=from{number}"), NamedNode(iri), Variable(f"=to{number}"))


def basic_patterns(part: Any, graph: Node | None = None) -> Iterator[tuple[Node | None, Sequence[Any]]]:  # noqa: ANN401
    """The basic graph patterns of a part of a query, each with the graph it is on."""
    if isinstance(part, rdflib.term.Node | str | Path):
        return
    if isinstance(part, list | tuple | set):
        for one in part:
            yield from basic_patterns(one, graph)
    elif isinstance(part, CompValue):
        if part.name == "BGP":
            yield graph, part.triples
        elif part.name in EXISTS:
            yield from basic_patterns(read_group(part.graph), graph)
        else:
            within = node(part.term) if part.name == "Graph" else graph
            for one in part.values():
                yield from basic_patterns(one, within)
