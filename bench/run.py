"""Benchmarks: what the commands cost, as whole processes.

Prints the median of several runs: CPU seconds (user and system, children included), wall seconds
and peak memory. Nothing is asserted; compare with the figures of the machine you are on.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
QUERY = "SELECT ?family (COUNT(?c) AS ?n) { ?c a mt:Claim ; mt:claimKind ?family } GROUP BY ?family"
COMMANDS = {
    "help": ["--help"],
    "build, nothing there": ["build", "--quiet", "--graph", "fresh"],
    "build, up to date": ["build", "--quiet"],
    "query": ["query", QUERY],
    "ask": ["ask", "gift-with-source"],
    "show": ["show", "George Soros"],
    "validate": ["validate"],
    "export graphml": ["export", "--format", "graphml", "--out", "network.graphml"],
    "render": ["render"],
}


@dataclass(frozen=True)
class Cost:
    """What one run took: CPU and wall seconds, and mebibytes at the peak."""

    cpu: float
    wall: float
    memory: float


def measure(arguments: list[str], folder: Path) -> Cost:
    """Run the command once and give what it took."""
    command = Path(sys.executable).with_name("moneytrail")
    start = time.perf_counter()
    process = subprocess.Popen([command, *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    wall = time.perf_counter() - start
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak(usage))


def peak(usage: resource.struct_rusage) -> float:
    """Peak memory in MiB; Linux counts in KiB, macOS in bytes."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss / unit


def main() -> None:
    """Measure every command in turn and print a table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        measure(["build", "--quiet"], folder)
        print(f"{'command':24} {'CPU s':>7} {'wall s':>7} {'MiB':>6}   median of {RUNS} runs")
        for name, arguments in COMMANDS.items():
            costs = []
            for _ in range(RUNS):
                subprocess.run(["rm", "-rf", folder / "fresh"], check=True)
                costs.append(measure(arguments, folder))
            cpu, wall, memory = (statistics.median(getattr(cost, part) for cost in costs) for part in PARTS)
            print(f"{name:24} {cpu:7.2f} {wall:7.2f} {memory:6.0f}")


PARTS = ("cpu", "wall", "memory")

if __name__ == "__main__":
    main()
