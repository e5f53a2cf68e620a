"""All that is stated of a thing, and the lines rows of datasets give it, as cells that lead somewhere."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.reading import local, term_label
from graph.server.held import Held
from graph.server.table import Cell
from ontology import NAMESPACE

MOST = 200
"""Statements on a page, at most; the data has all."""
THINGS = r"\b(?:candidate|committee|contest|filing|party|person)/[^\s:;]*[^\s:;,.]"
PLACES = r"(?<=— )[^\s,—/]+/[^,—]+(?=, line \d+$)"
"""What a line of rows ends with: the file of a dataset."""
LEADING = re.compile(f"(?P<thing>{THINGS})|(?P<file>{PLACES})")


def statements(held: Held, node: NamedNode) -> list[tuple[Cell, Cell]]:
    """Property and value of each statement on a thing, in order."""
    quads = held.store.quads_for_pattern(node, None, None, DefaultGraph())
    rows = [(_property(held, quad), _value(held, quad)) for quad in quads]
    return sorted(rows, key=lambda row: (row[0].text, row[1].text))


def _property(held: Held, quad: Quad) -> Cell:
    iri = quad.predicate.value
    label = term_label(local(quad.predicate)) if iri.startswith(NAMESPACE) else held.prefixes.shorten(iri)
    return Cell(label, iri)


def _value(held: Held, quad: Quad) -> Cell:
    value = quad.object
    if isinstance(value, NamedNode):
        return Cell(held.reader.label(value), value.value)
    return Cell(value.value if isinstance(value, Literal) else str(value))


def linked(held: Held, line: str) -> Iterator[Cell]:
    """A line of rows in parts: the paths of things and the files in it lead there."""
    place = f"{held.manifest.base}id/"
    end = 0
    for found in LEADING.finditer(line):
        yield Cell(line[end : found.start()])
        path = found["thing"] or f"dataset/{found['file']}"
        yield Cell(unquote(found[0]), place + quote(path, safe="/-._~%"))
        end = found.end()
    yield Cell(line[end:])
