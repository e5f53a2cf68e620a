"""A dataset and its files as things: who published them, under which terms, and what was read of them."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.described_quads import write_described, write_file
from graph.nodes import Names, Writer, integer
from graph.tables.facts import FileFacts
from sources.dataset import Dataset


def dataset_quads(dataset: Dataset, files: Iterable[FileFacts], names: Names, graph: str) -> list[Quad]:
    """What is known of a dataset and of each file that was read."""
    out = Writer(NamedNode(graph), [])
    node = write_described(dataset, dataset.layout.name, names, out)
    out.add_text(node, "recordLayout", dataset.record_layout)
    digests = {file.name: file.sha256 for file in dataset.files}
    for facts in files:
        file = NamedNode(f"{node.value}/{facts.name}")  # the name is percent-encoded already
        write_file(file, facts.name, node, out)
        out.add_text(file, "textDigest", _digest(facts.name, digests))
        out.add_text(file, "encoding", facts.encoding)
        out.add(file, "rowsRead", integer(facts.rows))
        out.add(file, "rowsRejected", integer(facts.rejected))
    return sorted(set(out.quads), key=str)


def _digest(name: str, digests: dict[str, str]) -> str:
    """The digest of the file a table stands in."""
    return next(
        (digest for file, digest in digests.items() if name == file or name.startswith(f"{file}/")), ""
    )
