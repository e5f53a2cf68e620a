"""Goes through a query part by part, so that each loads no more than those before it leave possible.

What is known of a variable holds for every solution of the parts that are joined, so a part behind it needs
no triple with another value. Nothing is told to a part that is counted off or grouped: there a solution
counts even if nothing is joined with it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.exists import EXISTS, read_group
from graph.virtual.needed import basic_patterns
from graph.virtual.patterns import Variable, node
from graph.virtual.reached.basic import Loading
from graph.virtual.reached.known import NOTHING_KNOWN, Known, either, kept, narrowed, only


def reach(part: CompValue, known: Known, loading: Loading) -> Known:
    """Load what a part of a query can meet; what its variables can be then.

    Raises:
        TooManyTriplesError: That is too much.
    """
    return PARTS.get(part.name, _any)(part, known, loading)


def _basic(part: CompValue, known: Known, loading: Loading) -> Known:
    return loading.basic(part.triples, known)


def _join(part: CompValue, known: Known, loading: Loading) -> Known:
    """Parts side by side, those that tell most of their variables first."""
    left = list(_joined(part))
    while left:
        one = min(left, key=lambda each: _rank(each, known, loading))
        left.remove(one)
        known = narrowed(known, reach(one, known, loading))
    return known


def _joined(part: CompValue) -> Iterator[CompValue]:
    if part.name == "Join":
        yield from _joined(part.p1)
        yield from _joined(part.p2)
    else:
        yield part


def _rank(part: CompValue, known: Known, loading: Loading) -> int:
    """How late a part is best looked at: 0 for the first."""
    if part.name == "values":
        return 0
    if part.name == "BGP":
        return loading.rank(part.triples, known)
    if part.name == "Union":
        return max(_rank(part.p1, known, loading), _rank(part.p2, known, loading))
    inner = part.p1 if part.name in ("Join", "LeftJoin", "Minus") else part.p
    return _rank(inner, known, loading) if isinstance(inner, CompValue) else loading.LAST


def _left_join(part: CompValue, known: Known, loading: Loading) -> Known:
    found = narrowed(known, reach(part.p1, known, loading))
    inner = narrowed(found, reach(part.p2, found, loading))
    _look_into(part.expr, inner, loading)
    return found


def _union(part: CompValue, known: Known, loading: Loading) -> Known:
    return either(reach(part.p1, known, loading), reach(part.p2, known, loading))


def _minus(part: CompValue, known: Known, loading: Loading) -> Known:
    found = narrowed(known, reach(part.p1, known, loading))
    reach(part.p2, found, loading)
    return found


def _conditioned(part: CompValue, known: Known, loading: Loading) -> Known:
    """FILTER and ORDER BY, which may ask for more with EXISTS."""
    found = narrowed(known, reach(part.p, known, loading))
    _look_into(part.expr, found, loading)
    return found


def _extended(part: CompValue, known: Known, loading: Loading) -> Known:
    """BIND; one variable may be another, as a key of a group is in what SELECT has of it."""
    found = _conditioned(part, known, loading)
    is_other = isinstance(part.expr, rdflib.Variable) and str(part.expr) in found
    return narrowed(found, {str(part.var): found[str(part.expr)]}) if is_other else found


def _look_into(expr: object, known: Known, loading: Loading) -> None:
    """Load what EXISTS in an expression asks for."""
    if isinstance(expr, CompValue):
        if expr.name in EXISTS:
            reach(read_group(expr.graph), known, loading)
        else:
            for one in expr.values():
                _look_into(one, known, loading)
    elif isinstance(expr, list | tuple):
        for one in expr:
            _look_into(one, known, loading)


def _project(part: CompValue, known: Known, loading: Loading) -> Known:
    names = [str(name) for name in part.PV]
    return only(reach(part.p, only(known, names), loading), names)


def _through(part: CompValue, known: Known, loading: Loading) -> Known:
    return reach(part.p, known, loading)


def _sliced(part: CompValue, _: Known, loading: Loading) -> Known:
    return reach(part.p, NOTHING_KNOWN, loading)


def _grouped(part: CompValue, _: Known, loading: Loading) -> Known:
    inner = reach(part.p.p, NOTHING_KNOWN, loading)
    _look_into((part.A, part.p.expr), inner, loading)
    keys = [key for key in part.p.expr or () if isinstance(key, rdflib.Variable)]
    named = {
        str(one.res): str(one.vars) for one in part.A if one.name == "Aggregate_Sample" and one.vars in keys
    }
    return {result: inner[name] for result, name in named.items() if name in inner}


def _values(part: CompValue, _: Known, __: Loading) -> Known:
    names = {str(name) for row in part.res for name in row}
    columns = {name: [row.get(rdflib.Variable(name), "UNDEF") for row in part.res] for name in sorted(names)}
    bound = {name: column for name, column in columns.items() if "UNDEF" not in column}
    read = {name: [node(term) for term in column] for name, column in bound.items()}
    return kept(
        {name: [term for term in terms if not isinstance(term, Variable)] for name, terms in read.items()}
    )


def _any(part: CompValue, known: Known, loading: Loading) -> Known:
    """GRAPH, and whatever else: all that its patterns can meet."""
    for graph, triples in basic_patterns(part):
        if graph is None:
            loading.basic(triples, NOTHING_KNOWN)
        else:
            loading.named(graph, triples)
    return known


PARTS: Mapping[str, Callable[[Any, Known, Loading], Known]] = {
    "BGP": _basic,
    "Join": _join,
    "LeftJoin": _left_join,
    "Union": _union,
    "Minus": _minus,
    "Filter": _conditioned,
    "Extend": _extended,
    "OrderBy": _conditioned,
    "Project": _project,
    "Distinct": _through,
    "Reduced": _through,
    "ToMultiSet": _through,
    "Slice": _sliced,
    "AggregateJoin": _grouped,
    "values": _values,
}
