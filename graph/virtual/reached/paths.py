"""Paths, followed step by step from the end of which most is known."""

from collections.abc import Iterable
from itertools import islice

import rdflib
from pyoxigraph import BlankNode, NamedNode, Store
from rdflib.paths import AlternativePath, InvPath, MulPath, Path, SequencePath

from graph.virtual.needed import ANY, steps_of
from graph.virtual.ordinary import Memory, star_rows
from graph.virtual.patterns import Pattern, Variable, may_be_empty, reaches_all
from graph.virtual.reached.known import NOTHING_KNOWN, Ends, Known, ends, kept
from graph.virtual.reached.stars import load_star
from graph.virtual.stars import Star
from graph.virtual.terms import Term

FEW = 1000
FROM, TO = Variable("=from"), Variable("=to")


def load_path(pattern: Pattern, path: Path, known: Known, memory: Memory) -> Known:
    """Load the triples along a path; what its ends can be then."""
    starts, goals = ends(pattern.subject, known), ends(pattern.object, known)
    along = _Along(memory)
    if may_be_empty(path):
        _are_nodes([end for end in (pattern.subject, pattern.object) if isinstance(end, NamedNode)], memory)
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


def _of(pattern: Pattern, starts: Ends, goals: Ends) -> Known:
    pairs = ((pattern.subject, starts), (pattern.object, goals))
    return kept({end.name: terms for end, terms in pairs if isinstance(end, Variable)})


def _are_nodes(terms: Iterable[Term], memory: Memory) -> bool:
    """Whether each term is seen to be in the graph: a path of no steps leads from what is there to itself."""
    missing = [term for term in terms if not _is_node(term, memory.made)]
    for term in missing[:FEW]:
        _show(term, memory)
    return len(missing) <= FEW and all(_is_node(term, memory.made) for term in missing)


def _show(term: Term, memory: Memory) -> None:
    """Load what is told of a term, or one triple that tells of it."""
    if isinstance(term, NamedNode | BlankNode):
        memory.add_thing(term)
    memory.add_quads(islice(memory.told(None, None, term), 1))
    if isinstance(term, NamedNode) and not _is_node(term, memory.made):
        star = Star(ANY[0], (Pattern(*ANY[:2], term),))
        for frame, table in star_rows(star, memory.lookup, 0):
            memory.add_rows(frame, table)


def _is_node(term: Term, store: Store) -> bool:
    as_subject = term if isinstance(term, NamedNode | BlankNode) else None
    told = [store.quads_for_pattern(None, None, term)]
    told += [store.quads_for_pattern(as_subject, None, None)] if as_subject is not None else []
    return any(next(quads, None) is not None for quads in told)


def _as_path(path: object) -> NamedNode | Path:
    if isinstance(path, Path):
        return path
    return NamedNode(str(path))


class _Along:
    """Follows paths from some terms."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def load_all(self, pattern: Pattern) -> None:
        """Load all triples of the properties of a path."""
        for step in steps_of(pattern):
            load_star(Star(step.subject, (step,)), NOTHING_KNOWN, self._memory)

    def follow(self, path: object, starts: Ends, *, back: bool = False) -> Ends | None:
        """Where a path leads to, or comes from; None where all of its triples were loaded instead."""
        match path:
            case rdflib.URIRef():
                return self._step(path, starts, back=back)
            case InvPath():
                return self.follow(path.arg, starts, back=not back)
            case SequencePath():
                return self._one_by_one(path, starts, back=back)
            case AlternativePath():
                return self._each(path, starts, back=back)
            case MulPath():
                return self._again(path, starts, back=back)
        self.load_all(Pattern(FROM, _as_path(path), TO))  # all properties but some
        return None

    def _step(self, iri: rdflib.URIRef, starts: Ends, *, back: bool) -> Ends | None:
        star = Star(FROM, (Pattern(FROM, NamedNode(str(iri)), TO),))
        given, wanted = (TO, FROM) if back else (FROM, TO)
        return load_star(star, {given.name: starts}, self._memory).get(wanted.name)

    def _one_by_one(self, path: SequencePath, starts: Ends, *, back: bool) -> Ends | None:
        here: Ends | None = starts
        for part in reversed(path.args) if back else path.args:
            if here is None:
                self.load_all(Pattern(FROM, _as_path(part), TO))
            else:
                here = self.follow(part, here, back=back)
        return here

    def _each(self, path: AlternativePath, starts: Ends, *, back: bool) -> Ends | None:
        found = [self.follow(part, starts, back=back) for part in path.args]
        told = [terms for terms in found if terms is not None]
        return frozenset[Term]().union(*told) if len(told) == len(found) else None

    def _again(self, path: MulPath, starts: Ends, *, back: bool) -> Ends | None:
        seen: Ends = starts if path.zero else frozenset()
        new: Ends = starts
        while new:
            found = self.follow(path.path, new, back=back)
            if found is None:
                self.load_all(Pattern(FROM, path, TO))
                return None
            new = found - seen if path.more else frozenset()
            seen |= found
        return seen
