"""Relations that entities state: who is a member, director, owner or relative of whom."""

import polars as pl

from sources.ftm.columns import Found, path_of, problems, rows_of, texts_of
from sources.ftm.decoding import PROPERTY, SCHEMA
from sources.ftm.schemata import Schema
from sources.tables.layouts.rows import ID, LINE, PROBLEM, Place

BASE = (LINE, ID, "identifier", "relationKind", "relationFrom", "relationTo")


def relations_of(entities: pl.DataFrame, schema: Schema, place: Place) -> Found:
    """Rows of relations, one for each pair of things an entity relates, and the problems found."""
    source, target = schema.ends
    ends = {"relationFrom": source, "relationTo": target}
    lists = {name: texts_of(entities, prop).list.unique().list.sort() for name, prop in ends.items()}
    wrong = [pl.DataFrame(schema=PROBLEM)]
    for name, prop in ends.items():
        lost = entities.filter(lists[name].list.len() == 0)
        wrong.append(problems(lost, f"{PROPERTY}{prop}", pl.lit(""), "the id of an entity", rejected=True))
    whole = entities.with_columns(**lists).filter(
        pl.all_horizontal(pl.col(name).list.len() > 0 for name in ends)
    )
    pairs = whole.explode("relationFrom").explode("relationTo")
    number = pl.int_range(1, pl.len() + 1).over(LINE).cast(pl.String)
    several = pl.when(pl.len().over(LINE) > 1).then(pl.concat_str(pl.lit("/"), number)).otherwise(pl.lit(""))
    named = pairs.with_columns(
        pl.concat_str(path_of("relation", pl.col(ID), place), several).alias("=path"),
        *(path_of("entity", pl.col(name), place).alias(name) for name in ends),
        pl.col(ID).alias("identifier"),
        pl.col(SCHEMA).alias("relationKind"),
    ).with_columns(pl.col("=path").alias(ID))
    rows, told = rows_of(named, BASE, "relation", schema.columns, place)
    return rows, pl.concat([*wrong, told])
