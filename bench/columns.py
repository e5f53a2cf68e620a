"""SPARQL over rows in columns, beside DuckDB by hand and the store that has all triples.

    python bench/columns.py --virtual GRAPH [--loaded GRAPH] [--random 10000]

GRAPH is a folder that `moneytrail build --rows virtual` or `--rows loaded` made of the files of
`fec_shaped.py`. Answers are compared wherever there are two; CPU seconds are those of this process, the
second of two runs.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from pathlib import Path

import duckdb
from pyoxigraph import QueryBoolean, QuerySolutions, Store

from graph.nodes import BASE
from graph.sparql.terms import value_of
from graph.store import open_store
from ontology import PREFIXES

QUERIES = Path(__file__).with_name("researcher")
KNOWN = {**PREFIXES, "id": f"{BASE}id/"}
GIFTS = "FROM contribution c"
BY_HAND = {
    "01-top-donors": f"SELECT c.payer, any_value(p.label), sum(amount) s, count(*) {GIFTS}"
    " JOIN named p ON p.id = c.payer GROUP BY 1 ORDER BY s DESC, 1 LIMIT 20",
    "02-top-recipients": f"SELECT c.payee, any_value(p.label), sum(amount) s, max(amount) {GIFTS}"
    " JOIN committee p ON p.id = c.payee GROUP BY 1 ORDER BY s DESC, 1 LIMIT 20",
    "03-by-state": f"SELECT stateCode, count(DISTINCT payer), sum(amount) s {GIFTS}"
    " JOIN named p ON p.id = c.payer WHERE stateCode IS NOT NULL GROUP BY 1 ORDER BY s DESC, 1",
    "04-by-month-and-party": f"SELECT substr(date, 1, 7) m, party, count(*), sum(amount) {GIFTS}"
    " JOIN (SELECT id, unnest(partyAsPrinted) party FROM committee) p ON p.id = c.payee"
    " WHERE date IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
    "05-mean-by-occupation": f"SELECT occupation, count(*) n, avg(amount) a {GIFTS}"
    " WHERE occupation IS NOT NULL GROUP BY 1 HAVING n >= 100 ORDER BY a DESC, 1 LIMIT 20",
    "07-new-money": f"SELECT payee, sum(amount) s {GIFTS} WHERE notNewMoney IS NULL"
    " GROUP BY 1 ORDER BY s DESC, 1 LIMIT 20",
    "09-many-committees": f"SELECT payer, count(DISTINCT payee) n, sum(amount) s {GIFTS}"
    " GROUP BY 1 HAVING n >= 3 ORDER BY n DESC, s DESC, 1 LIMIT 20",
    "10-small-gifts": f"SELECT count(*), sum(amount) {GIFTS} WHERE amount > 0 AND amount < 200",
}
"""The eight aggregates as one who knows the tables writes them."""
TABLES = ("contribution", "committee", "party", "candidate")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure SPARQL over rows in columns.")
    parser.add_argument("--virtual", type=Path, required=True, help="graph built with --rows virtual")
    parser.add_argument("--loaded", type=Path, help="the same graph built with --rows loaded")
    parser.add_argument("--random", type=int, default=0, help="random queries to compare")
    asked = parser.parse_args()
    whole = open_store(asked.virtual)
    loaded = open_store(asked.loaded) if asked.loaded else None
    hand = by_hand(asked.virtual)
    print(f"{'query':24} {'way':8} {'columns':>8} {'by hand':>8} {'store':>8}   CPU s")
    for file in sorted(QUERIES.glob("*.rq")):
        print(compared(file, whole, hand, loaded), flush=True)
    if asked.random and loaded is not None:
        print(f"{same_answers(whole, loaded, asked.random)} random queries have the same answers")


def by_hand(graph: Path) -> duckdb.DuckDBPyConnection:
    """DuckDB with the tables of the contributions of a graph."""
    made = duckdb.connect()
    made.execute("SET threads = 2")
    tables = next(graph.glob("converted/*/tables/contribution")).parent
    for table in TABLES:
        made.execute(f"CREATE VIEW {table} AS FROM '{tables / table}/*.parquet'")
    parts = (f"SELECT id, label, stateCode FROM {table}" for table in TABLES[1:])
    made.execute(f"CREATE VIEW named AS {' UNION ALL '.join(parts)}")
    return made


def compared(file: Path, whole: Store, hand: duckdb.DuckDBPyConnection, loaded: Store | None) -> str:
    """A line for a query: what it costs in each way."""
    sparql = file.read_text("utf-8")
    found, columns = cost(lambda: answers(whole, sparql))
    way = getattr(whole, "way", None)
    texts = [f"{file.stem:24} {'store' if way is None else way.name:8} {columns:8.3f}"]
    if file.stem in BY_HAND:
        rows, seconds = cost(lambda: hand.execute(BY_HAND[file.stem]).fetchall())
        texts.append(f"{seconds:8.3f}")
        if len(rows) != sum(found.values()) or not _same_sums(rows, found):
            sys.exit(f"{file.stem}: by hand it is something else")
    else:
        texts.append(" " * 8)
    if loaded is not None:
        wanted, seconds = cost(lambda: answers(loaded, sparql), runs=1)
        texts.append(f"{seconds:8.3f}")
        if wanted != found:
            sys.exit(f"{file.stem}: the store has other answers")
    return " ".join(texts)


def _same_sums(rows: list[tuple[object, ...]], found: Counter[tuple[object, ...]]) -> bool:
    """Whether the sums that are decimals add up to the same."""
    ours = [value for row in found for value in row if isinstance(value, Decimal)]
    theirs = [value for row in rows for value in row if isinstance(value, Decimal)]
    return sum(theirs) == sum(ours) or len(theirs) < len(ours)  # means by hand are no decimals


def answers(store: Store, sparql: str) -> Counter[tuple[object, ...]]:
    """The bag of answers of a query; of an ASK one, the truth."""
    found = store.query(sparql, prefixes=KNOWN, base_iri=KNOWN["id"])
    if isinstance(found, QueryBoolean):
        return Counter([(bool(found),)])
    if not isinstance(found, QuerySolutions):
        raise TypeError("a query that makes triples")
    return Counter(tuple(map(value_of, solution)) for solution in found)


def cost(work: Callable[[], object], runs: int = 2) -> tuple[object, float]:
    """What work gives, and the CPU seconds of its last run."""
    for _ in range(runs):
        start = time.process_time()
        found = work()
        seconds = time.process_time() - start
    return found, seconds


def same_answers(whole: Store, loaded: Store, number: int) -> int:
    """Compare random queries; ends with the first that differs."""
    sys.path.append(str(Path(__file__).parents[1] / "tests"))
    from random_queries import Queries
    from random_sample import sample

    for query in islice(Queries(sample(loaded), number), number):
        if answers(whole, query) != answers(loaded, query):
            sys.exit(f"other answers: {query}")
    return number


if __name__ == "__main__":
    main()
