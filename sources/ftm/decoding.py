"""Lines of JSON as columns: id, schema, and a list of texts for each property.

Polars reads the lines of a batch at once. When it cannot, each line of the batch is looked at, so that
the one that is no entity is told and the others are read.
"""

import json

import polars as pl
from polars.exceptions import PolarsError

from sources.ftm.lines import ENTITY
from sources.tables.layouts.rows import ID, LINE, PROBLEM

SCHEMA, PROPERTIES, BESIDE = "schema", "properties", "beside:"
"""Columns of a batch: properties have `properties.` before their names, other keys `beside:`."""
PROPERTY = f"{PROPERTIES}."
WANTED = 'an entity: {"id": TEXT, "schema": TEXT, "properties": {NAME: [TEXT, ...]}}'
NOTHING = pl.DataFrame(schema={LINE: pl.UInt32, ID: pl.String, SCHEMA: pl.String})
Decoded = tuple[pl.DataFrame, pl.DataFrame]


def decode(lines: pl.DataFrame) -> Decoded:
    """The entities that lines hold, and lines that hold none as problems.

    Args:
        lines: Columns `line` and `entity`.
    """
    keys = _keys(lines)
    if keys is not None:
        return _told(lines, keys)
    plain = pl.Series(ENTITY, [_plain(text) for text in lines[ENTITY]], dtype=pl.String)
    good = lines.with_columns(plain).drop_nulls()
    keys = _keys(good)
    frame, problems = (NOTHING, pl.DataFrame(schema=PROBLEM)) if keys is None else _told(good, keys)
    return frame, pl.concat([_no_entities(lines.filter(plain.is_null())), problems])


def _keys(lines: pl.DataFrame) -> pl.DataFrame | None:
    """The keys of entities as columns; None when a line is none, or a property has a structure in it."""
    if lines.height == 0:
        return None
    try:
        keys = lines[ENTITY].str.json_decode(infer_schema_length=None).struct.unnest()
    except PolarsError:
        return None
    return keys if _is_plain(keys.schema.get(PROPERTIES, pl.Null())) else None


def _is_plain(properties: pl.DataType) -> bool:
    """Whether properties stand once each, and hold no structures."""
    fields = properties.fields if isinstance(properties, pl.Struct) else []
    kinds = [field.dtype.inner if isinstance(field.dtype, pl.List) else field.dtype for field in fields]
    names = {field.name for field in fields}
    return len(names) == len(fields) and not any(kind.is_nested() for kind in kinds)


def _told(lines: pl.DataFrame, keys: pl.DataFrame) -> Decoded:
    """The entities whose id, schema and properties are there, and the lines of others."""
    told = {name: _text(keys, name) for name in (ID, SCHEMA)}
    is_entity = told[ID].is_not_null() & told[SCHEMA].is_not_null()
    properties = pl.DataFrame()
    if isinstance(keys.schema.get(PROPERTIES), pl.Struct):
        is_entity &= keys[PROPERTIES].is_not_null()
        properties = keys[PROPERTIES].struct.unnest()
    else:
        is_entity &= pl.Series([False]).new_from_index(0, keys.height)
    columns = [lines[LINE], told[ID], told[SCHEMA], *map(_texts, properties)]
    beside = [column for column in keys if _is_beside(column.name)]
    columns += [column.is_not_null().alias(f"{BESIDE}{column.name}") for column in beside]
    return pl.DataFrame(columns).filter(is_entity), _no_entities(lines.filter(~is_entity))


def _text(keys: pl.DataFrame, name: str) -> pl.Series:
    """The text of a key, null where there is none."""
    if name not in keys.columns or keys[name].dtype.is_nested():
        return pl.Series(name, [None], pl.String).new_from_index(0, keys.height)
    text = keys[name].cast(pl.String).str.strip_chars()
    return text.set(text == "", None)


def _texts(column: pl.Series) -> pl.Series:
    """The values of a property as lists of texts, null where there is none."""
    listed = column if isinstance(column.dtype, pl.List) else column.reshape((-1, 1)).arr.to_list()
    text = pl.element().str.strip_chars()
    texts = listed.cast(pl.List(pl.String)).list.eval(text.filter(text != ""))
    return texts.set(texts.list.len() == 0, None).alias(f"{PROPERTY}{column.name}")


def _is_beside(name: str) -> bool:
    return name not in (ID, SCHEMA, PROPERTIES)


def _plain(text: str) -> str | None:
    """A line with nothing that stands differently in others, None when it holds no entity."""
    try:
        entity = json.loads(text, object_pairs_hook=_each_once)
    except ValueError:
        return None
    if not isinstance(entity, dict) or not isinstance(entity.get(PROPERTIES), dict):
        return None
    values = {name: _scalars(value) for name, value in entity[PROPERTIES].items()}
    if None in values.values() or not all(isinstance(entity.get(name), str) for name in (ID, SCHEMA)):
        return None
    beside = {name: True for name in entity if _is_beside(name)}
    return json.dumps({**beside, ID: entity[ID], SCHEMA: entity[SCHEMA], PROPERTIES: values})


def _scalars(value: object) -> list[str] | None:
    """The texts of a value, None when it holds a structure."""
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, list | dict) for one in values):
        return None
    return [one if isinstance(one, str) else json.dumps(one) for one in values if one is not None]


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The keys of an object.

    Raises:
        ValueError: One stands twice.
    """
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _no_entities(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.select(
        LINE,
        pl.lit("").alias("column"),
        pl.col(ENTITY).str.slice(0, 200).alias("found"),
        pl.lit(WANTED).alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )
