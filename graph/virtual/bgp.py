"""Basic graph patterns: which stars are in tables, which in the store, and how they are joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode
from rdflib.paths import Path

from graph.virtual.anything import property_of
from graph.virtual.candidates import candidates
from graph.virtual.edge_part import EdgePart, edges_relation, things_near
from graph.virtual.joins import join, union
from graph.virtual.lookup import Lookup, Values, known_values
from graph.virtual.mapping import EDGES, Table, Tables
from graph.virtual.parts import may_stay_at_row, parts_of
from graph.virtual.path_part import PathPart
from graph.virtual.patterns import Node, Pattern, Variable, written
from graph.virtual.relation import ONE, Relation, nothing
from graph.virtual.scan import scan
from graph.virtual.stars import Group, Star, is_edge
from graph.virtual.store_part import StorePart
from graph.virtual.terms import NotTranslatedError, Shape

Known = Mapping[str, Shape]
ONE_BY_ONE = 100
"""Things that the store is asked of one by one, at most."""


@dataclass
class GraphPatterns:
    """Answers patterns from tables and the store.

    Attributes:
        tables: The tables.
        store: The rest.
        lookup: Gives the rows of stars.
        edges: Gives the plain edges of rows.
        paths: Walks along them.
        scanned: The tables that were asked, for explanations.
    """

    tables: Tables
    store: StorePart
    lookup: Lookup
    edges: EdgePart
    paths: PathPart
    scanned: list[str] = field(default_factory=list)

    def solve(self, patterns: Sequence[Pattern], optional: Sequence[Group] = ()) -> Relation:
        """The solutions of patterns, with optional groups that attach to them.

        Raises:
            NotTranslatedError: A pattern cannot be answered so.
        """
        parts = parts_of(patterns, self.tables)
        if any(may_stay_at_row(pattern, self.tables, self.store.store) for pattern in parts.rest):
            raise NotTranslatedError("a path that may stay at a thing of rows")
        stars = [_with_optional(star, optional) for star in parts.stars]
        attached = {group for star in stars for group in star.optional}
        left = tuple(group for group in optional if group not in attached)
        relation = ONE
        if parts.rest:
            relation = self._in_store(Star(Variable("=any"), parts.rest, left), {})
        values: dict[str, set[str]] = {}
        units = [*stars, *(Star(edge.subject, (edge,)) for edge in parts.edges)]
        while units:
            unit = _next(units, relation.columns, values, self.store.things)
            units.remove(unit)
            relation = join(relation, self._solve(unit, relation, values), self.store.things)
        return relation

    def _solve(self, unit: Star, before: Relation, values: dict[str, set[str]]) -> Relation:
        """The solutions of a star, an edge or a path along edges, given what it is joined with."""
        pattern = unit.patterns[0]
        if isinstance(pattern.predicate, Path):
            return self.paths.solve(pattern, before, values)
        if is_edge(pattern):
            return self._solve_edge(unit, before.columns, values)
        return self._solve_star(unit, before.columns, values)

    def _solve_edge(self, unit: Star, known: Known, values: dict[str, set[str]]) -> Relation:
        """The plain edges of rows, and those that the store has; more may be known of variables then."""
        (pattern,) = unit.patterns
        near = self.edges.find(pattern, values)
        self.scanned += [one.edge.name for one in near]
        in_store = self._in_store(unit, known, values)
        if is_empty(in_store):
            values.update(things_near(pattern, near))
        return self._either([edges_relation(pattern, near, self.store.things)], in_store)

    def _solve_star(self, star: Star, known: Known, values: dict[str, set[str]]) -> Relation:
        """The solutions of a star in each table, and in the store; more may be known of variables then."""
        found = candidates(star, self.tables, known)
        self.scanned += [table.name for table in found]
        things = self.store.things
        sources = [self.lookup.source(star, table, values) for table in found]
        read = [(table, source) for table, source in zip(found, sources, strict=True) if not source.is_empty]
        parts = [scan(star, table, source.sql, things) for table, source in read]
        parts += self._with_edges(star, found, known, values) if star.anything else []
        in_store = self._in_store(star, known, values)
        if not star.anything and is_empty(in_store):
            values.update(known_values(star, found, sources))
        return self._either(parts, in_store)

    def _either(self, parts: Sequence[Relation], in_store: Relation) -> Relation:
        """The solutions of all parts and of the store."""
        told = [one for one in (*parts, in_store) if not is_empty(one)]
        return union(told or [in_store], self.store.things)

    def _with_edges(
        self, star: Star, tables: Sequence[Table], known: Known, values: Values
    ) -> Iterator[Relation]:
        """The solutions of a star with any property where that is a plain edge, and all else is no edge."""
        if len(star.anything) > 1:
            raise NotTranslatedError(f"any two properties of {written(star.subject)}")
        things, pattern = self.store.things, star.anything[0]
        of_rows = edges_relation(pattern, self.edges.find(pattern, values), things)
        others = replace(star, patterns=tuple(one for one in star.patterns if one != pattern))
        if not others.patterns:
            yield of_rows
            return
        of_store = nothing(()) if is_empty(of_rows) else self._in_store(others, known, values)
        if not is_empty(of_store):
            yield join(of_store, of_rows, things)
        both = self._either([of_rows], self._stated_edges(pattern))
        for table in () if is_empty(both) else tables:
            rows = scan(others, table, self.lookup.source(others, table, values).sql, things)
            yield join(rows, both, things)

    def _stated_edges(self, pattern: Pattern) -> Relation:
        """The plain edges that the store has for a pattern with any property."""
        names = " ".join(f"<{iri}>" for iri in sorted(EDGES))
        asked = f"VALUES {written(property_of(pattern))} {{ {names} }} {pattern.sparql()}"
        variables = list(dict.fromkeys(pattern.variables))
        return self.store.find(asked, variables, {}) or nothing(variables)

    def _in_store(self, star: Star, known: Known, values: Values | None = None) -> Relation:
        """What the store has of a star; it is asked of few things one by one."""
        subject = star.subject
        paths = (values or {}).get(subject.name, ()) if isinstance(subject, Variable) else ()
        things = " ".join(f"<{self.store.things}{path}>" for path in sorted(paths)[:ONE_BY_ONE])
        given = f"VALUES {written(subject)} {{ {things} }} " if 0 < len(paths) <= ONE_BY_ONE else ""
        found = self.store.find(given + star.sparql(), star.variables, known)
        return nothing(star.variables) if found is None else found


def is_empty(relation: Relation) -> bool:
    """Whether a relation is known to have no solution."""
    return relation.sql.endswith("WHERE FALSE")


def _with_optional(star: Star, optional: Iterable[Group]) -> Star:
    return replace(star, optional=tuple(group for group in optional if group[0].subject == star.subject))


def _next(units: Sequence[Star], known: Known, values: Values, things: str) -> Star:
    """What to solve next: what names a thing or a known one; else what is on one that no other names."""
    named = {pattern.object for unit in units for pattern in unit.patterns if pattern.object != unit.subject}

    def rank(unit: Star) -> int:
        ends = (unit.subject, *(pattern.object for pattern in unit.patterns))
        if any(_is_thing(end, values, things) for end in ends):
            return 0
        if isinstance(unit.subject, Variable) and unit.subject.name in known:
            return 1
        if isinstance(unit.patterns[0].predicate, Path):
            return 4
        return 2 if unit.subject not in named else 3

    return min(units, key=rank)


def _is_thing(end: Node, values: Values, things: str) -> bool:
    """Whether an end is a thing that is named, or one of few."""
    if isinstance(end, Variable):
        return end.name in values
    return isinstance(end, NamedNode) and end.value.startswith(things)
