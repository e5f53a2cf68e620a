"""The quads of a source of RDF files: what its files state, and what they are.

Statements stand in `id/graph/dataset/<source>`. Those that a file puts into a graph of its own stand in
`id/graph/dataset/<source>/<name of that graph, percent-encoded>`: no file can speak in the name of
another source, and who said what in the file is kept.
"""

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from graph.described_quads import write_described, write_file
from graph.nodes import Names, Writer, term, text
from graph.rdf.json_ld import check_json_ld
from graph.rdf.reading import BY_LINE, format_of, read_quads
from graph.rdf.terms import FileTerms
from sources.dataset import DataFile
from sources.rdf_files.source import RDF, RdfSource
from sources.tables.reading.packed import Member, open_packed


def rdf_quads(source: RdfSource, names: Names) -> Iterator[Quad]:
    """Every statement of the files of a source, and of the source itself, in no order.

    Raises:
        SourceError: A file is not there, is not RDF, or says what cannot be told.
    """
    graph = names.graph(f"dataset/{source.id}")
    for file in source.files:
        for member in open_packed(file.path):
            yield from _file_quads(source, file, member, names, graph)
    yield from _described(source, names, graph)


def _file_quads(
    source: RdfSource, file: DataFile, member: Member, names: Names, graph: NamedNode
) -> Iterator[Quad]:
    """The statements of a file, its blank nodes named."""
    syntax, base = format_of(member), source.base or None
    place = file.name if member.name == file.path.name else f"{file.name}/{quote(member.name)}"
    start = f"{names.thing(f'dataset/{source.id}').value}/{place}/blank/"
    terms = FileTerms(member, start, keeps_labels=syntax in BY_LINE)
    told: set[str] = set()
    for quad in read_quads(member, base):
        own = graph
        if not isinstance(quad.graph_name, DefaultGraph):
            name = terms.node(quad.graph_name).value
            own = NamedNode(f"{graph.value}/{quote(name, safe='')}")
            if name not in told:
                told.add(name)
                yield Quad(own, term("dcterms:source"), text(name), graph)
        yield Quad(terms.node(quad.subject), terms.node(quad.predicate), terms.told(quad.object), own)
    if syntax == RdfFormat.JSON_LD:
        check_json_ld(member, base)


def _described(source: RdfSource, names: Names, graph: NamedNode) -> list[Quad]:
    """What is known of the source and of each of its files."""
    out = Writer(graph, [])
    node = write_described(source, RDF, names, out)
    for file in source.files:
        part = NamedNode(f"{node.value}/{file.name}")
        write_file(part, file.path.name, node, out)
        out.add(part, "textDigest", text(file.sha256))
    return out.quads
