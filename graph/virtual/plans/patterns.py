"""Triple patterns: of the default graph, optional ones, and those of named graphs."""

from collections.abc import Sequence

from rdflib.paths import AlternativePath
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.joins import union
from graph.virtual.loose_joins import join_any, left_join_any
from graph.virtual.modifiers import distinct, project
from graph.virtual.patterns import Pattern, Variable, node, written
from graph.virtual.plans.algebra import is_anything, triples_of
from graph.virtual.plans.chains import chain_of, is_choice
from graph.virtual.plans.planner import Planner
from graph.virtual.relation import Relation, nothing
from graph.virtual.terms import NotTranslatedError


def bgp(planner: Planner, part: CompValue) -> Relation:
    """Triple patterns."""
    return planner.with_values(_solved(planner, planner.patterns.read(part.triples)), part.triples)


def _solved(planner: Planner, patterns: Sequence[Pattern]) -> Relation:
    """The solutions of patterns; a choice of paths through rows is a union."""
    choices = [pattern for pattern in patterns if is_choice(planner, pattern)]
    plain = [pattern for pattern in patterns if pattern not in choices]
    relation = planner.graph.solve(plain)
    for pattern in choices:
        relation = join_any(relation, _chosen(planner, pattern), planner.things)
    return relation


def _chosen(planner: Planner, pattern: Pattern) -> Relation:
    """The solutions of a choice of paths, each once, as the store has them."""
    if not isinstance(pattern.predicate, AlternativePath):
        raise TypeError(f"{pattern} is no choice")
    names, found = list(dict.fromkeys(pattern.variables)), []
    for path in pattern.predicate.args:
        way = list(planner.patterns.parts(pattern.subject, path, pattern.object))
        found.append(project(_solved(planner, way), names))
    return distinct(union(found, planner.things))


def left_join(planner: Planner, part: CompValue) -> Relation:
    """OPTIONAL; one on the subject of a scan is a column of it."""
    chain = chain_of(planner, part)
    if chain is not None:
        return planner.with_values(planner.graph.solve(*chain), triples_of(part))
    left, right = planner.plan(part.p1), planner.plan(part.p2)
    condition = None if is_anything(part.expr) else planner.condition(left, part.expr)
    return left_join_any(left, right, planner.things, condition)


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
