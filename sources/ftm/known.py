"""Entities held against the model: schemata, properties and keys that nobody knows are told."""

import polars as pl

from sources.errors import did_you_mean
from sources.ftm.decoding import BESIDE, PROPERTY, SCHEMA
from sources.ftm.schemata import ENTITY_KEYS, SCHEMATA, Schema
from sources.tables.layouts.rows import ID, LINE, PROBLEM


def unknown_schemata(entities: pl.DataFrame) -> pl.DataFrame:
    """Entities of schemata the model has not, as problems."""
    found = [pl.DataFrame(schema=PROBLEM)]
    for name in sorted(set(entities[SCHEMA].unique()) - SCHEMATA.keys()):
        wanted = f"a schema of FollowTheMoney{did_you_mean(name, list(SCHEMATA))}"
        there = entities.filter(pl.col(SCHEMA) == name)
        found.append(_problems(there, SCHEMA, pl.col(SCHEMA), wanted, rejected=True))
    return pl.concat(found)


def unknown_properties(entities: pl.DataFrame, name: str, schema: Schema) -> pl.DataFrame:
    """Values of properties that entities of a schema have not in the model, as problems."""
    known = {*schema.columns, *schema.ignored, *schema.ends}
    found = [pl.DataFrame(schema=PROBLEM)]
    for column in entities.columns:
        prop = column.removeprefix(PROPERTY)
        if (
            column.startswith(PROPERTY)
            and prop not in known
            and entities[column].null_count() < entities.height
        ):
            wanted = f"a property of {name}{did_you_mean(prop, sorted(known - {''}))}"
            there = entities.filter(pl.col(column).is_not_null())
            found.append(_problems(there, column, pl.col(column).list.join("; "), wanted, rejected=False))
    return pl.concat(found)


def unknown_keys(entities: pl.DataFrame) -> pl.DataFrame:
    """Keys beside id, schema and properties that no entity has in the model, as problems."""
    found = [pl.DataFrame(schema=PROBLEM)]
    for column in entities.columns:
        key = column.removeprefix(BESIDE)
        if column.startswith(BESIDE) and key not in ENTITY_KEYS:
            wanted = f"id, schema or properties{did_you_mean(key, [ID, SCHEMA, 'properties'])}"
            found.append(_problems(entities.filter(pl.col(column)), key, pl.lit(key), wanted, rejected=False))
    return pl.concat(found)


def _problems(
    entities: pl.DataFrame, column: str, found: pl.Expr, wanted: str, *, rejected: bool
) -> pl.DataFrame:
    return entities.select(
        LINE,
        pl.lit(column).alias("column"),
        found.alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(rejected).alias("rejected"),
    )
