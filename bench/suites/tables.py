"""The data of a test as event tables, made up for it, and beside them the store that has all triples."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import polars as pl
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.virtual.columns import Columns
from graph.virtual.mapping import Column, Table, Tables
from graph.virtual.whole import WholeGraph
from ontology import PREFIXES
from sources.tables.layouts.rows import ID, TYPES

TYPE = NamedNode(PREFIXES["rdf"] + "type")
CLASS = NamedNode("urn:row")
THINGS = "http://"
"""Whatever has such an IRI may be a row."""
XSD = PREFIXES["xsd"]


@dataclass(frozen=True)
class TestTable(Table):
    """A table made up for a test."""

    of: str = ""
    by_iri: Mapping[str, Column] = field(default_factory=dict)

    @property
    def cls(self) -> str:
        """IRI of the class of its things."""
        return self.of

    @cached_property
    def properties(self) -> Mapping[str, Column]:
        """Its columns by the IRI of their property."""
        return self.by_iri


@dataclass(frozen=True, slots=True)
class TestTables(Tables):
    """The tables of a test."""

    @property
    def things(self) -> str:
        """What the IRIs of things start with."""
        return THINGS


@dataclass(frozen=True, slots=True)
class Row:
    """A thing as a row: its class, and its values with their kind by property."""

    path: str
    cls: str
    values: Mapping[str, tuple[str, tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Tested:
    """The graph of a test.

    Attributes:
        whole: With its rows in columns.
        loaded: The store that has all triples.
        rows: How many rows there are.
        is_changed: Whether things got a class that they do not have in the test.
    """

    whole: WholeGraph
    loaded: Store
    rows: int
    is_changed: bool


def column_value(term: object) -> tuple[str, object]:  # noqa: PLR0911 - one for each kind
    """The kind of column that holds a term as it is, and the value in it; "" for none."""
    if isinstance(term, NamedNode):
        return ("id", term.value.removeprefix(THINGS)) if term.value.startswith(THINGS) else ("", None)
    if not isinstance(term, Literal) or "\0" in term.value:
        return "", None
    if term.language is not None:
        return ("label", term.value) if term.language == "en" else ("", None)
    text = term.value
    match term.datatype.value.removeprefix(XSD):
        case "string":
            return "text", text
        case "integer" if re.fullmatch(r"[+-]?\d{1,18}", text):
            return "integer", int(text)
        case "decimal" if re.fullmatch(r"[+-]?\d{0,16}(\.\d{1,2})?", text) and text.strip("+-."):
            return "decimal", Decimal(text)
        case "boolean" if text in ("true", "false"):
            return "boolean", text == "true"
        case "date" if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return "date", date.fromisoformat(text)
    return "", None


def row_of(subject: object, quads: Sequence[Quad]) -> Row | None:
    """A thing as a row; None where columns cannot hold it."""
    kind, path = column_value(subject)
    classes = [quad.object for quad in quads if quad.predicate == TYPE]
    values: dict[str, tuple[str, tuple[object, ...]]] = {}
    for quad in quads:
        if quad.predicate != TYPE:
            of, value = column_value(quad.object)
            known, some = values.get(quad.predicate.value, (of, ()))
            if not of or known != of:
                return None
            values[quad.predicate.value] = (of, (*some, value))
    if kind != "id" or len(classes) > 1 or not all(isinstance(one, NamedNode) for one in classes):
        return None
    return Row(str(path), classes[0].value if classes else CLASS.value, values)


def graph_of(quads: Iterable[Quad], folder: Path) -> Tested:
    """The graph of a test, its tables written into a folder."""
    told = list(dict.fromkeys(quads))
    of: dict[object, list[Quad]] = defaultdict(list)
    for quad in told:
        if quad.graph_name == DefaultGraph():
            of[quad.subject].append(quad)
    rows = {subject: row for subject, some in of.items() if (row := row_of(subject, some)) is not None}
    extra = [Quad(subject, TYPE, CLASS) for subject, row in rows.items() if row.cls == CLASS.value]
    loaded, rest = Store(), Store()
    loaded.extend([*told, *extra])
    rest.extend(quad for quad in told if quad.graph_name != DefaultGraph() or quad.subject not in rows)
    whole = WholeGraph(Columns(TestTables("urn:", tuple(tables_of(rows.values(), folder))), rest))
    return Tested(whole, loaded, len(rows), bool(extra))


def tables_of(rows: Iterable[Row], folder: Path) -> Iterator[TestTable]:
    """Tables of things: one for each class and, where properties are of several kinds, more."""
    groups: dict[str, list[tuple[dict[str, str], list[Row]]]] = defaultdict(list)
    for row in rows:
        kinds = {name: kind for name, (kind, _) in row.values.items()}
        for known, some in groups[row.cls]:
            if all(known.get(name, kind) == kind for name, kind in kinds.items()):
                known.update(kinds)
                some.append(row)
                break
        else:
            groups[row.cls].append((kinds, [row]))
    tables = [(cls, kinds, some) for cls, parts in groups.items() for kinds, some in parts]
    for number, (cls, kinds, some) in enumerate(tables):
        yield table_of(f"{folder}/{number}.parquet", cls, kinds, some)


def table_of(file: str, cls: str, kinds: Mapping[str, str], rows: Sequence[Row]) -> TestTable:
    """A table, written into a file."""
    columns: dict[str, Column] = {}
    series = [pl.Series(ID, [row.path for row in rows], pl.String)]
    for number, (name, kind) in enumerate(sorted(kinds.items())):
        values = [row.values[name][1] if name in row.values else None for row in rows]
        several = any(some is not None and len(some) > 1 for some in values)
        starts = {str(value).partition("/")[0] for some in values for value in some or ()}
        columns[name] = Column(f"c{number}", kind, several, tuple(sorted(starts)) if kind == "id" else ())
        told = [some and list(some) for some in values] if several else [some and some[0] for some in values]
        series.append(pl.Series(f"c{number}", told, pl.List(TYPES[kind]) if several else TYPES[kind]))
    pl.DataFrame(series).write_parquet(file)
    of_rows = tuple(sorted({row.path.partition("/")[0] for row in rows}))
    return TestTable("test", file, tuple(columns.values()), of_rows, len(rows), of=cls, by_iri=columns)


def lines_of_rows(table: TestTable, frame: pl.DataFrame, _: str) -> Iterator[str]:
    """The triples of rows as lines of N-Triples."""
    for row in frame.iter_rows(named=True):
        subject = f"<{THINGS}{row[ID]}>"
        yield f"{subject} {TYPE} <{table.cls}> .\n"
        for name, column in table.properties.items():
            told = row.get(column.name)
            for value in [] if told is None else told if column.several else [told]:
                yield f"{subject} <{name}> {term_of(value, column.kind)} .\n"


def term_of(value: object, kind: str) -> NamedNode | Literal:
    """A value of a column as a term."""
    text = str(value)
    if kind == "id":
        return NamedNode(THINGS + text)
    if kind in ("text", "label"):
        return Literal(text, language="en" if kind == "label" else None)
    return Literal(text.lower() if kind == "boolean" else text, datatype=NamedNode(XSD + kind))
