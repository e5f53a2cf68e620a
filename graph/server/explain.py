"""`/explain`: why a query takes long, as JSON; the query is asked as at `/sparql`, and not answered."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from graph.server.answers import answer, etag, is_known, pool_of
from graph.server.endpoint import VARY
from graph.server.problems import Problem
from graph.server.protocol import read_question


async def explain(request: Request) -> Response:
    """The plan of a query and advice on it: `{"text": "...", "advice": ["..."]}`."""
    question = await read_question(request)
    if question.query is None:
        raise Problem(HTTPStatus.BAD_REQUEST, "no query is given: /explain?query=")
    pool = pool_of(request)
    tag = etag(
        pool.generation(), request.app.state.version, "explain", question.query, repr(question.dataset)
    )
    headers = {**VARY, "ETag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return await answer(request, pool, "explain", headers, query=question.query, dataset=question.dataset)
