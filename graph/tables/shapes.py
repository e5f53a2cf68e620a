"""The tables of rows as the shapes in `ontology/tables.ttl` say them, and the module generated from them."""

from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files

from rdflib import RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graph.vocabulary import quoted, shortened
from ontology.model import ColumnTerm, TableTerm

SHAPE = Namespace("https://w3id.org/moneytrail/shapes#")
KINDS = {"xsd:decimal": "decimal", "xsd:integer": "integer", "xsd:boolean": "boolean", "xsd:date": "date"}
HEADER = '''"""The tables of rows as constants.

Generated from ontology/tables.ttl by `make generate`; edit the Turtle, not this file.
"""

from ontology.model import ColumnTerm, TableTerm

TABLES: dict[str, TableTerm] = {
'''


def read_tables() -> dict[str, TableTerm]:
    """Every table by name, in alphabetical order."""
    shapes = Graph().parse(data=files("ontology").joinpath("tables.ttl").read_text("utf-8"), format="turtle")
    names = {str(name): shape for shape, name in shapes.subject_objects(SHAPE.tableName)}
    return {name: _table(shapes, names[name]) for name in sorted(names)}


def tables_module() -> str:
    """The text of `ontology/tables.py`."""
    lines = [f"    {quoted(name)}: {_table_call(table)}," for name, table in read_tables().items()]
    return HEADER + "\n".join([*lines, "}", ""])


def _table_call(table: TableTerm) -> str:
    columns = ", ".join(f"{quoted(name)}: {_column_call(column)}" for name, column in table.columns.items())
    return f"TableTerm({quoted(table.cls)}, keeps_rows={table.keeps_rows}, columns={{{columns}}})"


def _column_call(column: ColumnTerm) -> str:
    """What makes the column, without what is as usual."""
    usual = ColumnTerm(column.property, column.kind)
    names = [field.name for field in fields(column)[2:]]
    unusual = [name for name in names if getattr(column, name) != getattr(usual, name)]
    more = "".join(f", {name}={getattr(column, name)!r}" for name in unusual)
    return f"ColumnTerm({quoted(column.property)}, {quoted(column.kind)}{more})"


def _table(shapes: Graph, shape: Node) -> TableTerm:
    parts = sorted(shapes.objects(shape, SH.property), key=str)
    required = {shapes.value(part, SH.path) for part in parts if shapes.value(part, SH.minCount) is not None}
    columns = dict(_columns(shapes, parts, required))
    cls = shortened(_one(shapes, shape, SH["class"]))
    return TableTerm(cls, str(_one(shapes, shape, SHAPE.keepsRows)) == "true", columns)


def _columns(
    shapes: Graph, parts: list[Node], required: set[Node | None]
) -> Iterator[tuple[str, ColumnTerm]]:
    for part in parts:
        if shapes.value(part, SH.minCount) is not None:
            continue
        path = _one(shapes, part, SH.path)
        yield shortened(path).rpartition(":")[2], _column(shapes, part, path, required=path in required)


def _column(shapes: Graph, part: Node, path: Node, *, required: bool) -> ColumnTerm:
    datatype, target = shapes.value(part, SH.datatype), shapes.value(part, SH["class"])
    pattern, minimum = shapes.value(part, SH.pattern), shapes.value(part, SH.minInclusive)
    shortest = shapes.value(part, SH.minLength)
    return ColumnTerm(
        property=shortened(path),
        kind=_kind(shapes, part, datatype),
        target="" if target is None else shortened(target),
        required=required,
        pattern="" if pattern is None else str(pattern),
        minimum=None if minimum is None else int(str(minimum)),
        shortest=0 if shortest is None else int(str(shortest)),
        many=shapes.value(part, SH.maxCount) is None and shapes.value(part, SHAPE.onePerDataset) is None,
    )


def _kind(shapes: Graph, part: Node, datatype: Node | None) -> str:
    if datatype is not None:
        return KINDS.get(shortened(datatype), "text")
    if shapes.value(part, SH.languageIn) is not None:
        return "label"
    return "code" if (part, RDF.type, SHAPE.CodeColumn) in shapes else "id"


def _one(shapes: Graph, shape: Node, prop: URIRef) -> Literal | URIRef:
    value = shapes.value(shape, prop, any=False)
    if not isinstance(value, Literal | URIRef):
        raise ValueError(f"{shape} has no {shortened(prop)}")  # noqa: TRY004 - the shapes are at fault
    return value
