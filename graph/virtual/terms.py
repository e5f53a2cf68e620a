"""Terms in SQL: the kind of each column says which terms its values are.

| kind | value in SQL | term |
|---|---|---|
| id | path | thing of this graph |
| code | local name | term of the ontology |
| iri | whole IRI | IRI |
| text | characters | string |
| label | characters | text in English |
| decimal, integer, boolean, date | as such | number, truth, day |
| term | a letter for the kind, then the value | any |
| nothing | NULL | none |
"""

from dataclasses import dataclass, replace

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import PREFIXES

XSD = PREFIXES["xsd"]
NUMBERS = ("decimal", "integer")
DATATYPES = {name: XSD + name for name in ("decimal", "integer", "boolean", "date")}
KINDS_OF = {datatype: kind for kind, datatype in DATATYPES.items()}
IRIS = ("id", "code", "iri")
LONGEST = 18
"""Digits after the point that the store keeps."""
Term = NamedNode | Literal | BlankNode | Triple


class NotTranslatedError(Exception):
    """A part of a query has no exact counterpart in SQL; the message says which."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which terms a column has.

    Attributes:
        kind: As above.
        nullable: Whether it may be unbound.
        scale: Digits after the point of a decimal.
        starts: First segments of the paths of an id, () for any.
        digits: Digits before the point that a number has at most, 0 for unknown.
    """

    kind: str
    nullable: bool = False
    scale: int = 0
    starts: tuple[str, ...] = ()
    digits: int = 0

    def or_nothing(self) -> "Shape":
        """The same, and it may be unbound."""
        return replace(self, nullable=True)


@dataclass(frozen=True, slots=True)
class Value:
    """An expression in SQL with its shape."""

    sql: str
    shape: Shape

    @property
    def kind(self) -> str:
        """The kind of its terms."""
        return self.shape.kind

    @property
    def is_constant(self) -> bool:
        """Whether it names no column, and so is the same for all solutions."""
        return '"' not in self.sql


NOTHING = Shape("nothing", nullable=True)


def quoted(text: str) -> str:
    """A string as SQL has it."""
    if "\0" in text:
        raise NotTranslatedError("a string with the character NUL")
    return "'" + text.replace("'", "''") + "'"


def name_of(variable: str) -> str:
    """A variable as the name of a column; SQL does not tell capitals from small letters."""
    return '"' + "".join(f"^{char.lower()}" if char.isupper() else char for char in variable) + '"'


def sql_type(shape: Shape) -> str:
    """The type of a column in SQL."""
    plain = {"integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}
    return f"DECIMAL(38, {shape.scale})" if shape.kind == "decimal" else plain.get(shape.kind, "VARCHAR")


def common(shapes: list[Shape]) -> Shape:
    """The narrowest shape that all values fit in."""
    nullable = any(shape.nullable for shape in shapes)
    told = [shape for shape in shapes if shape.kind != "nothing"]
    if not told:
        return NOTHING
    kinds = {shape.kind for shape in told}
    scale = max(shape.scale for shape in told)
    if len(kinds) == 1:
        anything = any(not shape.starts for shape in told)
        starts = () if anything else tuple(sorted({start for shape in told for start in shape.starts}))
        digits = 0 if any(shape.digits == 0 for shape in told) else max(shape.digits for shape in told)
        return Shape(kinds.pop(), nullable, scale, starts, digits)
    return Shape("iri" if kinds <= set(IRIS) else "term", nullable)
