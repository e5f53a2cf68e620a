"""Warm processes that answer: each does one task at a time, and is ended and replaced when it must stop."""

import asyncio
import logging
from dataclasses import asdict

from graph.errors import NoGraphError
from graph.server.job import Job
from graph.server.process import StartError, Worker
from graph.server.settings import Settings
from graph.sparql.evaluation import FaultError
from graph.store import generation_folder

MEGABYTE = 1_000_000
WAITING = 30.0
"""Seconds a request waits for a free worker."""
AGAIN = 1.0
"""Seconds before a worker that did not start is started again."""
LOG = logging.getLogger("uvicorn.error")


class Pool:
    """The workers of a server."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the workers; raises NoGraphError and StartError."""
        await asyncio.gather(*(self._start_one() for _ in range(self.settings.workers)))

    async def close(self) -> None:
        """End all workers."""
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._all))

    def generation(self) -> str:
        """The generation in use, which a build may replace at any time; raises NoGraphError."""
        far = self.settings.elsewhere
        return generation_folder(self.settings.folder).name if far is None else far.generation

    async def ask(self, task: str, **request: object) -> Job:
        """Put a task to the next free worker, and wait for the first of its answer.

        Raises:
            FaultError: What is wrong with the task; "busy", "timeout" or "lost" where no worker does it.
            NoGraphError: The graph is gone.
        """
        asked = {**self._common(task), **request}
        job = Job(await self._take(), self.settings.timeout, self._leave)
        try:
            await job.begin(asked)
        except BaseException:
            await job.close()
            raise
        return job

    async def _take(self) -> Worker:
        """A worker that is free and has not ended meanwhile."""
        while True:
            try:
                worker = await asyncio.wait_for(self._free.get(), WAITING)
            except TimeoutError as error:
                words = "the server is busy with other queries; try again in a minute"
                raise FaultError("busy", words) from error
            if worker.process.returncode is None:
                return worker
            await self._leave(worker, done=False)

    async def _leave(self, worker: Worker, done: bool) -> None:  # noqa: FBT001 - Job calls it so
        """Take a worker back, or end it and start another beside whatever goes on."""
        if done:
            self._free.put_nowait(worker)
            return
        self._all.discard(worker)
        task = asyncio.create_task(self._start_another())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)
        await worker.end()

    async def _start_another(self) -> None:
        while True:
            try:
                await self._start_one()
            except (StartError, NoGraphError) as error:
                LOG.warning("%s", error)
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _start_one(self) -> None:
        worker = await Worker.start(self.settings.memory, self._common("open"))
        self._all.add(worker)
        self._free.put_nowait(worker)

    def _common(self, task: str) -> dict[str, object]:
        """What every task says."""
        settings = self.settings
        places = {"folder": settings.folder, "documents": settings.documents, "bundle": settings.bundle}
        told = {name: None if place is None else str(place) for name, place in places.items()}
        elsewhere = None if settings.elsewhere is None else asdict(settings.elsewhere)
        limit = settings.result * MEGABYTE
        now = {"generation": self.generation(), "elsewhere": elsewhere, "limit": limit}
        return {"task": task, **told, **now}
