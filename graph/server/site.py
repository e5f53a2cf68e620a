"""The pages around the graph: the front page, the search, the form for queries, and the style of all."""

from collections.abc import Iterable
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.server.accept import wants_page
from graph.server.answers import answer, etag, is_known, pool_of
from graph.server.endpoint import VARY
from graph.server.things import triples_wanted
from graph.workbench.terms import words

STYLE = (files("graph.server") / "style.css").read_text("utf-8")
LONGEST = 200
"""Characters of a text that is looked for, at most."""
SHOWN = 5
"""Names told where one is not known."""
LISTED = frozenset(("documents", "people", "contests", "counties", "findings"))
"""Kinds of things that have a list."""


async def search(request: Request) -> Response:
    """What is called as the text that is looked for."""
    return await _page(request, "search", text=_sought(request))


async def hits(request: Request) -> Response:
    """The same for a script, while somebody types."""
    return await _page(request, "hits", text=_sought(request))


async def browse(request: Request) -> Response:
    """What there is of a kind."""
    return await _page(request, "list", name=_known(request, LISTED))


async def vocabulary(request: Request) -> Response:
    """All terms of the vocabulary."""
    return await _page(request, "vocabulary")


async def word(request: Request) -> Response:
    """A term of the vocabulary."""
    return await _page(request, "word", name=_known(request, frozenset(one.name for one in words())))


async def namespace(request: Request) -> Response:
    """The document of the vocabulary: its page for people, and RDF for programs."""
    if wants_page(request.headers.get("accept", "")) and "format" not in request.query_params:
        return RedirectResponse("/vocabulary", 303, {"Vary": "Accept"})
    return await _page(request, "ontology", triples=triples_wanted(request))


async def form(request: Request) -> Response:
    """The form for a query, with what it finds."""
    return await _page(request, "form", query=request.query_params.get("query", ""))


async def style(_: Request) -> Response:
    """The style of the pages."""
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _sought(request: Request) -> str:
    return request.query_params.get("q", "")[:LONGEST]


def _known(request: Request, names: Iterable[str]) -> str:
    """The name in an address; raises HTTPException for one that is none of those."""
    name: str = request.path_params["name"]
    if name not in names:
        raise HTTPException(404, f"{name!r} is none of {', '.join(sorted(names)[:SHOWN])}")
    return name


async def front(request: Request) -> Response:
    """The front page where the workbench is not bundled."""
    return await _page(request, "front")


async def _page(request: Request, task: str, **asked: str) -> Response:
    pool = pool_of(request)
    tag = etag(pool.generation(), request.app.state.version, task, *asked.values())
    headers = {**VARY, "ETag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, task, headers, **asked)
