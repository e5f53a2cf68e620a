"""Values for variables in the text of a query: the embedded engine's own binding is the measure."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from graph.ask import NamedQuery, named_queries, read_value
from graph.errors import QueryError
from graph.remote.binding import bind_values
from graph.sparql.engine import Target, ask
from graph.sparql.terms import Prefixes, json_term

A = {"a": {"type": "uri", "value": "http://x/a"}}
WITH_PARAMETERS = [query for query in named_queries() if query.parameters]


@pytest.mark.parametrize("query", WITH_PARAMETERS, ids=lambda query: query.name)
def test_a_named_query_means_the_same_with_its_values_in_the_text(query: NamedQuery, built: Path) -> None:
    """Columns and rows are those of the query whose values the engine binds."""
    target = Target(built)
    values = {one.name: read_value(one, one.default, target, {}) for one in query.parameters}
    terms = {name: json_term(value, target.prefixes()) for name, value in values.items()}
    bound, written = ask(query.text, target, values), ask(bind_values(query.text, terms), target)
    assert written.columns == bound.columns
    assert sorted(map(str, written.terms)) == sorted(map(str, bound.terms))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK { ?a ?p ?o }", "ASK { <http://x/a> ?p ?o }"),
        ("SELECT ?o { ?a ?p ?o }", "SELECT ?o { <http://x/a> ?p ?o }"),
        (
            "SELECT ?a ?o { $a ?p ?o } ORDER BY ?a",
            "SELECT ?a ?o { <http://x/a> ?p ?o  BIND(<http://x/a> AS ?a) } ORDER BY ?a",
        ),
        ("SELECT * { ?a ?p ?o }", "SELECT * { <http://x/a> ?p ?o  BIND(<http://x/a> AS ?a) }"),
        ("CONSTRUCT { ?a ?p 1 } { ?a ?p ?o }", "CONSTRUCT { <http://x/a> ?p 1 } { <http://x/a> ?p ?o }"),
        ("DESCRIBE ?a", "DESCRIBE <http://x/a>"),
        ("ASK { FILTER(BOUND(?a) && ?a != ?b) }", "ASK { FILTER(true && <http://x/a> != ?b) }"),
        (
            "SELECT ?a (COUNT(?o) AS ?n) { ?a ?p ?o } GROUP BY ?a",
            "SELECT ?a (COUNT(?o) AS ?n) { <http://x/a> ?p ?o  BIND(<http://x/a> AS ?a) } GROUP BY ?a",
        ),
        (
            "ASK { { SELECT ?a (COUNT(?o) AS ?n) { ?a ?p ?o } GROUP BY ?a } ?a ?q ?n }",
            "ASK { { SELECT ?a__1 (COUNT(?o) AS ?n) { <http://x/a> ?p ?o  BIND(<http://x/a> AS ?a__1) }"  # noqa: ISC004
            " GROUP BY ?a__1 } <http://x/a> ?q ?n }",
        ),
        (
            "ASK { { SELECT ?o { ?a ?p ?o } } ?a ?q ?o }",
            "ASK { { SELECT ?o { ?a ?p ?o } } <http://x/a> ?q ?o }",
        ),
        (
            "ASK { { SELECT * { ?a ?p ?o } } ?a ?q ?o } # ?a",
            "ASK { { SELECT * { <http://x/a> ?p ?o } } <http://x/a> ?q ?o } # ?a",
        ),
    ],
)
def test_a_value_stands_where_its_variable_stood(query: str, expected: str) -> None:
    """In patterns; what a SELECT names and groups by is bound at the end of its pattern."""
    assert bind_values(query, A) == expected


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (1 AS ?a) {}",
        "ASK { BIND(1 AS ?a) }",
        "ASK { VALUES ?a { 1 } }",
        "ASK { VALUES (?b ?a) { (1 2) } }",
    ],
)
def test_a_variable_gets_no_second_value(query: str) -> None:
    """The query would say two things of it."""
    with pytest.raises(QueryError) as caught:
        bind_values(query, A, "mine")
    assert str(caught.value) == "mine: ?a: a value is given, and the query gives it another"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_gets_out_of_its_literal(text: str) -> None:
    """Whatever is bound comes back as it is, quotes, braces and all."""
    value = json_term(Literal(text), Prefixes({}))
    found = Store().query(bind_values("SELECT ?v { FILTER(?v = ?v) }", {"v": value}))
    assert [row["v"] for row in found] == [Literal(text)]  # type: ignore[union-attr]


def test_language_and_datatype_stay() -> None:
    """Of numbers, days and words of a language."""
    for term in (Literal("ja", language="de"), Literal(3), Literal(True), NamedNode("urn:x")):  # noqa: FBT003
        value = json_term(term, Prefixes({}))
        found = Store().query(bind_values("SELECT ?v {}", {"v": value}))
        assert [row["v"] for row in found] == [term]  # type: ignore[union-attr]
