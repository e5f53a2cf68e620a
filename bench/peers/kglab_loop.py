"""kglab, a row at a time into its graph, which is rdflib's; the statements are those of the rdflib loop."""

import csv
import sys
from pathlib import Path

import kglab  # type: ignore[import-not-found]  # lives in an environment of its own

from peers.rdflib_loop import triples
from peers.shape import ROWS


def main() -> None:
    """Write N-Triples."""
    graph = kglab.KnowledgeGraph(use_gpus=False)
    with Path(ROWS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for subject, predicate, value in triples(row):
                graph.add(subject, predicate, value)
    graph.save_rdf(sys.argv[1], format="nt")


if __name__ == "__main__":
    main()
