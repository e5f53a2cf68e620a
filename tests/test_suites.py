"""The bench of the W3C's suites reads manifests, asks a server, and tells right answers from wrong ones."""

from collections.abc import Iterator

import pytest
from suites.cases import Suite
from suites.protocol import protocol_cases, protocol_fault
from suites.served import Served, served
from w3c import by_engine, through_http

HEAD = """@prefix : <#> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#> .
@prefix ut: <http://www.w3.org/2009/sparql/tests/test-update#> .
@prefix ht: <http://www.w3.org/2011/http#> .
@prefix cnt: <http://www.w3.org/2011/content#> .
@prefix hts: <http://www.w3.org/2011/http-statusCodes#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ROWS = '{"head":{"vars":["x","n"]},"results":{"bindings":[%s]}}'
NUMBER = '{"n":{"type":"literal","value":"%s","datatype":"http://www.w3.org/2001/XMLSchema#%s"}}'
BLANK = '{"x":{"type":"bnode","value":"%s"}}'
CASES = {
    "blank nodes": ("SELECT ?x { ?x <urn:p> ?y }", f"{BLANK % 'q'},{BLANK % 'r'}", ""),
    "one blank node": ("SELECT ?x { ?x <urn:p> ?y }", f"{BLANK % 'q'},{BLANK % 'q'}", "another result"),
    "a decimal": ("SELECT (1.50 AS ?n) {}", NUMBER % ("1.500", "decimal"), ""),
    "an integer": ("SELECT (2 AS ?n) {}", NUMBER % ("2.0", "decimal"), "another result"),
    "once in two graphs": (
        "SELECT (COUNT(*) AS ?n) FROM <one.ttl> FROM <two.ttl> { <urn:a> ?p ?o }",
        NUMBER % (1, "integer"),
        "",
    ),
    "a sum of two graphs": (
        "SELECT (SUM(?o) AS ?n) FROM <one.ttl> FROM NAMED <two.ttl> FROM <two.ttl> { ?s <urn:sum> ?o }",
        NUMBER % (3, "integer"),
        "",
    ),
    "a mark in a name": ("PREFIX e: <urn:> SELECT ?x { ?x e:e\u0301 ?y\u0301 }", "", ""),
    "no rows": ("SELECT ?x { ?x <urn:none> ?y }", BLANK % "q", "another result"),
}
SYNTAX = {"PositiveSyntaxTest11": "SELECT * {", "NegativeSyntaxTest11": "SELECT * {}"}


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """A suite of our own."""
    folder = tmp_path_factory.mktemp("suites")
    (folder / "own").mkdir()
    names = (*(f"case{number}" for number in range(len(CASES))), *SYNTAX)
    lines = [f"<manifest.ttl> mf:entries ({' '.join(f':{name}' for name in names)}) ."]
    for name, (label, (query, rows, _)) in zip(names, CASES.items(), strict=False):
        (folder / f"own/{name}.rq").write_text(query, "utf-8")
        (folder / f"own/{name}.srj").write_text(ROWS % rows, "utf-8")
        action = f"[ qt:query <{name}.rq> ; qt:data <data.ttl> ; qt:graphData <one.ttl> ]"
        lines.append(f':{name} a mf:QueryEvaluationTest ; mf:name "{label}" ; mf:action {action} ;')
        lines.append(f"  mf:result <{name}.srj> .")
    for name, query in SYNTAX.items():
        (folder / f"own/{name}.rq").write_text(query, "utf-8")
        lines.append(f':{name} a mf:{name} ; mf:name "{name}" ; mf:action <{name}.rq> .')
    (folder / "own/manifest.ttl").write_text(HEAD + "\n".join(lines), "utf-8")
    (folder / "own/data.ttl").write_text("_:a <urn:p> 1 . _:b <urn:p> 2 .", "utf-8")
    for name, number in (("one", 1), ("two", 2)):
        shared = f"<urn:a> <urn:p> 1 . <urn:b> <urn:sum> 1 , {number} ."
        (folder / f"own/{name}.ttl").write_text(shared, "utf-8")
    return Suite(folder)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose graph the tests change."""
    with served(tmp_path_factory.mktemp("served") / "graph") as found:
        yield found


def test_a_suite_is_put_to_a_server(suite: Suite, server: Served) -> None:
    """Right answers pass, by the server as by the engine but where a triple stands in two graphs of FROM."""
    cases = list(suite.cases("own/manifest.ttl"))
    faults = {case.name: through_http(server, suite, case) for case in cases}
    assert faults == {
        **{f"own: {name}": fault for name, (_, _, fault) in CASES.items()},
        "own: PositiveSyntaxTest11": "400 query:2:10: this { is never closed",
        "own: NegativeSyntaxTest11": "a mistake is not refused",
    }
    engine = {case.name: by_engine(suite, case) for case in cases}
    assert {name for name, fault in engine.items() if bool(fault) != bool(faults[name])} == {
        "own: once in two graphs",
        "own: a sum of two graphs",
    }


REQUEST = """<manifest.ttl> mf:entries (:query) .
:query mf:action [ ht:requests ([ ht:absolutePath "/sparql/?default-graph-uri=urn:g" ; ht:methodName "POST" ;
  ht:body [ cnt:characterEncoding "UTF-8" ; cnt:chars "ASK { <urn:a> <urn:p> 1 }" ] ;
  ht:headers ([ ht:fieldName "content-type" ; ht:fieldValue "application/sparql-query" ]) ;
  ht:resp [ mf:expectedStatus hts:StatusCode%s ; mf:expectedFormat "%s" ; mf:expectedBoolean %s ] ]) ] ;
  ut:graphData [ ut:graph <../../own/one.ttl> ; rdfs:label "urn:g" ] .
"""


@pytest.mark.parametrize(
    ("status", "layout", "truth", "fault"),
    [
        ("2xx", "boolean", "true", ""),
        ("2xx", "boolean", "false", '{"head":{},"boolean":true} is not false'),
        ("2xx", "RDF", "true", "application/sparql-results+json is not RDF"),
        ("4xx", "boolean", "true", '200: {"head":{},"boolean":true}'),
    ],
)
def test_requests_of_the_protocol_are_sent(
    suite: Suite, server: Served, status: str, layout: str, truth: str, fault: str
) -> None:
    """With their graphs; status, format and truth are compared."""
    place = suite.folder / "sparql11/protocol/manifest.ttl"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(HEAD + REQUEST % (status, layout, truth), "utf-8")
    cases = list(protocol_cases(suite.folder))
    assert [(case.name, protocol_fault(case, server, suite)) for case in cases] == [("query", fault)]
