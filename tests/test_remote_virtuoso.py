"""Servers that are not ours, with the whole graph: Virtuoso, of Debian, and Oxigraph's own server.

Every named query is asked there and of the embedded store. Answers are compared as bags of rows; the order
of what GROUP_CONCAT joins, and whether nothing joined is an empty text or no value, is left open by SPARQL.
What Virtuoso gets wrong is expected by name, and fails here once Virtuoso gets it right.

Virtuoso is started by `.ci/virtuoso`. Where it is not installed these tests are skipped, but not in CI.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from serving import Server, serving

from graph.ask import NamedQuery, ask_named, named_queries, named_query
from graph.build import build
from graph.nodes import BASE, Names
from graph.remote.connection import Connection
from graph.remote.errors import DifferenceError, EndpointQueryError, LoadError, RefusedError
from graph.remote.load import Loaded, load
from graph.remote.probes import find_wrong
from graph.remote.query import Endpoint, open_endpoint
from graph.remote.servers import find_addresses
from graph.server.elsewhere import open_elsewhere
from graph.server.held import open_held
from graph.server.names import search
from graph.server.pages.things import thing_page
from graph.server.settings import Elsewhere
from graph.server.tasks import found_by
from graph.sparql.engine import Target, ask
from graph.sparql.results import Result
from sources.catalog import registry

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SCRIPT = Path(__file__).parent.parent / ".ci" / "virtuoso"
JOINED = re.compile(r'GROUP_CONCAT\([^;]*; separator="([^"]*)"\) AS \?(\w+)')
OTHER = "https://example.org/"
UNION = "counts a triple once for each graph it stands in, where a query names several with FROM"
WRONG = {
    "donors-by-amount": "its SPARQL compiler makes SQL of this query that its SQL compiler refuses",
    "facts-said-more-than-once": "MIN over texts is not the first of them",
    "least-spending": "two paths and a UNION: rows are lost, in some runs of the server",
    "money-between": "a path of alternatives that goes on with * loses its rows",
    "removals-in-order": "MAX over texts is not the last of them, but may be by chance",
    "spending-without-amount": "a path with * joined with a MINUS: rows too many, or too few",
}
BY_CHANCE = {"least-spending", "removals-in-order"}
EVERY = [pytest.param(query, id=query.name) for query in named_queries()]


def wrong(name: str) -> pytest.MarkDecorator:
    """That Virtuoso gets a query wrong; a test that passes all the same fails, but for chance."""
    raised = (AssertionError, EndpointQueryError)
    return pytest.mark.xfail(raises=raised, reason=WRONG[name], strict=name not in BY_CHANCE)


BUT_WRONG = [
    pytest.param(query, id=query.name, marks=[wrong(query.name)] if query.name in WRONG else [])
    for query in named_queries()
]


@contextmanager
def loaded(url: str, folder: Path, user: str | None = None) -> Iterator[Endpoint]:
    """A server with the graph of a folder."""
    with Connection(url, user, lambda _: None) as connection:
        load(folder, connection, find_addresses(connection, user=user is not None), lambda _: None)
        yield open_endpoint(connection)


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the graph of the five articles, to load from."""
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("servers") / "graph"))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Virtuoso's address for queries while it runs."""
    if shutil.which("virtuoso-t") is None or not SCRIPT.is_file():
        missing = "Virtuoso is not here; on Debian `.ci/virtuoso install` installs it"
        pytest.fail(missing) if "CI" in os.environ else pytest.skip(missing)
    place = tmp_path_factory.mktemp("virtuoso")
    started = subprocess.run([SCRIPT, "start", place], stdout=subprocess.PIPE, text=True, check=True)
    try:
        yield started.stdout.strip()
    finally:
        subprocess.run([SCRIPT, "stop", place], check=True)


@pytest.fixture(scope="module")
def virtuoso(address: str, folder: Path) -> Iterator[Endpoint]:
    """Virtuoso with the graph of the five articles, loaded by its administrator."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONEYTRAIL_PASSWORD", "dba")
        with loaded(address, folder, "dba") as endpoint:
            yield endpoint


@pytest.fixture(scope="module")
def oxigraph(folder: Path) -> Iterator[Endpoint]:
    """Oxigraph's server with the graph of the five articles."""
    program = shutil.which("oxigraph", path=Path(sys.executable).parent)
    if program is None:
        pytest.skip("no oxigraph server; it comes with the packages for tests")
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    quiet = subprocess.DEVNULL
    with subprocess.Popen([program, "serve", "--bind", place], stdout=quiet, stderr=quiet) as process:
        try:
            wait_for(place)
            with loaded(f"http://{place}/query", folder) as endpoint:
                yield endpoint
        finally:
            process.terminate()


def wait_for(place: str) -> None:
    """Come back once somebody listens."""
    host, _, port = place.partition(":")
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nobody listens at {place}")


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def site(request: pytest.FixtureRequest) -> Iterator[tuple[Server, Endpoint]]:
    """A site of ours over the graph on each of the servers, without one of its own."""
    endpoint = request.getfixturevalue(request.param)
    place = ("--endpoint", endpoint.connection.endpoint, "--base", BASE)
    with serving(Path("nowhere"), *place, "--workers", "1") as server:
        yield server, endpoint


def bag(result: Result, query: NamedQuery) -> Counter[tuple[object, ...]]:
    """Rows as values of Python, what is joined taken apart."""
    separators = {name: separator for separator, name in JOINED.findall(query.text)}

    def cell(name: str, value: object) -> object:
        if name not in separators:
            return value
        return tuple(sorted(str(value).split(separators[name]))) if value else ()

    return Counter(tuple(cell(name, value) for name, value in row.items()) for row in result.rows)


def compare(query: NamedQuery, built: Path, endpoint: Endpoint) -> None:
    """Ask the embedded store and a server, and compare columns, rows and names."""
    here = ask_named(query, {}, Target(built), labels=True)
    there = ask_named(query, {}, Target(endpoint=endpoint), labels=True)
    assert there.columns == here.columns
    assert bag(there, query) == bag(here, query)
    assert there.labels == here.labels


def made(folder: Path, base: str, *more: Quad) -> Path:
    """A small graph under a base, with quads more in its default graph."""
    build(registry(), folder, lambda _: None, base)
    place = next((folder / "generations").iterdir()) / "store"
    persons = [quad for quad in Store.read_only(str(place)) if "/person/" in str(quad.subject)]
    shutil.rmtree(place)
    store = Store(str(place))
    store.bulk_extend([*persons, *more])
    store.flush()
    return folder


@pytest.mark.parametrize("query", EVERY)
def test_oxigraph_answers_every_named_query_alike(query: NamedQuery, built: Path, oxigraph: Endpoint) -> None:
    """It is the same engine behind HTTP."""
    compare(query, built, oxigraph)


def test_oxigraph_is_wrong_about_one_thing(oxigraph: Endpoint) -> None:
    """This fails once it no longer is."""
    assert list(find_wrong(oxigraph.connection, Names())) == [UNION]


def test_things_are_found_by_name_on_a_server(oxigraph: Endpoint) -> None:
    """As in the embedded store; a name that nobody has is told with its nearest."""
    target, query = Target(endpoint=oxigraph), named_query("gift-with-source")
    assert len(ask_named(query, {"donor": "George Soros", "recipient": "Noah Phillips"}, target)) == 1
    with pytest.raises(LookupError) as caught:
        ask_named(query, {"donor": "Cari Tunna"}, target)
    assert str(caught.value) == (
        "--donor: nothing is called 'Cari Tunna'; did you mean Cari Tuna (id:person/cari-tuna)?"
    )


@pytest.mark.parametrize("query", BUT_WRONG)
def test_virtuoso_answers_the_named_queries(query: NamedQuery, built: Path, virtuoso: Endpoint) -> None:
    """All of them but those it gets wrong."""
    compare(query, built, virtuoso)


def test_virtuoso_is_wrong_about_six_things(virtuoso: Endpoint) -> None:
    """This fails once it no longer is."""
    assert list(find_wrong(virtuoso.connection, Names())) == [
        UNION,
        "divides whole numbers without the rest, so that 1/2 is 0; write 1.0/2",
        "follows no path with + or * between two unknown ends; name one end",
        "repeats or loses rows where a path with ?, * or + is joined with UNION, MINUS or another",
        "does not find the first of several texts with MIN, nor the last with MAX",
        "gives the truths it works out as the numbers 1 and 0",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT ?s ?t { ?s mt:atLeastInclusive ?t }",
        "CONSTRUCT { ?s mt:gaveTo ?o } { ?s mt:gaveTo ?o }",
        "ASK { <person/cari-tuna> mt:gaveTo ?x }",
        "ASK { <person/noah-phillips> mt:gaveTo ?x }",
    ],
)
def test_virtuoso_counts_and_asks_as_the_embedded_store(query: str, folder: Path, virtuoso: Endpoint) -> None:
    """Its default graph would be all graphs together; the one that queries are sent with is ours."""
    here, there = ask(query, Target(folder)), ask(query, Target(endpoint=virtuoso))
    assert there.truth == here.truth
    assert Counter(map(str, there.rows)) == Counter(map(str, here.rows))


def test_virtuoso_is_loaded_once(address: str, folder: Path, virtuoso: Endpoint) -> None:
    """The second load finds everything in its place."""
    assert virtuoso.stated.base == BASE
    connection = virtuoso.connection
    again = load(folder, connection, find_addresses(connection, user=True), lambda _: None)
    assert again == Loaded(again.graphs, again.triples, 0, changed=False)
    assert connection.endpoint == address


def test_virtuoso_takes_updates(
    address: str, tmp_path: Path, virtuoso: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second graph under another base, sent by updates, beside the first."""
    monkeypatch.setenv("MONEYTRAIL_PASSWORD", "dba")
    small = made(tmp_path / "graph", OTHER)
    with Connection(address, "dba", lambda _: None) as connection:
        addresses = find_addresses(connection, user=True, update=f"{address}-auth")
        assert load(small, connection, addresses, lambda _: None).changed is True
        target = Target(endpoint=open_endpoint(connection, OTHER))
        assert ask("SELECT ?l { id:person\\/cari-tuna rdfs:label ?l }", target).rows == [{"l": "Cari Tuna"}]
    first = Target(endpoint=virtuoso)
    assert ask(f"ASK {{ <{OTHER}id/person/cari-tuna> ?p ?o }}", first).truth is False


def test_virtuoso_changes_a_literal_and_it_is_found(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes what is no number for 0; the number of triples is right, so they are compared."""
    monkeypatch.setenv("MONEYTRAIL_PASSWORD", "dba")
    integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    bad = Literal("abc", datatype=integer)
    quad = Quad(NamedNode("urn:s"), NamedNode("urn:p"), bad, DefaultGraph())
    base = f"{OTHER}bad/"
    small = made(tmp_path / "graph", base, quad)
    with Connection(address, "dba", lambda _: None) as connection, pytest.raises(DifferenceError) as caught:
        load(small, connection, find_addresses(connection, user=True), lambda _: None)
    assert caught.value.graph == f"{base}id/graph/default"
    assert str(caught.value).endswith(
        "; 1 of those sent are not held\n"
        f'    sent, not held: <urn:s> <urn:p> "abc"^^{integer}\n'
        f'    held, not sent: <urn:s> <urn:p> "0"^^{integer}'
    )


def test_a_stranger_may_not_write_to_virtuoso(address: str, tmp_path: Path) -> None:
    """By neither way, and the message has Virtuoso's own words."""
    small = made(tmp_path / "graph", f"{OTHER}stranger/")
    with Connection(address, None, lambda _: None) as connection:
        with pytest.raises(RefusedError, match=r"crud: refused: 403 .*Permission denied"):
            load(small, connection, find_addresses(connection, user=False), lambda _: None)
        with pytest.raises(LoadError, match=r"not taken: 500 Virtuoso 42000 Error SR186:SECURITY"):
            load(small, connection, find_addresses(connection, user=False, update=address), lambda _: None)


def test_triples_virtuoso_cuts_off_are_an_error(virtuoso: Endpoint) -> None:
    """Of rows it says that they are not all, of triples it does not; so the rows behind are asked for."""
    query = "CONSTRUCT { ?s ?p ?county } { ?s ?p ?o . ?county a mt:County }"
    with pytest.raises(EndpointQueryError) as caught:
        ask(query, Target(endpoint=virtuoso))
    assert str(caught.value) == (
        "query: the server hands out no more than 50000 rows, so some may be missing;"
        " ask for fewer with LIMIT, or raise that number on the server"
    )


def test_the_command_asks_virtuoso(run: Run, folder: Path, virtuoso: Endpoint) -> None:
    """As it asks the embedded store, with a warning of what this query asks and Virtuoso gets wrong."""
    url = virtuoso.connection.endpoint
    server = ("--endpoint", url, "--base", BASE)
    there = run("ask", "documents", *server)
    here = run("ask", "documents", "--graph", str(folder))
    assert (there.returncode, there.stdout, there.stderr) == (0, here.stdout, "")
    query = "SELECT (3/2 AS ?n) { }"
    halves = run("query", query, *server, "--format", "csv")
    assert halves.stdout == "n\n1\n"
    assert halves.stderr == (
        f"warning: {url} divides whole numbers without the rest, so that 1/2 is 0; write 1.0/2\n"
    )


def test_a_site_over_a_server_has_the_pages_of_our_own(site: tuple[Server, Endpoint], folder: Path) -> None:
    """The same to the byte, but for what the server gets wrong, which stands on each."""
    _, endpoint = site
    here = open_held(folder, endpoint.stated.whole)
    there = open_elsewhere(Elsewhere(endpoint.connection.endpoint, None, BASE, endpoint.stated.whole, ()))
    assert there.endpoint is not None
    with there.endpoint.connection:
        for path in ("person/george-soros", "document/001"):
            node = NamedNode(f"{BASE}id/{path}")
            assert thing_page(there, node) == thing_page(here, node)
        hits = [search(held.reader, held.known, held.tables, "george sorros") for held in (there, here)]
        assert hits[0] == hits[1] != ()
        there.wrong = ("turns round",)
        assert "<li>It turns round.</li>" in thing_page(there, NamedNode(f"{BASE}id/person/cari-tuna"))


def test_a_site_over_a_server_answers_as_our_own(site: tuple[Server, Endpoint], folder: Path) -> None:
    """Rows and triples in each format, with graphs of the request, several of them put together here."""
    server, endpoint = site
    held = open_held(folder, endpoint.stated.whole)
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graph = f"{BASE}id/graph/document/00"
    for graphs in ([], [f"{graph}1"], [f"{graph}1", f"{graph}1"], [f"{graph}1", f"{BASE}id/graph/default"]):
        form = {"query": count, "default-graph-uri": graphs}
        found = server.client.post(server.sparql, data=form, headers={"accept": "text/csv"})
        target = f"FROM <{'> FROM <'.join(graphs)}>" if graphs else ""
        right = int(next(iter(found_by(held, count.replace("{", f"{target} {{"))))["n"].value)
        assert (found.status_code, found.text.split()) == (200, ["n", str(right)])
    twice = server.ask(count.replace("{", "FROM <graph/probe> FROM <graph/probe/twin> {"))
    again = server.ask(count.replace("{", f"FROM <{graph}1> FROM NAMED <{graph}2> FROM <{graph}1> {{"))
    once = server.ask(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}1> {{ ?s ?p ?o }} }}")
    assert again.json() == once.json()
    assert twice.json()["results"]["bindings"][0]["n"]["value"] == "7"
    turtle = server.ask("CONSTRUCT WHERE { <person/cari-tuna> a ?kind }", accept="text/turtle")
    assert turtle.text.endswith("id:person\\/cari-tuna a mt:Person .\n")
    mistake = server.ask("SELECT * {")
    assert (mistake.status_code, mistake.text.splitlines()[0]) == (400, "query:1:10: this { is never closed")
    assert server.ask("CLEAR ALL").status_code == 403


def test_what_a_server_gets_wrong_is_told(site: tuple[Server, Endpoint]) -> None:
    """In the description of the service, and with each answer for which it matters."""
    server, endpoint = site
    wrong = [one for one in find_wrong(endpoint.connection, Names()) if one != UNION]
    described = server.get("/sparql", accept="application/n-triples").text
    assert [f"The server behind it {one}." in described for one in wrong] == [True] * len(wrong)
    assert "Moneytrail-Warning" not in server.ask("SELECT ?s { ?s a mt:Person } LIMIT 1").headers
    half = server.ask("SELECT (3/2 AS ?n) {}")
    if wrong:
        told = "divides whole numbers without the rest, so that 1/2 is 0; write 1.0/2"
        assert half.headers["moneytrail-warning"] == f"the server behind this one {told}"
    else:
        assert half.json()["results"]["bindings"][0]["n"]["value"] == "1.5"


def test_a_site_needs_a_server_with_a_graph(run: Run) -> None:
    """Nobody there is one message."""
    done = run("serve", "--endpoint", "http://127.0.0.1:9/sparql")
    assert done.stderr.startswith("moneytrail: http://127.0.0.1:9/sparql: no answer: ")
