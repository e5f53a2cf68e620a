"""One worker as the server sees it: a process that is given tasks, read from, and ended."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from graph.errors import GraphError
from graph.server.frames import END, FAULT, FRAME, PIECE
from graph.spilled import remove_spilled


class StartError(GraphError):
    """A worker does not start."""


@dataclass(eq=False, slots=True)
class Worker:
    """One process."""

    process: asyncio.subprocess.Process
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    async def start(cls, memory: int, opening: Mapping[str, Any]) -> Self:
        """A process that has done its first task, to open the graph, and waits for others.

        Raises:
            StartError: It ended, or cannot open the graph.
        """
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "graph.server.worker", str(os.getpid()), str(memory)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=PIECE,
        )
        worker = cls(process)
        try:
            await worker.send(opening)
            kind, content = b"", b""
            while kind not in (END, FAULT):
                kind, content = await worker.read()
        except (EOFError, OSError) as error:
            await worker.end()
            raise StartError(f"no worker of the server starts: it ended ({process.returncode})") from error
        except asyncio.CancelledError:
            await worker.end()
            raise
        if kind == FAULT:
            await worker.end()
            raise StartError(f"no worker of the server starts: {json.loads(content)['message']}")
        return worker

    async def send(self, request: Mapping[str, Any]) -> None:
        """Hand over a task; raises OSError when the process has ended."""
        pipe = self.process.stdin
        if pipe is None:
            raise BrokenPipeError
        pipe.write(json.dumps(request).encode() + b"\n")
        await pipe.drain()

    async def read(self) -> tuple[bytes, bytes]:
        """Kind and content of what comes next; raises EOFError when the process ends before."""
        pipe = self.process.stdout
        if pipe is None:
            raise EOFError
        async with self._reading:
            kind, size = FRAME.unpack(await pipe.readexactly(FRAME.size))
            return kind, await pipe.readexactly(size)

    async def end(self) -> None:
        """End the process, whatever it is doing; it is gone afterwards."""
        if self.process.returncode is None:
            self.process.kill()
        await self._drain()
        await self.process.wait()
        remove_spilled(self.process.pid)

    async def _drain(self) -> None:
        """Read what nobody wants any more: asyncio waits for an end of the pipe it has stopped to read."""
        pipe = self.process.stdout
        async with self._reading:
            while pipe is not None and await pipe.read(PIECE):
                pass
