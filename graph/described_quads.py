"""A source of files as a thing: what it is, who published it, under which terms, from where and when."""

from pyoxigraph import NamedNode

from graph.nodes import Names, Writer, date_terms, english, text
from sources.described import Described


def write_described(source: Described, layout: str, names: Names, out: Writer) -> NamedNode:
    """Write what is known of a source of files; its node.

    Args:
        source: The source.
        layout: What reads its files.
        names: Mints the IRI.
        out: Takes the quads.
    """
    node = names.thing(f"dataset/{source.id}")
    out.a(node, "Dataset")
    out.add(node, "dcterms:identifier", text(source.id))
    out.add(node, "rdfs:label", english(source.title))
    out.add(node, "dcterms:publisher", text(source.publisher))
    out.add(node, "dcterms:license", text(source.licence))
    out.add_text(node, "dcterms:source", source.url)
    out.add_text(node, "layout", layout)
    if source.retrieved:
        for prop, value in date_terms(source.retrieved):
            out.add(node, prop, value)
    return node


def write_file(file: NamedNode, name: str, dataset: NamedNode, out: Writer) -> None:
    """Write which file of a source of files a node is, by its name as it is shown."""
    out.a(file, "SourceFile")
    out.add(file, "rdfs:label", english(name))
    out.add(file, "dataset", dataset)
    out.add(file, "fileName", text(name))
