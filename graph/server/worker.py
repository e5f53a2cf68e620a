"""A process that holds the store of a graph open, and does one task after another until it is ended.

A task comes as a line of JSON on its standard input; the answer goes to its standard output (`frames.py`). It
ends with the process that started it.
"""

import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from graph.errors import ForbiddenQueryError, GraphError, MissingExtraError, QuerySyntaxError
from graph.server.frames import Answer
from graph.server.held import Held, open_held
from graph.server.settings import Elsewhere
from graph.server.tasks import TASKS, Request
from graph.sparql.evaluation import FaultError
from graph.sparql.worker import end_with

MEGABYTE = 1_000_000


def main() -> None:
    """Do tasks until standard input ends; the arguments are who started it, and the megabytes it may take."""
    parent, memory = map(int, sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers
    threading.Thread(target=end_with, args=(parent,), daemon=True).start()
    if memory:
        resource.setrlimit(resource.RLIMIT_DATA, (memory * MEGABYTE, memory * MEGABYTE))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    held: Held | None = None
    for line in sys.stdin.buffer:
        held = do(json.loads(line), held, out)


def do(request: dict[str, Any], held: Held | None, out: BinaryIO) -> Held | None:
    """Do one task; what is held open afterwards, None where it could not be opened."""
    answer = Answer(out, request["limit"])
    try:
        if held is None or held.generation != request["generation"]:
            held = _opened(request)
            held.documents, held.bundle = _place(request["documents"]), _place(request["bundle"])
        if request["task"] != "open":
            _task(request["task"])(held, request, answer)
        answer.end()
    except FaultError as fault:
        answer.fail(fault.said)
    except GraphError as error:
        answer.fail(_said(error))
    except OSError as error:
        answer.fail({"error": "read", "message": f"the graph cannot be read: {error}"})
    return held


def _task(name: str) -> Callable[[Held, Request, Answer], None]:
    """What does a task; pages are made, and tables matched, by modules that take a while to import."""
    if name in TASKS:
        return TASKS[name]
    if name.startswith("reconcile"):
        from graph.server.reconciliation.worker_tasks import RECONCILING

        return RECONCILING[name]
    from graph.server.page_tasks import PAGE_TASKS

    return PAGE_TASKS[name]


def _opened(request: dict[str, Any]) -> Held:
    """The graph of a task: of a folder, or on a server of others."""
    if request["elsewhere"] is None:
        return open_held(Path(request["folder"]), request["generation"])
    from graph.server.elsewhere import open_elsewhere

    return open_elsewhere(Elsewhere(**request["elsewhere"]))


def _place(told: str | None) -> Path | None:
    return None if told is None else Path(told)


def _said(error: GraphError) -> dict[str, Any]:
    """An error for another process."""
    if isinstance(error, QuerySyntaxError):
        place = {"line": error.line, "column": error.column}
        return {"error": "syntax", "message": str(error), **place}
    if isinstance(error, MissingExtraError):
        return {"error": "extra", "message": str(error)}
    kind = "forbidden" if isinstance(error, ForbiddenQueryError) else "run"
    return {"error": kind, "message": str(error)}


if __name__ == "__main__":
    main()
