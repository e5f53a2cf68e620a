"""Files of quads: sorted N-Quads, one file a source, and the triples of all of them, each once."""

from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path

from pyoxigraph import Quad


def write_quads(quads: Iterable[Quad], path: Path) -> int:
    """Write quads in order of their triples, each once; give their number."""
    lines = sorted({(f"{quad.triple} ", f"{quad.graph_name} .\n") for quad in quads})
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(triple + graph for triple, graph in lines)
    return len(lines)


def write_triples(paths: Iterable[Path], target: Path, left_out: str) -> int:
    """Merge sorted quad files into sorted triples, each once; give their number.

    Args:
        paths: Files as `write_quads` makes them.
        target: The N-Triples file to write.
        left_out: Start of the IRIs of graphs to leave out.
    """
    count, last = 0, ""
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for triple in merge(*(_triples(path, f"<{left_out}") for path in paths)):
            if triple != last:
                out.write(f"{triple}.\n")
                count, last = count + 1, triple
    return count


def _triples(path: Path, left_out: str) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            triple, graph = line[:-3].rsplit("<", 1)
            if not f"<{graph}".startswith(left_out):
                yield triple
