"""Queries that run on are ended, answers are streamed or refused, and no process is left."""

import asyncio
import io
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from conftest import Run
from load.runaways import RUNAWAYS
from serving import RUNAWAY, Server, serving

from graph.build import build
from graph.errors import NoGraphError
from graph.server.frames import FRAME, Answer
from graph.server.process import Worker
from graph.server.settings import Settings, UnsafeSettingError, refuse_unsafe
from graph.sparql.evaluation import FaultError
from sources.catalog import shipped_sources

SITE = "https://graph.example"
ENOUGH = 8000
PAIRS = "SELECT * { ?a a ?b . ?c a ?d }"


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """A server of two workers with low limits."""
    with serving(built, "--timeout", "5", "--workers", "2", "--max-result", "1") as found:
        yield found


def until(holds: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether something holds within some seconds."""
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


def running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_runaway_is_ended_and_its_worker_replaced(server: Server) -> None:
    """The status says it, the process is gone, and another one answers."""
    before = server.workers()
    answer = server.ask(RUNAWAY)
    words = "the query was stopped after 5 s; narrow it, or ask for less\n"
    assert (answer.status_code, answer.text) == (504, words)
    assert until(lambda: len(server.workers()) == 2)
    assert len([one for one in before if running(one)]) == 1
    assert [server.ask("ASK {}").status_code for _ in range(4)] == [200] * 4


def test_runaways_of_each_kind_are_ended(built: Path) -> None:
    """With an error, or a stream that is cut: never with an answer that looks whole."""
    kinds = ("three, written", "three, sorted", "CONSTRUCT", "a path in a path", "twelve digits, distinct")
    queries = [next(query for name, query in RUNAWAYS.items() if kind in name) for kind in kinds]
    with serving(built, "--timeout", "1", "--workers", "2") as server, ThreadPoolExecutor(2) as threads:
        ends = list(threads.map(lambda query: ending(server, query), queries))
        assert set(ends) <= {"cut", "504"}
        assert server.ask("ASK {}").status_code == 200


def ending(server: Server, query: str) -> str:
    """How the answer to a query ends: its status, or "cut"."""
    try:
        return str(server.ask(query).status_code)
    except httpx.RemoteProtocolError:
        return "cut"


def test_others_are_answered_beside_a_runaway(server: Server) -> None:
    """One worker works on, the other answers."""
    assert until(lambda: len(server.workers()) == 2)
    assert [server.ask("ASK {}").status_code for _ in range(2)] == [200] * 2
    with ThreadPoolExecutor(1) as threads:
        runaway = threads.submit(server.ask, RUNAWAY)
        time.sleep(0.3)
        assert server.ask("ASK {}").status_code == 200
        assert not runaway.done()
        assert runaway.result().status_code == 504
    assert until(lambda: len(server.workers()) == 2)


def test_a_query_ends_with_its_client(built: Path) -> None:
    """Who goes leaves no process at work."""
    with serving(built, "--timeout", "0", "--workers", "1") as server:
        worker = server.workers()
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(server.sparql, params={"query": RUNAWAY}, timeout=0.5)
        assert until(lambda: not any(map(running, worker)))
        assert until(lambda: len(server.workers()) == 1)
        assert server.ask("ASK {}").status_code == 200


def test_a_long_answer_is_broken_off_and_not_ended(server: Server) -> None:
    """After the first bytes the status is told; the missing end of the stream says that it is not whole."""
    with server.client.stream("GET", server.sparql, params={"query": PAIRS}) as answer:
        assert (answer.status_code, "content-length" in answer.headers) == (200, False)
        with pytest.raises(httpx.RemoteProtocolError):
            list(answer.iter_raw())
    assert server.ask("ASK {}").status_code == 200


def test_a_limit_before_the_first_byte_is_an_error() -> None:
    """What is small enough to be held back is refused as a whole."""
    out = io.BytesIO()
    answer = Answer(out, 1000)
    answer.begin(type="text/plain")
    assert answer.write(b"x" * 900) == 900
    with pytest.raises(FaultError) as error:
        answer.write(b"x" * 101)
    assert error.value.said == {
        "error": "size",
        "message": "the answer is longer than 0.001 MB; ask for less, or with LIMIT",
    }
    assert out.getvalue() == b""
    answer.fail(error.value.said)
    assert FRAME.unpack(out.getvalue()[: FRAME.size])[0] == b"X"


def test_a_worker_is_ended_with_an_answer_that_nobody_read() -> None:
    """More than the pipe and the buffer hold is waiting there, and its end is not waited for."""

    async def end() -> int | None:
        program = (sys.executable, "-c", "print('x' * 10_000_000)")
        process = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE, limit=1000)
        while process.stdout is not None and not await process.stdout.read(10):
            pass
        await asyncio.wait_for(Worker(process).end(), 30)
        return process.returncode

    assert asyncio.run(end()) == -signal.SIGKILL


def memory(process: int) -> int:
    """Kilobytes of memory a process has had at most."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def test_a_million_rows_need_no_memory(built: Path) -> None:
    """A client that is slow is waited for; the rows stay with the engine."""
    with serving(built, "--workers", "1", "--max-result", "0") as server:
        server.ask("ASK {}")
        before = memory(server.process.pid)
        size = 0
        query = f"{PAIRS} LIMIT 300000"
        plain = {"accept-encoding": "identity"}
        with server.client.stream("GET", server.sparql, params={"query": query}, headers=plain) as answer:
            for number, piece in enumerate(answer.iter_raw()):
                size += len(piece)
                if number == 3:
                    time.sleep(1)
        assert size > 30_000_000
        assert memory(server.process.pid) - before < 20_000


def test_the_server_leaves_no_process(built: Path) -> None:
    """Ended politely or not, it takes its workers with it, also those at work."""
    for ended_by in (signal.SIGTERM, signal.SIGKILL):
        with serving(built, "--workers", "2", "--timeout", "0") as server:
            workers = server.workers()
            assert len(workers) == 2
            with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as asking:
                body = f"query={RUNAWAY.replace('?', '%3F')}".encode()
                head = f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
                kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
                asking.sendall(f"{head}{kind}".encode() + body)
                time.sleep(0.5)
                os.kill(server.process.pid, ended_by)
                server.process.wait(30)
            assert until(lambda workers=workers: not any(map(running, workers)))


def test_a_worker_that_is_killed_is_replaced(server: Server) -> None:
    """Whoever kills it, the next query is answered."""
    for worker in server.workers():
        os.kill(worker, signal.SIGKILL)
    assert until(lambda: server.ask("ASK {}").status_code == 200)


def test_a_query_that_breaks_the_engine_is_one_message(server: Server) -> None:
    """It is nested too deeply; others are answered."""
    answer = server.ask("SELECT * " + "{" * 20_000 + "}" * 20_000)
    words = (
        f"the process of the query ended ({-signal.SIGSEGV}); most likely the query is nested too deeply, or"
        " needs more memory than there is\n"
    )
    assert (answer.status_code, answer.text) == (503, words)
    assert server.ask("ASK {}").status_code == 200


def test_a_build_is_served_when_it_is_there(tmp_path: Path) -> None:
    """Nothing has to be started again; what a client kept is told to be old."""
    folder = tmp_path / "graph"
    sources = shipped_sources()
    build(sources, folder, lambda _: None)
    with serving(folder, "--workers", "1") as server:
        claims = "SELECT ?c { ?c a mt:Claim } ORDER BY ?c LIMIT 1"
        first = server.get("/sparql", claims)
        build(sources, folder, lambda _: None, "https://example.org/money/")
        again = server.get("/sparql", claims, if_none_match=first.headers["etag"])
        assert again.status_code == 200
        assert "https://example.org/money/id/claim/" in again.text
        assert "https://example.org/money/id/claim/" not in first.text


def test_many_clients_are_all_answered(server: Server) -> None:
    """More at once than there are workers."""
    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(lambda _: server.ask("ASK {}").status_code, range(200)))
    assert found == [200] * 200


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"timeout": 0}, "needs --timeout between 1 and 300 seconds; it is 0"),
        ({"timeout": 3600}, "needs --timeout between 1 and 300 seconds; it is 3600"),
        ({"result": 0}, "needs --max-result between 1 and 1024 megabytes; it is 0"),
        ({"memory": 0}, "needs a limit of memory for each worker (--max-memory)"),
    ],
)
def test_a_server_for_others_has_limits(changed: dict[str, float], words: str) -> None:
    """What one visitor could use up is refused by name; for this machine alone it may be."""
    unsafe, safe = Settings(Path(), SITE, **changed), Settings(Path(), SITE)  # type: ignore[arg-type]
    for host, public, who in (
        ("127.0.0.1", True, "--public"),
        ("0.0.0.0", False, "--host 0.0.0.0, which others reach,"),  # noqa: S104 - nobody listens
    ):
        with pytest.raises(UnsafeSettingError) as error:
            refuse_unsafe(unsafe, host, ENOUGH, public=public)
        assert str(error.value) == f"{who} {words}"
        refuse_unsafe(safe, host, ENOUGH, public=public)
    refuse_unsafe(unsafe, "127.0.0.1", 0, public=False)


def test_a_public_server_is_behind_a_proxy_and_fits() -> None:
    """Its address is encrypted, and its workers have the memory they may take."""
    with pytest.raises(UnsafeSettingError) as error:
        refuse_unsafe(Settings(Path(), SITE), "127.0.0.1", 4000, public=True)
    words = "2 workers of 2048 MB are more than the 4000 MB there are"
    assert str(error.value) == f"--public needs a lower --workers or --max-memory: {words}"
    for url, told in (("", "not given"), ("http://graph.example", "http://graph.example")):
        with pytest.raises(UnsafeSettingError) as error:
            refuse_unsafe(Settings(Path(), url), "127.0.0.1", ENOUGH, public=True)
        words = "the address of a proxy that encrypts, as others know it"
        assert str(error.value) == f"--public needs --url https://..., {words}; it is {told}"


def test_what_cannot_be_served_is_said(run: Run, built: Path, server: Server) -> None:
    """No graph, a port that is taken, an unsafe setting."""
    nothing = run("serve")
    assert nothing.stderr == f"moneytrail: {NoGraphError(Path('moneytrail-graph'))}\n"
    port = server.url.rpartition(":")[2]
    taken = run("serve", "--graph", str(built), "--port", port)
    words = f"moneytrail: 127.0.0.1:{port}: cannot listen: Address already in use\n"
    assert (taken.returncode, taken.stderr) == (2, words)
    unsafe = run("serve", "--graph", str(built), "--public", "--timeout", "0")
    assert unsafe.returncode == 2
    assert unsafe.stderr == "moneytrail: --public needs --timeout between 1 and 300 seconds; it is 0\n"
