"""Real clients put queries to the server, and find what the embedded engine finds."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import Server, serving
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

import graph

SELECT = "SELECT ?donor ?to WHERE { ?donor mt:gaveTo ?to } ORDER BY ?donor ?to"
GIFTS = f"PREFIX mt: <https://w3id.org/moneytrail/ns#> {SELECT}"
TUNA = "https://w3id.org/moneytrail/id/person/cari-tuna"


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """A server of the shipped sources."""
    with serving(built) as found:
        yield found


@pytest.fixture(scope="module")
def gifts(built: Path) -> list[dict[str, str]]:
    """What the embedded engine finds."""
    return [{name: str(value) for name, value in row.items()} for row in graph.query(SELECT, built).rows]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(server: Server, gifts: list[dict[str, str]], method: str) -> None:
    """A graph of rdflib over the endpoint: rows, triples of a pattern, and a CONSTRUCT."""
    found = Graph(SPARQLStore(server.sparql, method=method))
    assert [{name: str(row[name]) for name in ("donor", "to")} for row in found.query(GIFTS)] == gifts
    kinds = set(found.objects(URIRef(TUNA), URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")))
    assert kinds == {URIRef("https://w3id.org/moneytrail/ns#Person")}
    built = found.query(f"CONSTRUCT {{ <{TUNA}> ?p ?o }} WHERE {{ <{TUNA}> ?p ?o }}").graph
    assert built is not None
    assert len(built) == int(next(iter(found.query(f"SELECT (COUNT(*) AS ?n) {{ <{TUNA}> ?p ?o }}")))[0])


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("layout", [JSON, XML, CSV])
def test_sparqlwrapper(server: Server, gifts: list[dict[str, str]], method: str, layout: str) -> None:
    """Rows in the formats it asks for."""
    client = SPARQLWrapper(server.sparql)
    client.setMethod(method)
    client.setQuery(GIFTS)
    client.setReturnFormat(layout)
    found = client.query().convert()
    if layout == JSON:
        rows = [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]
        assert rows == gifts
    else:
        text = found.decode() if layout == CSV else found.toxml()
        assert all(row["to"] in text for row in gifts)


def test_sparqlwrapper_takes_triples(server: Server) -> None:
    """Of a CONSTRUCT, as Turtle."""
    client = SPARQLWrapper(server.sparql)
    client.setQuery(f"CONSTRUCT WHERE {{ <{TUNA}> a ?kind }}")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.query().convert(), format="turtle")) == 1


def test_pandas(server: Server, gifts: list[dict[str, str]]) -> None:
    """A frame read from the address of a query."""
    pandas = pytest.importorskip("pandas", reason="pandas comes with the extra frames")
    answer = server.ask(SELECT, accept="text/csv")
    frame = pandas.read_csv(io.BytesIO(answer.content))
    assert frame.to_dict("records") == gifts


def test_curl(server: Server, gifts: list[dict[str, str]]) -> None:
    """From a shell."""
    command = ["curl", "-sS", "--fail", "--compressed", "-H", "Accept: text/csv", server.sparql]
    done = subprocess.run(
        [*command, "--data-urlencode", f"query={SELECT}"], capture_output=True, text=True, check=True
    )
    lines = [f"{row['donor']},{row['to']}" for row in gifts]
    assert done.stdout.split() == ["donor,to", *lines]


ROWS = "application/sparql-results+json"
TURTLE_TYPE = "text/turtle; charset=utf-8"
ALL_RDF = "text/turtle,application/n-triples,application/rdf+xml,application/trig,application/n-quads"
RECORDED = {
    "Comunica 4, rows": ("GET", SELECT, f"{ROWS};q=1.0,application/sparql-results+xml;q=0.7", ROWS),
    "Comunica 4, a truth": ("GET", "ASK {}", f"{ROWS};q=1.0,application/sparql-results+xml;q=0.7", ROWS),
    "Comunica 4, triples": ("GET", f"DESCRIBE <{TUNA}>", "text/turtle", TURTLE_TYPE),
    "YASGUI, rows": ("POST", SELECT, f"{ROWS},*/*;q=0.9", ROWS),
    "YASGUI, triples": ("POST", f"DESCRIBE <{TUNA}>", "text/turtle,*/*;q=0.9", TURTLE_TYPE),
    "YASGUI of later makers": ("POST", f"DESCRIBE <{TUNA}>", ALL_RDF, TURTLE_TYPE),
}
"""What clients of browsers and of Node send: method, query, Accept; and the media type they read."""


@pytest.mark.parametrize("name", RECORDED)
def test_requests_as_clients_of_the_web_send_them(server: Server, name: str) -> None:
    """From another origin, packed in whatever they take; the page that asked may read the answer."""
    method, query, accept, kind = RECORDED[name]
    sent = {"origin": "https://elsewhere.example", "accept": accept, "accept-encoding": "br,gzip,deflate"}
    asked = {"params" if method == "GET" else "data": {"query": query}}
    answer = server.client.request(method, server.sparql, headers=sent, **asked)  # type: ignore[arg-type]
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.text.startswith(("{", "@prefix"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", SELECT),
        ("query", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"),
        ("query", "SELECT (SUM(?n) AS ?all) { ?flow mt:amount ?n }", "--names"),
        ("query", f"DESCRIBE <{TUNA}>", "--format", "ntriples"),
        ("query", "SELECT (COUNT(*) AS ?n) FROM <graph/document/001> FROM <graph/document/002> { ?s ?p ?o }"),
        ("ask", "gift-with-source"),
        ("ask", "donors-by-amount"),
    ],
    ids=lambda arguments: arguments[1][:40],
)
def test_our_own_commands(server: Server, built: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """`--endpoint` gives what the embedded engine gives, and warns of nothing."""
    there = run(*arguments, "--endpoint", server.sparql)
    assert (there.returncode, there.stderr) == (0, "")
    if "FROM" not in arguments[1]:
        assert there.stdout == run(*arguments, "--graph", str(built)).stdout


def test_a_query_in_python(server: Server, gifts: list[dict[str, str]]) -> None:
    """`graph.query` takes the address in place of a folder, and values of variables."""
    rows = graph.query("SELECT ?to { ?donor mt:gaveTo ?to } ORDER BY ?to", server.sparql, donor=TUNA).rows
    assert [row["to"] for row in rows] == [gift["to"] for gift in gifts if gift["donor"] == TUNA]


def test_a_mistake_is_told_as_at_home(server: Server, built: Path, run: Run) -> None:
    """The same words and the same exit code."""
    here = run("query", "SELECT * { ?s mt:gaveTo ?o", "--graph", str(built))
    there = run("query", "SELECT * { ?s mt:gaveTo ?o", "--endpoint", server.sparql)
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert here.returncode == 2


def test_a_load_is_refused(server: Server, run: Run) -> None:
    """Nobody writes into what is served."""
    done = run("build", "--endpoint", server.sparql, "--quiet")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    """Whoever has no server installed is told what to install."""
    missing = "import sys; sys.modules['uvicorn'] = None; sys.argv[1:] = ['serve']"
    command = [sys.executable, "-c", f"{missing}; from graph.cli import main; main()"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == "moneytrail: moneytrail serve needs an extra: pip install 'moneytrail[server]'\n"
    assert done.returncode == 1
