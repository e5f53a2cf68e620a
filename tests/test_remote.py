"""A graph on a server: loaded piece by piece, compared, gone on with, and asked as the embedded one is.

The server here is small and does what a test tells it to: it refuses, changes, cuts off and is late.
Real ones, Oxigraph's and Virtuoso, have files of their own.
"""

import base64
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
)

import graph
from graph.build import build
from graph.errors import QuerySyntaxError
from graph.nodes import BASE, Names
from graph.remote import connection as connection_module
from graph.remote.connection import Connection, Reply
from graph.remote.credentials import Challenged, check_address
from graph.remote.errors import (
    AddressError,
    DifferenceError,
    EndpointError,
    EndpointQueryError,
    EndpointTimeoutError,
    LoadError,
    NotLoadedError,
    RefusedError,
    UnreachableError,
)
from graph.remote.forms import spell_out
from graph.remote.load import Loaded, load
from graph.remote.probes import find_wrong
from graph.remote.query import open_endpoint
from graph.remote.servers import Addresses, find_addresses
from graph.remote.writers import GraphStore
from graph.sparql.engine import Target, ask
from graph.store import open_store
from sources.catalog import registry

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Answer = tuple[int, str, bytes]
GRAPHS = f"{BASE}id/graph/"
NAMES = Names()
JSON = "application/sparql-results+json"
NTRIPLES = "application/n-triples"
XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass
class Fake:
    """A SPARQL server in this process.

    Attributes:
        seen: Method, address and graph of every request.
        meddle: Told of every request, may answer in its place.
        software: Headers it names itself with.
        user: User and password it wants for writing; "" for none.
    """

    store: Store = field(default_factory=Store)
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    meddle: Callable[[str, str, bytes], Answer | None] = lambda *_: None
    software: dict[str, str] = field(default_factory=lambda: {"Fuseki-Request-Id": "1"})
    user: str = ""
    port: int = 0

    @property
    def url(self) -> str:
        """Its address for queries."""
        return f"http://127.0.0.1:{self.port}/ds/sparql"

    def written(self) -> list[str]:
        """The graphs written since the last look."""
        seen, self.seen = self.seen, []
        return [graph.removeprefix(GRAPHS) for method, place, graph in seen if "data" in place]

    def answer(self, method: str, path: str, graph: str, body: bytes, headers: Any) -> Answer:
        """What it answers to a request."""
        self.seen.append((method, path, graph))
        meddled = self.meddle(method, graph, body)
        if meddled is not None:
            return meddled
        if "sparql" in path:
            return self.query(body)
        secret = base64.b64encode(self.user.encode()).decode()
        if self.user and headers.get("authorization") != f"Basic {secret}":
            return 401, "text/plain", b"who are you?"
        if "update" in path:
            self.store.update(body.decode())
        elif method != "DELETE":
            if method == "PUT":
                self.store.remove_graph(NamedNode(graph))
            self.store.load(body, RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))
        else:
            self.store.remove_graph(NamedNode(graph))
        return 204, "text/plain", b""

    def query(self, body: bytes) -> Answer:
        """What it finds."""
        form = parse_qs(body.decode())
        graphs = {
            name: [NamedNode(iri) for iri in form[key]] if key in form else None
            for name, key in (("default_graph", "default-graph-uri"), ("named_graphs", "named-graph-uri"))
        }
        try:
            found = self.store.query(form["query"][0], **graphs)  # type: ignore[arg-type]
        except SyntaxError as error:
            return 400, "text/plain", str(error).encode()
        if isinstance(found, QueryTriples):
            return 200, NTRIPLES, found.serialize(format=RdfFormat.N_TRIPLES) or b""
        return 200, JSON, found.serialize(format=QueryResultsFormat.JSON) or b""


class _Handler(BaseHTTPRequestHandler):
    fake: Fake

    def answer(self) -> None:
        """Answer any request."""
        address = urlsplit(self.path)
        graph = parse_qs(address.query).get("graph", [""])[0]
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        status, kind, text = self.fake.answer(self.command, address.path, graph, body, self.headers)
        self.send_response_only(status)
        for name, value in self.fake.software.items():
            self.send_header(name, value)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="here"')
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - as the library calls them

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Quiet(ThreadingHTTPServer):
    """A server that keeps to itself what goes wrong in it."""

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(server: Fake) -> Iterator[Fake]:
    """A server while it listens."""
    handler = type("Handler", (_Handler,), {"fake": server})
    listening = Quiet(("127.0.0.1", 0), handler)
    server.port = listening.server_address[1]
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A server that does what it is told."""
    with serving(Fake()) as server:
        yield server


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried again is tried again at once."""
    monkeypatch.setattr(connection_module, "WAITS", (0.0, 0.0))


def build_small(folder: Path, base: str | None = None) -> Path:
    """A graph of the registry alone, with what it says of persons and of the terms named after them."""
    build(registry(), folder, lambda _: None, base)
    place = next((folder / "generations").iterdir()) / "store"
    persons = [quad for quad in Store.read_only(str(place)) if "person" in str(quad.subject).lower()]
    shutil.rmtree(place)
    store = Store(str(place))
    store.bulk_extend(persons)
    store.flush()
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small graph."""
    return build_small(tmp_path_factory.mktemp("remote") / "graph")


@pytest.fixture(scope="module")
def full(small: Path) -> Store:
    """What a server holds after a load; tests only read it."""
    store = Store()
    with serving(Fake(store)) as server:
        put(small, server)
    return store


@contextmanager
def connected(fake: Fake, user: str | None = None) -> Iterator[Connection]:
    """A connection to a server."""
    with Connection(fake.url, user, lambda _: None) as connection:
        yield connection


def put(folder: Path, fake: Fake, told: list[str] | None = None, update: str | None = None) -> Loaded:
    """Load the graph of a folder into a server."""
    with connected(fake) as connection:
        addresses = find_addresses(connection, user=False, update=update)
        return load(folder, connection, addresses, (told if told is not None else []).append)


def held(store: Store) -> dict[str, set[str]]:
    """The triples of every graph of ours on a server."""
    graphs = [graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)]
    ours = [graph for graph in graphs if not re.search(r"graph/(manifest|probe)", graph)]
    return {
        graph: {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, NamedNode(graph))}
        for graph in ours
    }


def local(folder: Path) -> dict[str, set[str]]:
    """The triples of every graph of a built graph, the default graph by its name on servers."""
    store = open_store(folder)
    default = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}
    return {**held(store), f"{GRAPHS}default": default}


def table(term: dict[str, str]) -> bytes:
    """A row of one term, as SPARQL JSON."""
    document = {"head": {"vars": ["s"]}, "results": {"bindings": [{"s": term}]}}
    return json.dumps(document).encode()


def opened(connection: Connection, base: str | None = None) -> Target:
    """The graph of a server as a target of queries."""
    return Target(endpoint=open_endpoint(connection, base))


# Loading


@pytest.mark.parametrize("by", ["the Graph Store Protocol", "updates"])
def test_a_server_holds_what_the_embedded_store_holds(small: Path, fake: Fake, by: str) -> None:
    """Every graph, the default graph by a name, and no triple more."""
    update = fake.url.replace("sparql", "update") if by == "updates" else None
    done = put(small, fake, update=update)
    expected = local(small)
    assert held(fake.store) == expected
    assert done == Loaded(len(expected), sum(map(len, expected.values())), len(expected), changed=True)
    assert fake.store.contains_named_graph(NamedNode(f"{GRAPHS}manifest"))
    assert not any(fake.store.quads_for_pattern(None, None, None, DefaultGraph()))


def test_a_second_load_writes_nothing(small: Path, fake: Fake) -> None:
    """What the server states, and still counts, is not sent again."""
    first = put(small, fake)
    fake.written()
    assert put(small, fake) == Loaded(first.graphs, first.triples, 0, changed=False)
    assert fake.written() == []


def test_a_graph_someone_changed_is_sent_again(small: Path, fake: Fake) -> None:
    """The others are kept, and the server holds what it held."""
    put(small, fake)
    fake.written()
    quad = next(fake.store.quads_for_pattern(None, None, None, NamedNode(f"{GRAPHS}registry")))
    fake.store.remove(quad)
    assert put(small, fake).sent == 1
    assert fake.written() == ["manifest", "probe", "probe/twin", "registry", "manifest", "manifest"]
    assert held(fake.store) == local(small)


def test_a_graph_that_is_no_longer_built_goes(small: Path, fake: Fake) -> None:
    """And no other graph of the server does."""
    put(small, fake)
    old, other = NamedNode(f"{GRAPHS}document/999"), NamedNode("http://example.org/mine")
    step = NamedNode("http://www.w3.org/ns/sparql-service-description#namedGraph")
    fake.store.add(Quad(NamedNode(f"{GRAPHS}manifest"), step, old, NamedNode(f"{GRAPHS}manifest")))
    fake.store.add(Quad(NamedNode(f"{GRAPHS}manifest"), step, other, NamedNode(f"{GRAPHS}manifest")))
    for place in (old, other):
        fake.store.add(Quad(old, old, old, place))
    told: list[str] = []
    put(small, fake, told)
    assert told == ["removed document/999"]
    assert held(fake.store) == {**local(small), other.value: {f"{old} {old} {old}"}}


def test_what_a_server_calls_a_graph_is_no_update(small: Path, fake: Fake) -> None:
    """Whoever wrote a manifest cannot have us write anything else: what is no IRI is no graph of ours."""
    update, sent = fake.url.replace("sparql", "update"), []
    lied = table({"type": "uri", "value": f"{GRAPHS}x> ; DROP ALL #"}).replace(b'"s"', b'"graph"')

    def lie(_: str, __: str, body: bytes) -> Answer | None:
        sent.append(body)
        if b"defaultGraph%3E%7C" not in body:
            return None
        return 200, JSON, lied

    fake.meddle = lie
    put(small, fake, update=update)
    assert len(sent) > 10
    assert not any(b"DROP ALL" in body for body in sent)


def test_large_graphs_go_in_pieces(small: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first replaces, the others add; none is larger than it may be."""
    monkeypatch.setattr(GraphStore, "size", 20_000)
    sizes: list[int] = []
    fake.meddle = lambda _, __, body: sizes.append(len(body))
    fake.store.update(f"INSERT DATA {{ GRAPH <{GRAPHS}registry> {{ <urn:old> <urn:old> <urn:old> }} }}")
    put(small, fake)
    assert max(sizes) <= 20_000
    methods = [method for method, _, graph in fake.seen if graph == f"{GRAPHS}registry"]
    assert methods == ["PUT", "POST"]
    assert held(fake.store) == local(small)


def test_a_refused_piece_is_named_and_a_rerun_goes_on(
    small: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which graph, which piece, what the server says; what was there before is not sent again."""
    monkeypatch.setattr(GraphStore, "size", 12_000)

    def full(method: str, graph: str, _: bytes) -> Answer | None:
        refused = method == "POST" and graph.endswith("/default")
        return (507, "text/plain", b"\n  disk \x1b[31mfull\nsecond line") if refused else None

    fake.meddle = full
    with pytest.raises(LoadError) as caught:
        put(small, fake)
    assert (caught.value.graph, caught.value.piece, caught.value.status) == (
        f"{GRAPHS}default",
        "piece 2 of 3",
        507,
    )
    assert str(caught.value) == (
        f"{fake.url}: graph <{GRAPHS}default>, piece 2 of 3: not taken: 507 disk ?[31mfull;"
        " the same command goes on with what is missing"
    )
    with connected(fake) as connection, pytest.raises(NotLoadedError) as cut:
        open_endpoint(connection)
    assert str(cut.value) == (
        f"{fake.url}: a load is under way here, or was cut off; `moneytrail build --endpoint` goes on with it"
    )
    fake.meddle = lambda *_: None
    assert put(small, fake).sent == 1
    assert held(fake.store) == local(small)


def test_a_lost_triple_is_an_error(small: Path, fake: Fake) -> None:
    """What the server counts is compared with what was sent."""

    def lossy(method: str, graph: str, body: bytes) -> Answer | None:
        if method != "PUT" or graph != f"{GRAPHS}registry":
            return None
        fake.store.load(body.partition(b"\n")[2], RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))
        return 204, "text/plain", b""

    fake.meddle = lossy
    number = len(local(small)[f"{GRAPHS}registry"])
    with pytest.raises(DifferenceError) as caught:
        put(small, fake)
    assert (caught.value.sent, caught.value.held) == (number, number - 1)
    assert str(caught.value) == (
        f"{fake.url}: graph <{GRAPHS}registry>: {number} triples were sent, the server counts {number - 1}"
    )


def test_a_changed_literal_is_an_error_that_shows_it(small: Path, fake: Fake) -> None:
    """The number is right, the text is not: what is read back tells."""
    fake.meddle = lambda method, graph, body: (
        fake.answer("PUT", "/ds/data", f"{graph} ".strip(), body.replace(b'"Cari Tuna"@en', b'"CARI"@en'), {})
        if method == "PUT" and b'"Cari Tuna"@en' in body
        else None
    )
    number = len(local(small)[f"{GRAPHS}registry"])
    thing = f"<{BASE}id/person/cari-tuna> <http://www.w3.org/2000/01/rdf-schema#label>"
    with pytest.raises(DifferenceError) as caught:
        put(small, fake)
    assert str(caught.value) == (
        f"{fake.url}: graph <{GRAPHS}registry>: {number} triples were sent, the server counts {number};"
        " 1 of those sent are not held\n"
        f'    sent, not held: {thing} "Cari Tuna"@en\n'
        f'    held, not sent: {thing} "CARI"@en'
    )


def test_a_number_spelled_otherwise_is_the_same(small: Path, fake: Fake) -> None:
    """A server may hand out 1.50 where 1.5 was sent, as the embedded store reads both alike."""

    def spelled(_: str, __: str, body: bytes) -> Answer | None:
        if not body.startswith(b"query=CONSTRUCT"):
            return None
        _, kind, text = fake.query(body)
        return 200, kind, re.sub(rb'"(\d+)"(\^\^<[^>]*#integer>)', rb'"0\1"\2', text)

    fake.meddle = spelled
    assert put(small, fake).changed is True


def test_a_server_that_hands_out_a_part_is_compared_by_number(small: Path, fake: Fake) -> None:
    """Virtuoso hands out 10,000 triples and no more; that is told, and no difference."""

    def part(_: str, __: str, body: bytes) -> Answer | None:
        if not body.startswith(b"query=CONSTRUCT"):
            return None
        _, kind, text = fake.query(body)
        return 200, kind, b"".join(text.splitlines(keepends=True)[:100])

    fake.meddle = part
    told: list[str] = []
    put(small, fake, told)
    note = "; compared by number alone, since the server hands out no more than a part of it"
    number = len(local(small)[f"{GRAPHS}registry"])
    assert f"sent registry: {number} triples{note}" in told


def test_blank_nodes_are_refused(tmp_path: Path, small: Path, fake: Fake) -> None:
    """Sent in two pieces, one of them would become two; nothing is sent."""
    folder = tmp_path / "graph"
    shutil.copytree(small, folder)
    place = next((folder / "generations").iterdir()) / "store"
    store = Store(str(place))
    store.load(b"_:x <urn:p> <urn:o> .", RdfFormat.N_TRIPLES, to_graph=NamedNode("urn:g"))
    store.flush()
    del store
    with pytest.raises(EndpointError, match=r"^urn:g: a blank node would be another one in every piece"):
        put(folder, fake)
    assert fake.written() == []


def test_a_killed_load_leaves_nothing_behind(small: Path, fake: Fake) -> None:
    """The next one removes the files of the one before."""
    left = small / ".endpoint-killed"
    left.mkdir()
    (left / "0.nt").write_text("")
    put(small, fake)
    assert sorted(path.name for path in small.iterdir()) == ["CURRENT", "build.lock", "generations"]


def test_a_server_that_goes_away_is_told_with_the_piece(small: Path, fake: Fake) -> None:
    """There is no status then, but the place is known, and the reason."""

    def gone(method: str, graph: str, _: bytes) -> None:
        if method == "PUT" and graph.endswith("/registry"):
            raise ConnectionAbortedError

    fake.meddle = gone
    with pytest.raises(LoadError) as caught:
        put(small, fake)
    assert (caught.value.piece, caught.value.status) == ("piece 1 of 1", 0)
    assert str(caught.value) == (
        f"{fake.url}: graph <{GRAPHS}outside/registry>, piece 1 of 1: not taken: no answer:"
        " Server disconnected without sending a response.; the same command goes on with what is missing"
    )


# Addresses and users


@pytest.mark.parametrize(
    ("software", "endpoint", "user", "store", "update"),
    [
        ("Virtuoso/07.20", "/sparql", False, "/sparql-graph-crud", "/sparql"),
        ("Virtuoso/07.20", "/sparql", True, "/sparql-graph-crud-auth", "/sparql-auth"),
        ("Oxigraph/0.5.13", "/query", False, "/store", "/update"),
        ("", "/ds/query", False, "/ds/data", "/ds/update"),
        ("", "/ds", True, "/ds/data", "/ds/update"),
        ("X", "/repositories/m", False, "/repositories/m/rdf-graphs/service", "/repositories/m/statements"),
        ("X", "/blaze", False, "", "/blaze"),
    ],
)
def test_known_servers_need_one_address(
    fake: Fake,
    software: str,
    endpoint: str,
    user: bool,  # noqa: FBT001 - one row of a table
    store: str,
    update: str,
) -> None:
    """The others are found by what the server calls itself; Fuseki does by a header of its own."""
    fake.meddle = lambda *_: (200, JSON, b'{"head": {}, "boolean": true}')
    fake.software = {"Server": software} if software else {"Fuseki-Request-Id": "1"}
    here = f"http://127.0.0.1:{fake.port}"
    name = software or "Apache Jena Fuseki"
    with Connection(f"{here}{endpoint}", None, lambda _: None) as connection:
        found = find_addresses(connection, user=user)
        told = find_addresses(connection, user=user, store=f"{here}/mine")
    assert found == Addresses(f"{here}{endpoint}", store and here + store, here + update, name)
    assert told == Addresses(f"{here}{endpoint}", f"{here}/mine", f"{here}{endpoint}", name)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("localhost:8890/sparql", "not an address of a server, such as http://localhost:8890/sparql"),
        ("ftp://localhost/", "not an address of a server, such as http://localhost:8890/sparql"),
        ("http://a:b/", "not an address: Invalid port: 'b'"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, message: str) -> None:
    """Before anything is sent."""
    with pytest.raises(AddressError) as caught:
        check_address(address)
    assert str(caught.value) == f"{address}: {message}"


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    """It would stand in the history of the shell; the message does not show it either."""
    with pytest.raises(AddressError) as caught:
        check_address("https://ann:geheim@example.org/sparql")
    assert str(caught.value) == (
        "https://example.org/sparql: give the user with --user and the password in the variable"
        " MONEYTRAIL_PASSWORD"
    )


def test_a_page_is_no_endpoint(fake: Fake) -> None:
    """Whoever names the start page of a server is told to name the address for queries."""
    fake.meddle = lambda *_: (200, "text/html", b"<h1>Welcome</h1>")
    with connected(fake) as connection, pytest.raises(EndpointError) as caught:
        find_addresses(connection, user=False)
    assert str(caught.value) == (
        f"{fake.url}: no answer to `ASK {{}}` but 200 with text/html; name the address for queries"
    )


def test_the_words_of_an_error_page_are_shown() -> None:
    """Without its markup; of plain text the first line."""
    page = b"<html><title>No</title><h1>Error 42 &lt;g&gt;</h1>\n</html>"
    assert Reply(500, {"content-type": "text/html; charset=UTF-8"}, page).line == "500 No Error 42 <g>"
    assert Reply(400, {"content-type": "text/plain"}, b"\n\n bad\nmore").line == "400 bad"
    moved = Reply(301, {"location": "https://example.org/sparql"}, b"")
    assert moved.line == "301 moved to https://example.org/sparql; name that"


def test_a_user_may_write_and_a_stranger_not(
    small: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password comes from the environment, and goes out only once the server has asked."""
    fake.user = "ann:geheim"
    with pytest.raises(RefusedError) as stranger:
        put(small, fake)
    store = fake.url.replace("sparql", "data")
    assert str(stranger.value) == (
        f"{store}: refused: 401 who are you?; give a user who may with --user, and the password in the"
        " variable MONEYTRAIL_PASSWORD"
    )
    with pytest.raises(RefusedError) as silent, connected(fake, "ann"):
        pass
    assert (
        str(silent.value) == f"{fake.url}: the password of ann is wanted in the variable MONEYTRAIL_PASSWORD"
    )
    monkeypatch.setenv("MONEYTRAIL_PASSWORD", "wrong")
    with connected(fake, "ann") as connection, pytest.raises(RefusedError) as other:
        load(small, connection, find_addresses(connection, user=True), lambda _: None)
    assert str(other.value) == (
        f"{store}: refused: 401 who are you?; ann may not, or the password in MONEYTRAIL_PASSWORD is another"
    )
    monkeypatch.setenv("MONEYTRAIL_PASSWORD", "geheim")
    with connected(fake, "ann") as connection:
        load(small, connection, find_addresses(connection, user=True), lambda _: None)
    assert held(fake.store) == local(small)


@pytest.mark.parametrize(
    ("url", "challenge", "chosen", "warned"),
    [
        ("http://example.org/", "Digest realm=x, nonce=y", httpx.DigestAuth, 0),
        ("http://example.org/", "Basic realm=x", httpx.BasicAuth, 1),
        ("https://example.org/", "Basic realm=x", httpx.BasicAuth, 0),
        ("http://localhost:3030/", "Basic realm=x", httpx.BasicAuth, 0),
        ("http://127.0.0.1:3030/", "Basic realm=x", httpx.BasicAuth, 0),
        ("https://example.org/", "Negotiate", type(None), 0),
    ],
)
def test_a_password_in_the_clear_is_warned_of(
    url: str, challenge: str, chosen: type[object], warned: int
) -> None:
    """Digest hides it, so does https; to this machine it may go as it is."""
    told: list[str] = []
    reply = httpx.Response(401, headers={"www-authenticate": challenge}, request=httpx.Request("GET", url))
    assert type(Challenged("ann", "geheim", told.append).choose(reply)) is chosen
    warning = "warning: the password goes to example.org unencrypted; https would hide it"
    assert told == [warning] * warned


# What goes wrong on the way


def test_a_busy_server_is_asked_again(small: Path, fake: Fake) -> None:
    """Three times in all, and then its answer counts."""
    answers = iter([503, 503])
    fake.meddle = lambda *_: next(((status, "text/plain", b"busy") for status in answers), None)
    assert put(small, fake).changed is True
    fake.meddle = lambda *_: (503, "text/plain", b"too busy")
    fake.seen.clear()
    with connected(fake) as connection, pytest.raises(EndpointError) as caught:
        find_addresses(connection, user=False)
    assert str(caught.value) == (
        f"{fake.url}: no answer to `ASK {{}}` but 503 too busy; name the address for queries"
    )
    assert len(fake.seen) == 3


def test_a_server_that_is_not_there_is_named() -> None:
    """With the reason the system gives."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/sparql"
    with Connection(url, None, lambda _: None) as connection, pytest.raises(UnreachableError) as caught:
        find_addresses(connection, user=False)
    assert str(caught.value) == f"{url}: no answer: [Errno 111] Connection refused"


def test_a_late_answer_is_given_up(full: Store, fake: Fake) -> None:
    """Exit code 3, as for a query that is stopped."""
    fake.store = full
    with connected(fake) as connection:
        target = opened(connection)

        def late(*_: object) -> None:
            time.sleep(0.5)

        fake.meddle = late
        with pytest.raises(EndpointTimeoutError) as caught:
            ask("ASK { ?s ?p ?o }", target, timeout=0.2)
    assert (caught.value.exit_code, str(caught.value)) == (
        3,
        f"{fake.url}: no whole answer after 0.2 s; narrow the query, or allow more with --timeout",
    )


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        (
            {"X-SPARQL-MaxRows": "100"},
            "query: the server hands out no more than 100 rows, so some may be missing; ask for fewer with"  # noqa: ISC004
            " LIMIT, or raise that number on the server",
        ),
        ({"X-SQL-Message": "RC...: incomplete "}, "query: the server did not finish: RC...: incomplete"),
    ],
)
def test_an_answer_that_is_cut_off_is_none(
    full: Store, fake: Fake, headers: dict[str, str], message: str
) -> None:
    """What the server says in a header is an error here, and not a table with rows missing."""
    fake.store = full
    with connected(fake) as connection:
        target = opened(connection)
        fake.software = headers
        with pytest.raises(EndpointQueryError) as caught:
            ask("SELECT * { ?s ?p ?o }", target)
    assert str(caught.value) == message


def test_triples_that_virtuoso_cuts_off_are_none(small: Path, fake: Fake) -> None:
    """It says so of rows alone, so the rows behind the triples are asked for as well."""
    put(small, fake)
    asked: list[str] = []

    def note(_: str, __: str, body: bytes) -> None:
        asked.append(parse_qs(body.decode())["query"][0].partition("> ")[2])

    with connected(fake) as connection:
        target = opened(connection)
        fake.software = {"Server": "Virtuoso/07"}
        fake.meddle = note
        ask("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 5", target)
        ask("CONSTRUCT WHERE { ?s a ?o }", target)
        ask("DESCRIBE <x>", target)
    assert asked == [
        "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 5",
        "SELECT (1 AS ?one) WHERE { ?s a ?o } LIMIT 5",
        "CONSTRUCT WHERE { ?s a ?o }",
        "SELECT (1 AS ?one) WHERE { ?s a ?o }",
        "DESCRIBE <x>",
    ]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((500, "text/plain", b"out of memory\nat x"), "does not answer: 500 out of memory"),
        ((200, "text/html", b"<p>Hello</p>"), "the server's answer is no SPARQL JSON: 200 Hello"),
        ((200, JSON, b"[]"), "the server's answer is no SPARQL JSON: 200 []"),
    ],
)
def test_an_error_of_the_server_is_one_line(full: Store, fake: Fake, answer: Answer, message: str) -> None:
    """Its status and the first line of what it says."""
    fake.store = full
    with connected(fake) as connection:
        target = opened(connection)
        fake.meddle = lambda *_: answer
        with pytest.raises(EndpointQueryError) as caught:
            ask("SELECT * { ?s ?p ?o }", target, name="mine")
    assert str(caught.value) == f"mine: {message}".replace("does not", f"{fake.url} does not")


# Asking


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"head": {}, "boolean": false}', False),
        (b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": []}}', False),
        (table({"type": "typed-literal", "datatype": f"{XSD}integer", "value": "1"}), True),
    ],
)
def test_a_truth_may_come_as_a_table(full: Store, fake: Fake, body: bytes, expected: bool) -> None:  # noqa: FBT001
    """Virtuoso 7 answers ASK with a row, or with none."""
    fake.store = full
    with connected(fake) as connection:
        target = opened(connection)
        fake.meddle = lambda *_: (200, JSON, body)
        assert ask("ASK { ?s ?p ?o }", target).truth is expected


def test_older_literals_are_read(small: Path, fake: Fake) -> None:
    """`typed-literal` is a literal, and the truth "1" is true."""
    put(small, fake)
    truth = {"type": "typed-literal", "datatype": f"{XSD}boolean", "value": "1"}
    with connected(fake) as connection:
        target = opened(connection)
        fake.meddle = lambda *_: (200, JSON, table(truth))
        assert ask("SELECT ?s { ?s ?p ?o }", target).write("csv") == b"s\r\ntrue\r\n"


def test_queries_name_their_graphs(small: Path, full: Store, fake: Fake) -> None:
    """The default graph always, the named ones where GRAPH asks, none where FROM says what is meant."""
    fake.store = full
    with connected(fake) as connection:
        target = opened(connection)
        number = ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", target).rows
        graphs = ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", target).rows
        people = ask("SELECT (COUNT(*) AS ?n) FROM <graph/registry> { ?s a mt:Person }", target).rows
    expected = local(small)
    assert number == [{"n": len(expected.pop(f"{GRAPHS}default"))}]
    assert {row["g"] for row in graphs} == set(expected)
    registered = expected[f"{GRAPHS}registry"]
    assert people == [
        {"n": sum("#type> <https://w3id.org/moneytrail/ns#Person>" in one for one in registered)}
    ]


def test_a_mistake_is_told_as_the_embedded_engine_tells_it(full: Store, fake: Fake) -> None:
    """With place and hint, once the server has refused the query."""
    fake.store = full
    with connected(fake) as connection, pytest.raises(QuerySyntaxError) as caught:
        ask("SELECT ?x { ?x a foaff:Agent }", opened(connection))
    assert str(caught.value).startswith("query:1:18: unknown prefix foaff:; did you mean foaf:?")


def test_python_asks_a_server_by_its_address(full: Store, fake: Fake) -> None:
    """With values, and with a warning of what the query asks and the server gets wrong."""
    fake.store = full
    label = "SELECT ?label { ?who rdfs:label ?label }"
    found = graph.query(label, fake.url, who="id:person/cari-tuna")
    assert found.rows == [{"label": "Cari Tuna"}]
    two = "SELECT (COUNT(*) AS ?n) FROM <graph/registry> FROM <graph/ontology> { <x> ?p ?o }"
    with pytest.warns(UserWarning, match=r"/sparql counts a triple once for each graph it stands in"):
        assert graph.query(two, fake.url).rows == [{"n": 0}]


def test_escapes_in_names_are_spelled_out() -> None:
    """Virtuoso 7 does not read them; names without escapes, texts and comments stay as they are."""
    known = {"id": "http://x/id/", "a": "http://x/a#"}
    query = 'PREFIX a: <http://y/> ASK { id:person\\/ann a:b\\-c "id:x\\y" . id:x b:c\\/d ?o } # id:z\\/z'
    expected = 'ASK { <http://x/id/person/ann> <http://y/b-c> "id:x\\y" . id:x b:c\\/d ?o } # id:z\\/z'
    assert spell_out(query, known) == f"PREFIX a: <http://y/> {expected}"


def test_a_server_without_a_graph_of_ours_says_how_to_load_one(fake: Fake) -> None:
    """A description of somebody else's data is no graph of ours."""
    fake.store.update(
        "INSERT DATA { GRAPH <urn:g> { <urn:g> a <http://www.w3.org/ns/sparql-service-description#Dataset> ;"
        ' <http://rdfs.org/ns/void#uriSpace> "http://example.org/" } }'
    )
    with connected(fake) as connection, pytest.raises(NotLoadedError) as caught:
        open_endpoint(connection)
    assert str(caught.value) == (
        f"{fake.url}: no graph of moneytrail here; `moneytrail build --endpoint {fake.url}` loads one"
    )


def test_of_two_graphs_one_is_chosen(small: Path, fake: Fake, tmp_path: Path) -> None:
    """Each has its base; the other is neither asked nor removed."""
    other = build_small(tmp_path / "other", "https://example.org/")
    put(small, fake)
    put(other, fake)
    with connected(fake) as connection:
        with pytest.raises(NotLoadedError) as caught:
            open_endpoint(connection)
        assert str(caught.value) == (
            f"{fake.url}: several graphs here; choose one with --base https://example.org/ or {BASE}"
        )
        target = opened(connection, "https://example.org/")
        assert ask("SELECT ?l { id:person\\/cari-tuna rdfs:label ?l }", target).rows == [{"l": "Cari Tuna"}]


def test_a_server_that_does_not_take_the_default_graph_is_refused(full: Store, fake: Fake) -> None:
    """None of its answers would be right."""
    fake.store = full
    real = fake.query

    def deaf(_: str, __: str, body: bytes) -> Answer:
        return real(body.replace(b"default-graph-uri", b"ignored"))

    fake.meddle = deaf
    with connected(fake) as connection, pytest.raises(EndpointError) as caught:
        open_endpoint(connection)
    assert str(caught.value) == (
        f"{fake.url}: this server does not answer from the default graph it is given (default-graph-uri)"
    )


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("SELECT (SUM(?a) / COUNT(?a) AS ?m) { ?s mt:amount ?a }", 2),
        ("SELECT ?x { ?x mt:document/dcterms:identifier ?y }", 0),
        ("SELECT (?a / 2 AS ?h) { ?x mt:amount ?a }", 1),
        ("SELECT ?x { ?x a/rdfs:subClassOf* ?y }", 2),
        ("SELECT ?x { ?x mt:memberOf? ?y }", 1),
        ("SELECT (COUNT(*) AS ?n) { ?x a ?y }", 0),
        ("SELECT (MIN(?l) AS ?n) { ?x rdfs:label ?l }", 1),
        ("SELECT ?x FROM <graph/registry> { ?x a ?y }", 1),
        ("SELECT ?x FROM <graph/registry> FROM <graph/ontology> { ?x a ?y }", 2),
        ("SELECT ?x FROM <graph/registry> FROM NAMED <graph/ontology> { ?x a ?y }", 1),
    ],
)
def test_only_what_matters_to_a_query_is_probed(fake: Fake, query: str, number: int) -> None:
    """A server that gets everything wrong is told of no more than the query needs."""
    fake.meddle = lambda *_: (500, "text/plain", b"no")
    with connected(fake) as connection:
        assert len(list(find_wrong(connection, NAMES, query))) == number


# The command line


def test_the_command_loads_and_asks(run: Run, small: Path, fake: Fake) -> None:
    """What is printed for a server is what is printed for the embedded store, in every format."""
    done = run("build", "--only-mine", "--graph", str(small), "--endpoint", fake.url)
    number = sum(map(len, local(small).values()))
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(
        rf"{fake.url}: loaded: {len(local(small))} graphs, {len(local(small))} of them sent,"
        rf" {number} triples, \d+\.\d s",
        done.stdout.splitlines()[1],
    )
    wrong = "counts a triple once for each graph it stands in, where a query names several with FROM"
    assert done.stderr.splitlines()[-2:] == [
        f"warning: {fake.url} {wrong}",
        f"other tools find the graph with FROM <{GRAPHS}default>",
    ]
    for query, layout in (
        ("SELECT * { ?person a mt:Person ; rdfs:label ?name } ORDER BY ?person LIMIT 5", "table"),
        ("SELECT * { ?person a mt:Person ; rdfs:label ?name } ORDER BY ?person LIMIT 5", "json"),
        ("ASK { <person/cari-tuna> a mt:Person }", "csv"),
        ("CONSTRUCT WHERE { <person/cari-tuna> ?p ?o }", "turtle"),
    ):
        here = run("query", query, "--format", layout, "--names", "--graph", str(small))
        there = run("query", query, "--format", layout, "--names", "--endpoint", fake.url)
        assert (there.stdout, there.returncode, there.stderr) == (here.stdout, 0, "")
    false = run("query", "ASK { <x> a mt:Person }", "--endpoint", fake.url)
    assert (false.returncode, false.stdout) == (1, "false\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "ASK {}", "--base", "http://x/"), "--base chooses among the graphs of a server"),
        (("query", "ASK {}", "--data", "x.ttl", "--endpoint", "http://x/"), "--data or --endpoint, not both"),
        (("build", "--count-only"), "--count-only go with --endpoint"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    """Before anything is done."""
    done = run(*arguments, COLUMNS="200")
    assert (done.returncode, message in " ".join(done.stderr.split())) == (2, True)


def test_a_failed_load_ends_with_an_exit_code(run: Run, small: Path, fake: Fake) -> None:
    """And one message; a query that cannot be answered ends with 2, as elsewhere."""
    fake.meddle = lambda method, *_: (500, "text/plain", b"no") if method == "PUT" else None
    done = run("build", "--only-mine", "--graph", str(small), "--endpoint", fake.url)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stderr.splitlines()[-1] == (
        f"moneytrail: {fake.url}: graph <{GRAPHS}manifest>: not taken: 500 no;"
        " the same command goes on with what is missing"
    )
    asked = run("query", "ASK {}", "--endpoint", fake.url)
    assert (asked.returncode, asked.stdout) == (2, "")


def test_without_the_extra_the_message_names_it(small: Path) -> None:
    """Everything else works without it."""
    code = (
        "import sys; sys.modules['httpx'] = None; from graph.cli import main;"
        f" sys.argv = ['moneytrail', 'query', 'ASK {{}}', '--graph', {str(small)!r}, *sys.argv[1:]]; main()"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "true\n"
    done = subprocess.run([*command, "--endpoint", "http://x/"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "moneytrail: a SPARQL server (--endpoint) needs an extra: pip install 'moneytrail[remote]'\n",
    )
