"""A built graph in the formats other tools read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graph.errors import WriteError
from graph.exports.formats import Format
from graph.exports.ftm import write_ftm
from graph.exports.network import write_csv, write_cytoscape, write_gexf, write_graphml
from graph.exports.projection import project
from graph.exports.rdf import write_jsonld, write_nquads, write_trig, write_turtle
from graph.exports.row_projection import RowNetwork, add_rows, row_network
from graph.rows.event_tables import open_tables
from graph.store import open_store, read_manifest
from graph.writing import open_output

if TYPE_CHECKING:
    import networkx as nx

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


def export(folder: Path, form: Format, out: Path | None, *, rows: bool = True) -> None:
    """Write a built graph; the same graph gives the same bytes.

    Args:
        folder: Folder of the graph.
        form: Turtle and JSON-LD hold the default graph, TriG and N-Quads the named graphs and a graph a
            dataset, the others the plain edges with the entities they join.
        out: The file; for CSV the folder; standard output for None.
        rows: Whether property graphs have the sums, candidacies and outcomes of datasets as well.

    Raises:
        NoGraphError: Nothing is built in the folder.
        WriteError: The disk is full or the place cannot be written; what was there stays as it was.
    """
    if form is Format.CSV:
        if out is None:
            raise WriteError(Path("standard output"), "CSV is two files; name their folder with --out")
        write_csv(project(open_store(folder)), out, _rows(folder) if rows else None)
        return
    manifest = read_manifest(folder)
    with open_output(out) as stream:
        if form in RDF:
            RDF[form](folder, stream)
        elif form in NETWORK:
            NETWORK[form](_network(folder, rows=rows), stream)
        else:
            write_ftm(_network(folder, rows=rows), open_store(folder), manifest.base, stream)


def _network(folder: Path, *, rows: bool) -> "nx.MultiDiGraph[str]":
    """The property graph of a built graph."""
    network = project(open_store(folder))
    added = _rows(folder) if rows else None
    if added is not None:
        add_rows(network, added)
    return network


def _rows(folder: Path) -> RowNetwork | None:
    """What the rows of datasets add to the property graph, None without any."""
    tables = open_tables(folder)
    return row_network(tables) if tables.folders else None
