"""What rows say of one thing, a line each: the columns of its table, and where it is known from."""

from collections.abc import Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from graph.nodes import DECIMAL
from graph.reading import Reader, term_label
from graph.rows.words import US_DOLLARS, amount
from ontology import TABLES

TOLD_ELSEWHERE = {
    "altLabel",
    "candidacy",
    "date",
    "jurisdiction",
    "label",
    "office",
    "partOf",
    "partOfElection",
    "registerNumber",
}
"""Columns that every dossier has a line or a section for."""
PLACE = {"dataset", "line", "sourceFile"}
OF_DATASETS = (
    ("Id", "dcterms:identifier"),
    ("Publisher", "dcterms:publisher"),
    ("Licence", "dcterms:license"),
    ("From", "dcterms:source"),
    ("Retrieved", "date"),
    ("Layout", "layout"),
    ("Columns described at", "recordLayout"),
    ("SHA-256", "textDigest"),
)
"""What a dataset or a file of one is told with."""
NOTES = {
    "PrintedParty": "a name and place as printed; one person may be printed in several ways, several in one"
}
BOOLEANS = {"true": "yes", "false": "no"}


def row_facts(reader: Reader, thing: NamedNode) -> Iterator[tuple[str, str]]:
    """Label and text of each line; nothing for what no dataset tells of."""
    kinds = reader.kinds(thing)
    if "Dataset" in kinds or "SourceFile" in kinds:
        told = ((label, reader.text(thing, prop)) for label, prop in OF_DATASETS)
        yield from ((label, words) for label, words in told if words)
    columns = {name for term in TABLES.values() if term.cls in kinds for name in term.columns}
    known = reader.nodes(thing, "dataset")
    file = reader.node(thing, "sourceFile")
    if file is None and not known:
        return
    yield from (("Note", NOTES[kind]) for kind in kinds if kind in NOTES)
    identifier = reader.text(thing, "dcterms:identifier")
    if identifier and "Dataset" not in kinds:
        yield "Identifier", identifier
    for name in sorted(columns - TOLD_ELSEWHERE - PLACE - {"identifier", "currency"}):
        values = reader.values(thing, name)
        if values:
            yield _capital(term_label(name)), "; ".join(_words(reader, thing, value) for value in values)
    if known:
        yield "Known from", "; ".join(f"{reader.label(one)} ({_end(one)})" for one in known)
    if file is not None:
        files = "; ".join(_end(one) for one in reader.nodes(thing, "sourceFile"))
        lines = sorted(int(value.value) for value in reader.values(thing, "line"))
        yield "Stands in", f"{files}, line {', '.join(map(str, lines))}"


def _words(reader: Reader, thing: NamedNode, value: NamedNode | Literal) -> str:
    if isinstance(value, Literal):
        if value.datatype == DECIMAL and reader.text(thing, "currency"):
            return amount(Decimal(value.value), reader.text(thing, "currency") or US_DOLLARS)
        return BOOLEANS.get(value.value, value.value)
    return reader.label(value)


def _end(node: NamedNode) -> str:
    return node.value.rpartition("/id/")[2].removeprefix("dataset/")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
