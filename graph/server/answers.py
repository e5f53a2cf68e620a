"""Answers of workers as answers of HTTP: whole when they are small, else as they come, never cut unsaid."""

import asyncio
import logging
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from graph.errors import NoGraphError
from graph.nodes import digest
from graph.server.job import Job
from graph.server.pool import Pool
from graph.server.problems import problem_of
from graph.sparql.evaluation import FaultError

LOOK = 0.2
"""Seconds after which it is seen that a client has gone."""
LOG = logging.getLogger("uvicorn.error")


class GoneError(Exception):
    """The client has gone."""


class Streamed(StreamingResponse):
    """An answer as it comes; where it breaks off the connection is cut, so that nobody takes it for whole."""

    def __init__(self, job: Job, headers: Mapping[str, str], media: str) -> None:
        super().__init__(job.pieces(), headers=headers, media_type=None)
        self.headers["content-type"] = media
        self._job = job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer; whatever becomes of it, the worker is left."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._job.close()

    async def stream_response(self, send: Send) -> None:
        """Send head and body, but no end of the body where the answer breaks off."""
        try:
            await super().stream_response(send)
        except FaultError as fault:
            LOG.warning("an answer was broken off: %s", fault)


async def answer(
    request: Request, pool: Pool, task: str, headers: Mapping[str, str], **asked: object
) -> Response:
    """The answer of a worker to a task; raises Problem."""
    try:
        job = await _unless_gone(request, pool, task, asked)
    except FaultError as fault:
        raise problem_of(fault) from fault
    except NoGraphError as error:
        raise problem_of(FaultError("read", str(error))) from error
    except GoneError:
        return Response(status_code=499)
    if request.method == "HEAD" or job.head["whole"]:
        return await _whole(request, job, headers)
    return Streamed(job, headers, job.head["type"])


async def _whole(request: Request, job: Job, headers: Mapping[str, str]) -> Response:
    """A small answer, or the head of any."""
    try:
        whole = job.head["whole"]
        body = b"".join([piece async for piece in job.pieces()]) if whole else b""
    finally:
        await job.close()
    response = Response(body, job.head.get("status", 200), {**headers, "content-type": job.head["type"]})
    if request.method == "HEAD" and not whole:
        del response.headers["content-length"]
    return response


async def _unless_gone(request: Request, pool: Pool, task: str, asked: Mapping[str, object]) -> Job:
    """The answer as it begins, unless the client goes before; then the work is stopped."""
    asking = asyncio.create_task(pool.ask(task, **asked))
    while not asking.done():
        await asyncio.wait({asking}, timeout=LOOK)
        if not asking.done() and await request.is_disconnected():
            asking.cancel()
            await asyncio.wait({asking})
            if not asking.cancelled() and asking.exception() is None:
                await asking.result().close()
            raise GoneError
    return asking.result()


def pool_of(request: Request) -> Pool:
    """The workers of the server a request came to."""
    pool: Pool = request.app.state.pool
    return pool


def etag(*parts: str) -> str:
    """A tag that is the same for the same parts; weak, since it stands for packed and unpacked answers."""
    return f'W/"{digest(*parts)}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether a client that may keep answers says that it has the one with a tag."""
    if request.method not in ("GET", "HEAD"):
        return False
    tags = (one.strip() for one in request.headers.get("if-none-match", "").split(","))
    return any(one.removeprefix("W/") == tag.removeprefix("W/") for one in tags)
