"""What paths along plain edges of rows hold for a part of a query: walked from the end that is known."""

from array import array
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rdflib.paths import Path

from graph.virtual.lookup import MOST as MOST_STARTS
from graph.virtual.lookup import Values
from graph.virtual.patterns import Node, Pattern, Variable
from graph.virtual.relation import Relation, nothing
from graph.virtual.rest import Place, Rest
from graph.virtual.store_part import MOST, StorePart
from graph.virtual.terms import NotTranslatedError, Term, name_of
from graph.virtual.walk import Walk

Reached = Mapping[Term, AbstractSet[Place]]


@dataclass(frozen=True, slots=True)
class PathPart:
    """Paths along plain edges, for one query.

    Attributes:
        rest: The edges, and the store.
        found: Where tables are made.
    """

    rest: Rest
    found: StorePart

    def solve(self, pattern: Pattern, before: Relation, values: Values) -> Relation:
        """The solutions of a path.

        Args:
            pattern: The path and its ends.
            before: The solutions of other patterns that it is joined with.
            values: What is known of their variables.

        Raises:
            NotTranslatedError: Neither end is known, or there are too many solutions.
        """
        if not isinstance(pattern.predicate, Path):
            raise TypeError(f"{pattern} is no path")
        starts, goals = (self._terms(end, before, values) for end in (pattern.subject, pattern.object))
        is_back = starts is None or (goals is not None and len(goals) < len(starts))
        known = goals if is_back else starts
        if known is None:
            raise NotTranslatedError("a path along plain edges from anything to anything")
        reached = self._reached(pattern.predicate, known, back=is_back)
        ends = (pattern.object, pattern.subject) if is_back else (pattern.subject, pattern.object)
        return self._things(*ends, reached) or self._table(*ends, reached)

    def _reached(self, path: Path, starts: Sequence[Term], *, back: bool) -> Reached:
        """What a path leads to from each of some terms, or comes from to it."""
        walk, found, room = Walk(self.rest), {}, MOST
        for start in starts:
            found[start] = walk.reached(path, start, back=back)
            room -= len(found[start])
            if room < 0:
                raise NotTranslatedError(f"more than {MOST:,} solutions of a path")
        return found

    def _terms(self, end: Node, before: Relation, values: Values) -> Sequence[Term] | None:
        """What an end can be; None where that is not known, or much."""
        if not isinstance(end, Variable):
            return (end,)
        paths = values.get(end.name)
        if paths is None and end.name in before.columns and before.columns[end.name].kind == "id":
            name = name_of(end.name)
            told = (
                f"SELECT DISTINCT {name} FROM ({before.sql}) WHERE {name} IS NOT NULL LIMIT {MOST_STARTS + 1}"
            )
            paths = [path for (path,) in self.found.connection.execute(told).fetchall()]
        if paths is None or len(paths) > MOST_STARTS:
            return None
        return [NamedNode(self.rest.tables.things + path) for path in sorted(paths)]

    def _things(self, start: Node, goal: Node, reached: Reached) -> Relation | None:
        """The things that are reached from one; None where anything else is, or it is not asked which."""
        if isinstance(start, Variable) or not isinstance(goal, Variable):
            return None
        numbers = [place for places in reached.values() for place in places if isinstance(place, int)]
        if not numbers or len(numbers) < sum(map(len, reached.values())):
            return None
        return self.found.things_of(goal.name, self.rest.steps.paths(array("I", sorted(numbers))))

    def _table(self, start: Node, goal: Node, reached: Reached) -> Relation:
        """The terms that are reached from each."""
        pairs = ((one, self.rest.term(place)) for one, places in reached.items() for place in places)
        found = (_bound((start, one), (goal, other)) for one, other in pairs)
        rows = [tuple(values.values()) for values in found if values is not None]
        names = list(dict.fromkeys(end.name for end in (start, goal) if isinstance(end, Variable)))
        return self.found.table(names, rows) if rows else nothing(names)


def _bound(*ends: tuple[Node, Term]) -> dict[str, Term] | None:
    """The variables among ends with their values; None where an end is something else."""
    found: dict[str, Term] = {}
    for part, term in ends:
        if isinstance(part, Variable):
            if found.setdefault(part.name, term) != term:
                return None
        elif part != term:
            return None
    return found
