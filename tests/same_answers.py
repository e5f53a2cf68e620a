"""The answers of a graph to a query, to be compared with those of another."""

from collections import Counter
from dataclasses import replace

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from graph.errors import QueryError
from graph.nodes import BASE
from graph.virtual.columns import Columns
from graph.virtual.mapping import Tables
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


def same_answers(whole: WholeGraph, bare: WholeGraph, loaded: Store, query: str) -> bool:
    """Whether a graph has the answers of the store; where keys find them, also without keys."""
    wanted = answers(loaded, query)
    is_same = answers(whole, query) == wanted
    return is_same and (whole.way.name != "keys" or answers(bare, query) == wanted)


def without_keys(tables: Tables, store: Store) -> WholeGraph:
    """A graph in whose tables nothing is found but by a scan."""
    bare = tuple(replace(table, keys="") for table in tables.tables)
    return WholeGraph(Columns(replace(tables, tables=bare), store))
