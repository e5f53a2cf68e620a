"""What HTTP adds: a researcher's twenty queries put to our server, to the engine itself, and to others.

    python bench/serve.py [--graph FOLDER] [--rows 35000] [--runs 5] [--rdflib]

Without a folder a graph of made-up contributions is built, about a million triples for 35,000 rows. Answers
are compared before anything is timed. CPU is that of the server and its worker, or of the engine in this
process; it is the least of the runs. rdflib reads all triples into memory first, and gives a query up after a
minute.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import httpx
from load.others import Rdflib, oxigraph_server
from load.researcher import QUERIES
from pyoxigraph import DefaultGraph, QueryResultsFormat, QueryTriples, RdfFormat, Store
from rates import write_rates
from serving import Server, serving

from graph.nodes import BASE
from graph.store import generation_folder
from ontology import PREFIXES

ACCEPT = {"accept": "application/sparql-results+json, application/n-triples;q=0.5"}
KNOWN = {**PREFIXES, "id": f"{BASE}id/"}
PROLOGUE = f"BASE <{BASE}id/>\n" + "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in KNOWN.items())
TICK = os.sysconf("SC_CLK_TCK")
POINT = 0.05
"""Seconds of CPU from which on a query counts as long."""


@dataclass(frozen=True)
class Engine:
    """Who is asked: a name, how to ask, and the CPU seconds spent so far."""

    name: str
    ask: Callable[[str], bytes]
    cpu: Callable[[], float]


@dataclass(frozen=True)
class Cost:
    """What a query takes at the least: wall and CPU seconds."""

    wall: float
    cpu: float


def by_itself(store: Store) -> Engine:
    """The engine in this process."""

    def ask(query: str) -> bytes:
        found = store.query(query, base_iri=KNOWN["id"], prefixes=KNOWN)
        layout = RdfFormat.N_TRIPLES if isinstance(found, QueryTriples) else QueryResultsFormat.JSON
        return found.serialize(format=layout)  # type: ignore[arg-type]

    return Engine("the engine itself", ask, time.process_time)


def over_http(name: str, address: str, client: httpx.Client, processes: Callable[[], set[int]]) -> Engine:
    """A server."""

    def ask(query: str) -> bytes:
        answer = client.post(address, data={"query": PROLOGUE + query}, headers=ACCEPT)
        answer.raise_for_status()
        return answer.content

    return Engine(name, ask, lambda: sum(map(spent, processes())))


def spent(process: int) -> float:
    """CPU seconds of a process."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def bag(body: bytes) -> list[str]:
    """An answer whatever the order of its rows."""
    try:
        told = json.loads(body)
    except ValueError:
        return sorted(body.decode().splitlines())
    rows = told["results"]["bindings"] if "results" in told else [told["boolean"]]
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def cost(engine: Engine, query: str, runs: int) -> Cost:
    """What a query takes; several times in a row where it is too short for the clock of CPU."""
    times = max(1, min(50, int(0.2 / max(_once(engine, query), 0.001))))
    found = []
    for _ in range(runs):
        before, start = engine.cpu(), time.perf_counter()
        for _ in range(times):
            engine.ask(query)
        found.append(Cost((time.perf_counter() - start) / times, (engine.cpu() - before) / times))
    return Cost(min(one.wall for one in found), min(one.cpu for one in found))


def _once(engine: Engine, query: str) -> float:
    start = time.perf_counter()
    engine.ask(query)
    return time.perf_counter() - start


@contextmanager
def engines(folder: Path) -> Iterator[list[Engine]]:
    """Who is asked: the engine, our server, Oxigraph's server."""
    place = generation_folder(folder) / "store"
    with ExitStack() as stack:
        server: Server = stack.enter_context(serving(folder, "--workers", "1", "--timeout", "0"))
        client = stack.enter_context(httpx.Client(timeout=300))
        other, process = stack.enter_context(oxigraph_server(place))
        pair = {server.process.pid, *server.workers()}
        yield [
            by_itself(Store.read_only(str(place))),
            over_http("moneytrail serve", server.sparql, client, lambda: pair),
            over_http("Oxigraph's server", other, client, lambda: {process}),
        ]


def made(place: Path, rows: int) -> Path:
    """A graph of made-up contributions."""
    here, command = Path(__file__).parent, str(Path(sys.executable).with_name("moneytrail"))
    subprocess.run([sys.executable, here / "fec_shaped.py", "--rows", str(rows), "--out", place], check=True)
    files = [place / name for name in ("itcont.txt", "cm.txt", "cn.txt", "ccl.txt")]
    subprocess.run([command, "add", place / "gifts", *files], check=True)
    metadata = place / "gifts/source.toml"
    allowed = metadata.read_text("utf-8").replace("# allow_rejected = 0", f"allow_rejected = {rows}")
    metadata.write_text(allowed, "utf-8")
    build = [command, "build", place / "gifts", "--quiet", "--graph", place / "graph"]
    subprocess.run(build, check=True)
    return place / "graph"


def tell(costs: dict[str, dict[str, Cost]], triples: int) -> Iterator[str]:
    """The table of the README."""
    base = costs["the engine itself"]
    yield f"Twenty queries over {triples / 1e6:.1f} M triples, as JSON; CPU beside that of the engine itself:"
    yield ""
    yield "| | 95 % within | all, CPU s | long queries | added to short ones |"
    yield "|---|---|---|---|---|"
    for name, told in costs.items():
        late = quantiles([one.wall for one in told.values()], n=20)[-1]
        total = sum(one.cpu for one in told.values())
        long = [query for query, one in base.items() if one.cpu >= POINT and query in told]
        ratio = sum(told[query].cpu for query in long) / sum(base[query].cpu for query in long)
        short = [told[query].wall - base[query].wall for query in told if query not in long]
        added = "" if told is base else f"{1000 * max(short):.1f} ms at the most"
        yield f"| {name} | {late:.2f} s | {total:.2f} | {100 * (ratio - 1):+.0f} % | {added} |"


def compare(asked: list[Engine]) -> None:
    """Print what is answered otherwise than by the engine itself."""
    for name, query in QUERIES.items():
        right = bag(asked[0].ask(query))
        for engine in asked[1:]:
            if bag(engine.ask(query)) != right:
                print(f"{engine.name} answers {name!r} otherwise")


def measured(engine: Engine, runs: int) -> dict[str, Cost]:
    """What each query takes."""
    return {name: cost(engine, query, runs) for name, query in QUERIES.items()}


def shown(one: Cost) -> str:
    """Wall and CPU in milliseconds."""
    return f"{1000 * one.wall:9.1f} {1000 * one.cpu:9.1f}"


def main() -> None:
    """Compare, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--rows", type=int, default=35_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.graph or made(Path(place), given.rows)
        store = Store.read_only(str(generation_folder(folder) / "store"))
        with engines(folder) as asked:
            compare(asked)
            costs = {engine.name: measured(engine, given.runs) for engine in asked}
        if given.rdflib:
            rdflib = Rdflib(store, PROLOGUE)
            told = {name: rdflib.cost(query) for name, query in QUERIES.items()}
            costs["rdflib"] = {name: Cost(*one) for name, one in told.items() if one is not None}
        for name in QUERIES:
            print(f"{name:24}", " | ".join(shown(told[name]) for told in costs.values() if name in told))
        lines = list(tell(costs, sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))))
    print("\n".join(lines))
    write_rates("serve", lines)


if __name__ == "__main__":
    main()
