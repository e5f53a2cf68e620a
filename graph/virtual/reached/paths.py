"""Paths, followed step by step from the end of which most is known."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import islice

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib.paths import InvPath, Path

from graph.virtual.following import Following
from graph.virtual.needed import steps_of
from graph.virtual.ordinary import Memory, quads_of_rows
from graph.virtual.patterns import Pattern, Variable, may_be_empty, reaches_all
from graph.virtual.reached.known import NOTHING_KNOWN, Ends, Known, ends, kept
from graph.virtual.reached.stars import load_star
from graph.virtual.rest import is_told
from graph.virtual.stars import Star
from graph.virtual.terms import Term

FEW = 1000
FROM, TO = Variable("=from"), Variable("=to")


def load_path(pattern: Pattern, path: Path, known: Known, memory: Memory) -> Known:
    """Load the triples along a path; what its ends can be then."""
    starts, goals = ends(pattern.subject, known), ends(pattern.object, known)
    along = _Along(memory)
    if may_be_empty(path):
        _are_nodes(
            [end for end in (pattern.subject, pattern.object) if not isinstance(end, Variable)], memory
        )
    if reaches_all(pattern) and not _are_nodes(starts or goals or (), memory):
        along.load_all(pattern)
        return {}
    if starts is not None and (goals is None or len(starts) <= len(goals)):
        reached = along.follow(path, starts)
        return {} if reached is None else _of(pattern, starts, reached)
    if goals is not None:
        reached = along.follow(InvPath(path), goals)
        return {} if reached is None else _of(pattern, reached, goals)
    along.load_all(pattern)
    return {}


def _of(pattern: Pattern, starts: AbstractSet[Term], goals: AbstractSet[Term]) -> Known:
    pairs = ((pattern.subject, starts), (pattern.object, goals))
    return kept({end.name: terms for end, terms in pairs if isinstance(end, Variable)})


def _are_nodes(terms: Iterable[Term], memory: Memory) -> bool:
    """Whether each term is seen to be in the graph: a path of no steps leads from what is there to itself."""
    missing = [term for term in terms if not is_told(term, memory.made)]
    for term in missing[:FEW]:
        _show(term, memory)
    return len(missing) <= FEW and all(is_told(term, memory.made) for term in missing)


def _show(term: Term, memory: Memory) -> None:
    """Load what is told of a term, or one triple that tells of it."""
    if isinstance(term, NamedNode | BlankNode):
        memory.add_thing(term)
    memory.add_quads(islice(memory.told(None, None, term), 1))
    if isinstance(term, NamedNode | Literal) and not is_told(term, memory.made):
        memory.add_quads(islice(quads_of_rows(None, None, term, memory.lookup), 1))


def _as_path(path: object) -> NamedNode | Path:
    if isinstance(path, Path):
        return path
    return NamedNode(str(path))


class _Along(Following[Term]):
    """Loads the triples along paths."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def load_all(self, pattern: Pattern) -> None:
        """Load all triples of the properties of a path."""
        for step in steps_of(pattern):
            load_star(Star(step.subject, (step,)), NOTHING_KNOWN, self._memory)

    def step(self, iri: rdflib.URIRef, starts: AbstractSet[Term], *, back: bool) -> Ends | None:
        """Where a property leads to, or comes from."""
        star = Star(FROM, (Pattern(FROM, NamedNode(str(iri)), TO),))
        given, wanted = (TO, FROM) if back else (FROM, TO)
        return load_star(star, {given.name: frozenset(starts)}, self._memory).get(wanted.name)

    def give_up(self, path: object) -> None:
        """Load all triples of the properties of a path that is not followed."""
        self.load_all(Pattern(FROM, _as_path(path), TO))
