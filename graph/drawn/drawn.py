"""What rows add to a picture: edges without claims, and what is behind each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from graph.picture import Edge, Happening, Node, RowsCard
from graph.reading import Reader
from graph.rows.event_tables import EventTables

MARK = "row-edge"
"""First part of the paths that name marks of rows; they stand in the address of a page and in no graph."""


@dataclass(frozen=True, slots=True)
class BuiltRows:
    """A built graph as the marks of its rows are made from it.

    Attributes:
        reader: Its store.
        tables: Its event tables.
    """

    reader: Reader
    tables: EventTables

    def iri(self, path: object) -> str:
        """The IRI of the thing at a path."""
        return self.tables.node(str(path)).value

    def label(self, path: object) -> str:
        """The name of the thing at a path."""
        return self.reader.label(self.tables.node(str(path)))

    def text(self, path: object, prop: str) -> str:
        """A property of the thing at a path as text."""
        return self.reader.text(self.tables.node(str(path)), prop)

    def publisher(self, dataset: object) -> str:
        """Who published the dataset at a path."""
        return self.text(dataset, "dcterms:publisher")

    def mark(self, dataset: object, *parts: object) -> str:
        """The name of a mark: its dataset, and what tells it from others of the dataset."""
        return self.iri("/".join(str(part) for part in (MARK, dataset_key(dataset), *parts)))


@dataclass(slots=True)
class Drawn:
    """What rows add to a picture.

    Attributes:
        edges: In a fixed order.
        groups: The ends that are several donors.
        rows: What is behind each edge.
        subtitles: What stands below the name of a candidate or contest, by its IRI.
        left_out: How much is drawn where it is not all, for people.
        happenings: The rows behind sums over time.
    """

    edges: list[Edge] = field(default_factory=list)
    groups: list[Node] = field(default_factory=list)
    rows: list[RowsCard] = field(default_factory=list)
    subtitles: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)

    def things(self) -> Iterator[str]:
        """The IRIs of the things of the graph that are an end of an edge, in order."""
        ends = {end for edge in self.edges for end in (edge.source, edge.target)}
        yield from sorted(ends - {node.iri for node in self.groups})

    def only(self, edges: Iterable[Edge]) -> "Drawn":
        """What rows add to a picture of some of the edges."""
        kept = {edge.iri for edge in edges}
        mine = [edge for edge in self.edges if edge.iri in kept]
        ends = {edge.source for edge in mine}
        return Drawn(
            mine,
            [node for node in self.groups if node.iri in ends],
            [card for card in self.rows if card.edge in kept],
            self.subtitles,
            self.left_out,
            [one for one in self.happenings if kept.issuperset(one.marks)],
        )

    def givers(self) -> set[str]:
        """The IRIs of the ends that give to committees and do nothing else."""
        gifts = [edge for edge in self.edges if edge.relation == "gaveTo"]
        others = [edge for edge in self.edges if edge.relation != "gaveTo"]
        busy = {edge.target for edge in gifts} | {
            end for edge in others for end in (edge.source, edge.target)
        }
        return {edge.source for edge in gifts} - busy


def dataset_key(path: object) -> str:
    """The id of the dataset at a path."""
    return str(path).removeprefix("dataset/")


def file_name(path: object) -> str:
    """The name of the file at a path."""
    return unquote(dataset_key(path).partition("/")[2])


def place_of(row: dict[str, object]) -> str:
    """File and line of a row."""
    return f"{file_name(row['sourceFile'])}:{row['line']}"
