"""What follows from the sources: quads, store, queries, network and page.

import graph

rows = graph.query("SELECT ?who { <person/george-soros> mt:gaveTo ?who }").rows
dataset = graph.open_graph("moneytrail-graph")
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Dataset

    from graph.sparql.results import Result
    from graph.sparql.terms import Bindable

__all__ = ["open_graph", "query"]


def open_graph(path: "str | Path" = "moneytrail-graph") -> "Dataset":
    """A built graph as an rdflib Dataset, read-only; see `graph.store.open_graph`."""
    from graph.store import open_graph as open_built

    return open_built(path)


def query(
    sparql: str, graph: "str | Path" = "moneytrail-graph", timeout: float | None = None, **values: "Bindable"
) -> "Result":
    """Ask a built graph in SPARQL; see `graph.sparql.engine.query`."""
    from graph.sparql.engine import query as ask_graph

    return ask_graph(sparql, graph, timeout, **values)
