"""A server of ours whose graph is another for each test: a generation of its own, as a build makes one."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from pyoxigraph import Quad, Store
from serving import Server, serving

from graph.nodes import BASE
from graph.store import CURRENT, MANIFEST, Manifest


@dataclass
class Served:
    """A server that answers from the quads it was given last."""

    folder: Path
    server: Server
    _number: int = field(default=0)

    def hold(self, quads: Iterable[Quad]) -> None:
        """Answer from some quads from now on."""
        write_generation(self.folder, self._number, quads)
        shutil.rmtree(self.folder / "generations" / str(self._number - 1), ignore_errors=True)
        self._number += 1

    def post(self, query: str, accept: str) -> httpx.Response:
        """The answer to a query."""
        headers = {"accept": accept, "content-type": "application/sparql-query"}
        return self.server.client.post(self.server.sparql, content=query.encode(), headers=headers)

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> httpx.Response:
        """The answer to any request."""
        return self.server.client.request(method, self.server.url + path, headers=dict(headers), content=body)


def write_generation(folder: Path, number: int, quads: Iterable[Quad]) -> None:
    """Make some quads the graph of a folder."""
    place = folder / "generations" / str(number)
    place.mkdir(parents=True)
    store = Store(str(place / "store"))
    store.extend(quads)
    store.flush()
    manifest = Manifest(BASE, "", (), (), (), len(store))
    (place / MANIFEST).write_text(manifest.to_json(), "utf-8")
    new = folder / "new"
    new.write_text(f"{number}\n", "utf-8")
    new.replace(folder / CURRENT)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """A server of nothing yet, with one worker."""
    write_generation(folder, 0, ())
    with serving(folder, "--workers", "1", "--timeout", "20") as server:
        yield Served(folder, server, 1)


def words_of(response: httpx.Response) -> str:
    """What a server says against a request, on one line."""
    try:
        return str(json.loads(response.content)["detail"]).splitlines()[0]
    except (ValueError, KeyError, IndexError):
        return response.text.strip().splitlines()[0] if response.text.strip() else str(response.status_code)
