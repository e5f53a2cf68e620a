"""Statements that stand in several lines: parts of one entity, which are to be put together before.

A payment half of which stands in another line has no payer, or two amounts; parts of persons or
organisations are put together here, as everywhere.
"""

import polars as pl

from sources.ftm.decoding import SCHEMA
from sources.ftm.lines import ENTITY, KIND
from sources.ftm.schemata import THING_SCHEMATA
from sources.tables.layouts.layout import Scan
from sources.tables.layouts.rows import ID

REPEATED = "repeated"


def repeated_statements(scan: Scan) -> pl.DataFrame:
    """The ids of statements that stand in several lines of a dataset, as column `id`."""
    hashes = pl.concat([pl.Series([], dtype=pl.UInt64), *(_ids(frame).hash() for frame in scan(KIND))])
    twice = hashes.filter(hashes.is_duplicated()).unique()
    if twice.len() == 0:
        return pl.DataFrame(schema={ID: pl.String})
    found = [ids.filter(ids.hash().is_in(twice.implode())) for ids in map(_ids, scan(KIND))]
    every = pl.concat(found)
    return pl.DataFrame({ID: every.filter(every.is_duplicated()).unique().sort()})


def _ids(frame: pl.DataFrame) -> pl.Series:
    """The ids of entities that are no things."""
    text = pl.col(ENTITY)
    told = frame.select(
        text.str.json_path_match("$.id").alias(ID), text.str.json_path_match("$.schema").alias(SCHEMA)
    )
    return told.filter(~pl.col(SCHEMA).is_in(list(THING_SCHEMATA)))[ID].drop_nulls()
