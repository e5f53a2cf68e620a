"""The graphs of a built store as files of triples, one a graph, each triple once, to be sent in pieces.

Besides the named graphs there is `id/graph/default`, which stands for the default graph: servers differ in
what a query without a graph is answered from, and a graph with a name is the same everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from graph.nodes import Names
from graph.remote.errors import EndpointError
from graph.stated import DEFAULT

LETTERS = 32
BLOCK = 1 << 22


@dataclass(frozen=True, slots=True)
class GraphFile:
    """The triples of one graph, as N-Triples; those of a subject stand together.

    Attributes:
        graph: IRI of the graph.
        triples: Number of its triples.
        digest: Digest of the file.
    """

    graph: str
    path: Path
    triples: int
    digest: str

    def pieces(self, size: int, triples: int) -> Iterator[bytes]:
        """The file in pieces of whole lines, one of them empty for an empty file.

        Args:
            size: Most bytes of a piece; a longer line is a piece of its own.
            triples: Most triples of a piece.
        """
        lines: list[bytes] = []
        filled = 0
        with self.path.open("rb") as file:
            for line in file:
                if lines and (filled + len(line) > size or len(lines) == triples):
                    yield b"".join(lines)
                    lines, filled = [], 0
                lines.append(line)
                filled += len(line)
        yield b"".join(lines)


def graph_files(store: Store, names: Names, folder: Path) -> tuple[GraphFile, ...]:
    """Write the graphs of a store into a folder, the named ones in order, the default graph last.

    Args:
        store: The store of a built graph.
        names: The names of its things.
        folder: An empty folder.

    Raises:
        EndpointError: There are blank nodes, which cannot be sent twice or in pieces.
    """
    named = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    nodes: dict[str, NamedNode | DefaultGraph] = {graph: NamedNode(graph) for graph in named}
    nodes[names.graph(DEFAULT).value] = DefaultGraph()
    return tuple(
        _graph_file(store, graph, node, folder / f"{number}.nt")
        for number, (graph, node) in enumerate(nodes.items())
    )


def _graph_file(store: Store, graph: str, node: NamedNode | DefaultGraph, path: Path) -> GraphFile:
    store.dump(path, RdfFormat.N_TRIPLES, from_graph=node)
    triples, digest = 0, sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK) + file.readline():
            if b"_:" in block:
                _refuse_blank_nodes(block, graph)
            triples += block.count(b"\n")
            digest.update(block)
    return GraphFile(graph, path, triples, digest.hexdigest()[:LETTERS])


def _refuse_blank_nodes(block: bytes, graph: str) -> None:
    for line in block.splitlines():
        subject, _, value = line.split(b" ", 2)
        if subject.startswith(b"_:") or value.startswith(b"_:"):
            shown = line.decode("utf-8", "replace")
            reason = "a blank node would be another one in every piece that is sent; give it an IRI"
            raise EndpointError(graph, f"{reason}: {shown}")
