"""Basic graph patterns parted: what only the store has triples of, plain edges of rows, and stars of rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store
from rdflib.paths import Path

from graph.virtual.candidates import candidates
from graph.virtual.lookup import columns_with
from graph.virtual.mapping import RDF_TYPE, Edge, Tables
from graph.virtual.patterns import (
    WHOLE_GRAPH,
    Node,
    Pattern,
    Variable,
    may_be_empty,
    predicates,
    reaches_all,
)
from graph.virtual.rest import is_told
from graph.virtual.stars import Group, Star, is_edge, split
from graph.virtual.terms import NotTranslatedError, Term


@dataclass(frozen=True, slots=True)
class Parts:
    """Patterns by who may have triples of them.

    Attributes:
        rest: Those of which only the store has any.
        edges: Those, and paths, along properties of which rows have plain edges.
        stars: Stars that tables may have rows for.
    """

    rest: Group
    edges: Group
    stars: tuple[Star, ...]

    def attaches(self, group: Group) -> bool:
        """Whether an optional group is on the subject of a star, or of what only the store tells of."""
        subjects = {pattern.subject for pattern in group}
        if any(not isinstance(pattern.predicate, NamedNode) or is_edge(pattern) for pattern in group):
            return False
        owned = {star.subject for star in self.stars if not star.anything}
        owned |= {pattern.subject for pattern in self.rest if not is_edge(pattern)}
        return len(subjects) == 1 and isinstance(group[0].subject, Variable) and subjects <= owned


def parts_of(patterns: Sequence[Pattern], tables: Tables) -> Parts:
    """The parts of a basic graph pattern.

    Raises:
        NotTranslatedError: A path goes through rows.
    """
    edges = tuple(pattern for pattern in patterns if _is_of_edges(pattern, tables))
    left = [pattern for pattern in patterns if pattern not in edges]
    rest = [pattern for pattern in left if is_edge(pattern) or isinstance(pattern.predicate, Path)]
    stars = split([pattern for pattern in left if pattern not in rest])
    in_tables = tuple(star for star in stars if _is_of_rows(star, tables))
    of_store = [pattern for star in stars if star not in in_tables for pattern in star.patterns]
    return Parts((*rest, *of_store), edges, in_tables)


def _is_of_edges(pattern: Pattern, tables: Tables) -> bool:
    """Whether rows may have plain edges along a pattern; a path through rows raises NotTranslatedError."""
    path = pattern.predicate
    if not isinstance(path, Path):
        return is_edge(pattern) and bool(edges_of(pattern, tables))
    if reaches_all(pattern):
        raise NotTranslatedError(WHOLE_GRAPH)
    along = property_of_rows(path, tables)
    if along:
        raise NotTranslatedError(f"a path along {along}, which rows have")
    return goes_along_edges(path, tables)


def _is_of_rows(star: Star, tables: Tables) -> bool:
    if candidates(star, tables, {}):
        return True
    return any(edges_of(pattern, tables) for pattern in star.anything)


def edges_of(pattern: Pattern, tables: Tables) -> list[tuple[int, Edge]]:
    """The plain edges of rows that a pattern may hold for, with their numbers."""
    return [
        (number, edge)
        for number, edge in enumerate(tables.edges)
        if isinstance(pattern.predicate, Variable) or pattern.predicate == NamedNode(edge.predicate)
        if _may_be(pattern.subject, edge.subjects, tables) and _may_be(pattern.object, edge.objects, tables)
    ]


def _may_be(end: Node, starts: Sequence[str], tables: Tables) -> bool:
    if isinstance(end, Variable):
        return True
    is_thing = isinstance(end, NamedNode) and end.value.startswith(tables.things)
    return is_thing and end.value.removeprefix(tables.things).partition("/")[0] in starts


def property_of_rows(path: Path, tables: Tables) -> str:
    """A property that a path goes along and rows have, "" for none."""
    known = {RDF_TYPE, *(iri for one in tables.tables for iri in one.properties)}
    return next((iri for iri in predicates(path) if iri in known), "")


def goes_along_edges(path: Path, tables: Tables) -> bool:
    """Whether a path goes along a property of which rows have plain edges."""
    return not {edge.predicate for edge in tables.edges}.isdisjoint(predicates(path))


def may_stay_at_row(pattern: Pattern, tables: Tables, store: Store) -> bool:
    """Whether a path of no steps may stay at what rows or their edges tell of, and the store does not."""
    if not may_be_empty(pattern.predicate):
        return False
    ends = [end for end in (pattern.subject, pattern.object) if not isinstance(end, Variable)]
    return any(may_be_of_rows(end, tables) and not is_told(end, store) for end in ends)


def may_be_of_rows(term: Term, tables: Tables) -> bool:
    """Whether rows or their edges may tell of a thing or have a value."""
    if isinstance(term, Literal):
        return bool(tables.tables)
    if not isinstance(term, NamedNode) or not term.value.startswith(tables.things):
        return False
    path = term.value.removeprefix(tables.things)
    start = path.partition("/")[0]
    ends = {one for edge in tables.edges for one in (*edge.subjects, *edge.objects)}
    return start in ends or any(start in table.starts or columns_with(table, path) for table in tables.tables)
