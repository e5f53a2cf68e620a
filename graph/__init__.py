"""What follows from the sources: quads, store, queries, sums of money, network and page.

import graph

rows = graph.query("SELECT ?who { <person/george-soros> mt:gaveTo ?who }").rows
money = graph.money_between("George Soros", where=["state=ca", "year=2018"])
sure = graph.who_says("C001-029").how_sure
dataset = graph.open_graph("moneytrail-graph")
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Dataset

    from graph.sparql.results import Result
    from graph.sparql.terms import Bindable
    from graph.sums.answer import Money
    from graph.witnesses import Witnesses

__all__ = ["money_between", "open_graph", "query", "who_says"]


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


def money_between(
    payer: str = "", payee: str = "", where: "Iterable[str]" = (), graph: "str | Path" = "moneytrail-graph"
) -> "Money":
    """The safe sums of money from one to another in a built graph; see `graph.sums.answer`."""
    from pathlib import Path

    from graph.reading import open_reader
    from graph.rows.event_tables import open_tables
    from graph.sums.answer import money_between as add_up

    folder = Path(graph)
    return add_up(open_reader(folder), payer, payee, where, open_tables(folder))


def who_says(name: str, graph: "str | Path" = "moneytrail-graph") -> "Witnesses":
    """Who stands behind a fact of a built graph, named as in `graph.fact_names.named_fact`."""
    from pathlib import Path

    from graph.fact_names import named_fact
    from graph.reading import open_reader

    return named_fact(open_reader(Path(graph)), name).witnesses
