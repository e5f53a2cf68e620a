"""Patterns on one subject with the optional ones behind them, which are one scan."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib.paths import AlternativePath
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.exists import EXISTS, read_group
from graph.virtual.parts import goes_along_edges, parts_of, property_of_rows
from graph.virtual.patterns import Pattern, Variable, names_in
from graph.virtual.plans.algebra import is_anything
from graph.virtual.plans.planner import Planner
from graph.virtual.stars import Group


def chain_of(planner: Planner, part: CompValue) -> tuple[list[Pattern], list[Group]] | None:
    """Patterns and the optional groups on their subjects; None where they are something else."""
    if part.name == "BGP":
        patterns = planner.patterns.read(part.triples)
        return None if any(is_choice(planner, pattern) for pattern in patterns) else (patterns, [])
    if part.name != "LeftJoin" or not is_anything(part.expr) or part.p2.name != "BGP":
        return None
    before = chain_of(planner, part.p1)
    if before is None:
        return None
    patterns, groups = before
    group = tuple(planner.patterns.read(part.p2.triples))
    taken = names_in((*patterns, *(one for some in groups for one in some)))
    new = [one.object.name for one in group if isinstance(one.object, Variable)]
    if not group or any(is_choice(planner, pattern) for pattern in group):
        return None
    if taken & set(new) or len(new) > len(set(new)):
        return None
    return (patterns, [*groups, group]) if parts_of(patterns, planner.graph.tables).attaches(group) else None


def is_choice(planner: Planner, pattern: Pattern) -> bool:
    """Whether a pattern is a choice of paths of which one goes through rows, or along their edges."""
    path, tables = pattern.predicate, planner.graph.tables
    if not isinstance(path, AlternativePath):
        return False
    return property_of_rows(path, tables) != "" or goes_along_edges(path, tables)


def absent_in(
    planner: Planner, conditions: Sequence[object], patterns: Sequence[Pattern], groups: Sequence[Group]
) -> dict[int, Pattern]:
    """The conditions that a property of a scan is not there, by their number; NULL says so."""
    found: dict[int, Pattern] = {}
    taken = names_in((*patterns, *(one for group in groups for one in group)))
    for number, expr in enumerate(conditions):
        if not isinstance(expr, CompValue) or EXISTS.get(expr.name) is not False:
            continue
        group = read_group(expr.graph)
        read = planner.patterns.read(group.triples) if group.name == "BGP" else []
        parts = parts_of(patterns, planner.graph.tables)
        if len(read) != 1 or not parts.attaches((read[0],)) or not isinstance(read[0].object, Variable):
            continue
        if read[0].object.name not in taken:
            found[number] = replace(read[0], object=Variable(f"=absent{number}"))
    return found
