"""A task that a worker does: its head, then its answer piece by piece."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from graph.server.frames import END, FAULT
from graph.server.process import Worker
from graph.sparql.evaluation import FaultError
from graph.sparql.explained import ENDED

STALL = 60.0
"""Seconds after which a client that takes nothing loses its answer."""


class Job:
    """A task under way; to be closed, whatever happens.

    Attributes:
        head: What the answer is, as the worker says it.
    """

    def __init__(
        self, worker: Worker, timeout: float, leave: Callable[[Worker, bool], Awaitable[None]]
    ) -> None:
        """A task for a worker, which may work at it for some seconds, 0 for any; `leave` takes the worker.

        `leave` is told whether the worker has done its task and can do another.
        """
        self.head: dict[str, Any] = {}
        self._worker = worker
        self._timeout = timeout
        self._worked = 0.0
        self._leave = leave
        self._done = self._left = False

    async def begin(self, request: Mapping[str, Any]) -> None:
        """Hand over the task and wait for the head of the answer; raises FaultError."""
        try:
            await self._worker.send(request)
        except OSError as error:
            raise await _lost(self._worker) from error
        _, content = await self._next()
        self.head = json.loads(content)

    async def pieces(self) -> AsyncIterator[bytes]:
        """The answer as it comes; raises FaultError where it breaks off."""
        while True:
            kind, content = await self._next()
            if kind == END:
                self._done = True
                return
            watch = asyncio.get_running_loop().call_later(STALL, self._worker.process.kill)
            try:
                yield content
            finally:
                watch.cancel()

    async def close(self) -> None:
        """Leave the worker: as it is when its task is done, else it is ended."""
        if not self._left:
            self._left = True
            await self._leave(self._worker, self._done)

    async def _next(self) -> tuple[bytes, bytes]:
        """What comes next, within the time for work that is left; raises FaultError."""
        start = time.monotonic()
        left = max(self._timeout - self._worked, 0) if self._timeout else None
        try:
            kind, content = await asyncio.wait_for(self._worker.read(), left)
        except TimeoutError as error:
            words = f"the query was stopped after {self._timeout:g} s; narrow it, or ask for less"
            raise FaultError("timeout", words) from error
        except (EOFError, OSError) as error:
            raise await _lost(self._worker) from error
        self._worked += time.monotonic() - start
        if kind == FAULT:
            self._done = True
            said = json.loads(content)
            raise FaultError(said.pop("error"), said.pop("message"), **said)
        return kind, content


async def _lost(worker: Worker) -> FaultError:
    """What is said of a worker that closed its pipe: it is ending, or has ended."""
    await worker.process.wait()
    return FaultError("lost", f"the process of the query ended ({worker.process.returncode}); {ENDED}")
