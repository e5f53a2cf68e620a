"""What a command costs, as a whole process and with all it starts."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took.

    Attributes:
        cpu: Seconds of the processor, user and system, of the process and all it waited for.
        memory: MiB at the peak of the largest process.
    """

    cpu: float
    memory: float


def measure(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command in a folder and give what it took.

    Raises:
        subprocess.CalledProcessError: It failed; its output is kept in the error.
    """
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_text(errors="replace"))
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    listed = list(costs)
    return Cost(
        *(statistics.median(getattr(cost, figure) for cost in listed) for figure in ("cpu", "memory"))
    )
