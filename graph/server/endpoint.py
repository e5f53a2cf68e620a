"""`/sparql`: queries by the SPARQL 1.1 Protocol, and without a query the description of the service."""

import re
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.server.accept import best, wanted_formats, wants_page
from graph.server.answers import answer, etag, is_known, pool_of
from graph.server.media import TRIPLES
from graph.server.pool import Pool
from graph.server.problems import Problem
from graph.server.protocol import Question, read_question
from graph.server.settings import Elsewhere

CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
"""Functions by which the answer to a query differs from time to time."""
WARNING = "Moneytrail-Warning"
VARY = {"Vary": "Accept", "Cache-Control": "no-cache"}


async def sparql(request: Request) -> Response:
    """Answer a query, or describe the service; browsers are led to the form for queries."""
    accept = request.headers.get("accept", "")
    if request.method in ("GET", "HEAD") and wants_page(accept):
        query = request.url.query
        return RedirectResponse(f"/query?{query}" if query else "/query", 303, {"Vary": "Accept"})
    question = await read_question(request)
    if question.query is None:
        return await describe(request)
    wanted = wanted_formats(accept)
    if not wanted.rows and not wanted.triples:
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"no result can be had as {accept}")
    pool = pool_of(request)
    tag = _tag(question, pool, wanted.rows, wanted.triples)
    headers = {**VARY, **tag, **_warning(pool.settings.elsewhere, question.query)}
    if "ETag" in headers and is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    asked = {"query": question.query, "dataset": question.dataset}
    return await answer(request, pool, "query", headers, **asked, rows=wanted.rows, triples=wanted.triples)


async def describe(request: Request) -> Response:
    """The description of the service and of the graph, as RDF."""
    accept = request.headers.get("accept", "")
    media = best(accept, tuple(TRIPLES))
    if not media:
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"the description of the service cannot be had as {accept}")
    pool = pool_of(request)
    headers = {**VARY, "ETag": etag(pool.generation(), pool.settings.url, media)}
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, "description", headers, triples=media, url=pool.settings.url)


def _warning(place: Elsewhere | None, query: str) -> dict[str, str]:
    """What the server that holds the graph gets wrong of a query, as a header."""
    if place is None or not place.wrong:
        return {}
    from graph.remote.probes import concerning

    wrong = "; ".join(concerning(place.wrong, query))
    return {WARNING: f"the server behind this one {wrong}"} if wrong else {}


def _tag(question: Question, pool: Pool, rows: str, triples: str) -> dict[str, str]:
    """The tag of an answer as a header; none where the answer may be another next time."""
    query = question.query or ""
    if CHANGING.search(query):
        return {}
    return {"ETag": etag(pool.generation(), query, repr(question.dataset), rows, triples)}
