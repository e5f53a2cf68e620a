"""The addresses of the server, and what stands before all of them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from graph.server import endpoint, explain, site, things, workbench
from graph.server.headers import Packed, SafeHeaders
from graph.server.pool import Pool
from graph.server.problems import tell_problem
from graph.server.reconciliation.routes import RECONCILIATION
from graph.server.settings import Settings

EXPOSED = ("ETag", "Vary", "Retry-After", endpoint.WARNING)
DAY = 86_400
PACKED_LEVEL = 5
ROUTES = (
    Route("/", workbench.page),
    Route("/search", site.search),
    Route("/search.json", site.hits),
    Route("/browse/{name}", site.browse),
    Route("/vocabulary", site.vocabulary),
    Route("/vocabulary/{name}", site.word),
    Route("/ns", site.namespace),
    Route("/query", site.form),
    Route("/style.css", site.style),
    Route("/workbench", workbench.moved),
    Route("/workbench/data.json", workbench.data),
    Route("/workbench/{name}", workbench.file),
    Route("/sparql", endpoint.sparql, methods=["GET", "HEAD", "POST"]),
    Route("/explain", explain.explain, methods=["GET", "HEAD", "POST"]),
    Route("/.well-known/void", endpoint.describe),
    *RECONCILIATION,
    Route("/id/{path:path}", things.thing),
    Route("/page/{path:path}", things.page),
    Route("/data/{path:path}", things.data),
)


def make_app(settings: Settings, ready: Callable[[], None]) -> Starlette:
    """The server as an ASGI application, which starts its workers when it starts and ends them with it.

    Args:
        settings: What is served and how.
        ready: Called once the workers wait for queries.
    """
    pool = Pool(settings)

    @asynccontextmanager
    async def working(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = pool
        app.state.version = version("moneytrail")
        await pool.start()
        ready()
        try:
            yield
        finally:
            await pool.close()

    return Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["*"],
                expose_headers=EXPOSED,
                max_age=DAY,
            ),
            Middleware(Packed, minimum_size=1000, compresslevel=PACKED_LEVEL),
        ],
        exception_handlers={HTTPException: tell_problem},
        lifespan=working,
    )
