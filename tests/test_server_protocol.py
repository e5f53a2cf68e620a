"""The SPARQL 1.1 Protocol: how a query may be asked, what comes back, what is refused with which status."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from serving import Server, serving

from graph.ask import named_queries
from graph.server.media import ROWS, TRIPLES
from graph.server.pages.front import with_defaults

ID = "https://w3id.org/moneytrail/id/"
GRAPH = f"{ID}graph/"
ONE = f"{GRAPH}document/001"
TWO = f"{GRAPH}document/002"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
SELECT = "SELECT ?to { <person/cari-tuna> mt:gaveTo ?to }"
CONSTRUCT = "CONSTRUCT WHERE { <person/cari-tuna> a ?kind }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """A server of the shipped sources."""
    with serving(built) as found:
        yield found


def number(response: httpx.Response) -> int:
    """The one number of an answer in JSON."""
    assert response.status_code == 200, response.text
    rows = json.loads(response.content)["results"]["bindings"]
    return int(rows[0]["n"]["value"])


def values(response: httpx.Response) -> list[str]:
    """The values of an answer with one column, in JSON."""
    rows = json.loads(response.content)["results"]["bindings"]
    return [term["value"] for row in rows for term in row.values()]


def post(server: Server, kind: str | None, body: bytes | str, where: str = "/sparql") -> httpx.Response:
    """The answer to a POST of a body of some type."""
    headers = {} if kind is None else {"content-type": kind}
    return server.client.post(server.url + where, content=body, headers=headers)


def test_a_query_is_asked_in_three_ways(server: Server) -> None:
    """By GET, by POST as a form, by POST as it is: one answer."""
    answers = [
        server.get("/sparql", SELECT),
        server.ask(SELECT),
        post(server, QUERY, SELECT),
        post(server, f"{QUERY}; charset=UTF-8", SELECT),
        post(server, f"{FORM};charset=utf-8", str(httpx.QueryParams({"query": SELECT}))),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.content for answer in answers} == {answers[0].content}
    assert values(answers[0]) == [f"{ID}committee/unnamed/led-by-shaun-king-2018"]


ROW_TYPES = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "text/csv": "text/csv; charset=utf-8",
    "text/tab-separated-values": "text/tab-separated-values; charset=utf-8",
    "application/json": "application/json",
    "application/xml": "application/xml",
    "text/xml": "text/xml; charset=utf-8",
    "*/*": "application/sparql-results+json",
    "": "application/sparql-results+json",
    "text/*": "text/csv; charset=utf-8",
    "application/sparql-results+json;q=0.2, text/csv;q=0.9": "text/csv; charset=utf-8",
    "text/csv;q=0, */*;q=0.1": "application/sparql-results+json",
    "application/sparql-results+json;q=0, */*": "application/sparql-results+xml",
    "text/turtle, application/sparql-results+xml;q=0.5": "application/sparql-results+xml",
    "image/png, */*;q=0.1": "application/sparql-results+json",
}
TRIPLE_TYPES = {
    "text/turtle": "text/turtle; charset=utf-8",
    "application/n-triples": "application/n-triples",
    "application/ld+json": "application/ld+json",
    "application/trig": "application/trig",
    "application/n-quads": "application/n-quads",
    "application/rdf+xml": "application/rdf+xml",
    "*/*": "text/turtle; charset=utf-8",
    "application/rdf+xml;q=0.5, application/n-triples": "application/n-triples",
}


@pytest.mark.parametrize(("accept", "kind"), ROW_TYPES.items())
@pytest.mark.parametrize("query", [SELECT, "ASK { ?s ?p ?o }"], ids=["SELECT", "ASK"])
def test_rows_come_as_the_client_likes(server: Server, query: str, accept: str, kind: str) -> None:
    """Of several formats the one of the highest quality."""
    answer = server.get("/sparql", query, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(("accept", "kind"), TRIPLE_TYPES.items())
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE <person/cari-tuna>"], ids=["CONSTRUCT", "DESCRIBE"])
def test_triples_come_as_the_client_likes(server: Server, query: str, accept: str, kind: str) -> None:
    """In a format that can be read, with the same triples."""
    answer = server.get("/sparql", query, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    layout = RdfFormat.from_media_type(kind.partition(";")[0])
    subjects = {quad.subject for quad in parse(answer.content, layout)}
    assert NamedNode(f"{ID}person/cari-tuna") in subjects


@pytest.mark.parametrize(
    ("query", "accept", "words"),
    [
        (SELECT, "image/png", "no result can be had as image/png"),
        (
            CONSTRUCT,
            "text/csv",
            f"this answer is triples, and can be had as {', '.join(TRIPLES)}",
        ),
        (
            SELECT,
            "text/turtle",
            f"this answer is rows, and can be had as {', '.join(ROWS)}",
        ),
    ],
)
def test_a_format_there_is_not_is_refused(server: Server, query: str, accept: str, words: str) -> None:
    """The message says which there are."""
    answer = server.get("/sparql", query, accept=accept)
    assert (answer.status_code, answer.text) == (406, f"{words}\n")


def asked(server: Server, way: str, query: str, **graphs: list[str]) -> httpx.Response:
    """The answer to a query with graphs of the protocol, by GET, as a form, or in the body."""
    given = {f"{name}-graph-uri": iris for name, iris in graphs.items()}
    if way == "get":
        return server.client.get(server.sparql, params={"query": query, **given})
    if way == "form":
        return server.client.post(server.sparql, data={"query": query, **given})
    headers = {"content-type": QUERY}
    return server.client.post(server.sparql, params=given, content=query, headers=headers)


@pytest.mark.parametrize("way", ["get", "form", "direct"])
class TestDatasets:
    """The graphs of a request, in each way it may be sent."""

    def test_a_default_graph(self, server: Server, way: str) -> None:
        """The patterns ask it alone, and GRAPH finds nothing."""
        inside = number(server.ask(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{ONE}> {{ ?s ?p ?o }} }}"))
        assert number(asked(server, way, COUNT, default=[ONE])) == inside > 0
        assert values(asked(server, way, GRAPHS, default=[ONE])) == []

    def test_named_graphs(self, server: Server, way: str) -> None:
        """GRAPH asks them, and the default graph is empty."""
        assert values(asked(server, way, GRAPHS, named=[ONE, TWO])) == [ONE, TWO]
        assert number(asked(server, way, COUNT, named=[ONE, TWO])) == 0

    def test_both(self, server: Server, way: str) -> None:
        """Each does what it does alone."""
        inside = number(asked(server, way, COUNT, default=[ONE]))
        assert number(asked(server, way, COUNT, default=[ONE], named=[TWO])) == inside
        assert values(asked(server, way, GRAPHS, default=[ONE], named=[TWO])) == [TWO]

    def test_the_request_overrides_from(self, server: Server, way: str) -> None:
        """What the query names itself does not count then (section 2.1.4)."""
        query = COUNT.replace("{", f"FROM <{TWO}> {{")
        inside = number(asked(server, way, COUNT, default=[ONE]))
        assert number(asked(server, way, query, default=[ONE])) == inside

    def test_several_default_graphs_count_a_triple_once(self, server: Server, way: str) -> None:
        """They are merged: a graph given with one that holds it adds nothing."""
        both = number(asked(server, way, COUNT, default=[ONE, TWO]))
        distinct = f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {{ VALUES ?g {{ <{ONE}> <{TWO}> }}"
        rows = number(server.ask(f"{distinct} GRAPH ?g {{ ?s ?p ?o }} }} }}"))
        assert both == rows
        assert number(asked(server, way, COUNT, default=[ONE, ONE])) < both

    def test_a_graph_that_is_not_there_is_empty(self, server: Server, way: str) -> None:
        """It is not fetched from anywhere."""
        assert number(asked(server, way, COUNT, default=["http://127.0.0.1:9/data.ttl"])) == 0
        assert number(asked(server, way, COUNT, default=["file:///etc/passwd"])) == 0

    def test_the_default_graph_has_a_name(self, server: Server, way: str) -> None:
        """As on a server that was loaded."""
        assert number(asked(server, way, COUNT, default=[f"{GRAPH}default"])) == number(server.ask(COUNT))


def test_several_from_count_a_triple_once(server: Server) -> None:
    """Also where the query names its graphs itself, in any spelling."""
    long = COUNT.replace("{", f"FROM <{GRAPH}probe> FROM <{GRAPH}probe/twin> {{")
    short = "PREFIX g: <https://w3id.org/moneytrail/id/graph/> SELECT (COUNT(*) AS ?n) FROM g:probe"
    assert (
        number(server.ask(long)) == number(server.ask(f"{short} FROM <graph/probe/twin> {{ ?s ?p ?o }}")) == 7
    )


REFUSED = {
    "two queries": (400, "there is more than one query; a request asks one"),
    "no query": (400, "the form has no field query"),
    "other media": (415, f"a query is posted as {FORM} or {QUERY}, not as text/plain"),
    "no type": (415, f"a query is posted as {FORM} or {QUERY}, not as a body without a type"),
    "other charset": (415, "a query is posted in UTF-8"),
    "no UTF-8": (400, "the query is not UTF-8"),
    "bad escape": (400, "the parameters are not percent-encoded UTF-8, or too many"),
    "twice": (400, "the query is given twice: in the address and in the body"),
    "long": (413, "a query may have 1,000,000 bytes"),
    "empty": (400, "query:1:1: the query is empty; it begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
}
BAD = {
    "two queries": (FORM, "query=ASK%7B%7D&query=ASK%7B%7D", "/sparql"),
    "no query": (FORM, "x=1", "/sparql"),
    "other media": ("text/plain", "ASK {}", "/sparql"),
    "no type": (None, "ASK {}", "/sparql"),
    "other charset": (f"{QUERY}; charset=utf-16", "ASK {}".encode("utf-16"), "/sparql"),
    "no UTF-8": (QUERY, b"ASK { ?s ?p '\xff' }", "/sparql"),
    "bad escape": (FORM, "query=%ff", "/sparql"),
    "twice": (QUERY, "ASK {}", "/sparql?query=ASK%7B%7D"),
    "long": (QUERY, "ASK {}" + " " * 1_000_000, "/sparql"),
    "empty": (QUERY, "", "/sparql"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_request_of_the_protocol_is_refused(server: Server, case: str) -> None:
    """With the right status and the reason."""
    status, words = REFUSED[case]
    answer = post(server, *BAD[case])
    assert (answer.status_code, answer.text) == (status, f"{words}\n")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/sparql", "/", "/page/person/cari-tuna"])
def test_other_methods_are_not_allowed(server: Server, method: str, path: str) -> None:
    """The answer names those that are."""
    answer = server.client.request(method, server.url + path)
    assert answer.status_code == 405
    allowed = {"GET", "HEAD", "POST"} if path == "/sparql" else {"GET", "HEAD"}
    assert set(answer.headers["allow"].split(", ")) == allowed


@pytest.mark.parametrize(
    ("kind", "body", "where"),
    [
        ("application/sparql-update", "CLEAR ALL", "/sparql"),
        (FORM, "update=CLEAR%20ALL", "/sparql"),
        (FORM, "update=CLEAR%20ALL&using-graph-uri=x:y", "/sparql"),
        (QUERY, "ASK {}", "/sparql?update=CLEAR%20ALL"),
    ],
)
def test_updates_are_forbidden(server: Server, kind: str, body: str, where: str) -> None:
    """In each way the protocol has for them."""
    answer = post(server, kind, body, where)
    words = "this graph is read-only and takes no updates; `moneytrail build` makes it from its sources\n"
    assert (answer.status_code, answer.text) == (403, words)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (
            "INSERT DATA { <a:a> <a:b> 1 }",
            "query:1:1: INSERT changes a graph or loads one; queries only read",
        ),
        (
            "LOAD <file:///etc/passwd>",
            "query:1:1: LOAD changes a graph or loads one; queries only read",
        ),
        (
            "SELECT * {\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
            "query:2:2: SERVICE asks another server; queries stay in this graph",
        ),
    ],
)
def test_queries_stay_in_this_graph(server: Server, query: str, words: str) -> None:
    """What changes, loads or asks elsewhere is forbidden with its place."""
    answer = server.ask(query)
    assert (answer.status_code, answer.text) == (403, f"{words}\n")


def test_a_mistake_has_its_place(server: Server) -> None:
    """In words for people, and as problem details for programs."""
    query = "SELECT * {\n  ?s ?p ?o\n"
    words = "query:1:10: this { is never closed\n    SELECT * {\n             ^"
    told = server.ask(query)
    assert (told.status_code, told.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert told.text == f"{words}\n"
    problem = server.ask(query, accept="application/json")
    assert problem.headers["content-type"] == "application/problem+json"
    expected = {"title": "Bad Request", "status": 400, "detail": words, "line": 1, "column": 10}
    assert problem.json() == expected


def test_a_query_is_explained(server: Server) -> None:
    """Asked as at /sparql: its plan, what its patterns meet in its graphs, and advice."""
    answer = server.get("/explain", "SELECT * { ?a mt:gavTo ?b . ?c a mt:SourceDocument }")
    spelling, nothing, product = answer.json()["advice"]
    assert spelling.startswith("mt:gavTo is in no vocabulary; did you mean mt:gaveTo")
    assert nothing.startswith("?a mt:gavTo ?b meets nothing")
    assert "share no variable" in product
    everything = f"CONSTRUCT FROM <{ONE}> WHERE {{ ?a ?b ?c }}"
    inside = post(server, QUERY, everything, "/explain").json()["text"]
    assert inside == f"?a ?b ?c    {number(asked(server, 'get', COUNT, default=[ONE])):,}\n"
    later = server.get("/explain", "SELECT * { <<( ?s ?p ?o )>> ?q ?r }").json()
    assert later["text"] == "it cannot be taken apart here, since it has what came after SPARQL 1.1\n"


def test_what_cannot_be_explained_is_told(server: Server) -> None:
    """A mistake has its place, and nothing but a query is explained."""
    mistake = server.get("/explain", "SELECT * {")
    assert (mistake.status_code, mistake.text.splitlines()[0]) == (400, "query:1:10: this { is never closed")
    missing = server.get("/explain")
    assert (missing.status_code, missing.text) == (400, "no query is given: /explain?query=\n")
    update = server.get("/explain", "CLEAR ALL")
    assert update.status_code == 403


@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
@pytest.mark.parametrize(("accept", "kind"), TRIPLE_TYPES.items())
def test_the_service_describes_itself(server: Server, path: str, accept: str, kind: str) -> None:
    """Service, dataset, graphs and formats, in each format of RDF."""
    answer = server.get(path, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    triples = set(parse(answer.content, RdfFormat.from_media_type(kind.partition(";")[0])))
    objects = {quad.object for quad in triples if quad.predicate.value.endswith("#endpoint")}
    assert objects == {NamedNode(server.sparql)}
    named = {quad.object.value for quad in triples if quad.predicate.value.endswith("#namedGraph")}
    assert named == set(values(server.ask(GRAPHS)))


def test_the_host_header_is_not_believed(server: Server) -> None:
    """No IRI and no address is made of what a client calls the server."""
    for path in ("/sparql", "/.well-known/void", "/id/person/cari-tuna", "/data/person/cari-tuna"):
        answer = server.get(path, host="evil.example")
        assert "evil.example" not in answer.text + str(answer.headers)


def test_an_answer_is_kept_until_the_graph_is_another(server: Server) -> None:
    """The same query in the same format is not answered again."""
    first = server.get("/sparql", SELECT)
    tag = first.headers["etag"]
    again = server.get("/sparql", SELECT, if_none_match=f'"other", {tag}')
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert server.get("/sparql", SELECT, accept="text/csv").headers["etag"] != tag
    assert server.get("/sparql", COUNT).headers["etag"] != tag
    assert server.get("/sparql", SELECT, if_none_match='"other"').status_code == 200


@pytest.mark.parametrize("function", ["NOW()", "rand()", "UUID ()", "STRUUID()"])
def test_what_changes_has_no_tag(server: Server, function: str) -> None:
    """The next answer may be another."""
    answer = server.get("/sparql", f"SELECT ({function} AS ?x) {{}}")
    assert answer.status_code == 200
    assert "etag" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/", "/sparql", "/page/person/cari-tuna", "/data/person/cari-tuna", "/style.css"]
)
def test_head_is_get_without_a_body(server: Server, path: str) -> None:
    """With the same headers but the date."""
    get, head = server.get(path), server.client.head(server.url + path)
    assert (head.status_code, head.content) == (200, b"")
    for answer in (get, head):
        del answer.headers["date"]
    assert head.headers.get("etag") == get.headers.get("etag")
    assert head.headers["content-type"] == get.headers["content-type"]


def test_head_of_a_long_answer(server: Server) -> None:
    """It has no length that would have to be worked out."""
    query = "SELECT * { ?a a ?b . ?c a ?d }"
    head = server.client.head(server.sparql, params={"query": query})
    assert (head.status_code, "content-length" in head.headers) == (200, False)
    assert server.ask("ASK {}").status_code == 200


def test_other_origins_may_ask(server: Server) -> None:
    """A page elsewhere, such as a workbench, may put queries and read answers."""
    asking = {"origin": "https://yasgui.example", "access-control-request-method": "POST"}
    asking["access-control-request-headers"] = "content-type"
    before = server.client.options(server.sparql, headers=asking)
    assert before.status_code == 200
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    answer = server.ask("ASK {}", origin="https://yasgui.example")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_answers_are_packed(server: Server) -> None:
    """Where the client takes gzip, by its qualities."""
    query = "SELECT * { ?s a ?o }"
    plain = server.get("/sparql", query, accept_encoding="identity")
    assert "content-encoding" not in plain.headers
    for taken in ("gzip", "deflate, gzip;q=0.5", "*"):
        packed = server.get("/sparql", query, accept_encoding=taken)
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.content == plain.content
        assert "Accept-Encoding" in packed.headers["vary"]
    for refused in ("gzip;q=0", "*;q=0", "gzip; q=0.000, *", "br", ""):
        answer = server.get("/sparql", query, accept_encoding=refused)
        assert ("content-encoding" in answer.headers, answer.content) == (False, plain.content)


@pytest.mark.parametrize(
    ("query", "head"),
    [
        ("SELECT * { ?to a ?kind . ?donor mt:gaveTo ?to }", "to,kind,donor"),
        ("SELECT * { ?z a ?b FILTER NOT EXISTS { ?z mt:gaveTo ?a } }", "z,b"),
        ("SELECT * { { SELECT * { ?z a ?y } } ?y rdfs:label ?x }", "z,y,x"),
        ("SELECT * {}", ""),
    ],
)
def test_columns_come_in_the_order_of_the_query(server: Server, query: str, head: str) -> None:
    """Those of a star, too."""
    assert server.ask(query, accept="text/csv").text.splitlines()[0] == head


def test_a_head_of_a_request_that_is_too_long_is_refused(server: Server) -> None:
    """Nobody fills the memory with headers."""
    answer = server.get("/sparql", "ASK {}", x=("y" * 70_000))
    words = "the head of a request may have 65,536 bytes; post a long query\n"
    assert (answer.status_code, answer.text) in {(431, words), (400, "Invalid HTTP request received.")}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_named_queries_are_offered_with_defaults(server: Server, query: object) -> None:
    """The form answers each as the front page links it."""
    text = with_defaults(query)  # type: ignore[arg-type]
    answer = server.get("/sparql", text)
    assert answer.status_code == 200, answer.text
    assert re.search(r'"vars":\["\w+', answer.text)
