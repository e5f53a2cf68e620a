"""The edges of a picture that a selection keeps, of documents and of rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from graph.drawn.drawn import Drawn
from graph.drawn.scope import EVERY_ROW, RowScope
from graph.picture import Edge
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.selection.around import within
from graph.selection.fitting import companions, fit_amount, fit_edge
from graph.selection.named import is_named
from graph.selection.rows import row_scope
from graph.selection.wanted import Wanted
from graph.sums.fitting import Fit


@dataclass(frozen=True, slots=True)
class Selected:
    """What a selection keeps.

    Attributes:
        wanted: The selection, looked up.
        told: How each edge that documents tell stands to it, by IRI.
        scope: The rows it draws.
    """

    wanted: Wanted
    told: Mapping[str, Fit]
    scope: RowScope


def select(reader: Reader, tables: EventTables, told: Sequence[Edge], wanted: Wanted) -> Selected:
    """What is kept of the edges that documents tell, and which rows are drawn."""
    fits = {edge.iri: fit_edge(reader, edge, wanted) for edge in told}
    scope = row_scope(reader, tables, wanted)
    if wanted.focus:
        edges = companions(told, fits)
        scope = replace(scope, reached=within(wanted.focus, wanted.hops, edges, tables, scope))
    return Selected(wanted, fits, scope)


def edges_around(reader: Reader, edges: Sequence[Edge], wanted: Wanted) -> list[Edge]:
    """The edges of a picture that are of what is wanted, whatever they come from, in order."""
    fits = {edge.iri: fit_edge(reader, edge, wanted) for edge in edges}
    kept = companions(edges, fits)
    if not wanted.focus:
        return kept
    tables = EventTables(reader.base)
    reached = within(wanted.focus, wanted.hops, kept, tables, EVERY_ROW)
    return _near(kept, tables, reached)


def _near(
    edges: Iterable[Edge], tables: EventTables, reached: pl.Series, groups: Iterable[str] = ()
) -> list[Edge]:
    """The edges whose ends are reached; donors in one mark were reached one by one."""
    near = {*reached, *(f"{tables.base}id/{path}" for path in reached), *groups}
    return [edge for edge in edges if {edge.source, edge.target} <= near]


def kept_edges(
    reader: Reader, tables: EventTables, selected: Selected, edges: Sequence[Edge], drawn: Drawn
) -> tuple[Edge, ...]:
    """The edges that are kept of those that documents tell and those of rows, in order."""
    groups = {node.iri for node in drawn.groups}
    of_rows = {edge.iri: _fit_of_rows(reader, edge, selected, groups) for edge in drawn.edges}
    kept = companions(edges, {**selected.told, **of_rows})
    if selected.scope.reached is not None:
        kept = _near(kept, tables, selected.scope.reached, groups)
    return tuple(kept)


def _fit_of_rows(reader: Reader, edge: Edge, selected: Selected, groups: set[str]) -> Fit:
    """How an edge of rows stands to the selection: its sums were selected, its contest was taken whole."""
    named = selected.wanted.named
    if named is not None and edge.source not in groups and not is_named(reader, edge, named):
        return Fit.OUTSIDE
    return fit_amount(edge, selected.wanted.min_amount)
