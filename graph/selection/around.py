"""Which things are within some steps of a focus, along what documents tell and what rows say alike."""

from collections.abc import Iterable

import polars as pl

from graph.drawn.counts import standings
from graph.drawn.scope import RowScope
from graph.drawn.sums import pairs_of_sums
from graph.picture import Edge
from graph.rows.event_tables import EventTables


def within(
    focus: Iterable[str], hops: int, edges: Iterable[Edge], tables: EventTables, scope: RowScope
) -> pl.Series:
    """The paths of the things at most some steps away from a focus, and of the focus itself."""
    start = f"{tables.base}id/"
    told = [(edge.source.removeprefix(start), edge.target.removeprefix(start)) for edge in edges]
    links = pl.LazyFrame(told, schema={"payer": pl.String, "target": pl.String}, orient="row")
    if tables.folders:
        links = pl.concat([links, pairs_of_sums(tables, scope), standings(tables, scope)])
    both_ways = pl.concat([links, links.select(payer="target", target="payer")])
    reached = frontier = pl.Series(sorted(iri.removeprefix(start) for iri in focus), dtype=pl.String)
    for _ in range(hops):
        beside = both_ways.filter(pl.col("payer").is_in(frontier.implode()))
        found = beside.select("target").unique().collect(engine="streaming")["target"]
        frontier = found.filter(~found.is_in(reached.implode()))
        reached = pl.concat([reached, frontier])
    return reached
