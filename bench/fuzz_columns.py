"""Random queries over rows in columns, each held against a store that has all triples.

    python bench/fuzz_columns.py [--seed 1] [--first 0] [--number 10000] [--paths]

The graph is that of `tests/awkward_rows.py`: values that engines disagree about. Prints every query whose
answers differ, how many went each way, and why the ordinary way was gone. What keys find is asked without
them too. A difference ends it with status 1.
"""

import argparse
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from awkward_rows import awkward_graph
from pyoxigraph import Store
from random_paths import PathQueries
from random_queries import Queries
from random_sample import sample
from same_answers import answers

from graph.virtual.whole import WholeGraph


def main() -> None:
    """Put the queries that the command line asks for to both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="queries that are passed over")
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--paths", action="store_true", help="queries with paths along plain edges")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    whys: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        graph = awkward_graph(Path(place))
        queries = PathQueries(asked.seed) if asked.paths else Queries(sample(graph.loaded), asked.seed)
        made = islice(queries, asked.first, asked.first + asked.number)
        for number, query in enumerate(made, asked.first):
            name = f"seed {asked.seed}, query {number}"
            compare(graph.whole, graph.loaded, query, name, counts)
            if graph.whole.way.name == "keys":
                compare(graph.bare, graph.loaded, query, name, counts)
            if graph.whole.way.name == "ordinary":
                whys[graph.whole.way.why.removesuffix(" is not translated to columns")[:60]] += 1
    print(f"seed {asked.seed}, from query {asked.first}: {dict(sorted(counts.items()))}")
    print("\n".join(f"{count:6} {why}" for why, count in whys.most_common(40)))
    raise SystemExit(int(counts["different"] > 0))


def compare(whole: WholeGraph, loaded: Store, query: str, name: str, counts: Counter[str]) -> None:
    """Count how a query was answered, and print it when the answers differ."""
    wanted = answers(loaded, query)
    found = answers(whole, query)
    counts.update(["queries", whole.way.name])
    counts["refused by both"] += isinstance(wanted, str) and isinstance(found, str)
    counts["with solutions"] += not isinstance(wanted, str) and bool(wanted)
    if found != wanted:
        counts["different"] += 1
        print(f"--- {name}, {whole.way.name}: {whole.way.why}\n{query}")
        if isinstance(wanted, Counter) and isinstance(found, Counter):
            missing, surplus = list((wanted - found).items()), list((found - wanted).items())
            print(f"missing: {missing[:3]}\nsurplus: {surplus[:3]}")
        else:
            print(f"wanted: {wanted}\nfound: {found}"[:1000])


if __name__ == "__main__":
    main()
