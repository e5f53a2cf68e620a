"""The property graph as GraphML, GEXF, Cytoscape JSON, and CSV files of nodes and edges.

XML has no place for most control characters: each is written as U+FFFD, and a carriage return as a
line feed. GraphML, GEXF and JSON hold amounts as double precision numbers, CSV as the decimal
numbers they are; a value that is not there has no attribute, in CSV an empty cell.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graph.exports.projection import EDGE_ATTRIBUTES, Value
from graph.exports.row_projection import RowNetwork
from graph.writing import make_folder, open_output

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import networkx as nx

NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CSV_TYPES = {str: "", int: ":int", bool: ":boolean", Decimal: ":double"}
NODE_HEADER = ("iri:ID", "label", "class", "column", ":LABEL")
EDGE_HEADER = (
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "iri",
    *(f"{name}{CSV_TYPES[kind]}" for name, kind in EDGE_ATTRIBUTES.items() if name != "relation"),
)


def write_graphml(network: "nx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write the property graph as GraphML; the id of an edge is its IRI."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(_for_xml(network))
    _lower_booleans(writer.xml)
    _write_xml(writer.xml, out)


def write_gexf(network: "nx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write the property graph as GEXF 1.3; the id of an edge is its IRI."""
    from networkx.readwrite.gexf import GEXFWriter

    plain = _for_xml(network)
    for _, _, key, attributes in plain.edges(keys=True, data=True):
        attributes["id"] = key
    root = GEXFWriter(plain, version="1.3").xml
    # networkx writes the day into the file; the same graph gives the same bytes.
    meta = next(element for element in root if element.tag == "meta")
    meta.clear()
    _write_xml(root, out)


def write_cytoscape(network: "nx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write the property graph as the elements of Cytoscape JSON."""
    nodes = [{"data": {"id": iri, **_plain(data)}} for iri, data in network.nodes(data=True)]
    edges = [
        {"data": {"id": key, "source": source, "target": target, **_plain(data)}}
        for source, target, key, data in network.edges(keys=True, data=True)
    ]
    text = json.dumps({"elements": {"nodes": nodes, "edges": edges}}, ensure_ascii=False, indent=1)
    out.write(f"{text}\n".encode())


def write_csv(network: "nx.MultiDiGraph[str]", folder: Path, rows: RowNetwork | None = None) -> None:
    """Write nodes.csv and edges.csv into a folder, with the headers `neo4j-admin database import` reads.

    Args:
        network: The property graph of the sources.
        folder: Where the files go.
        rows: What rows of datasets add to it, written a column at a time.

    Raises:
        WriteError: The disk is full or the folder cannot be written.
    """
    make_folder(folder)
    with open_output(folder / "nodes.csv") as nodes, open_output(folder / "edges.csv") as edges:
        nodes.write(_table(NODE_HEADER, _node_rows(network)))
        edges.write(_table(EDGE_HEADER, _edge_rows(network)))
        if rows is not None:
            _write_rows(rows, frozenset(network), nodes, edges)


def _write_rows(rows: RowNetwork, known: frozenset[str], nodes: BinaryIO, edges: BinaryIO) -> None:
    """Write what rows add behind what is there; an empty cell is a value that is not there."""
    import polars as pl

    new = rows.nodes.filter(~pl.col("iri").is_in(pl.Series(sorted(known), dtype=pl.String).implode()))
    told = new.select(
        "iri", "label", "class", pl.col("column").replace("", None), pl.col("class").alias("kind")
    )
    told.write_csv(nodes, include_header=False)
    rest = [name for name in EDGE_ATTRIBUTES if name != "relation"]
    rows.edges.select("source", "target", "relation", "iri", *rest).write_csv(edges, include_header=False)


def _node_rows(network: "nx.MultiDiGraph[str]") -> Iterator[list[str]]:
    for iri, data in network.nodes(data=True):
        yield [iri, data["label"], data["class"], data["column"], data["class"]]


def _edge_rows(network: "nx.MultiDiGraph[str]") -> Iterator[list[str]]:
    for source, target, key, data in network.edges(keys=True, data=True):
        rest = (data.get(name) for name in EDGE_ATTRIBUTES if name != "relation")
        yield [source, target, data["relation"], key, *(_cell(value) for value in rest)]


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _table(header: tuple[str, ...], rows: Iterator[list[str]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _plain(attributes: Mapping[str, Value]) -> dict[str, str | int | bool | float]:
    """Attributes with numbers as JSON and XML have them."""
    return {name: float(value) if isinstance(value, Decimal) else value for name, value in attributes.items()}


def _for_xml(network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy whose texts XML can hold."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in network.nodes(data=True):
        plain.add_node(iri, **_xml_values(data))
    for source, target, key, data in network.edges(keys=True, data=True):
        plain.add_edge(source, target, key=key, **_xml_values(data))
    return plain


def _xml_values(attributes: Mapping[str, Value]) -> dict[str, str | int | bool | float]:
    return {
        name: xml_text(value) if isinstance(value, str) else value
        for name, value in _plain(attributes).items()
    }


def xml_text(text: str) -> str:
    """A text as XML can hold it."""
    return NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _lower_booleans(root: "Element") -> None:
    """Write booleans as XML Schema does; networkx writes them as Python does."""
    boolean = {element.get("id") for element in root.iter("key") if element.get("attr.type") == "boolean"}
    for element in root.iter("data"):
        if element.get("key") in boolean and element.text is not None:
            element.text = element.text.lower()


def _write_xml(root: "Element", out: BinaryIO) -> None:
    from xml.etree.ElementTree import ElementTree, indent

    indent(root)
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    out.write(b"\n")
