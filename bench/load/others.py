"""Other engines over the same triples: Oxigraph's own server, and rdflib in memory."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import DefaultGraph, Store
from rdflib import Graph

PATIENCE = 60
"""Seconds after which a query of rdflib is given up."""


@contextmanager
def oxigraph_server(store: Path) -> Iterator[tuple[str, int]]:
    """Oxigraph's server over a store: its address for queries, and its process."""
    program = Path(sys.executable).with_name("oxigraph")
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [program, "serve-read-only", "--location", store, "--bind", place]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:
        try:
            _wait_for(place)
            yield f"http://{place}/query", process.pid
        finally:
            process.terminate()


def _wait_for(place: str) -> None:
    """Come back once somebody listens."""
    host, _, port = place.partition(":")
    while True:
        with socket.socket() as knock:
            if knock.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)


class Rdflib:
    """rdflib with the triples of a default graph in memory."""

    def __init__(self, store: Store, prologue: str) -> None:
        self._graph = Graph()
        self._prologue = prologue
        quads = store.quads_for_pattern(None, None, None, DefaultGraph())
        self._graph.parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
        signal.signal(signal.SIGALRM, _late)

    def cost(self, query: str) -> tuple[float, float] | None:
        """Wall and CPU seconds of a query; None where it is given up."""
        signal.alarm(PATIENCE)
        start, before = time.perf_counter(), time.process_time()
        try:
            list(self._graph.query(self._prologue + query))
        except TimeoutError:
            return None
        finally:
            signal.alarm(0)
        return time.perf_counter() - start, time.process_time() - before


def _late(*_: object) -> None:
    raise TimeoutError
