"""DuckDB over the tables of a graph, and the answers of queries from it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Store, parse_query_results
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError, UnreadableTablesError
from graph.virtual.bgp import GraphPatterns
from graph.virtual.engine import memory, open_engine, reach
from graph.virtual.lookup import Lookup, Opened
from graph.virtual.mapping import Tables
from graph.virtual.modifiers import in_order
from graph.virtual.patterns import Patterns
from graph.virtual.plans.plan import planner_of
from graph.virtual.read_terms import read_term
from graph.virtual.relation import Relation
from graph.virtual.scan import read_from
from graph.virtual.store_part import StorePart
from graph.virtual.terms import NotTranslatedError, quoted

PIECE = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, and how.

    Attributes:
        sql: What was asked of DuckDB.
        tables: The tables that were scanned.
        in_store: What the store was asked, and how many solutions it had.
    """

    found: QuerySolutions | QueryBoolean
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

    def __post_init__(self) -> None:
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

    def answer(self, query: CompValue, patterns: Patterns) -> "Answer":
        """What a SELECT or ASK finds.

        Args:
            query: The query as rdflib has it.
            patterns: Reads its patterns.

        Raises:
            NotTranslatedError: It has no exact counterpart in SQL, or its values do not fit.
        """
        if query.name not in ("SelectQuery", "AskQuery"):
            raise NotTranslatedError(query.name.removesuffix("Query").upper())
        part = StorePart(self.store, self.connection.cursor(), self.tables.things)
        graph = GraphPatterns(self.tables, part, Lookup(self._opened, part.connection))
        try:
            relation = in_order(planner_of(graph, patterns).plan(query.p))
            if query.name == "AskQuery":
                row = part.connection.execute(f"SELECT 1 FROM ({relation.sql}) LIMIT 1").fetchone()
                truth = _read(json.dumps({"head": {}, "boolean": row is not None}))
                return Answer(truth, relation.sql, tuple(sorted(set(graph.scanned))), tuple(part.asked))
            found = self._solutions(relation, [str(name) for name in query.PV], part)
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

    def _solutions(self, relation: Relation, names: Sequence[str], part: StorePart) -> QuerySolutions:
        """Solutions as the store gives them: read from the lines of a result in TSV."""
        found = part.connection.execute(relation.sql)
        kinds = [relation.columns[name].kind for name in names]
        lines = ["\t".join(f"?{name}" for name in names)]
        while rows := found.fetchmany(PIECE):
            lines += ["\t".join(_texts(row, kinds, self.tables.things)) for row in rows]
        read = parse_query_results("\n".join([*lines, ""]), QueryResultsFormat.TSV)
        if not isinstance(read, QuerySolutions):
            raise TypeError("rows were read as a truth")
        return read


def _texts(row: Sequence[Any], kinds: Sequence[str], things: str) -> Iterator[str]:
    for value, kind in zip(row, kinds, strict=False):
        term = read_term(value, kind, things) if kind != "nothing" else None
        yield "" if term is None else str(term)


def _read(text: str) -> QueryBoolean:
    found = parse_query_results(text, QueryResultsFormat.JSON)
    if not isinstance(found, QueryBoolean):
        raise TypeError(f"{text} is no truth")
    return found
