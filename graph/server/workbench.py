"""The workbench under the addresses of the server: its page, its files, and what it knows of the graph."""

from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from graph.server import site
from graph.server.answers import answer, etag, is_known, pool_of
from graph.workbench.assets import FILES, MISSING
from graph.workbench.page import content_policy, workbench_page

NONCE_BYTES = 18


async def page(request: Request) -> Response:
    """The page; where its files are not bundled, the front page, which says what to do about it."""
    if pool_of(request).settings.bundle is None:
        return await site.front(request)
    nonce = token_urlsafe(NONCE_BYTES)
    headers = {"Content-Security-Policy": content_policy(nonce), "Cache-Control": "no-store"}
    elsewhere = pool_of(request).settings.elsewhere
    wrong = () if elsewhere is None else elsewhere.wrong
    return HTMLResponse(workbench_page(nonce, wrong), headers=headers)


async def moved(_: Request) -> Response:
    """Where the workbench was; a browser takes the query and the view of a link along."""
    return RedirectResponse("/", 308)


async def data(request: Request) -> Response:
    """Prefixes, vocabulary and named queries, as the page asks for them."""
    pool = pool_of(request)
    headers = {"ETag": etag(pool.generation(), request.app.state.version, "workbench")}
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, "workbench", headers)


async def file(request: Request) -> Response:
    """One of the bundled files."""
    folder, name = pool_of(request).settings.bundle, request.path_params["name"]
    if folder is None or name not in FILES:
        raise HTTPException(404, MISSING if folder is None else f"no file {name!r} of the workbench")
    return FileResponse(folder / name, media_type=FILES[name], headers={"Cache-Control": "max-age=3600"})
