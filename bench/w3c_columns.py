"""The W3C's test suites of queries over rows in columns: SPARQL 1.0 and 1.1.

    python bench/w3c_columns.py [folder]

The data of each test is put into event tables, made up for it: a table for each class, a column for each
property, a row for each thing whose values columns can hold; all else stays in the store. A row is of one
class, so a thing without one gets a class of ours, in the store that is compared as well. Prints which way
the queries went, and each whose answer is not that of the store which has all triples. Nothing is asserted.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store
from suites.answers import agree, read_found, read_right
from suites.cases import EVALUATED, Case, Suite
from suites.tables import graph_of, lines_of_rows
from w3c import ROWS, SUITES, TRIPLES, fetched

from graph.errors import QueryError
from graph.virtual import ordinary
from graph.virtual.whole import WholeGraph


def answer(store: Store | WholeGraph, case: Case) -> tuple[str, bytes, str]:
    """What a query finds: as a bag, and as it is told to others with its media type."""
    try:
        found = store.query(case.query, base_iri=case.base)
        if isinstance(found, QueryTriples):
            body, kind = found.serialize(format=RdfFormat.N_TRIPLES) or b"", TRIPLES
        else:
            body, kind = found.serialize(format=QueryResultsFormat.JSON) or b"", ROWS
    except (SyntaxError, RuntimeError, QueryError) as error:
        return f"refused: {type(error).__name__}", b"", ""
    return body.decode(), body, kind


def main() -> None:
    """Run the suites of a folder and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".run/rdf-tests/sparql"))
    suite = Suite(fetched(parser.parse_args().folder))
    ordinary.lines_of_rows = lines_of_rows  # tables of tests are in no ontology
    for name in ("SPARQL 1.0", "SPARQL 1.1"):
        counts: Counter[str] = Counter()
        for case in suite.cases(SUITES[name]):
            if case.kind in EVALUATED:
                counts.update(told(suite, case))
        print(name)
        for what, count in counts.most_common():
            print(f"{count:5} {what}")


def told(suite: Suite, case: Case) -> Iterator[str]:
    """What is counted of a test; a difference is printed."""
    quads = list(suite.quads(case))
    with tempfile.TemporaryDirectory() as place:
        tested = graph_of(quads, Path(place))
        wanted, right_body, kind = answer(tested.loaded, case)
        found, body, _ = answer(tested.whole, case)
    yield "tests"
    yield "with rows" if tested.rows else "without rows"
    way = tested.whole.way.name
    yield way
    if not same(wanted, found, right_body, body, kind):
        yield f"{way}, differs"
        print(f"{case.name}: {tested.whole.way.why}\n{case.query}\n{wanted[:800]}\n{found[:800]}")
    if case.kind != "CSVResultFormatTest":
        plain = Store()
        plain.extend(quads)
        _, other, _ = answer(plain, case)
        if is_right(suite, case, body, kind):
            yield f"{way}, as the suite has it"
        elif not is_right(suite, case, other, kind):
            yield f"{way}, where the engine itself differs from the suite"
        else:
            yield f"{way}, with a class more than the suite"
    if way == "ordinary":
        yield f"  {tested.whole.way.why}".replace("is not translated to columns", "")[:40]


def is_right(suite: Suite, case: Case, body: bytes, kind: str) -> bool:
    """Whether an answer is that of the suite."""
    if not body or case.result is None:
        return False
    rdf = case.result.suffix in (".ttl", ".rdf", ".nt")
    right = read_right(case.result, suite.read(case.result) if rdf else ())
    return agree(read_found(body, kind), right, lax=case.lax)


def same(wanted: str, found: str, one: bytes, other: bytes, kind: str) -> bool:
    """Whether two answers are the same, whatever blank nodes are called."""
    if not one or not other:
        return wanted == found
    return agree(read_found(other, kind), read_found(one, kind), lax=False)


if __name__ == "__main__":
    main()
