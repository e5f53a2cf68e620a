"""A built graph in the formats other tools read."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from graph.errors import WriteError
from graph.exports.formats import Format
from graph.exports.ftm import write_ftm
from graph.exports.network import write_csv, write_cytoscape, write_gexf, write_graphml
from graph.exports.projection import project
from graph.exports.rdf import write_jsonld, write_nquads, write_trig, write_turtle
from graph.store import open_store, read_manifest
from graph.writing import open_output

RDF: dict[Format, Callable[[Path, BinaryIO], None]] = {
    Format.TURTLE: write_turtle,
    Format.TRIG: write_trig,
    Format.NQUADS: write_nquads,
    Format.JSONLD: write_jsonld,
}
NETWORK = {
    Format.GRAPHML: write_graphml,
    Format.GEXF: write_gexf,
    Format.CYTOSCAPE: write_cytoscape,
}


def export(folder: Path, form: Format, out: Path | None) -> None:
    """Write a built graph; the same graph gives the same bytes.

    Args:
        folder: Folder of the graph.
        form: Turtle and JSON-LD hold the default graph, TriG and N-Quads the named graphs, the others
            the plain edges with the entities they join.
        out: The file; for CSV the folder; standard output for None.

    Raises:
        NoGraphError: Nothing is built in the folder.
        WriteError: The disk is full or the place cannot be written; what was there stays as it was.
    """
    store = open_store(folder)
    if form is Format.CSV:
        if out is None:
            raise WriteError(Path("standard output"), "CSV is two files; name their folder with --out")
        write_csv(project(store), out)
        return
    with open_output(out) as stream:
        if form in RDF:
            RDF[form](folder, stream)
        elif form in NETWORK:
            NETWORK[form](project(store), stream)
        else:
            write_ftm(project(store), store, read_manifest(folder).base, stream)
