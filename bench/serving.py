"""A server of a built graph in a process of its own, as a user starts it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

PLACE = re.compile(r"serving .* at (http://[\d.:]+)/")
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@dataclass(frozen=True)
class Server:
    """A server that runs: its address without a slash at the end, and its process."""

    url: str
    process: "subprocess.Popen[str]"
    client: httpx.Client

    @property
    def sparql(self) -> str:
        """Its address for queries."""
        return f"{self.url}/sparql"

    def get(self, path: str, query: str | None = None, **headers: str) -> httpx.Response:
        """The answer to a GET; a redirection is not followed."""
        parameters = {} if query is None else {"query": query}
        return self.client.get(self.url + path, params=parameters, headers=spelled(headers))

    def ask(self, query: str, **headers: str) -> httpx.Response:
        """The answer to a query, posted as a form."""
        return self.client.post(self.sparql, data={"query": query}, headers=spelled(headers))

    def workers(self) -> set[int]:
        """The processes that work for it."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return {int(one) for task in tasks for one in (task / "children").read_text().split()}


def spelled(headers: dict[str, str]) -> dict[str, str]:
    """Headers by their names: `if_none_match` is If-None-Match."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server of a graph on a free port, while it is used."""
    command = [
        str(Path(sys.executable).with_name("moneytrail")),
        "serve",
        "--graph",
        str(folder),
        "--port",
        "0",
    ]
    with subprocess.Popen(
        [*command, *options], stderr=subprocess.PIPE, text=True, env={**os.environ}
    ) as process:
        lines = iter(process.stderr.readline, "") if process.stderr else iter(())
        line = next((line for line in lines if not line.startswith("warning: ")), "")
        found = PLACE.match(line)
        if found is None:
            raise RuntimeError(f"no server starts: {line}")
        try:
            with httpx.Client(timeout=60) as client:
                yield Server(found[1], process, client)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
