"""The answers of a graph to a query, to be compared with those of another."""

from collections import Counter

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from graph.errors import QueryError
from graph.nodes import BASE
from graph.virtual.whole import WholeGraph
from ontology import PREFIXES

KNOWN = {**PREFIXES, "id": f"{BASE}id/"}
Answers = Counter[tuple[str, ...]] | bool | str
"""A bag of solutions or triples, the truth of an ASK, or that the query was refused."""


def answers(store: Store | WholeGraph, query: str) -> Answers:
    """The answers to a query, however they are ordered."""
    try:
        found = store.query(query, base_iri=KNOWN["id"], prefixes=KNOWN)
        if isinstance(found, QueryBoolean):
            return bool(found)
        if isinstance(found, QuerySolutions):
            return Counter(tuple(map(str, solution)) for solution in found)
        return Counter(tuple(map(str, triple)) for triple in found)
    except (SyntaxError, QueryError):
        return "refused"
