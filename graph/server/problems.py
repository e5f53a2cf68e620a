"""What goes wrong, as an answer of HTTP: text, or problem details (RFC 9457) where a client likes JSON."""

from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from graph.server.accept import best
from graph.server.media import PLAIN, PROBLEM
from graph.sparql.evaluation import FaultError

STATUS = {
    "syntax": HTTPStatus.BAD_REQUEST,
    "run": HTTPStatus.BAD_REQUEST,
    "forbidden": HTTPStatus.FORBIDDEN,
    "extra": HTTPStatus.NOT_IMPLEMENTED,
    "missing": HTTPStatus.NOT_FOUND,
    "format": HTTPStatus.NOT_ACCEPTABLE,
    "size": HTTPStatus.INSUFFICIENT_STORAGE,
    "timeout": HTTPStatus.GATEWAY_TIMEOUT,
    "upstream": HTTPStatus.BAD_GATEWAY,
    "busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "lost": HTTPStatus.SERVICE_UNAVAILABLE,
    "read": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The status for each kind of fault."""
RETRY = "10"


class Problem(HTTPException):
    """A request that is not answered; the message is for who sent it."""

    def __init__(self, status: HTTPStatus, detail: str, **more: Any) -> None:  # noqa: ANN401 - any JSON
        super().__init__(status, detail)
        self.more = more


def problem_of(fault: FaultError) -> Problem:
    """What a worker says went wrong, with its status."""
    said = {name: value for name, value in fault.said.items() if name in ("line", "column")}
    return Problem(STATUS[fault.said["error"]], fault.said["message"], **said)


async def tell_problem(request: Request, error: Exception) -> Response:
    """The answer for a problem; of those of HTTP itself, too."""
    found = error if isinstance(error, HTTPException) else HTTPException(500)
    headers = {**(found.headers or {}), "Vary": "Accept", "Cache-Control": "no-store"}
    if found.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = RETRY
    accept = request.headers.get("accept", "")
    if best(accept, (PLAIN, PROBLEM, "application/json")) in ("", PLAIN):
        return PlainTextResponse(f"{found.detail}\n", found.status_code, headers)
    title = HTTPStatus(found.status_code).phrase
    more = found.more if isinstance(found, Problem) else {}
    document = {"title": title, "status": found.status_code, "detail": found.detail, **more}
    return JSONResponse(document, found.status_code, headers, PROBLEM)
