"""Thirty queries that run on, each put to a server that others ask: when it ends, and how they fare.

    python bench/runaways.py [--graph FOLDER]

A query is right to end with an error, or with a stream that is cut and not ended. Without a folder the graph
of the five articles is built. Nothing is asserted.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from load.runaways import RUNAWAYS
from serving import Server, serving

LIMIT = 3.0
MEMORY = 1500


@dataclass
class Beside:
    """Small queries that are asked all the while: how long each took, and how many were not answered."""

    server: Server
    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    _end: threading.Event = field(default_factory=threading.Event)

    def ask(self) -> None:
        """Ask until told to end."""
        while not self._end.wait(0.05):
            start = time.perf_counter()
            answer = self.server.ask("SELECT ?o { <person/cari-tuna> ?p ?o }")
            self.seconds.append(time.perf_counter() - start)
            self.failed += not answer.is_success

    def end(self) -> None:
        """Ask no more."""
        self._end.set()


def end_of(server: Server, query: str) -> tuple[str, float]:
    """How a query ends, and after how many seconds."""
    start = time.perf_counter()
    try:
        with server.client.stream("POST", server.sparql, data={"query": query}, timeout=60) as answer:
            for _ in answer.iter_raw():
                pass
            told = f"{answer.status_code}" if answer.status_code != httpx.codes.OK else "200, WHOLE"
    except httpx.RemoteProtocolError:
        told = "200, cut"
    return told, time.perf_counter() - start


def built(folder: Path) -> Path:
    """The graph of the five articles."""
    command = Path(sys.executable).with_name("moneytrail")
    subprocess.run([command, "build", "--quiet", "--graph", folder], check=True, stderr=subprocess.DEVNULL)
    return folder


def main() -> None:
    """Put each query and print how it ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--graph", type=Path)
    given = parser.parse_args().graph
    options = ("--timeout", f"{LIMIT:g}", "--workers", "2", "--max-memory", f"{MEMORY}", "--max-result", "64")
    with tempfile.TemporaryDirectory() as place:
        folder = given or built(Path(place) / "graph")
        with serving(folder, *options) as server:
            beside = Beside(server)
            thread = threading.Thread(target=beside.ask)
            thread.start()
            late = []
            for name, query in RUNAWAYS.items():
                told, seconds = end_of(server, query)
                late.append(seconds)
                print(f"{name:36} {told:12} {seconds:6.2f} s", flush=True)
            beside.end()
            thread.join()
    in_time = sum(seconds <= LIMIT + 1 for seconds in late)
    print(f"{in_time} of {len(late)} ended within {LIMIT + 1:g} s, the last after {max(late):.2f} s")
    slowest = sorted(beside.seconds)[-max(len(beside.seconds) // 100, 1)]
    print(f"beside them {len(beside.seconds)} small queries, 99 % answered in {slowest:.3f} s")
    print(f"{beside.failed} of them not answered")


if __name__ == "__main__":
    main()
