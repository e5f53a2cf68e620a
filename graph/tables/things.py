"""Things that stand in many rows, each told once.

Every batch tells what its records say of committees, candidates or contests. Afterwards they are
put together by id: a property with one value keeps the smallest, so that the result depends on what
is said and not on its order; one with several keeps all. Where labels differ, the smallest is the
label and the others are other names.
"""

import polars as pl

from ontology import TABLES
from sources.tables.layouts.rows import ID, TYPES, table_schema

LABEL, OTHER_NAMES = "label", "altLabel"


def distinct(rows: pl.DataFrame) -> pl.DataFrame:
    """Each row once; rows are the same when two hashes of 64 bits are: half the work of comparing."""
    hashes = pl.struct(rows.hash_rows(seed).alias(str(seed)) for seed in (0, 1))
    return rows.filter(pl.select(hashes.is_first_distinct()).to_series())


def told_once(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The things of a table by id, in order of their ids; a column of several values is a list.

    Args:
        table: Name of the table in `ontology.TABLES`.
        rows: What batches told, as `sources.tables.layouts.rows.shaped` makes it; columns without values may
            be missing.
    """
    columns = table_schema(table)
    told = distinct(rows)
    empty = [pl.lit(None, kind).alias(name) for name, kind in columns.items() if name not in told.columns]
    told = told.with_columns(empty).select(columns.names())
    if any(column.many for column in TABLES[table].columns.values()):
        return _together(table, told).sort(ID)
    in_several_ways = told[ID].is_duplicated()
    others = _together(table, told.filter(in_several_ways))
    return pl.concat([told.filter(~in_several_ways), others]).sort(ID)


def _together(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """What rows tell of each thing."""
    columns = TABLES[table].columns
    parts = [
        pl.col(name).drop_nulls().unique().sort() if column.many else pl.col(name).min()
        for name, column in sorted(columns.items())
        if name != OTHER_NAMES
    ]
    if OTHER_NAMES in columns:
        parts.append(
            pl.concat([pl.col(OTHER_NAMES), pl.col(LABEL)]).drop_nulls().unique().sort().alias(OTHER_NAMES)
        )
    things = rows.group_by(ID).agg(parts)
    if OTHER_NAMES in columns:
        others = pl.col(OTHER_NAMES).list.set_difference(pl.concat_list(pl.col(LABEL))).list.sort()
        things = things.with_columns(others)
    return things.select(ID, *sorted(columns)).with_columns(
        pl.col(name).cast(pl.List(TYPES[column.kind])) for name, column in columns.items() if column.many
    )
