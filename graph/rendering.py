"""The picture of a built graph, or of a part of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from graph.cards import claim_keys, read_claims, read_documents
from graph.drawn.drawing import LIMITS, Limits, dataset_cards, draw_rows
from graph.drawn.drawn import BuiltRows, Drawn
from graph.drawn.nodes import with_rows
from graph.errors import EmptySelectionError
from graph.findings.told.cards import findings_to_show
from graph.happenings.gathering import gather
from graph.maps.drawing import draw_map
from graph.network import told_network
from graph.network_nodes import Network, make_nodes
from graph.picture import Edge, Node, Picture
from graph.reading import open_reader
from graph.rows.event_tables import open_tables
from graph.selection.selected import kept_edges, select
from graph.selection.selection import EVERYTHING, Selection
from graph.selection.wanted import look_up
from graph.selection.words import words
from graph.texts import read_quotations
from sources.writing import counted

TITLE = "Who backs whom in prosecutor elections"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn.

    Attributes:
        nodes: In order of their IRIs.
        edges: Those that documents tell, then those of rows.
        drawn: What rows add.
        words: What is selected, "" for everything.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    drawn: Drawn
    words: str = ""


def _silent(_: str) -> None:
    """Nobody wants to be told."""


def make_picture(
    folder: Path,
    title: str = TITLE,
    documents: Path | None = None,
    tell: Callable[[str], None] = _silent,
    limits: Limits = LIMITS,
    selection: Selection = EVERYTHING,
) -> Picture:
    """Everything the page of a built graph shows.

    Args:
        folder: The built graph.
        title: Heading of the page.
        documents: Folder with the documents' texts; with it, claims show their words in context.
        tell: Told of each document whose text is not there.
        limits: How much is drawn of what rows of datasets say.
        selection: The part of the graph that is drawn.

    Raises:
        NoGraphError: Nothing is built in the folder.
        MissingSourceError: There is no such folder of texts.
        UnknownNameError: A name of the selection means nothing, or several things.
        SelectionError: Its query names nothing that can be drawn, or nothing is left to draw.
    """
    reader = open_reader(folder)
    built = BuiltRows(reader, open_tables(folder))
    marks = _marks(folder, built, limits, selection)
    datasets = dataset_cards(built, marks.drawn)
    keys_of = [mark.claims for mark in marks.nodes] + [mark.claims for mark in marks.edges]
    shown = set[str]().union(*keys_of)
    keys = claim_keys(reader)
    told = findings_to_show(reader, [NamedNode(iri) for iri, key in keys.items() if key in shown])
    findings = tuple(card for card in told if not marks.words or not shown.isdisjoint(card.claims))
    happenings = gather(built, marks.nodes, marks.edges, marks.drawn.happenings)
    behind = shown.union(*(card.claims for card in findings), *(one.claims for one in happenings))
    named = [NamedNode(iri) for iri, key in keys.items() if key in behind]
    claims = read_claims(reader, named, read_quotations(reader, documents, tell))
    quoted = {card.document for card in claims.values()}
    cards = {key: card for key, card in read_documents(reader).items() if not marks.words or key in quoted}
    counts = ((len(cards), "document"), (len(shown), "claim"), (len(datasets), "dataset"))
    subtitle = ", ".join(counted(number, thing) for number, thing in counts if number > 0) + " shown"
    return Picture(
        title,
        "; ".join(filter(None, (marks.words, subtitle, *marks.drawn.left_out))),
        with_rows(built, marks.nodes, marks.drawn),
        marks.edges,
        claims,
        cards,
        findings,
        datasets,
        tuple(marks.drawn.rows),
        map=draw_map(built, marks.edges),
        happenings=happenings,
    )


def _marks(folder: Path, built: BuiltRows, limits: Limits, selection: Selection) -> Marks:
    """The marks that are selected; sums and outcomes at a node are those of the whole graph."""
    reader, tables = built.reader, built.tables
    network = told_network(reader)
    if selection == EVERYTHING:
        drawn = draw_rows(built, limits)
        return Marks(*_whole(network, drawn), drawn)
    wanted = look_up(folder, reader, tables, selection)
    told = words(reader, selection, wanted)
    selected = select(reader, tables, network.edges, wanted)
    drawn = draw_rows(built, limits, selected.scope)
    nodes, edges = _whole(network, drawn)
    kept = kept_edges(reader, tables, selected, edges, drawn)
    if len(kept) == 0:
        raise EmptySelectionError(told)
    ends = {end for edge in kept for end in (edge.source, edge.target)}
    return Marks(tuple(node for node in nodes if node.iri in ends), kept, drawn.only(kept), told)


def _whole(network: Network, drawn: Drawn) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """All nodes and edges of documents and rows."""
    network.edges += drawn.edges
    return make_nodes(network, drawn.groups), tuple(network.edges)
