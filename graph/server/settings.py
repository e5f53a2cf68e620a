"""What a server is started with, and what is too unsafe for the public."""

from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import GraphError
from graph.workbench.assets import assets

LONGEST = 300.0
LARGEST = 1024
"""Most seconds and megabytes of an answer that a public server may allow."""


class UnsafeSettingError(GraphError, ValueError):
    """A public server was to be started with settings that let one visitor use it up."""

    exit_code = 2


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
    """

    folder: Path
    url: str
    timeout: float = 60.0
    result: int = 256
    memory: int = 2048
    workers: int = 2
    documents: Path | None = None
    bundle: Path | None = field(default_factory=assets)


def refuse_unsafe(settings: Settings) -> None:
    """Refuse what a public server must not be started with.

    Raises:
        UnsafeSettingError: There is no limit of time, of the size of answers or of memory, or it is too high.
    """
    limits = (
        ("--timeout", settings.timeout, LONGEST, "seconds"),
        ("--max-result", settings.result, LARGEST, "megabytes"),
    )
    for option, value, most, unit in limits:
        if not 0 < value <= most:
            raise UnsafeSettingError(
                f"--public needs {option} between 1 and {most:g} {unit}; it is {value:g}"
            )
    if settings.memory == 0:
        raise UnsafeSettingError("--public needs a limit of memory for each worker (--max-memory)")
