"""What a query found: rows, a truth or triples, and everything it can be turned into."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph.errors import QueryError
from graph.sparql.terms import Prefixes, Term, Value, value_of

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]
    import polars as pl

ROW_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "parquet")
TRIPLE_FORMATS = ("turtle", "trig", "jsonld", "ntriples")
SPARQL_FORMATS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found.

    Iterating gives the rows; a truth is true or false in an `if`, anything else when there are rows.

    Attributes:
        columns: Names of the columns: the variables of a SELECT, "answer" of an ASK, and "subject",
            "predicate", "object" of a CONSTRUCT or DESCRIBE.
        terms: The rows as RDF terms; None where a variable has no value.
        prefixes: Prefixes to shorten IRIs with.
        truth: The answer to an ASK, None for other queries.
        is_graph: Whether the rows are the triples of a CONSTRUCT or DESCRIBE.
        labels: Names of IRIs for people, when asked for.
        way: How it was found and why so, in lines for people; "" where a server found it.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    prefixes: Prefixes
    truth: bool | None = None
    is_graph: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    way: str = ""

    @classmethod
    def read(
        cls,
        head: Mapping[str, Any],
        body: bytes,
        prefixes: Prefixes,
        order: Sequence[str] = (),
        hidden: Sequence[str] = (),
    ) -> "Result":
        """The result a worker wrote.

        Args:
            head: What the worker says of it.
            body: The result in SPARQL JSON, or as N-Triples.
            prefixes: Prefixes to shorten IRIs with.
            order: Names of columns in the order wished for; without them, the engine's.
            hidden: Columns to leave out.
        """
        if head["kind"] == "triples":
            return cls(("subject", "predicate", "object"), _sorted_triples(body), prefixes, is_graph=True)
        found = parse_query_results(body, QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return cls(("answer",), (), prefixes, truth=bool(found))
        names = [variable.value for variable in found.variables]
        named = [name for name in order if name in names] or names
        columns = tuple(name for name in named if name not in hidden)
        rows = tuple(tuple(solution[column] for column in columns) for solution in found)
        return cls(columns, rows, prefixes, labels=head["labels"])

    @property
    def rows(self) -> list[dict[str, Value]]:
        """The rows with values of Python: Decimal, int, bool, date, and strings for IRIs and text."""
        if self.truth is not None:
            return [{"answer": self.truth}]
        values = (map(value_of, row) for row in self.terms)
        return [dict(zip(self.columns, row, strict=True)) for row in values]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return 1 if self.truth is not None else len(self.terms)

    def __bool__(self) -> bool:
        return self.truth if self.truth is not None else len(self.terms) > 0

    def without(self, columns: frozenset[str]) -> "Result":
        """The result without some columns."""
        kept = [number for number, name in enumerate(self.columns) if name not in columns]
        rows = tuple(tuple(row[number] for number in kept) for row in self.terms)
        names = tuple(self.columns[number] for number in kept)
        return replace(self, columns=names, terms=rows)

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a polars frame with typed columns; raises MissingExtraError without polars."""
        from graph.sparql.frames import polars_frame

        return polars_frame(self)

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a pandas frame with typed columns; raises MissingExtraError without pandas."""
        from graph.sparql.frames import pandas_frame

        return pandas_frame(self)

    def write(self, layout: str = "", width: int | None = None) -> bytes:
        """The result in a format, by its name; by default a table, or Turtle for triples.

        Args:
            layout: One of `ROW_FORMATS`, or of `TRIPLE_FORMATS` for triples.
            width: Columns of the terminal a table has to fit in; None leaves it as wide as it is.

        Raises:
            QueryError: The format is not one for what the query found.
            MissingExtraError: Parquet, and polars is not installed.
        """
        if self.is_graph and layout not in ROW_FORMATS:
            from graph.sparql.triples import write_triples

            return write_triples(self.terms, layout or "turtle", self.prefixes)
        return self._write_rows(layout or "table", width)

    def _write_rows(self, layout: str, width: int | None) -> bytes:
        from graph.sparql.text import write_markdown, write_table

        if self.truth is not None and layout in ("table", "markdown"):
            return b"true\n" if self.truth else b"false\n"
        if layout == "table":
            return write_table(self, width).encode()
        if layout == "markdown":
            return write_markdown(self).encode()
        if layout == "parquet":
            from graph.sparql.frames import write_parquet

            return write_parquet(self)
        if layout in SPARQL_FORMATS:
            return self._write_sparql(SPARQL_FORMATS[layout])
        formats = ", ".join(ROW_FORMATS)
        raise QueryError(
            f"{layout} is a format for the triples of CONSTRUCT and DESCRIBE; for rows: {formats}"
        )

    def _write_sparql(self, layout: QueryResultsFormat) -> bytes:
        """The rows or the truth in a format of SPARQL itself."""
        head: dict[str, Any] = {"head": {"vars": list(self.columns)}}
        if self.truth is not None:
            document = {"head": {}, "boolean": self.truth}
        else:
            named = [dict(zip(self.columns, map(_json, row), strict=True)) for row in self.terms]
            rows = [{name: term for name, term in row.items() if term is not None} for row in named]
            document = {**head, "results": {"bindings": rows}}
        found = parse_query_results(json.dumps(document), QueryResultsFormat.JSON)
        written = found.serialize(format=layout) or b""
        return written if written.endswith(b"\n") else written + b"\n"


def _sorted_triples(body: bytes) -> tuple[tuple[Term, ...], ...]:
    """Triples in order of their subjects, with blank nodes named by what is said of them."""
    found = Dataset(Quad(*quad.triple) for quad in parse(body, RdfFormat.N_TRIPLES))
    if b"_:" in body:
        found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    triples = ((quad.subject, quad.predicate, quad.object) for quad in found)
    return tuple(sorted(triples, key=lambda triple: tuple(map(str, triple))))


def _json(term: Term | None) -> dict[str, Any] | None:
    """A term in SPARQL JSON."""
    if term is None:
        return None
    if isinstance(term, Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _json(part) for name, part in parts}}
    if isinstance(term, Literal):
        found = {"type": "literal", "value": term.value, "datatype": term.datatype.value}
        return found if term.language is None else {**found, "xml:lang": term.language}
    return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}
