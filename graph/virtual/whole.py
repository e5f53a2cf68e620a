"""A graph whose rows are in tables, with what callers use of a store: they see one graph."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    serialize,
)
from pyoxigraph import Variable as Named

from graph.errors import QueryError, TooManyTriplesError
from graph.virtual.columns import Columns
from graph.virtual.lookup import NotFewError
from graph.virtual.parsing import parsed as read_query
from graph.virtual.patterns import Constant
from graph.virtual.question import Found, Question
from graph.virtual.terms import NotTranslatedError
from graph.virtual.way import Way

GraphName = NamedNode | BlankNode | DefaultGraph
FEW = 200
"""Plain edges that are put into memory rather than joined in columns, at most."""


class WholeGraph:
    """The store and the tables of a graph, read-only.

    Attributes:
        way: How the last query was answered.
    """

    def __init__(self, columns: Columns, loaded: Store | None = None) -> None:
        """Put a store and tables together.

        Args:
            columns: The tables, and the store without their rows.
            loaded: A store that has their rows as well, where rows are in both.
        """
        self._columns = columns
        self._rest = columns.rest
        self._loaded = loaded
        self.way = Way("store", "nothing was asked yet")

    def query(  # noqa: PLR0913 - as the store has it
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: Mapping[str, str] | None = None,
        substitutions: Mapping[Named, Constant] | None = None,
        default_graph: GraphName | Iterable[GraphName] | None = None,
        named_graphs: Iterable[NamedNode | BlankNode] | None = None,
        use_default_graph_as_union: bool = False,
    ) -> Found:
        """What a query finds, as `pyoxigraph.Store.query` has it.

        Raises:
            QueryError: All graphs are asked as one, or the query needs too much memory.
        """
        if use_default_graph_as_union:
            raise QueryError("a graph with virtual rows is not asked as the union of its graphs")
        if isinstance(default_graph, NamedNode | BlankNode | DefaultGraph):
            default_graph = [default_graph]
        asked: dict[str, Any] = {
            "base_iri": base_iri,
            "prefixes": prefixes,
            "substitutions": substitutions,
            "default_graph": None if default_graph is None else list(default_graph),
            "named_graphs": None if named_graphs is None else list(named_graphs),
        }
        read = Store().query(query, **asked)  # what is no query is refused as by the store
        names = [name.value for name in read.variables] if isinstance(read, QuerySolutions) else []
        parsed = read_query(query, base_iri, tuple((prefixes or {}).items()))
        values = {name.value: value for name, value in (substitutions or {}).items()}
        return self._found(Question(query, asked, parsed, values, names))

    def _found(self, question: Question) -> Found:
        """What a query finds."""
        graphs = question.given["default_graph"]
        if graphs is not None and DefaultGraph() not in graphs:
            return self._by_store(question, "rows are not in the graphs that are asked")
        if question.parsed.datasetClause is not None and graphs is None:
            return self._by_store(question, "rows are not in the graphs of FROM")
        rows, edges = question.meets(self._rest)
        if not rows and not edges:
            return self._by_store(question, "no pattern can meet a row of a table")
        if self._loaded is not None and not question.aggregates:
            return self._by_store(question, "rows are loaded too, and nothing is counted or summed")
        if not rows and self._loaded is None:
            try:
                return self._in_memory(question, "no pattern meets a row, or many plain edges", FEW)
            except TooManyTriplesError:
                pass
        found = self._by_keys(question) if rows and question.has_iri(self._rest.tables.things) else None
        return self._of_rows(question) if found is None else found

    def _by_keys(self, question: Question) -> Found | None:
        """What a query finds, if keys find all the rows that it can meet, and that is not much."""
        from graph.virtual.few import Few
        from graph.virtual.in_memory import found_in_memory

        try:
            found = found_in_memory(question, Few(self._rest, self._columns.keys()))
        except (NotFewError, TooManyTriplesError, NotTranslatedError):
            return None
        self.way = Way("keys", "what it can meet was found by the things it names")
        return found

    def _of_rows(self, question: Question) -> Found:
        """What a query that may meet rows finds."""
        try:
            answer = self._columns.answer(question.parsed, question.patterns(), question.names)
        except NotTranslatedError as refused:
            if self._loaded is not None:
                return self._by_store(question, f"{refused} is not translated to columns")
            return self._in_memory(question, f"{refused} is not translated to columns")
        why = "every part has an exact counterpart in SQL"
        self.way = Way("columns", why, answer.sql, answer.tables, answer.in_store)
        return answer.found

    def _by_store(self, question: Question, why: str) -> Found:
        self.way = Way("store", why)
        return question.put_to(self._loaded or self._rest.store)

    def _in_memory(self, question: Question, why: str, most: int | None = None) -> Found:
        """What a query finds among the triples it can meet; raises TooManyTriplesError for more than some."""
        from graph.virtual.in_memory import found_in_memory
        from graph.virtual.ordinary import Memory

        found = found_in_memory(question, Memory(self._rest, self._columns.lookup(), why, most))
        self.way = Way("ordinary", why)
        return found

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Literal | Triple | None,
        graph_name: GraphName | None = None,
    ) -> Iterator[Quad]:
        """The quads with these parts; None for any, as in `pyoxigraph.Store`."""
        if self._loaded is not None:
            yield from self._loaded.quads_for_pattern(subject, predicate, value, graph_name)
            return
        yield from self._rest.quads_for_pattern(subject, predicate, value, graph_name)
        if graph_name not in (None, DefaultGraph()) or isinstance(subject, BlankNode | Triple):
            return
        if not isinstance(value, BlankNode | Triple):
            from graph.virtual.ordinary import quads_of_rows

            yield from quads_of_rows(subject, predicate, value, self._columns.lookup())

    def dump(self, output: Path, format: RdfFormat, *, from_graph: GraphName) -> None:  # noqa: A002 - as in Store
        """Write the triples of a graph to a file."""
        if self._loaded is not None or from_graph != DefaultGraph():
            (self._loaded or self._rest.store).dump(output, format, from_graph=from_graph)
            return
        quads = self.quads_for_pattern(None, None, None, from_graph)
        serialize((quad.triple for quad in quads), output, format)

    def named_graphs(self) -> Iterator[NamedNode | BlankNode]:
        """The graphs with a name, in which no rows are."""
        return self._rest.store.named_graphs()
