"""The W3C's test suites of queries over rows in columns: SPARQL 1.0 and 1.1.

    python bench/w3c_columns.py [folder]

The data of each test is put into event tables, made up for it: a table for each class, a column for each
property, a row for each thing whose values columns can hold; all else stays in the store. A row is of one
class, so a thing without one gets a class of ours, in the store that is compared as well. Prints which way
the queries went, and each whose answer is not that of the store which has all triples. Nothing is asserted.
"""

import argparse
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import polars as pl
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
)
from suites.answers import agree, read_found, read_right
from suites.cases import EVALUATED, Case, Suite
from w3c import ROWS, SUITES, TRIPLES, fetched

from graph.errors import QueryError
from graph.virtual import ordinary
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
Answer = str


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


def answer(store: Store | WholeGraph, case: Case) -> tuple[Answer, bytes, str]:
    """What a query finds: as a bag, and as it is told to others with its media type."""
    try:
        found = store.query(case.query, base_iri=case.base)
        if isinstance(found, QueryTriples):
            body, kind = found.serialize(format=RdfFormat.N_TRIPLES) or b"", TRIPLES
        else:
            body, kind = found.serialize(format=QueryResultsFormat.JSON) or b"", ROWS
    except (SyntaxError, RuntimeError, QueryError) as error:
        return f"refused: {type(error).__name__}", b"", ""
    return body.decode(), body, kind


def main() -> None:
    """Run the suites of a folder and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".run/rdf-tests/sparql"))
    suite = Suite(fetched(parser.parse_args().folder))
    ordinary.lines_of_rows = lines_of_rows  # tables of tests are in no ontology
    for name in ("SPARQL 1.0", "SPARQL 1.1"):
        counts: Counter[str] = Counter()
        for case in suite.cases(SUITES[name]):
            if case.kind in EVALUATED:
                counts.update(told(suite, case))
        print(name)
        for what, count in counts.most_common():
            print(f"{count:5} {what}")


def told(suite: Suite, case: Case) -> Iterator[str]:
    """What is counted of a test; a difference is printed."""
    quads = list(suite.quads(case))
    with tempfile.TemporaryDirectory() as place:
        tested = graph_of(quads, Path(place))
        wanted, right_body, kind = answer(tested.loaded, case)
        found, body, _ = answer(tested.whole, case)
    yield "tests"
    yield "with rows" if tested.rows else "without rows"
    way = tested.whole.way.name
    yield way
    if not same(wanted, found, right_body, body, kind):
        yield f"{way}, differs"
        print(f"{case.name}: {tested.whole.way.why}\n{case.query}\n{wanted[:800]}\n{found[:800]}")
    if case.kind != "CSVResultFormatTest":
        plain = Store()
        plain.extend(quads)
        _, other, _ = answer(plain, case)
        if is_right(suite, case, body, kind):
            yield f"{way}, as the suite has it"
        elif not is_right(suite, case, other, kind):
            yield f"{way}, where the engine itself differs from the suite"
        else:
            yield f"{way}, with a class more than the suite"
    if way == "ordinary":
        yield f"  {tested.whole.way.why}".replace("is not translated to columns", "")[:40]


def is_right(suite: Suite, case: Case, body: bytes, kind: str) -> bool:
    """Whether an answer is that of the suite."""
    if not body or case.result is None:
        return False
    rdf = case.result.suffix in (".ttl", ".rdf", ".nt")
    right = read_right(case.result, suite.read(case.result) if rdf else ())
    return agree(read_found(body, kind), right, lax=case.lax)


def same(wanted: str, found: str, one: bytes, other: bytes, kind: str) -> bool:
    """Whether two answers are the same, whatever blank nodes are called."""
    if not one or not other:
        return wanted == found
    return agree(read_found(other, kind), read_found(one, kind), lax=False)


if __name__ == "__main__":
    main()
