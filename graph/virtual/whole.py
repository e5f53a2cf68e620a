"""A graph whose rows are in tables, with what callers use of a store: they see one graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)
from pyoxigraph import Variable as Named
from rdflib.plugins.sparql.parserutils import CompValue

from graph.errors import QueryError
from graph.virtual.columns import Columns
from graph.virtual.described import described
from graph.virtual.needed import needed
from graph.virtual.parsing import parsed as read_query
from graph.virtual.parts import may_stay_at_row, parts_of
from graph.virtual.patterns import Constant, Patterns
from graph.virtual.stars import Star
from graph.virtual.terms import NotTranslatedError
from graph.virtual.way import Way

Found = QuerySolutions | QueryBoolean | QueryTriples
GraphName = NamedNode | BlankNode | DefaultGraph
AGGREGATE = "AggregateJoin"


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
        graphs = asked["default_graph"]
        if graphs is not None and DefaultGraph() not in graphs:
            return self._by_store(query, asked, "rows are not in the graphs that are asked")
        parsed = read_query(query, base_iri, tuple((prefixes or {}).items()))
        if parsed.datasetClause is not None and graphs is None:
            return self._by_store(query, asked, "rows are not in the graphs of FROM")
        values = {name.value: value for name, value in (substitutions or {}).items()}
        if not self._meets_rows(parsed, values):
            return self._by_store(query, asked, "no pattern can meet a row of a table")
        names = [name.value for name in read.variables] if isinstance(read, QuerySolutions) else []
        return self._of_rows(query, parsed, values, asked, names)

    def _of_rows(
        self,
        query: str,
        parsed: CompValue,
        values: Mapping[str, Constant],
        asked: Mapping[str, Any],
        names: Sequence[str],
    ) -> Found:
        """What a query that may meet rows finds."""
        if self._loaded is not None and not _aggregates(parsed):
            return self._by_store(query, asked, "rows are loaded too, and nothing is counted or summed")
        try:
            answer = self._columns.answer(parsed, Patterns(values), names)
        except NotTranslatedError as refused:
            return self._ordinary(query, parsed, values, asked, str(refused))
        why = "every part has an exact counterpart in SQL"
        self.way = Way("columns", why, answer.sql, answer.tables, answer.in_store)
        return answer.found

    def _meets_rows(self, parsed: CompValue, values: Mapping[str, Constant]) -> bool:
        if parsed.name == "DescribeQuery":
            return True
        wanted = needed(parsed, Patterns(values))
        try:
            return any(self._meets(star) for star in wanted.stars) or any(
                may_stay_at_row(pattern, self._columns.tables, self._rest.store) for pattern in wanted.staying
            )
        except NotTranslatedError:
            return True

    def _meets(self, star: Star) -> bool:
        parts = parts_of(star.patterns, self._columns.tables)
        return bool(parts.stars or parts.edges)

    def _by_store(self, query: str, asked: Mapping[str, Any], why: str) -> Found:
        self.way = Way("store", why)
        return (self._loaded or self._rest.store).query(query, **asked)

    def _ordinary(
        self,
        query: str,
        parsed: CompValue,
        values: Mapping[str, Constant],
        asked: Mapping[str, Any],
        why: str,
    ) -> Found:
        """What a query finds among the triples it can meet."""
        if self._loaded is not None:
            return self._by_store(query, asked, f"{why} is not translated to columns")
        from graph.virtual.ordinary import Memory
        from graph.virtual.reached.basic import Loading
        from graph.virtual.reached.known import NOTHING_KNOWN
        from graph.virtual.reached.walk import reach

        memory = Memory(self._rest, self._columns.lookup(), why)
        if parsed.p is not None:
            reach(parsed.p, NOTHING_KNOWN, Loading(memory, Patterns(values)))
        if parsed.name == "DescribeQuery":
            for thing in described(query, parsed, asked, memory.made):
                memory.add_thing(thing)
        for graph in self._rest.store.named_graphs():
            memory.made.add_graph(graph)
        self.way = Way("ordinary", f"{why} is not translated to columns")
        return memory.made.query(query, **asked)

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


def _aggregates(part: object) -> bool:
    """Whether anything is counted or summed in a part of a query."""
    if isinstance(part, CompValue):
        return part.name == AGGREGATE or any(_aggregates(one) for one in part.values())
    return isinstance(part, list) and any(_aggregates(one) for one in part)
