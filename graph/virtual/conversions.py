"""Values in SQL as text, as values of a wider kind, and as one term or two."""

from graph.virtual.terms import IRIS, Shape, Value, common, quoted, sql_type
from ontology import NAMESPACE

LETTERS = {
    "iri": "i",
    "text": "s",
    "label": "len|",
    "decimal": "d",
    "integer": "n",
    "boolean": "b",
    "date": "y",
}
"""What values of kind `term` start with, by the kind they have."""


def plain_decimal(sql: str, shape: Shape) -> str:
    """A decimal number as text, without needless zeros."""
    text = f"CAST({sql} AS VARCHAR)"
    return f"rtrim(rtrim({text}, '0'), '.')" if shape.scale else text


def as_text(value: Value, things: str) -> str:
    """What STR gives of a value, as SQL."""
    starts = {"id": things, "code": NAMESPACE}
    if value.kind in starts:
        return f"({quoted(starts[value.kind])} || {value.sql})"
    if value.kind in ("iri", "text", "label"):
        return value.sql
    if value.kind == "decimal":
        return plain_decimal(value.sql, value.shape)
    return _text_of_any(value.sql) if value.kind == "term" else f"CAST({value.sql} AS VARCHAR)"


def _text_of_any(sql: str) -> str:
    """What STR gives of a value of any kind: what stands behind its letter, and its language or datatype."""
    behind = f"substr({sql}, strpos({sql}, '|') + 1)"
    cases = f"WHEN '_' THEN NULL WHEN 'l' THEN {behind} WHEN 'o' THEN {behind}"
    return f"(CASE left({sql}, 1) {cases} ELSE substr({sql}, 2) END)"


def as_kind(value: Value, shape: Shape, things: str) -> str:
    """A value as one of a wider shape, as SQL."""
    kind = shape.kind
    if value.kind == "nothing":
        return f"CAST(NULL AS {sql_type(shape)})"
    if value.kind == kind:
        is_wider = kind == "decimal" and value.shape.scale != shape.scale
        return f"CAST({value.sql} AS {sql_type(shape)})" if is_wider else value.sql
    if kind == "iri":
        return as_text(value, things)
    letter = LETTERS["iri" if value.kind in IRIS else value.kind]
    return f"({quoted(letter)} || {as_text(value, things)})"


def same(one: Value, other: Value, things: str) -> str:
    """That two values are one term; a path is not made longer to be compared with an IRI."""
    if one.kind == other.kind:
        return f"{one.sql} = {other.sql}"
    for path, iri in ((one, other), (other, one)):
        if path.kind == "id" and iri.kind == "iri":
            cut = f"substr({iri.sql}, {len(things) + 1})"
            return f"{path.sql} = CASE WHEN starts_with({iri.sql}, {quoted(things)}) THEN {cut} END"
    shape = common([one.shape, other.shape])
    return f"{as_kind(one, shape, things)} = {as_kind(other, shape, things)}"
