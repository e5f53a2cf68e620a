"""All that is planned of a query."""

from collections.abc import Mapping

from graph.virtual.bgp import GraphPatterns
from graph.virtual.patterns import Patterns
from graph.virtual.plans import filters, groups, patterns, results
from graph.virtual.plans.planner import Plan, Planner

PLANS: Mapping[str, Plan] = {
    "BGP": patterns.bgp,
    "LeftJoin": patterns.left_join,
    "Graph": patterns.in_graph,
    "Filter": filters.filtered,
    "Join": groups.join,
    "Union": groups.union,
    "Minus": groups.minus,
    "ToMultiSet": groups.inner,
    "values": groups.values,
    "Extend": results.extend,
    "AggregateJoin": results.group,
    "Project": results.project,
    "Distinct": results.distinct,
    "OrderBy": results.order,
    "Slice": results.sliced,
}


def planner_of(graph: GraphPatterns, read: Patterns) -> Planner:
    """What plans one query.

    Args:
        graph: Answers patterns.
        read: Reads them.
    """
    return Planner(graph, read, PLANS)
