"""A query as one SELECT over columns, as far as it has an exact counterpart.

The algebra is rdflib's; a node becomes a `Relation`. What has no counterpart raises NotTranslatedError,
and the query goes the ordinary way.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import rdflib
from rdflib.plugins.sparql.algebra import traverse
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.aggregates import grouped
from graph.virtual.bgp import GraphPatterns, parts_of
from graph.virtual.exists import EXISTS, is_plain, read_group
from graph.virtual.expressions import Expressions
from graph.virtual.patterns import Pattern, Patterns, Variable, names_in, node, written
from graph.virtual.relation import (
    Order,
    Relation,
    distinct,
    extend,
    join,
    keep_matched,
    left_join,
    minus,
    nothing,
    project,
    sliced,
    union,
    where,
    without,
)
from graph.virtual.stars import Group
from graph.virtual.terms import NotTranslatedError, Term, Value, constant

TRUE = "TrueFilter"


@dataclass
class Planner:
    """Plans one query.

    Attributes:
        graph: Answers patterns.
        patterns: Reads them.
    """

    graph: GraphPatterns
    patterns: Patterns

    @property
    def things(self) -> str:
        """What the IRIs of things start with."""
        return self.graph.store.things

    def plan(self, part: CompValue) -> Relation:
        """The solutions of a part of a query.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        if part.name not in PLANS:
            raise NotTranslatedError(part.name)
        return PLANS[part.name](self, part)

    def bgp(self, part: CompValue) -> Relation:
        """Triple patterns."""
        found = self.graph.solve(self.patterns.read(part.triples))
        return self._with_values(found, part.triples)

    def _with_values(self, relation: Relation, triples: object) -> Relation:
        """Solutions with the variables of patterns that were given a value."""
        for name in sorted(loose_variables(triples) & self.patterns.values.keys()):
            relation = extend(relation, name, constant(self.patterns.values[name], self.things))
        return relation

    def _lookup(self, relation: Relation) -> Callable[[str], Value]:
        """Gives variables as expressions; one that has a value everywhere has it here too."""

        def look(name: str) -> Value:
            given = None if name in relation.columns else self.patterns.values.get(name)
            return relation.value(name) if given is None else constant(given, self.things)

        return look

    def join(self, part: CompValue) -> Relation:
        """Solutions of both parts that agree."""
        return join(self.plan(part.p1), self.plan(part.p2), self.things)

    def left_join(self, part: CompValue) -> Relation:
        """OPTIONAL; one on the subject of a scan is a column of it."""
        chain = self._chain(part)
        if chain is not None:
            return self._with_values(self.graph.solve(*chain), _triples(part))
        left, right = self.plan(part.p1), self.plan(part.p2)
        return left_join(left, right, self.things, self._on(left, right, part.expr))

    def _on(self, left: Relation, right: Relation, expr: CompValue) -> str:
        if expr.name == TRUE:
            return ""

        def lookup(name: str) -> Value:
            if name not in left.columns and name not in right.columns:
                return self._lookup(left)(name)
            return left.value(name, "l.") if name in left.columns else right.value(name, "r.")

        return Expressions(lookup, self.things).condition(expr)

    def _chain(self, part: CompValue) -> tuple[list[Pattern], list[Group]] | None:
        """Patterns and the optional groups on their subjects; None where they are something else."""
        if part.name == "BGP":
            return self.patterns.read(part.triples), []
        if part.name != "LeftJoin" or part.expr.name != TRUE or part.p2.name != "BGP":
            return None
        before = self._chain(part.p1)
        if before is None:
            return None
        patterns, groups = before
        group = tuple(self.patterns.read(part.p2.triples))
        taken = names_in((*patterns, *(one for some in groups for one in some)))
        new = [one.object.name for one in group if isinstance(one.object, Variable)]
        if not group or taken & set(new) or len(new) > len(set(new)):
            return None
        return (patterns, [*groups, group]) if parts_of(patterns, self.graph.tables).attaches(group) else None

    def filter(self, part: CompValue) -> Relation:
        """FILTER; EXISTS is a join that keeps the left side alone."""
        conditions = list(conjuncts(part.expr))
        chain = self._chain(part.p)
        absent = {} if chain is None else self._absent(conditions, *chain)
        if chain is None or not absent:
            relation = self.plan(part.p)
        else:
            groups = [*chain[1], *((pattern,) for pattern in absent.values())]
            relation = without(self.graph.solve(chain[0], groups), _objects(absent.values()))
            relation = self._with_values(relation, _triples(part.p))
        for number, expr in enumerate(conditions):
            if number not in absent:
                relation = self._filtered(relation, expr)
        return relation

    def _absent(
        self, conditions: Sequence[object], patterns: Sequence[Pattern], groups: Sequence[Group]
    ) -> dict[int, Pattern]:
        """The conditions that a property of a scan is not there, by their number; NULL says so."""
        found: dict[int, Pattern] = {}
        taken = names_in((*patterns, *(one for group in groups for one in group)))
        for number, expr in enumerate(conditions):
            if not isinstance(expr, CompValue) or EXISTS.get(expr.name) is not False:
                continue
            group = read_group(expr.graph)
            read = self.patterns.read(group.triples) if group.name == "BGP" else []
            parts = parts_of(patterns, self.graph.tables)
            if len(read) != 1 or not parts.attaches((read[0],)) or not isinstance(read[0].object, Variable):
                continue
            if read[0].object.name not in taken:
                found[number] = replace(read[0], object=Variable(f"=absent{number}"))
        return found

    def _filtered(self, relation: Relation, expr: object) -> Relation:
        if isinstance(expr, CompValue) and expr.name in EXISTS:
            group = read_group(expr.graph)
            if not is_plain(group):
                raise NotTranslatedError("EXISTS with more than patterns and filters")
            inner = self.plan(group)
            if loose_variables(expr.graph) - set(inner.columns) & set(relation.columns):
                raise NotTranslatedError("EXISTS with a filter on a variable from outside")
            return keep_matched(relation, inner, self.things, matched=EXISTS[expr.name])
        return where(relation, Expressions(self._lookup(relation), self.things).condition(expr))

    def union(self, part: CompValue) -> Relation:
        """UNION."""
        return union([self.plan(part.p1), self.plan(part.p2)], self.things)

    def minus(self, part: CompValue) -> Relation:
        """MINUS."""
        return minus(self.plan(part.p1), self.plan(part.p2), self.things)

    def extend(self, part: CompValue) -> Relation:
        """BIND, and what SELECT computes."""
        if not str(part.expr).startswith("__agg_"):
            self._refuse_given([str(part.var)])
        relation = self.plan(part.p)
        value = Expressions(self._lookup(relation), self.things).value(part.expr)
        return extend(relation, str(part.var), value)

    def inner(self, part: CompValue) -> Relation:
        """A SELECT within, or VALUES."""
        return replace(self.plan(part.p), order=(), is_sorted=False)

    def values(self, part: CompValue) -> Relation:
        """VALUES."""
        names = list(dict.fromkeys(str(name) for row in part.res for name in row))
        self._refuse_given(names)
        rows = [[_value(row, name) for name in names] for row in part.res]
        return self.graph.store.table(names, rows) if rows else nothing(names)

    def _refuse_given(self, names: Sequence[str]) -> None:
        """Refuse to bind a variable that was given a value, but for its own value in a group."""
        if self.patterns.values.keys() & set(names):
            raise NotTranslatedError("a variable that is bound in the query and has a value")

    def group(self, part: CompValue) -> Relation:
        """GROUP BY with its aggregates."""
        inner = self.plan(part.p.p)
        return grouped(inner, Expressions(self._lookup(inner), self.things), part)

    def project(self, part: CompValue) -> Relation:
        """SELECT."""
        relation = self.plan(part.p)
        names = [str(name) for name in part.PV]
        for name in names:
            if name in self.patterns.values and name not in relation.columns:
                relation = extend(relation, name, self._lookup(relation)(name))
        return project(relation, names)

    def distinct(self, part: CompValue) -> Relation:
        """SELECT DISTINCT."""
        return distinct(self.plan(part.p))

    def order(self, part: CompValue) -> Relation:
        """ORDER BY."""
        relation = self.plan(part.p)
        expressions = Expressions(self._lookup(relation), self.things)
        values = [(one, expressions.value(one.expr)) for one in part.expr]
        order = [_order(one, value) for one, value in values if not value.is_constant]
        return replace(relation, order=tuple(order))

    def slice(self, part: CompValue) -> Relation:
        """LIMIT and OFFSET."""
        return sliced(self.plan(part.p), part.start or 0, part.length)

    def in_graph(self, part: CompValue) -> Relation:
        """GRAPH, which rows are in none of."""
        if part.p.name != "BGP":
            raise NotTranslatedError("GRAPH with more than patterns")
        patterns = self.patterns.read(part.p.triples)
        graph = node(part.term)
        text = " ".join(pattern.sparql() for pattern in patterns)
        names = list(dict.fromkeys(name for pattern in patterns for name in pattern.variables))
        if isinstance(graph, Variable) and graph.name not in names:
            names.append(graph.name)
        found = self.graph.store.find(f"GRAPH {written(graph)} {{ {text} }}", names, {})
        return found or nothing(names)


PLANS: Mapping[str, Callable[[Planner, Any], Relation]] = {
    "BGP": Planner.bgp,
    "Join": Planner.join,
    "LeftJoin": Planner.left_join,
    "Filter": Planner.filter,
    "Union": Planner.union,
    "Minus": Planner.minus,
    "Extend": Planner.extend,
    "ToMultiSet": Planner.inner,
    "values": Planner.values,
    "AggregateJoin": Planner.group,
    "Project": Planner.project,
    "Distinct": Planner.distinct,
    "OrderBy": Planner.order,
    "Slice": Planner.slice,
    "Graph": Planner.in_graph,
}


def conjuncts(expr: Any) -> Iterator[Any]:  # noqa: ANN401 - as rdflib has it
    """The conditions that all have to hold."""
    if isinstance(expr, CompValue) and expr.name == "ConditionalAndExpression":
        for part in (expr.expr, *expr.other):
            yield from conjuncts(part)
    else:
        yield expr


def loose_variables(part: Any) -> set[str]:  # noqa: ANN401 - as rdflib has it
    """The variables of all expressions in a part of a query."""
    found: set[str] = set()

    def look(one: Any) -> None:  # noqa: ANN401
        if isinstance(one, rdflib.Variable):
            found.add(str(one))

    traverse(part, visitPre=look)
    return found


def _objects(patterns: Iterable[Pattern]) -> list[str]:
    """The names of the variables that are objects of patterns."""
    return [pattern.object.name for pattern in patterns if isinstance(pattern.object, Variable)]


def _triples(part: CompValue) -> list[object]:
    """The triples of a chain of optional patterns."""
    return list(part.triples) if part.name == "BGP" else [*_triples(part.p1), *_triples(part.p2)]


def _value(row: Mapping[Any, Any], name: str) -> Term | None:
    value = row.get(rdflib.Variable(name), "UNDEF")
    if value == "UNDEF":
        return None
    found = node(value)
    if isinstance(found, Variable):
        raise NotTranslatedError("a blank node in VALUES")
    return found


def _order(one: CompValue, value: Value) -> Order:
    if value.kind == "term":
        raise NotTranslatedError("an order of values of several kinds")
    direction = "DESC NULLS LAST" if one.order == "DESC" else "ASC NULLS FIRST"
    return Order(f"{value.sql} {direction}", frozenset(loose_variables(one.expr)))
