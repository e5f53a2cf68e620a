"""The site for tests in a browser: the server itself in a thread, and before it answers that are made up."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.server.app import make_app
from graph.server.settings import Settings

AXE = Path(__file__).parents[1] / "graph/workbench/web/node_modules/axe-core/axe.min.js"
HELD = "# held"
"""A query with this comment is not answered until its client is gone."""
COLOURS = ("color-contrast",)
"""The rule of axe that a theme can break."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that runs.

    Attributes:
        address: Where it is.
        made_up: What to answer instead of asking the graph, by the query or the address.
    """

    address: str
    made_up: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An application with made-up answers before it."""

    app: ASGIApp
    site: Site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the answer that is made up, else that of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        body = (await request.body()).decode()
        key = body or f"{request.url.path}?{request.url.query}"
        if HELD in body:
            await receive()
        elif key in self.site.made_up:
            answer = JSONResponse(self.site.made_up[key], media_type="application/sparql-results+json")
            await answer(scope, receive, send)
        else:
            await self.app(scope, _again(body, receive), send)


def _again(body: str, receive: Receive) -> Receive:
    """The body of a request for who has not read it, and then whatever comes."""
    told = iter([{"type": "http.request", "body": body.encode(), "more_body": False}])

    async def next_message() -> Any:
        return next(told, None) or await receive()

    return next_message


@contextmanager
def site_of(folder: Path, bundle: Path, documents: Path | None = None) -> Iterator[Site]:
    """The site of a graph, on a free port of this machine, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        site = Site(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        ready = threading.Event()
        settings = Settings(folder, site.address.rstrip("/"), workers=1, documents=documents, bundle=bundle)
        app = MadeUp(make_app(settings, ready.set), site)
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        assert ready.wait(60), "the server did not start"
        try:
            yield site
        finally:
            server.should_exit = True
            thread.join()


def rows_of(columns: list[str], found: list[list[dict[str, str]]]) -> dict[str, Any]:
    """An answer in SPARQL's JSON."""
    bindings = [dict(zip(columns, row, strict=True)) for row in found]
    return {"head": {"vars": columns}, "results": {"bindings": bindings}}


@dataclass
class Watched:
    """A page of a browser, with everything that must not happen to it."""

    page: Any
    site: Site
    unwanted: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors, dialogs, refused styles and scripts, and requests to other hosts."""
        self.page.set_default_timeout(60_000)
        self.page.on("pageerror", lambda error: self.unwanted.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.unwanted.append(f"dialog: {dialog.message}"))
        self.page.on("console", lambda line: self._note_console(line.text))
        self.page.on("request", lambda request: self._note_request(request.url))

    def _note_console(self, text: str) -> None:
        if "status of 400" not in text and "status of 404" not in text:
            self.unwanted.append(f"console: {text}")

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.site.address, "data:", "blob:", "about:")):
            self.unwanted.append(f"request: {url}")

    def breaches(self, within: str = "html", rules: tuple[str, ...] = ()) -> list[str]:
        """What axe finds in a part of the page as it is, by some rules or by all."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate(
            "([within, rules]) => axe.run(within, rules.length > 0 ? { runOnly: rules } : {})",
            [within, list(rules)],
        )["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    def breaches_in_both_themes(self, within: str = "html") -> list[str]:
        """What axe finds in the light theme, and against the colours of the dark one."""
        found = []
        for theme, rules in (("dark", COLOURS), ("light", ())):
            self.page.evaluate("name => { document.documentElement.dataset.theme = name }", theme)
            found += [f"{theme}: {one}" for one in self.breaches(within, rules)]
        return found

    def sticks_out(self) -> bool:
        """Whether the page is wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
