"""Quads in order of their triples, each once, in bounded memory: sorted in runs that are merged."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad

Line = tuple[str, str]
"""A triple with a space behind it, and the graph it stands in with the end of the line."""
RUN = 200_000
"""Quads that are sorted at a time."""


def write_sorted(quads: Iterable[Quad], path: Path, run: int = RUN) -> int:
    """Write quads as `graph.quad_files.write_quads` does, however many they are; give their number.

    Args:
        quads: The quads, in any order.
        path: The file; runs stand beside it while it is written.
        run: How many quads are held in memory.
    """
    lines = ((f"{quad.triple} ", f"{quad.graph_name} .\n") for quad in quads)
    runs: list[Path] = []
    try:
        while chunk := sorted(set(islice(lines, run))):
            runs.append(path.with_name(f".{path.name}.{len(runs)}"))
            _write(chunk, runs[-1])
        with ExitStack() as stack:
            opened = [stack.enter_context(one.open(encoding="utf-8", newline="\n")) for one in runs]
            return _write(_distinct(merge(*map(_lines, opened))), path)
    finally:
        for one in runs:
            one.unlink(missing_ok=True)


def _write(lines: Iterable[Line], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for triple, graph in lines:
            out.write(triple + graph)
            count += 1
    return count


def _lines(run: Iterable[str]) -> Iterator[Line]:
    """The lines of a run; the name of the graph has no space in it."""
    for line in run:
        triple, _, graph = line.removesuffix(" .\n").rpartition(" ")
        yield f"{triple} ", f"{graph} .\n"


def _distinct(lines: Iterable[Line]) -> Iterator[Line]:
    last = None
    for line in lines:
        if line != last:
            yield line
            last = line
