"""Plain edges of rows: beside the store and each once, whether rows, a source or both tell of them."""

from collections import Counter
from itertools import islice
from pathlib import Path

import polars as pl
import pytest
from awkward_rows import PAIRS, Awkward, awkward_graph
from pyoxigraph import DefaultGraph, NamedNode
from random_paths import PathQueries
from same_answers import KNOWN, answers

from graph.tables.edge_names import ENDS
from graph.virtual.columns import Columns
from graph.virtual.steps import Steps, write_steps
from graph.virtual.terms import NotTranslatedError

SEED, NUMBER = 4, 15
GAVE_TO = NamedNode(f"{KNOWN['mt']}gaveTo")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Awkward:
    """Edges from rows, from a source and from both, and the store that has all of them."""
    return awkward_graph(tmp_path_factory.mktemp("awkward"))


def test_an_edge_is_in_the_graph_once_and_in_the_store_if_a_source_states_it(graph: Awkward) -> None:
    """What a source states is loaded; what rows alone tell of is not, and is in the graph all the same."""
    asked = (None, GAVE_TO, None, DefaultGraph())
    stores = (graph.whole, graph.loaded, graph.columns.store)
    whole, loaded, stated = (Counter(map(str, store.quads_for_pattern(*asked))) for store in stores)
    assert whole == loaded
    of_rows = whole - stated
    assert (len(stated), len(of_rows)) == (7, len(PAIRS["gaveTo"]) - 1)
    assert {edge.name for edge in graph.columns.tables.edges} == {"gaveTo", "ranIn", "spentFor"}


CASES = {
    "from a thing": ("SELECT ?x { <party/x/a> mt:gaveTo ?x }", "ordinary"),
    "to a thing": ("SELECT ?x { ?x mt:gaveTo <committee/x/a> }", "ordinary"),
    "any property of a thing": ("SELECT ?p ?o { <committee/x/none> ?p ?o }", "columns"),
    "who can be reached": ("SELECT ?x { <party/x/b> mt:gaveTo+ ?x }", "ordinary"),
    "and how often they were paid": (
        "SELECT ?x (COUNT(?g) AS ?n) { <party/x/b> mt:gaveTo+ ?x . ?g mt:payee ?x } GROUP BY ?x",
        "columns",
    ),
    "from what a row names": (
        "SELECT ?x { <contribution/x/a> mt:payee ?c . ?c (mt:gaveTo|^mt:gaveTo)+ ?x }",
        "columns",
    ),
    "all pairs and rows": ("SELECT ?x ?n { ?x mt:gaveTo ?y . ?g mt:payee ?y ; mt:amount ?n }", "columns"),
    "a choice with rows": ("SELECT ?x { ?x mt:gaveTo|mt:payer ?y }", "columns"),
    "a path from anything to anything": ("SELECT ?x ?y { ?x mt:gaveTo+ ?y }", "ordinary"),
    "a path to what rows name": ("SELECT ?x { ?x mt:gaveTo+ ?y . ?g mt:payee ?y }", "columns"),
    "a thing described": ("DESCRIBE <committee/x/none>", "ordinary"),
    "all edges": ("SELECT ?y (COUNT(?x) AS ?n) { ?x mt:gaveTo ?y } GROUP BY ?y", "columns"),
}


@pytest.mark.parametrize("case", CASES)
def test_edges_are_found_as_in_the_store(graph: Awkward, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Points, paths and joins with rows have the answers of the store: by keys, in columns, or in memory."""
    monkeypatch.setattr("graph.virtual.whole.FEW", 12)
    query, without_keys = CASES[case]
    wanted = answers(graph.loaded, query)
    assert answers(graph.whole, query) == wanted
    assert answers(graph.bare, query) == wanted
    assert graph.bare.way.name == without_keys


def test_random_paths_have_the_answers_of_the_store(graph: Awkward, monkeypatch: pytest.MonkeyPatch) -> None:
    """In columns wherever that is possible; `make fuzz` asks more."""
    monkeypatch.setattr("graph.virtual.whole.FEW", 0)
    for query in islice(PathQueries(SEED), NUMBER):
        assert answers(graph.bare, query) == answers(graph.loaded, query), query


def test_random_paths_are_loaded_all_they_need(graph: Awkward, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing answered in columns, the answers are those of the store."""

    def refuse(*_: object) -> None:
        raise NotTranslatedError("a query of this test")

    monkeypatch.setattr(Columns, "answer", refuse)
    for query in islice(PathQueries(SEED + 1), NUMBER):
        assert answers(graph.bare, query) == answers(graph.loaded, query), query


def test_steps_lead_both_ways(tmp_path: Path) -> None:
    """Each edge is found from either end; a thing that no edge has has no number."""
    pairs = {"gaveTo": [("c", "é"), ("a", "é"), ("a", "b"), ("b", "a"), ("c", "a")], "ranIn": [("a", "z")]}
    files = {name: tmp_path / f"{name}.parquet" for name in pairs}
    for name, some in pairs.items():
        pl.DataFrame(some, ENDS, orient="row").write_parquet(files[name])
    write_steps(files, tmp_path / "steps")
    steps = Steps(tmp_path / "steps")
    number = {path: steps.number(path) for path in ("a", "b", "c", "z", "é")}
    assert [steps.path(one) for one in sorted(number.values(), key=str)] == ["a", "b", "c", "z", "é"]  # type: ignore[arg-type]
    assert (steps.number(""), steps.number("bb"), steps.number("ü")) == (None, None, None)
    for name, some in pairs.items():
        numbered = sorted((number[one], number[other]) for one, other in some)
        assert list(steps.edges(name, None, None)) == numbered
        for one, other in numbered:
            assert list(steps.edges(name, one, None)) == [pair for pair in numbered if pair[0] == one]
            assert list(steps.edges(name, None, other)) == [pair for pair in numbered if pair[1] == other]
            assert list(steps.edges(name, one, other)) == [(one, other)]
    assert list(steps.edges("ranIn", number["c"], None)) == []
