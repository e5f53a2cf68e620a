"""What a server is started with, and what is too unsafe for the public."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import GraphError
from graph.workbench.assets import assets

LONGEST = 300.0
LARGEST = 1024
"""Most seconds and megabytes of an answer that a server for others may allow."""
OWN = frozenset(("127.0.0.1", "::1", "localhost"))
"""Where only this machine reaches a server."""
MEGABYTE = 1_000_000


class UnsafeSettingError(GraphError, ValueError):
    """A server for others was to be started with settings that let one visitor use it up."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A graph on a SPARQL server of others.

    Attributes:
        url: Its address for queries.
        user: User of the server; None for none.
        base: Base of the IRIs of its things.
        generation: Name of the generation that was loaded.
        wrong: What the server answers wrongly, in words.
    """

    url: str
    user: str | None
    base: str
    generation: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph is served.

    Attributes:
        folder: Folder of the built graph.
        url: Address under which others reach the server, without a slash at its end; it stands in the service
            description. What a client calls the server is never believed.
        timeout: Seconds of work after which a query is stopped; 0 for never.
        result: Megabytes after which an answer is ended; 0 for never.
        memory: Megabytes of memory a worker may take; 0 for any.
        workers: Number of queries answered at the same time.
        documents: Folder with the texts of documents, which pages quote from; None for none.
        bundle: Folder of the bundled workbench, None where it is not made.
        elsewhere: The server that holds the graph; None where it is in the folder.
    """

    folder: Path
    url: str
    timeout: float = 60.0
    result: int = 256
    memory: int = 2048
    workers: int = 2
    documents: Path | None = None
    bundle: Path | None = field(default_factory=assets)
    elsewhere: Elsewhere | None = None


def refuse_unsafe(settings: Settings, host: str, memory: int, *, public: bool) -> None:
    """Refuse what a server that others reach must not be started with.

    Args:
        settings: What is served and how.
        host: Where it listens; an address of this machine alone needs no limits.
        memory: Megabytes of memory of this machine.
        public: Whether it is for the public, behind a proxy; then it has limits wherever it listens.

    Raises:
        UnsafeSettingError: There is no limit of time, of the size of answers or of memory, or it is too high;
            or the public would reach it without encryption.
    """
    if not public and host in OWN:
        return
    who = "--public" if public else f"--host {host}, which others reach,"
    reason = next(_reasons(settings, memory), "")
    if not reason and public and not settings.url.startswith("https://"):
        given = settings.url or "not given"
        reason = (
            f"needs --url https://..., the address of a proxy that encrypts, as others know it; it is {given}"
        )
    if reason:
        raise UnsafeSettingError(f"{who} {reason}")


def _reasons(settings: Settings, memory: int) -> Iterator[str]:
    """Why settings let one visitor use a server up."""
    limits = (
        ("--timeout", settings.timeout, LONGEST, "seconds"),
        ("--max-result", settings.result, LARGEST, "megabytes"),
    )
    for option, value, most, unit in limits:
        if not 0 < value <= most:
            yield f"needs {option} between 1 and {most:g} {unit}; it is {value:g}"
    if settings.memory == 0:
        yield "needs a limit of memory for each worker (--max-memory)"
    if settings.workers * settings.memory > memory:
        workers = f"{settings.workers} workers of {settings.memory} MB"
        yield f"needs a lower --workers or --max-memory: {workers} are more than the {memory} MB there are"


def machine_memory() -> int:
    """Megabytes of memory of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE
