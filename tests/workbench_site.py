"""A small site for the tests of the workbench: its page, its files, and an endpoint over a built graph."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from graph.errors import QueryError, QuerySyntaxError
from graph.reading import open_reader
from graph.sparql.engine import Target, ask
from graph.store import read_manifest
from graph.workbench.assets import FILES
from graph.workbench.data import workbench_data
from graph.workbench.page import content_policy, workbench_page

NONCE = "made-up-for-the-test"
ROWS = {"sparql-results+json": "json", "sparql-results+xml": "xml", "text/csv": "csv", "tab-separated": "tsv"}
TRIPLES = {"n-triples": "ntriples", "turtle": "turtle", "trig": "trig", "ld+json": "jsonld"}
MEDIA = {"json": "application/sparql-results+json", "ntriples": "application/n-triples"}
HELD = "# held"
"""A query with this comment is not answered until the site is told to let it go."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that runs.

    Attributes:
        address: Where it is.
        asked: The queries it was asked, in order.
        made_up: Answers in SPARQL JSON to give for a query instead of asking the graph.
        go: Set to let queries that are held end.
    """

    address: str
    asked: list[str]
    made_up: dict[str, dict[str, Any]]
    go: threading.Event = field(default_factory=threading.Event)


@contextmanager
def site_of(folder: Path, bundle: Path) -> Iterator[Site]:
    """The site of a graph, on a free port of this machine, until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}/", [], {})
    server.parts = Parts(
        site, folder, bundle, json.dumps(workbench_data(open_reader(folder), read_manifest(folder))).encode()
    )  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.go.set()
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a request is answered from."""

    site: Site
    folder: Path
    bundle: Path
    data: bytes


class Answers(BaseHTTPRequestHandler):
    """The answers of the site."""

    def do_GET(self) -> None:
        """The page, its data and its files."""
        parts: Parts = self.server.parts  # type: ignore[attr-defined]
        name = self.path.partition("?")[0].removeprefix("/workbench/")
        if name == "/":
            page = workbench_page(NONCE).encode()
            self.give(
                200, "text/html; charset=utf-8", page, {"Content-Security-Policy": content_policy(NONCE)}
            )
        elif name == "data.json":
            self.give(200, "application/json", parts.data)
        elif name in FILES:
            self.give(200, FILES[name], (parts.bundle / name).read_bytes())
        else:
            self.give(404, "text/plain", b"nothing here")

    def do_POST(self) -> None:
        """What a query finds, or what is wrong with it."""
        parts: Parts = self.server.parts  # type: ignore[attr-defined]
        query = self.rfile.read(int(self.headers["Content-Length"])).decode()
        parts.site.asked.append(query)
        if HELD in query:
            parts.site.go.wait(30)
        if query in parts.site.made_up:
            self.give(200, MEDIA["json"], json.dumps(parts.site.made_up[query]).encode())
            return
        try:
            self.answer(query, Target(parts.folder))
        except QuerySyntaxError as error:
            said = {"detail": str(error), "line": error.line, "column": error.column}
            self.give(400, "application/problem+json", json.dumps(said).encode())
        except QueryError as error:
            self.give(400, "application/problem+json", json.dumps({"detail": str(error)}).encode())

    def answer(self, query: str, target: Target) -> None:
        """Give what a query finds in the first format the page accepts."""
        found = ask(query, target)
        formats = TRIPLES if found.is_graph else ROWS
        accept = self.headers["Accept"]
        layout = next(layout for media, layout in formats.items() if media in accept)
        self.give(200, MEDIA.get(layout, accept.partition(",")[0]), found.write(layout))

    def give(self, status: int, media: str, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """Send an answer; a page that went away gets none."""
        try:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the library gives it
        """Say nothing."""
