"""Queries that name a thing, and paths, over rows in columns beside the store that has all triples.

    python bench/points.py --virtual GRAPH --loaded GRAPH

The graphs are those of `columns.py`. Each query is asked of several gifts in a warm process: once as a
text that was not asked before, once again. Answers are compared; milliseconds are medians.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import median

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from graph.nodes import BASE
from graph.store import open_store
from ontology import PREFIXES

KNOWN = {**PREFIXES, "id": f"{BASE}id/"}
GIFTS = 15
EVERY = 9_973
"""Of so many gifts one is asked for."""
QUERIES = {
    "what a gift is": "SELECT ?p ?o { <GIFT> ?p ?o }",
    "describe a gift": "DESCRIBE <GIFT>",
    "the amount of a gift": "SELECT ?x { <GIFT> mt:amount ?x }",
    "what points at a donor": "SELECT ?s ?p { ?s ?p <DONOR> }",
    "gifts of a donor": "SELECT ?g ?x { ?g a mt:Contribution ; mt:payer <DONOR> ; mt:amount ?x }",
    "the name of a gift's donor (/)": "SELECT ?n { <GIFT> mt:payer/rdfs:label ?n }",
    "what a donor paid (^)": "SELECT ?g { <DONOR> ^mt:payer ?g }",
    "one end or the other (|)": "SELECT ?x { <GIFT> (mt:payer|mt:payee) ?x }",
    "gave to (edge)": "SELECT ?x { <DONOR> mt:gaveTo ?x }",
    "gave as the donor did (edges)": "SELECT (COUNT(*) AS ?n) { <DONOR> mt:gaveTo/^mt:gaveTo ?x }",
    "reached from a donor (edges, +)": "SELECT ?x { <DONOR> mt:gaveTo+ ?x }",
    "reached or itself (rows, *)": "SELECT ?x { <GIFT> mt:alsoReportedAs* ?x }",
}


def main() -> None:
    """Compare what the command line names."""
    parser = argparse.ArgumentParser(description="Measure queries that name a thing.")
    parser.add_argument("--virtual", type=Path, required=True, help="graph built with --rows virtual")
    parser.add_argument("--loaded", type=Path, required=True, help="the same graph built with --rows loaded")
    asked = parser.parse_args()
    whole, loaded = open_store(asked.virtual), open_store(asked.loaded)
    pairs = gifts(loaded)
    print(f"{'query':32} {'way':8} {'new':>7} {'again':>7} {'store':>7}   ms")
    for name, query in QUERIES.items():
        print(compared(name, [_named(query, *pair) for pair in pairs], whole, loaded), flush=True)


def gifts(loaded: Store) -> list[tuple[str, str]]:
    """Some gifts, and their donors."""
    found = loaded.query("SELECT ?g ?d { ?g a mt:Contribution ; mt:payer ?d }", prefixes=KNOWN)
    if not isinstance(found, QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    every = [(str(row[0]), str(row[1])) for number, row in enumerate(found) if number % EVERY == 0]
    return every[:GIFTS]


def _named(query: str, gift: str, donor: str) -> str:
    return query.replace("<GIFT>", gift).replace("<DONOR>", donor)


def compared(name: str, queries: list[str], whole: Store, loaded: Store) -> str:
    """A line for a query: what it takes when it is new, again, and in the store."""
    answers(whole, queries[0])
    new, again, raw = [], [], []
    for query in queries[1:]:
        found, seconds = timed(whole, query)
        new.append(seconds)
        again.append(timed(whole, query)[1])
        wanted, seconds = timed(loaded, query)
        raw.append(seconds)
        if found != wanted:
            sys.exit(f"other answers: {query}")
    way = whole.way.name if hasattr(whole, "way") else "store"
    return f"{name:32} {way:8} {median(new):7.1f} {median(again):7.1f} {median(raw):7.1f}"


def timed(store: Store, query: str) -> tuple[list[str], float]:
    """The answers to a query in order, and the milliseconds they take."""
    start = time.perf_counter()
    found = answers(store, query)
    return sorted(found), (time.perf_counter() - start) * 1000


def answers(store: Store, query: str) -> list[str]:
    """The answers to a query."""
    found = store.query(query, prefixes=KNOWN, base_iri=KNOWN["id"])
    return [] if isinstance(found, QueryBoolean) else list(map(str, found))


if __name__ == "__main__":
    main()
