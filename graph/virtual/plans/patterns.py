"""Triple patterns: of the default graph, optional ones, and those of named graphs."""

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual import joins
from graph.virtual.expressions.translate import scope_of
from graph.virtual.patterns import Variable, node, written
from graph.virtual.plans.algebra import triples_of
from graph.virtual.plans.chains import TRUE, chain_of
from graph.virtual.plans.planner import Planner
from graph.virtual.relation import Relation, nothing
from graph.virtual.terms import NotTranslatedError, Value


def bgp(planner: Planner, part: CompValue) -> Relation:
    """Triple patterns."""
    found = planner.graph.solve(planner.patterns.read(part.triples))
    return planner.with_values(found, part.triples)


def left_join(planner: Planner, part: CompValue) -> Relation:
    """OPTIONAL; one on the subject of a scan is a column of it."""
    chain = chain_of(planner, part)
    if chain is not None:
        return planner.with_values(planner.graph.solve(*chain), triples_of(part))
    left, right = planner.plan(part.p1), planner.plan(part.p2)
    return joins.left_join(left, right, planner.things, _on(planner, left, right, part.expr))


def _on(planner: Planner, left: Relation, right: Relation, expr: CompValue) -> str:
    if expr.name == TRUE:
        return ""

    def lookup(name: str) -> Value:
        if name not in left.columns and name not in right.columns:
            return planner.lookup(left)(name)
        return left.value(name, "l.") if name in left.columns else right.value(name, "r.")

    return scope_of(lookup, planner.things).condition(expr)


def in_graph(planner: Planner, part: CompValue) -> Relation:
    """GRAPH, which rows are in none of."""
    if part.p.name != "BGP":
        raise NotTranslatedError("GRAPH with more than patterns")
    patterns = planner.patterns.read(part.p.triples)
    graph = node(part.term)
    text = " ".join(pattern.sparql() for pattern in patterns)
    names = list(dict.fromkeys(name for pattern in patterns for name in pattern.variables))
    if isinstance(graph, Variable) and graph.name not in names:
        names.append(graph.name)
    found = planner.graph.store.find(f"GRAPH {written(graph)} {{ {text} }}", names, {})
    return found or nothing(names)
