"""The picture of a built graph, and the page made of it."""

from collections.abc import Callable
from pathlib import Path

from pyoxigraph import NamedNode

from graph.cards import claim_keys, read_claims, read_documents
from graph.drawn.drawing import LIMITS, Limits, dataset_cards, draw_rows
from graph.drawn.drawn import BuiltRows
from graph.drawn.nodes import with_rows
from graph.findings.told.cards import findings_to_show
from graph.happenings.gathering import gather
from graph.maps.drawing import draw_map
from graph.network import read_network
from graph.page import to_html
from graph.picture import Picture
from graph.reading import open_reader
from graph.rows.event_tables import open_tables
from graph.texts import read_quotations
from graph.writing import write_whole
from sources.writing import counted

TITLE = "Who backs whom in prosecutor elections"


def _silent(_: str) -> None:
    """Nobody wants to be told."""


def make_picture(
    folder: Path,
    title: str = TITLE,
    documents: Path | None = None,
    tell: Callable[[str], None] = _silent,
    limits: Limits = LIMITS,
) -> Picture:
    """Everything the page of a built graph shows.

    Args:
        folder: The built graph.
        title: Heading of the page.
        documents: Folder with the documents' texts; with it, claims show their words in context.
        tell: Told of each document whose text is not there.
        limits: How much is drawn of what rows of datasets say.

    Raises:
        NoGraphError: Nothing is built in the folder.
        MissingSourceError: There is no such folder of texts.
    """
    reader = open_reader(folder)
    built = BuiltRows(reader, open_tables(folder))
    drawn = draw_rows(built, limits)
    nodes, edges = read_network(reader, drawn.edges, drawn.groups)
    happenings = gather(built, nodes, edges, drawn.happenings)
    cards = read_documents(reader)
    shown = {key for node in nodes for key in node.claims} | {key for edge in edges for key in edge.claims}
    keys = claim_keys(reader)
    datasets = dataset_cards(built, drawn)
    counts = ((len(cards), "document"), (len(shown), "claim"), (len(datasets), "dataset"))
    findings = findings_to_show(reader, [NamedNode(iri) for iri, key in keys.items() if key in shown])
    shown |= {key for finding in findings for key in finding.claims}
    shown |= {key for happening in happenings for key in happening.claims}
    named = [NamedNode(iri) for iri, key in keys.items() if key in shown]
    claims = read_claims(reader, named, read_quotations(reader, documents, tell))
    subtitle = ", ".join(counted(number, thing) for number, thing in counts if number > 0) + " shown"
    return Picture(
        title,
        "; ".join((subtitle, *drawn.left_out)),
        with_rows(built, nodes, drawn),
        edges,
        claims,
        cards,
        findings,
        datasets,
        tuple(drawn.rows),
        draw_map(built, edges),
        happenings,
    )


def render(
    folder: Path,
    out: Path,
    title: str = TITLE,
    documents: Path | None = None,
    tell: Callable[[str], None] = _silent,
    limits: Limits = LIMITS,
) -> Picture:
    """Write the page of a built graph and give its picture; raises as `make_picture`, and WriteError."""
    picture = make_picture(folder, title, documents, tell, limits)
    write_whole(out, to_html(picture))
    return picture
