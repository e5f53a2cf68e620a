"""A star, in tables and beside them, where its variables can be some terms alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice

import polars as pl
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from graph.virtual.candidates import column_of
from graph.virtual.mapping import RDF_TYPE, Table
from graph.virtual.ordinary import Memory, named
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.reached.known import Ends, Known, ends, kept, paths
from graph.virtual.star_rows import star_rows
from graph.virtual.stars import Star
from graph.virtual.terms import Term
from ontology import NAMESPACE

Found = dict[str, set[Term] | None]
FEW = 20_000
"""Subjects that the store is asked for one by one, at most."""


def load_star(star: Star, known: Known, memory: Memory) -> Known:
    """Load the triples of rows and of all else that a star can meet; what its variables can be then."""
    found: Found = {name: set() for name in star.variables}
    things = memory.lookup.tables.things
    values = {name: paths(terms, things) for name, terms in known.items() if name in found}
    for frame, table in star_rows(star, values, memory.lookup, memory.room):
        memory.add_rows(frame, table)
        for name in star.variables:
            _add(found, name, _in_rows(name, star, frame, table, things))
    quads = _quads(star, known, memory)
    if quads is None:
        for pattern in star.patterns:
            memory.copy(pattern, DefaultGraph())
        return {}
    memory.add_quads(chain.from_iterable(quads.values()))
    for name in star.variables:
        _add(found, name, _in_quads(name, star, quads))
    return kept(found)


def _add(found: Found, name: str, terms: Iterable[Term] | None) -> None:
    before = found[name]
    found[name] = None if before is None or terms is None else before.union(terms)


def _in_rows(name: str, star: Star, frame: pl.DataFrame, table: Table, things: str) -> Iterable[Term] | None:
    """What a variable is in rows; None where that is no thing."""
    if star.subject == Variable(name):
        return (NamedNode(things + path) for path in frame["id"])
    pattern = next((one for one in star.patterns if one.object == Variable(name)), None)
    if pattern is None:
        return None
    if pattern.predicate == NamedNode(RDF_TYPE):
        return [NamedNode(table.cls)]
    column = column_of(table, pattern)
    start = {"id": things, "code": NAMESPACE}.get("" if column is None else column.kind)
    if column is None or start is None:
        return None
    values = frame[column.name]
    told = set(values.explode() if column.several else values)
    return (NamedNode(start + value) for value in told if value is not None)


def _in_quads(name: str, star: Star, quads: Mapping[Pattern, list[Quad]]) -> Iterable[Term] | None:
    if star.subject == Variable(name):
        return (quad.subject for quad in quads[star.patterns[0]])
    pattern = next((one for one in star.patterns if one.object == Variable(name)), None)
    return None if pattern is None else (quad.object for quad in quads[pattern])


def _quads(star: Star, known: Known, memory: Memory) -> dict[Pattern, list[Quad]] | None:
    """What there is of a star beside rows, by pattern; None where that is all there is of the patterns."""
    if len(star.patterns) == 1:
        (pattern,) = star.patterns
        alone = _of_pattern(pattern, known, memory)
        return None if alone is None else {pattern: list(islice(alone, memory.room + 1))}
    subjects = _subjects(star, known, memory)
    if subjects is None or len(subjects) > FEW:
        return None
    found: dict[Pattern, list[Quad]] = {pattern: [] for pattern in star.patterns}
    for subject in subjects:
        told = [list(_of_subject(subject, pattern, known, memory)) for pattern in star.patterns]
        if all(told):
            for pattern, quads in zip(star.patterns, told, strict=True):
                found[pattern] += quads
    return found


def _of_pattern(pattern: Pattern, known: Known, memory: Memory) -> Iterator[Quad] | None:
    """What there is of a pattern beside rows, asked by the end that fewer can be; None for any ends."""
    ends_of = [ends(end, known) for end in (pattern.subject, pattern.object)]
    given = min((one for one in ends_of if one is not None), key=len, default=None)
    if given is None or len(given) > FEW:
        return None
    predicate = named(pattern.predicate)
    subjects, objects = ends_of
    if given is subjects:
        told = (memory.told(one, predicate, None) for one in given if isinstance(one, NamedNode | BlankNode))
    else:
        told = (memory.told(None, predicate, one) for one in given)
    return (
        quad
        for quad in chain.from_iterable(told)
        if (subjects is None or quad.subject in subjects) and _may_be(quad.object, objects)
    )


def _subjects(star: Star, known: Known, memory: Memory) -> Collection[Term] | None:
    """The subjects that a star can have beside rows; None for any."""
    told = ends(star.subject, known)
    if told is not None:
        return told
    for pattern in sorted(star.patterns, key=lambda one: one.predicate == NamedNode(RDF_TYPE)):
        objects = ends(pattern.object, known)
        if objects is not None and len(objects) <= FEW:
            predicate = named(pattern.predicate)
            return {quad.subject for term in objects for quad in memory.told(None, predicate, term)}
    return None


def _of_subject(subject: Term, pattern: Pattern, known: Known, memory: Memory) -> Iterator[Quad]:
    if not isinstance(subject, NamedNode | BlankNode):
        return
    objects = ends(pattern.object, known)
    single = next(iter(objects)) if objects is not None and len(objects) == 1 else None
    predicate = named(pattern.predicate)
    for quad in memory.told(subject, predicate, single):
        if _may_be(quad.object, objects):
            yield quad


def _may_be(term: Term, terms: Ends | None) -> bool:
    """Whether an object may be one of some terms; a number is the same to a store in other figures too."""
    return terms is None or isinstance(term, Literal) or term in terms
