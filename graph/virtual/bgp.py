"""Basic graph patterns: which stars are in tables, which in the store, and how they are joined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import DefaultGraph, NamedNode, Store
from rdflib.paths import Path

from graph.virtual.anything import all_edges, property_of
from graph.virtual.candidates import candidates
from graph.virtual.joins import join, union
from graph.virtual.lookup import Lookup, Values, columns_with, known_values
from graph.virtual.mapping import EDGES, RDF_TYPE, Table, Tables
from graph.virtual.patterns import (
    WHOLE_GRAPH,
    Pattern,
    Variable,
    may_be_empty,
    predicates,
    reaches_all,
    written,
)
from graph.virtual.relation import ONE, Relation, nothing, selected
from graph.virtual.scan import scan
from graph.virtual.stars import Group, Star, in_store, split
from graph.virtual.store_part import StorePart
from graph.virtual.terms import NotTranslatedError, Shape

Known = Mapping[str, Shape]
ONE_BY_ONE = 100
"""Things that the store is asked of one by one, at most."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Patterns that only the store has triples of, plain edges, and stars that tables may have rows for."""

    rest: Group
    edges: Group
    stars: tuple[Star, ...]

    def attaches(self, group: Group) -> bool:
        """Whether an optional group is on the subject of a star, or of what only the store tells of."""
        subjects = {pattern.subject for pattern in group}
        if any(not isinstance(pattern.predicate, NamedNode) or in_store(pattern) for pattern in group):
            return False
        owned = {star.subject for star in self.stars if not star.anything}
        owned |= {pattern.subject for pattern in self.rest if not in_store(pattern)}
        return len(subjects) == 1 and isinstance(group[0].subject, Variable) and subjects <= owned


def parts_of(patterns: Sequence[Pattern], tables: Tables) -> Parts:
    """The parts of a basic graph pattern.

    Raises:
        NotTranslatedError: A path goes through rows.
    """
    edges = [pattern for pattern in patterns if edge_of(pattern, tables) is not None]
    left = [pattern for pattern in patterns if pattern not in edges]
    rest = [pattern for pattern in left if in_store(pattern) or is_path(pattern, tables)]
    stars = split([pattern for pattern in left if pattern not in rest])
    in_tables = tuple(star for star in stars if candidates(star, tables, {}))
    of_store = [pattern for star in stars if star not in in_tables for pattern in star.patterns]
    return Parts((*rest, *of_store), tuple(edges), in_tables)


def edge_of(pattern: Pattern, tables: Tables) -> int | None:
    """The number of the edges that a pattern asks all of; None where it asks the store for some."""
    ends = (pattern.subject, pattern.object)
    if not all(isinstance(end, Variable) for end in ends) or ends[0] == ends[1] or not in_store(pattern):
        return None
    kinds = (
        number for number, edge in enumerate(tables.edges) if pattern.predicate == NamedNode(edge.predicate)
    )
    return next(kinds, None)


def is_path(pattern: Pattern, tables: Tables) -> bool:
    """Whether a pattern is a path, which then stays within the store; raises NotTranslatedError otherwise."""
    if not isinstance(pattern.predicate, Path):
        return False
    if reaches_all(pattern):
        raise NotTranslatedError(WHOLE_GRAPH)
    along = property_of_rows(pattern.predicate, tables)
    if along:
        raise NotTranslatedError(f"a path along {along}, which rows have")
    return True


def starts_at_row(pattern: Pattern, tables: Tables, store: Store) -> bool:
    """Whether a path of no steps may stay at a thing that only rows tell of, so that the store lacks it."""
    if not may_be_empty(pattern.predicate):
        return False
    ends = [end for end in (pattern.subject, pattern.object) if isinstance(end, NamedNode)]
    return any(_may_have(tables, end) and not _is_there(end, store) for end in ends)


def _may_have(tables: Tables, thing: NamedNode) -> bool:
    """Whether rows may tell of a thing."""
    if not thing.value.startswith(tables.things):
        return False
    path = thing.value.removeprefix(tables.things)
    start = path.partition("/")[0]
    return any(start in table.starts or columns_with(table, path) for table in tables.tables)


def _is_there(thing: NamedNode, store: Store) -> bool:
    """Whether the default graph of a store has a thing."""
    told = store.quads_for_pattern(thing, None, None, DefaultGraph())
    named = store.quads_for_pattern(None, None, thing, DefaultGraph())
    return any(next(quads, None) is not None for quads in (told, named))


def property_of_rows(path: Path, tables: Tables) -> str:
    """A property that a path goes along and rows have, "" for none."""
    known = {RDF_TYPE, *(iri for one in tables.tables for iri in one.properties)} - EDGES
    return next((iri for iri in predicates(path) if iri in known), "")


@dataclass
class GraphPatterns:
    """Answers patterns from tables and the store.

    Attributes:
        tables: The tables.
        store: The rest.
        lookup: Gives the rows of stars.
        scanned: The tables that were asked, for explanations.
    """

    tables: Tables
    store: StorePart
    lookup: Lookup
    scanned: list[str] = field(default_factory=list)

    def solve(self, patterns: Sequence[Pattern], optional: Sequence[Group] = ()) -> Relation:
        """The solutions of patterns, with optional groups that attach to them.

        Raises:
            NotTranslatedError: A pattern cannot be answered so.
        """
        parts = parts_of(patterns, self.tables)
        if any(starts_at_row(pattern, self.tables, self.store.store) for pattern in parts.rest):
            raise NotTranslatedError("a path that may stay at a thing of rows")
        stars = [_with_optional(star, optional) for star in parts.stars]
        attached = {group for star in stars for group in star.optional}
        left = tuple(group for group in optional if group not in attached)
        relation = ONE
        if parts.rest:
            relation = self._in_store(Star(Variable("=any"), parts.rest, left), {})
        for pattern in parts.edges:
            relation = join(relation, self._edges(pattern), self.store.things)
        values: dict[str, set[str]] = {}
        while stars:
            star = _next(stars, relation.columns)
            stars.remove(star)
            relation = join(relation, self._solve_star(star, relation.columns, values), self.store.things)
        return relation

    def _solve_star(self, star: Star, known: Known, values: dict[str, set[str]]) -> Relation:
        """The solutions of a star in each table, and in the store; more may be known of variables then."""
        found = candidates(star, self.tables, known)
        self.scanned += [table.name for table in found]
        things = self.store.things
        sources = [self.lookup.source(star, table, values) for table in found]
        read = [(table, source) for table, source in zip(found, sources, strict=True) if not source.is_empty]
        parts = [scan(star, table, source.sql, things) for table, source in read]
        if star.anything and len(star.patterns) > 1:
            parts += [self._with_edges(star, table, values) for table in found]
        in_store = self._in_store(star, known, values)
        if not star.anything and in_store.columns.keys() == parts_empty(in_store):
            values.update(known_values(star, found, sources))
        told = [*parts, in_store] if in_store.columns.keys() - parts_empty(in_store) else parts
        return union(told or [in_store], things)

    def _with_edges(self, star: Star, table: Table, values: Values) -> Relation:
        """The solutions of a star with any property in a table whose property is a plain edge of a row."""
        if len(star.anything) > 1:
            raise NotTranslatedError(f"any two properties of {written(star.subject)}")
        pattern, others = star.anything[0], tuple(one for one in star.patterns if one not in star.anything)
        things, in_columns = self.store.things, {edge.predicate for edge in self.tables.edges}
        edges = all_edges(pattern, self.tables.edges, things)
        names = " ".join(f"<{iri}>" for iri in sorted(EDGES - in_columns))
        asked = f"VALUES {written(property_of(pattern))} {{ {names} }} {pattern.sparql()}"
        told = self.store.find(asked, list(dict.fromkeys(pattern.variables)), {})
        both = edges if told is None else union([edges, told], things)
        rest = replace(star, patterns=others)
        rows = scan(rest, table, self.lookup.source(rest, table, values).sql, things)
        return join(rows, both, things)

    def _edges(self, pattern: Pattern) -> Relation:
        """All pairs of an edge."""
        number = edge_of(pattern, self.tables)
        if number is None or not isinstance(pattern.object, Variable):
            raise ValueError(f"{pattern} is no pattern on all edges")
        edge = self.tables.edges[number]
        self.scanned.append(edge.predicate.rpartition("#")[2])
        subject, value = pattern.variables
        columns = {subject: Shape("id", starts=edge.subjects), value: Shape("id", starts=edge.objects)}
        names = selected({subject: '"subject"', value: '"object"'})
        return Relation(f"SELECT {names} FROM e{number}", columns)

    def _in_store(self, star: Star, known: Known, values: Values | None = None) -> Relation:
        """What the store has of a star; it is asked of few things one by one."""
        subject = star.subject
        paths = (values or {}).get(subject.name, ()) if isinstance(subject, Variable) else ()
        things = " ".join(f"<{self.store.things}{path}>" for path in sorted(paths)[:ONE_BY_ONE])
        given = f"VALUES {written(subject)} {{ {things} }} " if 0 < len(paths) <= ONE_BY_ONE else ""
        found = self.store.find(given + star.sparql(), star.variables, known)
        return nothing(star.variables) if found is None else found


def parts_empty(relation: Relation) -> set[str]:
    """The variables of a relation that has no solution."""
    return set(relation.columns) if relation.sql.endswith("WHERE FALSE") else set()


def _with_optional(star: Star, optional: Iterable[Group]) -> Star:
    return replace(star, optional=tuple(group for group in optional if group[0].subject == star.subject))


def _next(stars: Sequence[Star], known: Known) -> Star:
    """The star to solve next: one whose subject is known, else one whose subject no other names."""
    for star in stars:
        if isinstance(star.subject, Variable) and star.subject.name in known:
            return star
    named = {pattern.object for star in stars for pattern in star.patterns if pattern.object != star.subject}
    return next((star for star in stars if star.subject not in named), stars[0])
