"""People, organisations, places and other things that entities are."""

import polars as pl

from sources.ftm.columns import Found, path_of, rows_of, texts_of
from sources.ftm.properties import LABEL, OTHER_NAME
from sources.ftm.schemata import Schema
from sources.tables.layouts.rows import ID, LINE, Place

NO_NAME = "no name given"
PLACE_PARTS = ("postalCode", "city", "region", "state", "country")
"""What names a place that has no name; the street is left out."""


def things_of(entities: pl.DataFrame, schema: Schema, place: Place) -> Found:
    """Rows of things, and the problems found.

    The first of the names in alphabetical order is the label, the others are other names.
    """
    names = texts_of(entities, *_properties(schema, LABEL)).list.unique().list.sort()
    others = texts_of(entities, *_properties(schema, OTHER_NAME)).list.unique().list.sort()
    named = entities.with_columns(
        path_of("entity", pl.col(ID), place).alias("=path"),
        pl.coalesce(
            names.list.first(), others.list.first(), *_made_up(entities, schema), pl.lit(NO_NAME)
        ).alias(LABEL),
        names.alias("=names"),
        pl.col(ID).alias("identifier"),
    ).with_columns(pl.col("=path").alias(ID))
    rows, problems = rows_of(
        named, (LINE, ID, LABEL, "identifier"), schema.table, dict(schema.columns), place
    )
    more = named.select(LINE, ID, LABEL, "identifier", pl.col("=names").alias(OTHER_NAME)).explode(OTHER_NAME)
    told = pl.concat([rows, more], how="diagonal")
    return told.filter(pl.col(OTHER_NAME).is_null() | (pl.col(OTHER_NAME) != pl.col(LABEL))), problems


def _properties(schema: Schema, column: str) -> tuple[str, ...]:
    return tuple(prop for prop, told in schema.columns.items() if told == column)


def _made_up(entities: pl.DataFrame, schema: Schema) -> list[pl.Expr]:
    """The name of an address from its parts, without the street."""
    if schema.table != "place":
        return []
    parts = [texts_of(entities, name).list.sort().list.first() for name in PLACE_PARTS]
    joined = pl.concat_str(parts, separator=", ", ignore_nulls=True)
    return [pl.when(joined != "").then(joined)]
