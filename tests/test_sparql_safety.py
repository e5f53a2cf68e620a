"""Queries reach neither files nor the network, change nothing, and are really stopped."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.errors import ForbiddenQueryError, QueryError, QuerySyntaxError, QueryTimeoutError
from graph.sparql.tokens import read_tokens, refuse_forbidden

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
REMOTE = "asks another server; queries stay in this graph"


@pytest.fixture
def server() -> Iterator[tuple[socket.socket, int]]:
    """A server that answers nothing, and its port; what connects to it can be seen."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.3)
        yield listening, listening.getsockname()[1]


def connected(listening: socket.socket) -> bool:
    """Whether anybody connects to a server within its patience."""
    try:
        connection, _ = listening.accept()
    except TimeoutError:
        return False
    connection.close()
    return True


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {\n SERVICE <http://x/> { ?s ?p ?o } }", f"query:2:2: SERVICE {REMOTE}"),
        ("SELECT * { service silent <http://x/> {} }", f"query:1:12: SERVICE {REMOTE}"),
        ("SELECT * { SERVICESILENT<http://x/> {} }", f"query:1:12: SERVICE {REMOTE}"),
        ("SELECT * { ?s ?p trueSERVICE<http://x/> {} }", f"query:1:18: SERVICE {REMOTE}"),
        ("SELECT * { ?s ?p 1SERVICE<http://x/> {} }", f"query:1:19: SERVICE {REMOTE}"),
        ("SELECT * { ?s ?p 'a'SERVICE<http://x/> {} }", f"query:1:21: SERVICE {REMOTE}"),
        ("SELECT * { FILTER(?a<?b)SERVICE<http://x/> {} }", f"query:1:25: SERVICE {REMOTE}"),
        ("SELECT * { ?s ?p ?o # comment\rSERVICE<http://x/> {} }", f"query:1:31: SERVICE {REMOTE}"),
        ("SELECT * { ?s ?p ex:.SERVICE<http://x/> {} }", f"query:1:22: SERVICE {REMOTE}"),
        (
            "PREFIX ex: <http://x/> SELECT * { SERVICEex:a {} }",
            "query:1:35: a prefix may not contain SERVICE; give it another name",
        ),
        ("LOAD <file:///etc/passwd>", "query:1:1: LOAD changes a graph or loads one; queries only read"),
        (
            "insert data { <a:a> <a:b> 1 }",
            "query:1:1: INSERT changes a graph or loads one; queries only read",
        ),
        ("SELECT * {} ; CLEAR ALL", "query:1:15: CLEAR changes a graph or loads one; queries only read"),
    ],
)
def test_a_query_that_leaves_the_graph_is_refused_by_name(query: str, message: str) -> None:
    """The message says where the word is and why it is refused, however it is glued to others."""
    with pytest.raises(ForbiddenQueryError) as error:
        refuse_forbidden(query)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?service ?p "SERVICE LOAD" }',
        "SELECT * { ?s ex:SERVICE 'INSERT' } # SERVICE <http://x/>",
        "SELECT * { <http://x/SERVICE> ?LOAD '''a' SERVICE ''' }",
        'SELECT * { ?s ?p "a \\" SERVICE" , """ "" SERVICE """ , "x"@en-SERVICE }',
        "SELECT * { ?s ex:a\\'SERVICE ?o }",
    ],
)
def test_the_words_themselves_are_no_offence(query: str) -> None:
    """In strings, IRIs, names, variables and comments they mean nothing."""
    refuse_forbidden(query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('SELECT * { ?s ?p "SERVICE }', 'query:1:18: the text that begins with " never ends'),
        (
            "SELECT * { \\u0053ERVICE <http://x/> {} }",
            r"query:1:12: '\\' has no place in SPARQL outside of a text",
        ),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(query: str, message: str) -> None:
    """An open string or an escape outside of one could hide a word."""
    with pytest.raises(QuerySyntaxError) as error:
        refuse_forbidden(query)
    assert str(error.value).splitlines()[0] == message


@given(st.text(alphabet="SERVIC sn?:<>\"'\\#{}.,@1ex\n"))
def test_tokens_and_what_is_between_them_are_the_query(text: str) -> None:
    """Nothing is lost: tokens stand in order, and only spaces and comments are between them."""
    end = 0
    for token in read_tokens(text):
        between = text[end : token.start]
        assert all(line.strip() == "" or line.lstrip().startswith("#") for line in between.splitlines())
        assert text[token.start : token.end] == token.text
        end = token.end


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_from_reads_no_file(built: Path, tmp_path: Path, clause: str) -> None:
    """FROM with the address of a file that is there chooses a graph that is not there."""
    secret = tmp_path / "secret.nt"
    secret.write_text("<http://a/s> <http://a/p> <http://a/o> .\n")
    pattern = "GRAPH ?g { ?s ?p ?o }" if clause == "FROM NAMED" else "?s ?p ?o"
    assert graph.query(f"SELECT * {clause} <{secret.as_uri()}> {{ {pattern} }}", built).rows == []


def test_from_and_describe_reach_no_network(built: Path, server: tuple[socket.socket, int]) -> None:
    """Nobody connects to the address a query names."""
    listening, port = server
    address = f"<http://127.0.0.1:{port}/g>"
    for query in (f"ASK FROM {address} {{ ?s ?p ?o }}", f"DESCRIBE {address}"):
        assert not graph.query(query, built)
    assert not connected(listening)


def test_service_reaches_no_network(built: Path, server: tuple[socket.socket, int]) -> None:
    """Nor to that of a service; the same server is reached by who may, so the test can fail."""
    listening, port = server
    with pytest.raises(ForbiddenQueryError):
        graph.query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}", built)
    assert not connected(listening)
    with socket.create_connection(("127.0.0.1", port)):
        assert connected(listening)


def test_rdflib_reads_no_file_through_from(built: Path, tmp_path: Path) -> None:
    """Neither the store's engine nor rdflib's own, which would by default."""
    secret = tmp_path / "secret.nt"
    secret.write_text("<http://a/s> <http://a/p> <http://a/o> .\n")
    dataset = graph.open_graph(built)
    for own in (True, False):
        query = f"ASK FROM <{secret.as_uri()}> {{ ?s <http://a/p> ?o }}"
        assert not dataset.query(query, use_store_provided=own)


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <%s> { ?s ?p ?o } }", "SELECT * { \\u0053ERVICE <%s> {} }"]
)
def test_rdflib_follows_no_service(built: Path, server: tuple[socket.socket, int], query: str) -> None:
    """SERVICE is refused in the Dataset as well, spelled out or with escapes."""
    listening, port = server
    dataset = graph.open_graph(built)
    with pytest.raises(QueryError):
        dataset.query(query % f"http://127.0.0.1:{port}/", use_store_provided=False)
    assert not connected(listening)


def test_rdflib_escapes_cannot_end_a_string(built: Path) -> None:
    """Escapes are replaced by rdflib before it parses, so a query is refused by what it becomes."""
    query = 'SELECT * { ?s ?p "\\u0022 . SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } ?d ?e \\u0022" }'
    with pytest.raises(ForbiddenQueryError) as error:
        graph.open_graph(built).query(query)
    assert str(error.value) == f"query:1:23: SERVICE {REMOTE}"


def test_the_dataset_is_read_only(built: Path) -> None:
    """An update is refused before anything is read."""
    with pytest.raises(ForbiddenQueryError) as error:
        graph.open_graph(built).update("LOAD <file:///etc/passwd>")
    assert str(error.value) == "this graph is read-only; `moneytrail build` makes it from its sources"


def children(process: int) -> set[int]:
    """The processes a process has started that still run."""
    threads = Path(f"/proc/{process}/task").iterdir()
    listed = {int(child) for thread in threads for child in (thread / "children").read_text().split()}
    return {child for child in listed if running(child)}


def test_a_runaway_is_stopped_and_leaves_no_process(built: Path) -> None:
    """The cross product of all triples three times runs for years; after a second it is gone."""
    before = children(os.getpid())
    with pytest.raises(QueryTimeoutError) as error:
        graph.query(RUNAWAY, built, timeout=1)
    assert str(error.value) == "the query was stopped after 1 s; narrow it, or allow more with --timeout"
    assert children(os.getpid()) - before == set()


def running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_query_ends_with_who_asked_it(built: Path, ended_by: signal.Signals) -> None:
    """Ctrl-C, a polite and an impolite end of the command end the worker as well."""
    command = [str(Path(sys.executable).with_name("moneytrail")), "query", "--graph", str(built), RUNAWAY]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as asking:
        workers = wait_for_worker(asking.pid)
        asking.send_signal(ended_by)
        assert asking.wait(60) != 0
        assert b"Traceback" not in (asking.stderr.read() if asking.stderr else b"")
    deadline = time.monotonic() + 60
    while any(running(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [worker for worker in workers if running(worker)] == []


def wait_for_worker(process: int) -> set[int]:
    """The processes a process has started, once there is one and it has begun to work."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = children(process)
        if found:
            time.sleep(0.5)
            return found
        time.sleep(0.05)
    raise AssertionError(f"process {process} started no worker")


def test_a_query_nested_too_deeply_is_one_message(built: Path) -> None:
    """The engine breaks down over it; the person who asked reads a sentence."""
    with pytest.raises(QueryError) as error:
        graph.query("SELECT * " + "{" * 20_000 + "}" * 20_000, built)
    assert str(error.value) == (
        f"query: the process of the query ended ({-signal.SIGSEGV}); most likely the query is nested too"
        " deeply, or needs more memory than there is"
    )
