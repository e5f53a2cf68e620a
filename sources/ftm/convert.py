"""Entities become rows: schema by schema, every property told, ignored by name or reported."""

import polars as pl

from sources.ftm.columns import Found, problems
from sources.ftm.decoding import SCHEMA, decode
from sources.ftm.known import unknown_keys, unknown_properties, unknown_schemata
from sources.ftm.payments import OPTION, TABLE, payments_of
from sources.ftm.relations import relations_of
from sources.ftm.repeated import REPEATED
from sources.ftm.schemata import SCHEMATA, Schema
from sources.ftm.things import things_of
from sources.tables.layouts.rows import ID, LINE, Place, Rows


def convert_entities(lines: pl.DataFrame, place: Place) -> Rows:
    """The rows that entities make, with problems and the number of entities of ignored schemata.

    Args:
        lines: Columns `line` and `entity`.
        place: Where the batch stands.
    """
    entities, wrong = decode(lines)
    found = [wrong, unknown_schemata(entities), unknown_keys(entities), _repeated(entities, place)]
    tables: dict[str, list[pl.DataFrame]] = {}
    left_out = 0
    for name in sorted(set(entities[SCHEMA].unique()) & SCHEMATA.keys()):
        schema, of_schema = SCHEMATA[name], entities.filter(pl.col(SCHEMA) == name)
        if schema.reason:
            left_out += of_schema.height
            continue
        rows, told = _rows_of(of_schema, schema, place)
        table = place.options.get(OPTION, TABLE) if schema.table == TABLE else schema.table
        tables.setdefault(table, []).append(rows)
        found += [told, unknown_properties(of_schema, name, schema)]
    every = pl.concat(found)
    lost = every.filter("rejected")[LINE].unique()
    kept = {
        table: pl.concat(rows, how="diagonal").filter(~pl.col(LINE).is_in(lost.implode()))
        for table, rows in tables.items()
    }
    return Rows(kept, every, left_out)


def _rows_of(entities: pl.DataFrame, schema: Schema, place: Place) -> Found:
    if schema.table == TABLE:
        return payments_of(entities, place)
    return relations_of(entities, schema, place) if schema.ends[0] else things_of(entities, schema, place)


def _repeated(entities: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Statements that stand in several lines, as problems."""
    known = place.context[REPEATED][ID] if REPEATED in place.context else pl.Series([], dtype=pl.String)
    schemata = [name for name, schema in SCHEMATA.items() if schema.ends[0] or schema.table == TABLE]
    twice = entities.filter(pl.col(ID).is_in(known.implode()), pl.col(SCHEMA).is_in(schemata))
    return problems(
        twice,
        ID,
        pl.col(ID),
        "a statement in one line; put the parts of entities together first",
        rejected=True,
    )
