"""Many clients at once: how long they wait, whether one is not answered, and what memory the server takes.

    python bench/clients.py [--graph FOLDER] [--clients 64] [--seconds 60]

Each client asks one query after another: things by name, a join, a count, a page, a CONSTRUCT. Without a
folder the graph of the five articles is built. Nothing is asserted.
"""

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import httpx
from runaways import built
from serving import Server, serving

QUERIES = (
    "SELECT ?o { <person/cari-tuna> ?p ?o }",
    "SELECT ?donor ?to { ?donor mt:gaveTo ?to } ORDER BY ?donor",
    "SELECT ?kind (COUNT(*) AS ?n) { ?s a ?kind } GROUP BY ?kind",
    "CONSTRUCT WHERE { <person/george-soros> ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
)
PAGE = "/page/person/cari-tuna"
TENTHS = 5
"""Parts into which the time is cut, for each of which memory is told."""


@dataclass
class Asked:
    """What clients met: seconds of each answer, and statuses."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)


async def ask(server: Server, asked: Asked, end: float, first: int) -> None:
    """Ask as one client until the time is over."""
    async with httpx.AsyncClient(timeout=120) as client:
        for at in cycle(range(first, first + len(QUERIES) + 1)):
            if time.perf_counter() > end:
                return
            number = at % (len(QUERIES) + 1)
            start = time.perf_counter()
            try:
                if number == len(QUERIES):
                    answer = await client.get(server.url + PAGE)
                else:
                    answer = await client.post(server.sparql, data={"query": QUERIES[number]})
                asked.statuses[str(answer.status_code)] += 1
            except httpx.TransportError as error:
                asked.statuses[type(error).__name__] += 1
            asked.seconds.append(time.perf_counter() - start)


def megabytes(server: Server) -> tuple[float, float]:
    """Memory of the server, and of its workers together."""

    def taken(process: int) -> float:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))

    return taken(server.process.pid), sum(taken(worker) for worker in server.workers())


async def run(server: Server, clients: int, seconds: float) -> None:
    """Let clients ask and print what they met."""
    asked = Asked()
    end = time.perf_counter() + seconds
    tasks = [asyncio.create_task(ask(server, asked, end, at)) for at in range(clients)]
    for part in range(TENTHS):
        await asyncio.sleep(seconds / TENTHS)
        told = ", ".join(f"{one:.0f} MB" for one in megabytes(server))
        print(f"after {seconds * (part + 1) / TENTHS:.0f} s: server and workers take {told}", flush=True)
    await asyncio.gather(*tasks)
    ordered = sorted(asked.seconds)
    median, late = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
    print(f"{clients} clients, {len(ordered)} answers in {seconds:g} s: {dict(asked.statuses)}")
    print(f"half within {median:.3f} s, 99 % within {late:.3f} s, all within {ordered[-1]:.3f} s")


def main() -> None:
    """Start a server and let clients ask it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.graph or built(Path(place) / "graph")
        with serving(folder, "--workers", "2") as server:
            asyncio.run(run(server, given.clients, given.seconds))


if __name__ == "__main__":
    main()
