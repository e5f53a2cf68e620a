"""The JSON Schema of mapping files, made from the tables of the ontology.

`sources/mapping.schema.json` is its text; an editor that knows it completes and checks a mapping.
"""

import json

from ontology import CLASSES, CODES, TABLES, ColumnTerm
from sources.mapping.readers import EXTRAS, NAMED, OF_KIND, READERS, columns_of, readers_of
from sources.schema import Schema

TEXT: Schema = {"type": "string", "minLength": 1}
SCALARS = ["string", "integer", "number", "boolean", "null"]
SCALAR: Schema = {"type": SCALARS}


def mapping_schema() -> Schema:
    """The schema of a mapping file (JSON Schema, draft 2020-12), table by table."""
    rule: Schema = {
        "description": "A row of a table that records make.",
        "type": "object",
        "properties": {"table": _table()},
        "required": ["table", "id"],
        "allOf": [_if_table(name) for name in sorted(TABLES)],
    }
    columns = [column for name in TABLES for column in columns_of(name).values()]
    kinds = {_kind(column): _value(readers_of(column), _codes(column)) for column in columns}
    values = {"named": _value(NAMED), "path": _value(OF_KIND["id"])}
    return _schema(rule, {**values, **dict(sorted(kinds.items()))})


def shape_schema() -> Schema:
    """The same as far as it does not depend on the table; the rest is checked with more words."""
    parts: dict[str, Schema] = {"table": _table(), "when": _named("when")}
    rule = _object("A row of a table that records make.", parts, required=("table", "id"))
    return _schema({**rule, "additionalProperties": _named("named")}, {"named": _value(tuple(READERS))})


def mapping_schema_text() -> str:
    """The text of `sources/mapping.schema.json`."""
    return json.dumps(mapping_schema(), indent=2, ensure_ascii=False) + "\n"


def _schema(rule: Schema, kinds: dict[str, Schema]) -> Schema:
    texts = "Texts that stand for nothing, for example N/A."
    filled = "Columns that are never blank; a record where one is blank is rejected."
    top = {
        "file": _file(),
        "blank": _list(TEXT, texts),
        "values": _each(_named("named"), "Values with a name, used like columns of the file."),
        "required": _list(TEXT, filled),
        "optional": _list(TEXT, "Columns a file may lack; they are blank then."),
        "ignored": _each(TEXT, "Columns that are not told, each with the reason."),
        "left_out": _list(_left_out(), "Records that are left out."),
        "tables": {**_list(rule, "The rows that records make."), "minItems": 1},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "moneytrail mapping",
        **_object(
            "How the records of a table become rows of the ontology's tables.", top, required=("tables",)
        ),
        "$defs": {"when": _conditions(), **kinds},
    }


def _file() -> Schema:
    parts = {
        "separator": "The character between fields; found out when left out.",
        "encoding": "The character encoding; found out when left out.",
        "sheet": "The one sheet of a workbook that is read; all of them when left out.",
    }
    quoted = "Whether quotation marks enclose fields; found out when left out."
    header = "Names of the columns, in order, when no line of the file has them."
    return _object(
        "How the files are written.",
        {name: {"description": words, **TEXT} for name, words in parts.items()}
        | {"quoted": {"description": quoted, "type": "boolean"}, "header": _list(TEXT, header)},
    )


def _left_out() -> Schema:
    parts: dict[str, Schema] = {
        "when": _named("when"),
        "reason": {"description": "Why, in words.", **TEXT},
    }
    return _object("Records that are left out, and why.", parts, required=("when", "reason"))


def _conditions() -> Schema:
    """What must stand in columns."""
    texts: Schema = {"type": [*SCALARS, "array"], "items": SCALAR}
    condition: Schema = {
        "type": [*SCALARS, "array", "object"],
        "items": SCALAR,
        "properties": {"not": texts},
        "required": ["not"],
        "additionalProperties": False,
    }
    return _each(
        condition, "What stands in columns: a text, one of a list, or `not` these; nothing is a blank."
    )


def _table() -> Schema:
    return {
        "description": "Name of the table.",
        "enum": sorted(TABLES),
        "enumDescriptions": [CLASSES[TABLES[name].cls].comment for name in sorted(TABLES)],
    }


def _if_table(name: str) -> Schema:
    """What holds for a row of one table."""
    columns = columns_of(name)
    parts: dict[str, Schema] = {"table": {}, "when": _named("when"), "id": _named("path")}
    parts |= {column: _named(_kind(term)) for column, term in columns.items()}
    needed = ["id", *(column for column, term in columns.items() if term.required)]
    then = {"properties": parts, "required": needed, "additionalProperties": False}
    return {"if": {"properties": {"table": {"const": name}}}, "then": then}


def _kind(column: ColumnTerm) -> str:
    """Name of the definition of a column's values."""
    if column.kind == "id":
        return "path"
    if column.kind == "code" and column.target:
        return column.target
    return f"{column.kind}-day" if "day" in readers_of(column) and column.kind == "text" else column.kind


def _codes(column: ColumnTerm) -> list[str]:
    return [code.name for code in CODES.get(column.target, ())] if column.kind == "code" else []


def _value(readers: tuple[str, ...], codes: list[str] | None = None) -> Schema:
    """A value made by one of some readers, or in short."""
    parts = {name: _reader(name, READERS[name], codes) for name in readers}
    for name in readers:
        parts |= {extra: _extra(extra, words, codes) for extra, words in EXTRAS.get(name, {}).items()}
    return {
        "description": "A column of the file, a template, or how the value is made.",
        "type": ["string", "object"],
        "minLength": 1,
        "properties": parts,
        "additionalProperties": False,
    }


def _reader(name: str, words: str, codes: list[str] | None) -> Schema:
    if name == "constant":
        return {"description": words, **({"enum": codes} if codes else SCALAR)}
    return {"description": words, **TEXT}


def _extra(name: str, words: str, codes: list[str] | None) -> Schema:
    if name == "codes":
        return _each({"enum": codes} if codes else TEXT, words)
    if name == "point":
        return {"description": words, "enum": [".", ","]}
    return {"description": words, **TEXT} if name in ("state", "pattern") else _list(SCALAR, words)


def _named(definition: str) -> Schema:
    return {"$ref": f"#/$defs/{definition}"}


def _object(description: str, properties: dict[str, Schema], *, required: tuple[str, ...] = ()) -> Schema:
    schema: Schema = {"description": description, "type": "object", "properties": properties}
    return {**schema, "required": list(required), "additionalProperties": False}


def _each(values: Schema, description: str) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": values}


def _list(items: Schema, description: str) -> Schema:
    return {"description": description, "type": "array", "items": items}
