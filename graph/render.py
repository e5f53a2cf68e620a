"""The picture of a built graph, and the page made of it."""

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import NamedNode

from graph.cards import NO_QUOTATIONS, claim_keys, read_claims, read_documents
from graph.network import read_network
from graph.page import to_html
from graph.picture import Picture, Quotation
from graph.reading import Reader
from graph.store import open_store
from graph.writing import write_whole

TITLE = "Who backs whom in prosecutor elections"


def make_picture(
    folder: Path, title: str = TITLE, quotations: Mapping[str, Quotation] = NO_QUOTATIONS
) -> Picture:
    """Everything the page of a built graph shows.

    Args:
        folder: The built graph.
        title: Heading of the page.
        quotations: Words in context by the key of the claim; empty without the documents' texts.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    reader = Reader(open_store(folder))
    nodes, edges = read_network(reader)
    documents = read_documents(reader)
    shown = {key for node in nodes for key in node.claims} | {key for edge in edges for key in edge.claims}
    named = (NamedNode(iri) for iri, key in claim_keys(reader).items() if key in shown)
    claims = read_claims(reader, named, quotations)
    subtitle = f"{len(documents)} documents, {len(claims)} claims shown"
    return Picture(title, subtitle, nodes, edges, claims, documents)


def render(
    folder: Path, out: Path, title: str = TITLE, quotations: Mapping[str, Quotation] = NO_QUOTATIONS
) -> Picture:
    """Write the page of a built graph and give its picture; raises NoGraphError and WriteError."""
    picture = make_picture(folder, title, quotations)
    write_whole(out, to_html(picture))
    return picture
