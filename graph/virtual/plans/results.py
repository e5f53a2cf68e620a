"""What SELECT makes of solutions: computed, grouped, selected, each once, in order, some of them."""

from dataclasses import replace

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual import modifiers
from graph.virtual.aggregates import grouped
from graph.virtual.expressions.any_kind import order_of_any
from graph.virtual.plans.algebra import variables_in
from graph.virtual.plans.planner import Planner
from graph.virtual.relation import Order, Relation
from graph.virtual.terms import Value


def extend(planner: Planner, part: CompValue) -> Relation:
    """BIND, and what SELECT computes."""
    if not str(part.expr).startswith("__agg_"):
        planner.refuse_given([str(part.var)])
    relation = planner.plan(part.p)
    value = planner.scope(relation).value(part.expr)
    return modifiers.extend(relation, str(part.var), value)


def group(planner: Planner, part: CompValue) -> Relation:
    """GROUP BY with its aggregates."""
    inner = planner.plan(part.p.p)
    return grouped(inner, planner.scope(inner), part)


def project(planner: Planner, part: CompValue) -> Relation:
    """SELECT."""
    relation = planner.plan(part.p)
    names = [str(name) for name in part.PV]
    for name in names:
        if name in planner.patterns.values and name not in relation.columns:
            relation = modifiers.extend(relation, name, planner.lookup(relation)(name))
    return modifiers.project(relation, names)


def distinct(planner: Planner, part: CompValue) -> Relation:
    """SELECT DISTINCT."""
    return modifiers.distinct(planner.plan(part.p))


def order(planner: Planner, part: CompValue) -> Relation:
    """ORDER BY."""
    relation = planner.plan(part.p)
    expressions = planner.scope(relation)
    values = [(one, expressions.value(one.expr)) for one in part.expr]
    order = [_order(one, value, planner.things) for one, value in values if not value.is_constant]
    return replace(relation, order=tuple(order))


def sliced(planner: Planner, part: CompValue) -> Relation:
    """LIMIT and OFFSET."""
    return modifiers.sliced(planner.plan(part.p), part.start or 0, part.length)


def _order(one: CompValue, value: Value, things: str) -> Order:
    direction = "DESC NULLS LAST" if one.order == "DESC" else "ASC NULLS FIRST"
    keys = order_of_any(value, things) if value.kind == "term" else [value.sql]
    return Order(", ".join(f"{key} {direction}" for key in keys), frozenset(variables_in(one.expr)))
