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
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import NAMESPACE, PREFIXES

XSD = PREFIXES["xsd"]
NUMBERS = ("decimal", "integer")
DATATYPES = {name: XSD + name for name in ("decimal", "integer", "boolean", "date")}
KINDS_OF = {datatype: kind for kind, datatype in DATATYPES.items()}
LETTERS = {
    "iri": "i",
    "text": "s",
    "label": "len|",
    "decimal": "d",
    "integer": "n",
    "boolean": "b",
    "date": "y",
}
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
    """

    kind: str
    nullable: bool = False
    scale: int = 0
    starts: tuple[str, ...] = ()

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


def plain_decimal(sql: str, shape: Shape) -> str:
    """A decimal number as text, without needless zeros."""
    text = f"CAST({sql} AS VARCHAR)"
    return f"rtrim(rtrim({text}, '0'), '.')" if shape.scale else text


def as_text(value: Value, things: str) -> str:
    """What STR gives of a value, as SQL."""
    match value.kind:
        case "id":
            return f"({quoted(things)} || {value.sql})"
        case "code":
            return f"({quoted(NAMESPACE)} || {value.sql})"
        case "iri" | "text" | "label":
            return value.sql
        case "decimal":
            return plain_decimal(value.sql, value.shape)
        case "integer" | "boolean" | "date":
            return f"CAST({value.sql} AS VARCHAR)"
        case "nothing":
            return "CAST(NULL AS VARCHAR)"
    raise NotTranslatedError("text of values of several kinds")


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
        return Shape(kinds.pop(), nullable, scale, starts)
    return Shape("iri" if kinds <= set(IRIS) else "term", nullable)


def constant(term: Term, things: str) -> Value:
    """A term of a query in SQL.

    Raises:
        NotTranslatedError: It is of a kind that columns have none of.
    """
    if isinstance(term, NamedNode):
        return _iri(term.value, things)
    if not isinstance(term, Literal):
        raise NotTranslatedError("a blank node or a statement as a value")
    kind = KINDS_OF.get(term.datatype.value, "")
    if term.language is None and term.datatype.value == XSD + "string":
        return Value(quoted(term.value), Shape("text"))
    if term.language == "en":
        return Value(quoted(term.value), Shape("label"))
    return _typed(term, kind)


def _iri(iri: str, things: str) -> Value:
    if iri.startswith(things):
        path = iri.removeprefix(things)
        return Value(quoted(path), Shape("id", starts=(path.partition("/")[0],)))
    if iri.startswith(NAMESPACE):
        return Value(quoted(iri.removeprefix(NAMESPACE)), Shape("code"))
    return Value(quoted(iri), Shape("iri"))


def _typed(term: Literal, kind: str) -> Value:
    text = term.value
    if kind == "boolean" and text in ("true", "false"):
        return Value(text.upper(), Shape(kind))
    if kind == "integer" and _whole(text):
        return Value(f"CAST({int(text)} AS BIGINT)", Shape(kind))
    if kind == "date" and len(text) == len("2000-01-01") and text[0] != "-":
        return Value(f"DATE {quoted(text)}", Shape(kind))
    if kind == "decimal" and _whole(text.replace(".", "", 1)):
        whole, _, part = text.partition(".")
        part = part.rstrip("0")
        shape = Shape(kind, scale=len(part))
        return Value(f"CAST({quoted(f'{whole or 0}.{part or 0}')} AS DECIMAL(38, {len(part)}))", shape)
    raise NotTranslatedError(f"the value {term}")


def _whole(text: str) -> bool:
    """Whether text is a whole number that SQL holds."""
    digits = text.removeprefix("-").removeprefix("+")
    return digits.isascii() and digits.isdigit() and len(digits) <= LONGEST


def read_term(value: object, kind: str, things: str) -> Term | None:
    """The term of a value that SQL gives."""
    if value is None:
        return None
    text = _digits(value) if isinstance(value, Decimal) else str(value)
    if kind in IRIS:
        start = {"id": things, "code": NAMESPACE, "iri": ""}[kind]
        return NamedNode(start + text)
    if kind == "term":
        return _read_any(text)
    if kind in ("text", "label"):
        return Literal(text, language="en" if kind == "label" else None)
    return Literal(text.lower() if kind == "boolean" else text, datatype=NamedNode(DATATYPES[kind]))


def _digits(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def any_term(term: Term) -> str:
    """A term as the text of kind `term`."""
    if isinstance(term, NamedNode):
        return f"i{term.value}"
    if isinstance(term, BlankNode):
        return f"_{term.value}"
    if isinstance(term, Triple):
        raise NotTranslatedError("a statement as a value")
    if term.language is not None:
        return f"l{term.language}|{term.value}"
    if term.datatype.value == XSD + "string":
        return f"s{term.value}"
    kind = KINDS_OF.get(term.datatype.value)
    return f"{LETTERS[kind]}{term.value}" if kind else f"o{term.datatype.value}|{term.value}"


def _read_any(text: str) -> Term:
    letter, rest = text[0], text[1:]
    if letter in "io_l":
        head, _, tail = rest.partition("|")
        match letter:
            case "i":
                return NamedNode(rest)
            case "_":
                return BlankNode(rest)
            case "l":
                return Literal(tail, language=head)
        return Literal(tail, datatype=NamedNode(head))
    if letter == "s":
        return Literal(rest)
    kind = next(kind for kind, known in LETTERS.items() if known == letter)
    return Literal(rest, datatype=NamedNode(DATATYPES[kind]))
