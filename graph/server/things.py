"""`/id/...`, `/page/...` and `/data/...`: a thing is no document, and leads to its page or its data."""

from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.server.accept import best, wants_page
from graph.server.answers import answer, etag, is_known, pool_of
from graph.server.endpoint import VARY
from graph.server.media import TRIPLES
from graph.server.problems import Problem

FORMATS = {layout: media for media, layout in reversed(TRIPLES.items())}
"""The media type of each format of triples by the name a link gives it."""


async def thing(request: Request) -> Response:
    """Lead to the page of a thing, or to its data, as the client likes."""
    place = "page" if wants_page(request.headers.get("accept", "")) else "data"
    return RedirectResponse(f"/{place}/{_path(request)}", 303, {"Vary": "Accept"})


async def page(request: Request) -> Response:
    """The page of a thing."""
    return await _answer(request, "thing", "")


async def data(request: Request) -> Response:
    """What the graph says of a thing, as RDF."""
    return await _answer(request, "data", triples_wanted(request))


def triples_wanted(request: Request) -> str:
    """The media type a client wants triples in: that of the parameter `format`, else by its header Accept.

    Raises:
        Problem: There is none.
    """
    name = request.query_params.get("format", "")
    accept = request.headers.get("accept", "")
    media = FORMATS.get(name, "") if name else best(accept, tuple(TRIPLES))
    if not media:
        wanted = name or accept
        raise Problem(
            HTTPStatus.NOT_ACCEPTABLE, f"data cannot be had as {wanted}; but as {', '.join(FORMATS)}"
        )
    return media


async def _answer(request: Request, task: str, media: str) -> Response:
    pool = pool_of(request)
    path = _path(request)
    headers = {**VARY, "ETag": etag(pool.generation(), request.app.state.version, task, path, media)}
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, task, headers, path=path, triples=media)


def _path(request: Request) -> str:
    """The path of a thing as it stands in the address, where `%2C` is no comma; not ASCII is encoded."""
    _, _, path = request.scope["raw_path"].decode("latin-1").removeprefix("/").partition("/")
    return quote(path.encode("latin-1"), safe="/-._~:,+()!$&'*;=@%")
