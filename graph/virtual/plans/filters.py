"""FILTER, with EXISTS as a join that keeps one side alone."""

from collections.abc import Iterable

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.exists import EXISTS, is_plain, read_group
from graph.virtual.loose_joins import keep_any
from graph.virtual.modifiers import where, without
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.plans.algebra import conjuncts, triples_of, variables_in
from graph.virtual.plans.chains import absent_in, chain_of
from graph.virtual.plans.planner import Planner
from graph.virtual.relation import Relation
from graph.virtual.terms import NotTranslatedError


def filtered(planner: Planner, part: CompValue) -> Relation:
    """FILTER; EXISTS is a join that keeps the left side alone."""
    conditions = list(conjuncts(part.expr))
    chain = chain_of(planner, part.p)
    absent = {} if chain is None else absent_in(planner, conditions, *chain)
    if chain is None or not absent:
        relation = planner.plan(part.p)
    else:
        groups = [*chain[1], *((pattern,) for pattern in absent.values())]
        relation = without(planner.graph.solve(chain[0], groups), _objects(absent.values()))
        relation = planner.with_values(relation, triples_of(part.p))
    for number, expr in enumerate(conditions):
        if number not in absent:
            relation = _with_condition(planner, relation, expr)
    return relation


def _with_condition(planner: Planner, relation: Relation, expr: object) -> Relation:
    if isinstance(expr, CompValue) and expr.name in EXISTS:
        return _with_match(planner, relation, expr)
    return where(relation, planner.scope(relation).condition(expr))


def _with_match(planner: Planner, relation: Relation, expr: CompValue) -> Relation:
    """Solutions for which a group has a solution, or has none."""
    group = read_group(expr.graph)
    if not is_plain(group):
        raise NotTranslatedError("EXISTS with more than patterns and filters")
    condition, names = None, set(relation.columns)
    if group.name == "Filter" and (variables_in(group.expr) - variables_in(group.p)) & names:
        condition, group = planner.condition(relation, group.expr), group.p
    inner = planner.plan(group)
    if (variables_in(group) - set(inner.columns)) & names:
        raise NotTranslatedError("EXISTS with a filter on a variable from outside")
    return keep_any(relation, inner, planner.things, condition, matched=EXISTS[expr.name])


def _objects(patterns: Iterable[Pattern]) -> list[str]:
    """The names of the variables that are objects of patterns."""
    return [pattern.object.name for pattern in patterns if isinstance(pattern.object, Variable)]
