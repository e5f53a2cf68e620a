"""What the ordinary way loads: enough for every query, and no more than its parts leave possible."""

from itertools import islice

import pytest
from awkward_rows import Awkward, awkward_graph
from pyoxigraph import NamedNode
from random_queries import Queries
from random_sample import sample
from same_answers import KNOWN, answers, same_answers

from graph.virtual.columns import Columns
from graph.virtual.ordinary import Memory
from graph.virtual.parsing import parsed
from graph.virtual.patterns import Patterns
from graph.virtual.reached.basic import Loading
from graph.virtual.reached.known import NOTHING_KNOWN, either, kept, narrowed
from graph.virtual.reached.walk import reach
from graph.virtual.terms import NotTranslatedError

SEED, NUMBER = 23, 60
A, B, C = (NamedNode(f"https://example.org/{name}") for name in "abc")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Awkward:
    """The same graph with rows in columns, and loaded."""
    return awkward_graph(tmp_path_factory.mktemp("awkward"))


def _loaded(graph: Awkward, query: str) -> int:
    """How many triples a query makes the ordinary way load."""
    memory = Memory(graph.columns.store, graph.columns.lookup(), "this test")
    reach(parsed(query, KNOWN["id"], tuple(KNOWN.items())).p, NOTHING_KNOWN, Loading(memory, Patterns({})))
    return len(memory.made)


def test_random_queries_are_loaded_all_they_need(graph: Awkward, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing answered in columns, the answers are those of the store that has all triples."""

    def refuse(*_: object) -> None:
        raise NotTranslatedError("a query of this test")

    monkeypatch.setattr(Columns, "answer", refuse)
    for query in islice(Queries(sample(graph.loaded), SEED), NUMBER):
        assert same_answers(graph.whole, graph.bare, graph.loaded, query), query


def test_a_number_is_loaded_in_whatever_figures_it_is_asked_for(graph: Awkward) -> None:
    """To the store `7.0e0` and `70e-1` are one term, which its literals in Python are not."""
    query = "SELECT REDUCED ?x { ?x mt:votes 70e-1 }"
    assert len(answers(graph.loaded, query)) == 1
    assert same_answers(graph.whole, graph.bare, graph.loaded, query)
    assert graph.whole.way.name in {"keys", "ordinary"}


def test_what_one_part_finds_narrows_the_next(graph: Awkward) -> None:
    """A gift that is named, and all that is told of its payer, are fewer triples than all payers."""
    found = graph.loaded.query("SELECT ?gift { ?gift mt:payer ?who } ORDER BY ?gift LIMIT 1", prefixes=KNOWN)
    gift = next(iter(found))["gift"]  # type: ignore[union-attr,call-overload,arg-type]
    every = _loaded(graph, "SELECT * { ?gift mt:payer ?who . ?who ?p ?o }")
    named = _loaded(graph, f"SELECT * {{ {gift} mt:payer ?who . ?who ?p ?o }}")
    valued = _loaded(
        graph, f"SELECT * {{ VALUES ?gift {{ {gift} }} ?gift mt:payer ?who OPTIONAL {{ ?who ?p ?o }} }}"
    )
    assert 0 < named < every
    assert 0 < valued < every


def test_what_is_known_of_variables() -> None:
    """Both parts hold: what both leave; one of two: what either has; too much is not remembered."""
    assert narrowed({"x": frozenset({A, B})}, {"x": frozenset({B, C}), "y": frozenset({A})}) == {
        "x": frozenset({B}),
        "y": frozenset({A}),
    }
    assert either({"x": frozenset({A}), "y": frozenset({A})}, {"x": frozenset({B})}) == {
        "x": frozenset({A, B})
    }
    assert kept({"x": None, "y": [A, A]}) == {"y": frozenset({A})}
