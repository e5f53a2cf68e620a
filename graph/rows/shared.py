"""The things that several datasets tell of, or a dataset and a source: their statements may stand twice."""

from collections import Counter
from collections.abc import Iterable

import polars as pl

from graph.rows.event_tables import EventTables
from graph.tables.output import EVENT_TABLES
from sources.tables.layouts.rows import ID


def told_by_several(tables: EventTables, sources: Iterable[str]) -> frozenset[str]:
    """The IRIs of the things that more than one tells of.

    Args:
        tables: The event tables of a graph.
        sources: The IRIs of all things that sources tell of.
    """
    known = {iri.removeprefix(f"{tables.base}id/") for iri in sources}
    held = Counter(
        place.name for folder in tables.folders.values() for place in (folder / EVENT_TABLES).glob("*")
    )
    found: set[str] = set()
    for table, datasets in held.items():
        ids = tables.scan(table).select(ID, "dataset")
        if datasets > 1:
            several = ids.group_by(ID).agg(pl.col("dataset").n_unique()).filter(pl.col("dataset") > 1)
            found.update(several.select(ID).collect(engine="streaming")[ID])
        told = ids.filter(pl.col(ID).is_in(pl.Series(sorted(known), dtype=pl.String).implode()))
        found.update(told.select(ID).collect(engine="streaming")[ID])
    return frozenset(f"{tables.base}id/{path}" for path in found)
