"""A plain Python loop that hands its statements to pyoxigraph's serializer."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from peers.shape import NAMES, RDF_TYPE, ROWS, SOURCE_FILE, XSD, Row, contribution, filing, payee, payer

TYPE, CLASS = NamedNode(RDF_TYPE), NamedNode(f"{NAMES}Contribution")
DECIMAL, INTEGER = (NamedNode(XSD + name) for name in ("decimal", "integer"))
PAYER, PAYEE, AMOUNT, CURRENCY, DATE, KIND, FILE, LINE, FILING, EMPLOYER = (
    NamedNode(NAMES + name)
    for name in (
        "payer", "payee", "amount", "currency", "date", "transactionType", "sourceFile", "line", "filing",
        "employer",
    )
)  # fmt: skip
USD = Literal("USD")
SOURCE = NamedNode(SOURCE_FILE)


def triples(row: Row) -> Iterator[Triple]:
    """The statements of a row."""
    subject = NamedNode(contribution(row))
    giver = payer(row)
    yield Triple(subject, TYPE, CLASS)
    if giver is not None:
        yield Triple(subject, PAYER, NamedNode(giver))
    yield Triple(subject, PAYEE, NamedNode(payee(row)))
    if row["AMOUNT"]:
        yield Triple(subject, AMOUNT, Literal(row["AMOUNT"], datatype=DECIMAL))
    yield Triple(subject, CURRENCY, USD)
    if row["DATE"]:
        yield Triple(subject, DATE, Literal(row["DATE"]))
    yield Triple(subject, KIND, Literal(row["TRANSACTION_TP"]))
    yield Triple(subject, FILE, SOURCE)
    yield Triple(subject, LINE, Literal(row["LINE"], datatype=INTEGER))
    yield Triple(subject, FILING, NamedNode(filing(row)))
    if row["EMPLOYER"]:
        yield Triple(subject, EMPLOYER, Literal(row["EMPLOYER"]))


def main() -> None:
    """Write N-Triples."""
    with Path(ROWS).open(encoding="utf-8", newline="") as file:
        statements = (triple for row in csv.DictReader(file) for triple in triples(row))
        serialize(statements, output=sys.argv[1], format=RdfFormat.N_TRIPLES)


if __name__ == "__main__":
    main()
