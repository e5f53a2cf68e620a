"""rdflib, a row at a time into a graph that is then written."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from peers.shape import NAMES, ROWS, SOURCE_FILE, Row, contribution, filing, payee, payer

MT = Namespace(NAMES)
Triple = tuple[Node, Node, Node]


def triples(row: Row) -> Iterator[Triple]:
    """The statements of a row."""
    subject = URIRef(contribution(row))
    giver = payer(row)
    yield subject, RDF.type, MT.Contribution
    if giver is not None:
        yield subject, MT.payer, URIRef(giver)
    yield subject, MT.payee, URIRef(payee(row))
    if row["AMOUNT"]:
        yield subject, MT.amount, Literal(row["AMOUNT"], datatype=XSD.decimal, normalize=False)
    yield subject, MT.currency, Literal("USD")
    if row["DATE"]:
        yield subject, MT.date, Literal(row["DATE"])
    yield subject, MT.transactionType, Literal(row["TRANSACTION_TP"])
    yield subject, MT.sourceFile, URIRef(SOURCE_FILE)
    yield subject, MT.line, Literal(row["LINE"], datatype=XSD.integer, normalize=False)
    yield subject, MT.filing, URIRef(filing(row))
    if row["EMPLOYER"]:
        yield subject, MT.employer, Literal(row["EMPLOYER"])


def main() -> None:
    """Write N-Triples."""
    graph = Graph()
    with Path(ROWS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for triple in triples(row):
                graph.add(triple)
    graph.serialize(sys.argv[1], format="nt", encoding="utf-8")


if __name__ == "__main__":
    main()
