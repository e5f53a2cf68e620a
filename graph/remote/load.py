"""Putting a built graph on a server: what is there is kept, what is missing is sent and compared."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from graph.generations import writing
from graph.nodes import Names
from graph.remote.compare import compare_numbers, compare_triples, count_triples
from graph.remote.connection import Connection
from graph.remote.credentials import Tell
from graph.remote.graph_files import GraphFile, graph_files
from graph.remote.servers import Addresses
from graph.remote.stated import graph_triples, read_graphs
from graph.remote.writers import Writer, writer_for
from graph.stated import MANIFEST, Stated, manifest_triples, probe_graphs
from graph.store import generation_folder, open_store, read_manifest

PREFIX = ".endpoint-"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A finished load.

    Attributes:
        graphs: Number of graphs on the server, the default graph among them.
        triples: Number of triples in all of them.
        sent: Number of graphs that were sent; the others were there.
        changed: Whether anything was written.
    """

    graphs: int
    triples: int
    sent: int
    changed: bool


def load(
    target: Path, connection: Connection, addresses: Addresses, tell: Tell, *, count_only: bool = False
) -> Loaded:
    """Make a server hold the graph of a folder, and nothing else under its base.

    Args:
        target: The folder of a built graph; nobody can build there meanwhile.
        connection: To the server.
        addresses: Where it takes what.
        tell: Told what is being done, a line at a time.
        count_only: Whether to compare numbers alone, and not to read back what was sent.

    Raises:
        EndpointError: The server does not take something, or holds something else than what was sent.
        NoGraphError: Nothing is built in the folder.
        StoreInUseError: A build writes there.
    """
    with writing(target):
        task = _Load(
            connection,
            writer_for(connection, addresses),
            Names(read_manifest(target).base),
            generation_folder(target).name,
            tell,
            count_only,
        )
        before = read_graphs(connection, task.names.base)
        if task.is_done(before):
            return Loaded(len(before.graphs), _triples(before), 0, changed=False)
        with _folder(target) as folder:
            return task.run(graph_files(open_store(target), task.names, folder), before)


def _triples(stated: Stated) -> int:
    return sum(told[1] for told in stated.graphs.values() if told is not None)


@contextmanager
def _folder(target: Path) -> Iterator[Path]:
    """A folder for the files of a load; those of a load that was killed go first."""
    for left in sorted(target.glob(f"{PREFIX}*")):
        shutil.rmtree(left)
    folder = Path(mkdtemp(prefix=PREFIX, dir=target))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Load:
    """One load: to which server, of which generation, how."""

    connection: Connection
    writer: Writer
    names: Names
    generation: str
    tell: Tell
    count_only: bool

    def is_done(self, before: Stated) -> bool:
        """Whether the server states this generation, and counts as many triples as it states."""
        if before.whole != self.generation:
            return False
        return all(
            told is not None and told[1] == count_triples(self.connection, graph)
            for graph, told in before.graphs.items()
        )

    def run(self, files: tuple[GraphFile, ...], before: Stated) -> Loaded:
        """Bring the server to hold these graphs."""
        base = self.names.base
        kept = {file.graph for file in files if self._is_there(file, before)}
        gone = sorted(set(before.graphs) - {file.graph for file in files})
        graphs = {file.graph: (file.digest, file.triples) for file in files}
        started = {graph: told if graph in kept else None for graph, told in graphs.items()}
        self._state(Stated(base, graphs={**started, **dict.fromkeys(gone)}))
        for graph in gone:
            self.writer.remove(graph)
            self.tell(f"removed {self._short(graph)}")
        for graph, triples in probe_graphs(self.names).items():
            self.writer.replace(graph, triples, "")
        for file in files:
            if file.graph not in kept:
                self._put(file)
        done = Stated(base, self.generation, graphs)
        self._state(done)
        return Loaded(len(files), _triples(done), len(files) - len(kept), changed=True)

    def _is_there(self, file: GraphFile, before: Stated) -> bool:
        stated = before.graphs.get(file.graph)
        return stated == (file.digest, file.triples) and file.triples == count_triples(
            self.connection, file.graph
        )

    def _put(self, file: GraphFile) -> None:
        """Send a graph in pieces, compare what the server holds, and state that it is there."""
        limits = self.writer.size, self.writer.triples
        number = sum(1 for _ in file.pieces(*limits))
        for at, body in enumerate(file.pieces(*limits), start=1):
            put = self.writer.add if at > 1 else self.writer.replace
            put(file.graph, body, f"piece {at} of {number}")
            if at < number:
                self.tell(f"sent piece {at} of {number} of {self._short(file.graph)}")
        compare_numbers(self.connection, file)
        note = ""
        if not self.count_only and not compare_triples(self.connection, file):
            note = "; compared by number alone, since the server hands out no more than a part of it"
        self.writer.add(self._graph(MANIFEST), graph_triples(file), "")
        self.tell(f"sent {self._short(file.graph)}: {file.triples} triples{note}")

    def _state(self, stated: Stated) -> None:
        self.writer.replace(self._graph(MANIFEST), manifest_triples(stated), "")

    def _graph(self, path: str) -> str:
        return self.names.graph(path).value

    def _short(self, graph: str) -> str:
        return graph.removeprefix(self.names.graph("").value)
