"""The pages around the graph: the front page, the search, the form for queries, and the style of all."""

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from graph.server.answers import answer, etag, is_known, pool_of
from graph.server.endpoint import VARY

STYLE = (files("graph.server") / "style.css").read_text("utf-8")
LONGEST = 200
"""Characters of a text that is looked for, at most."""


async def front(request: Request) -> Response:
    """The front page."""
    return await _page(request, "front")


async def search(request: Request) -> Response:
    """What is called as the text that is looked for."""
    return await _page(request, "search", text=request.query_params.get("q", "")[:LONGEST])


async def form(request: Request) -> Response:
    """The form for a query, with what it finds."""
    return await _page(request, "form", query=request.query_params.get("query", ""))


async def style(_: Request) -> Response:
    """The style of the pages."""
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def _page(request: Request, task: str, **asked: str) -> Response:
    pool = pool_of(request)
    tag = etag(pool.generation(), request.app.state.version, task, *asked.values())
    headers = {**VARY, "ETag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, task, headers, **asked)
