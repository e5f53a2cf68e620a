"""Filling the store: named graphs as they are, and every triple once in the default graph.

Rows of datasets stand in the default graph alone: the store keeps a triple of the default graph in
three indexes and a quad of a named graph in six, so that rows in both would cost three times the
time and disk. A row names its file and line, its file names its dataset. All files of a dataset are
loaded in one go, which the loader sorts once; what they hold was checked before it was written.
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple

from graph.nodes import Names
from graph.quad_files import write_triples

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BLOCK = 1 << 22
STORE = "store"


class _Triples(io.RawIOBase):
    """Reads files of N-Quads of one graph, one after the other, as N-Triples without its name."""

    def __init__(self, paths: Iterable[Path], graph: str) -> None:
        super().__init__()
        self._end = f" <{graph}> .\n".encode()
        self._blocks = self._read(paths)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer", /) -> int:
        room = memoryview(target)
        if len(self._rest) == 0:
            self._rest = memoryview(next(self._blocks, b""))
        size = min(len(room), len(self._rest))
        room[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size

    def _read(self, paths: Iterable[Path]) -> Iterator[bytes]:
        for path in paths:
            with path.open("rb") as quads:
                while block := quads.read(BLOCK):
                    yield (block + quads.readline()).replace(self._end, b" .\n")


def triples_of(paths: Iterable[Path], graph: str) -> IO[bytes]:
    """The statements of files of N-Quads that all stand in one graph, as a stream of N-Triples."""
    return io.BufferedReader(_Triples(paths, graph), BLOCK)


def load(
    new: Path,
    names: Names,
    rows: Mapping[str, Iterable[Path]],
    withdrawn: Collection[Triple] = (),
    folder: str = STORE,
) -> int:
    """Fill a store of a new generation.

    Gives the number of triples of sources in its default graph, less those of datasets that are withdrawn.

    Args:
        new: Folder of the generation, with its quads.
        names: Mints the IRIs.
        rows: Files of quads of datasets, by the id of the dataset.
        withdrawn: What datasets say and the default graph does not have.
        folder: Name of the folder of the store.
    """
    store = Store(str(new / folder))
    try:
        paths = sorted((new / "quads").glob("*.nq"))
        for path in paths:
            store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
        default = new / "default.nt"
        triples = write_triples(paths, default, names.graph("outside/").value)
        store.bulk_load(path=str(default), format=RdfFormat.N_TRIPLES, to_graph=DefaultGraph())
        default.unlink()
        for dataset, files in sorted(rows.items()):
            told = triples_of(files, names.graph(f"dataset/{dataset}").value)
            store.bulk_load(told, RdfFormat.N_TRIPLES, to_graph=DefaultGraph(), lenient=True)
        for triple in withdrawn:
            store.remove(Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()))
        store.flush()
    finally:
        del store  # closes it, so that nothing is written into the folder once it is moved or removed
    return triples - len(withdrawn)
