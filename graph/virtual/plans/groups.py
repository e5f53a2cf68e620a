"""Parts of a query that stand side by side."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual import joins
from graph.virtual.loose_joins import join_any, minus_any
from graph.virtual.patterns import Variable, node
from graph.virtual.plans.planner import Planner
from graph.virtual.relation import Relation, nothing
from graph.virtual.terms import NotTranslatedError, Term


def join(planner: Planner, part: CompValue) -> Relation:
    """Solutions of both parts that agree."""
    return join_any(planner.plan(part.p1), planner.plan(part.p2), planner.things)


def union(planner: Planner, part: CompValue) -> Relation:
    """UNION."""
    return joins.union([planner.plan(part.p1), planner.plan(part.p2)], planner.things)


def minus(planner: Planner, part: CompValue) -> Relation:
    """MINUS."""
    return minus_any(planner.plan(part.p1), planner.plan(part.p2), planner.things)


def inner(planner: Planner, part: CompValue) -> Relation:
    """A SELECT within, or VALUES."""
    return replace(planner.plan(part.p), order=(), is_sorted=False)


def values(planner: Planner, part: CompValue) -> Relation:
    """VALUES."""
    names = list(dict.fromkeys(str(name) for row in part.res for name in row))
    planner.refuse_given(names)
    rows = [[_value(row, name) for name in names] for row in part.res]
    return planner.graph.store.table(names, rows) if rows else nothing(names)


def _value(row: Mapping[Any, Any], name: str) -> Term | None:
    value = row.get(rdflib.Variable(name), "UNDEF")
    if value == "UNDEF":
        return None
    found = node(value)
    if isinstance(found, Variable):
        raise NotTranslatedError("a blank node in VALUES")
    return found
