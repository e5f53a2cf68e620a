"""DuckDB over the tables of a graph, and the answers of queries from it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import duckdb
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    parse_query_results,
)
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError, UnreadableTablesError
from graph.virtual.bgp import GraphPatterns
from graph.virtual.edge_part import EdgePart
from graph.virtual.engine import memory, open_engine, reach
from graph.virtual.expressions.cases import add_cases, uses_cases
from graph.virtual.lookup import Lookup, Opened
from graph.virtual.mapping import Tables
from graph.virtual.modifiers import in_order
from graph.virtual.path_part import PathPart
from graph.virtual.patterns import Patterns
from graph.virtual.plans.plan import planner_of
from graph.virtual.read_terms import read_term
from graph.virtual.relation import Relation
from graph.virtual.rest import Rest
from graph.virtual.scan import read_from
from graph.virtual.store_part import StorePart
from graph.virtual.templates import constructed, template_of
from graph.virtual.terms import NotTranslatedError, Term, quoted

PIECE = 10_000
Found = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, and how.

    Attributes:
        sql: What was asked of DuckDB.
        tables: The tables that were scanned.
        in_store: What the store was asked, and how many solutions it had.
    """

    found: Found
    sql: str
    tables: tuple[str, ...]
    in_store: tuple[tuple[str, int], ...]


@dataclass
class Columns:
    """The tables of a graph, open.

    Attributes:
        tables: What there is.
        store: Everything else.
    """

    tables: Tables
    store: Store
    connection: duckdb.DuckDBPyConnection = field(default_factory=open_engine)
    _has_cases: bool = False

    def __post_init__(self) -> None:
        self.rest = Rest(self.store, self.tables)
        self._opened = Opened(self.tables)
        try:
            reach(self.connection, self.tables)
            self._name_tables()
        except duckdb.IOException as error:
            raise UnreadableTablesError(str(error).splitlines()[0]) from error

    def _name_tables(self) -> None:
        for number, table in enumerate(self.tables.tables):
            self.connection.execute(f"CREATE VIEW t{number} AS {read_from(table, self.tables.shared)}")
        for number, edge in enumerate(self.tables.edges):
            pairs = f"SELECT * FROM read_parquet({quoted(edge.file)})"
            self.connection.execute(f"CREATE VIEW e{number} AS {pairs}")

    def lookup(self) -> Lookup:
        """What gives the rows of stars for a query that goes another way."""
        return Lookup(self._opened, self.connection.cursor())

    def keys(self) -> Lookup:
        """What gives those rows of stars that keys find."""
        return Lookup(self._opened)

    def answer(self, query: CompValue, patterns: Patterns, names: Sequence[str]) -> "Answer":
        """What a query finds.

        Args:
            query: The query as rdflib has it.
            patterns: Reads its patterns.
            names: What a SELECT selects, in order.

        Raises:
            NotTranslatedError: It has no exact counterpart in SQL, or its values do not fit.
        """
        if query.name == "DescribeQuery":
            raise NotTranslatedError("DESCRIBE")
        part = StorePart(self.store, self.connection.cursor(), self.tables.things)
        graph = GraphPatterns(
            self.tables,
            part,
            Lookup(self._opened, part.connection),
            EdgePart(self.rest, part.connection),
            PathPart(self.rest, part),
        )
        try:
            relation = in_order(planner_of(graph, patterns).plan(query.p))
            self._ready(relation)
            found = self._found(query, relation, names, part)
            return Answer(found, relation.sql, tuple(sorted(set(graph.scanned))), tuple(part.asked))
        except duckdb.OutOfMemoryException as error:
            raise QueryError(f"the query needs more than {memory()} of memory and could not spill") from error
        except duckdb.IOException as error:
            raise UnreadableTablesError(str(error).splitlines()[0]) from error
        except (
            duckdb.OutOfRangeException,
            duckdb.ConversionException,
            duckdb.InvalidInputException,
        ) as error:
            raise NotTranslatedError(f"values that do not fit: {str(error).splitlines()[0]}") from error

    def _ready(self, relation: Relation) -> None:
        """Make the functions that a relation uses, once; that takes a third of a second."""
        if not self._has_cases and uses_cases(relation.sql):
            add_cases(self.connection)
            self._has_cases = True

    def _found(self, query: CompValue, relation: Relation, names: Sequence[str], part: StorePart) -> Found:
        """The truth of an ASK, the triples of a CONSTRUCT, or the solutions of a SELECT."""
        if query.name == "AskQuery":
            row = part.connection.execute(f"SELECT 1 FROM ({relation.sql}) LIMIT 1").fetchone()
            return _read(json.dumps({"head": {}, "boolean": row is not None}))
        if query.name == "ConstructQuery":
            there = list(relation.columns)
            rows = self._rows(relation, there, part)
            return constructed(template_of(query), (dict(zip(there, row, strict=True)) for row in rows))
        lines = ["\t".join(f"?{name}" for name in names)]
        for terms in self._rows(relation, names, part):
            lines += ["\t".join("" if term is None else str(term) for term in terms)]
        read = parse_query_results("\n".join([*lines, ""]), QueryResultsFormat.TSV)
        if not isinstance(read, QuerySolutions):
            raise TypeError("rows were read as a truth")
        return read

    def _rows(self, relation: Relation, names: Sequence[str], part: StorePart) -> Iterator[list[Term | None]]:
        """The terms of some variables in each solution."""
        found = part.connection.execute(relation.sql)
        there = list(relation.columns)
        places = [(there.index(name), relation.columns[name].kind) for name in names]
        while rows := found.fetchmany(PIECE):
            for row in rows:
                yield [read_term(row[place], kind, self.tables.things) for place, kind in places]


def _read(text: str) -> QueryBoolean:
    found = parse_query_results(text, QueryResultsFormat.JSON)
    if not isinstance(found, QueryBoolean):
        raise TypeError(f"{text} is no truth")
    return found
