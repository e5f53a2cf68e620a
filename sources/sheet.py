"""Fact sheets: the claims of a document as a person writes them down, in YAML.

The shape is the JSON Schema of `sources.schema`; what a shape cannot say (a figure that lacks its
value, a date that is none, an anchor outside its span) is checked here. All problems of a sheet
are told at once, each with line and column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ontology import CODES, PREDICATES, QUALIFIERS
from ontology.terms import PROPERTIES
from sources.claim import Claim, Entity, Evidence, Literal, Mention, Places, Span, Thing
from sources.edtf import read_date
from sources.errors import SheetError, SourceError, raise_all
from sources.quantity import Quantity, StatedFigure, read_quantity
from sources.schema import PATH
from sources.shape import shape_problems
from sources.yaml_file import Steps, Value, YamlFile, read_yaml

Mapping = dict[str, Value]
LITERAL_RANGES = ("xsd:string", "xsd:boolean", "xsd:integer", "xsd:date")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one file of a source says; `document` is "" in a registry."""

    file: str
    document: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def read_sheet(path: Path) -> Sheet:
    """The entities, mentions and claims of a fact sheet.

    Raises:
        MissingSourceError: The file is not there.
        SheetError: Something in it is not what the format asks for (SourceProblems for several).
    """
    return interpret(read_yaml(path))


def interpret(file: YamlFile) -> Sheet:
    """The sheet in a YAML file; raises as `read_sheet`."""
    raise_all(list(shape_problems(file)))
    reader = _Reader(file)
    sheet = reader.sheet()
    raise_all(reader.problems)
    return sheet


class _Reader:
    """Reads the parts of one sheet and collects what is wrong with them."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.problems: list[SourceError] = []
        self.top = _mapping(file.value)
        self.document = str(self.top.get("document", ""))

    def sheet(self) -> Sheet:
        entities = tuple(self._entity(row, ("entities", i)) for i, row in self._rows("entities"))
        mentions = tuple(self._mention(row, ("mentions", i)) for i, row in self._rows("mentions"))
        claims = tuple(self._claim(row, ("claims", i)) for i, row in self._rows("claims"))
        if self.document == "" and (mentions or claims):
            self._problem(("claims",), "claims and mentions need a document; add `document:` with its id")
        return Sheet(self.file.file, self.document, entities, mentions, claims)

    def _rows(self, name: str) -> Iterator[tuple[int, Mapping]]:
        rows = self.top.get(name)
        return ((number, _mapping(row)) for number, row in enumerate(rows if isinstance(rows, list) else []))

    def _problem(self, path: Steps, message: str) -> None:
        self.problems.append(SheetError(self.file.at(*path), message))

    def _entity(self, row: Mapping, path: Steps) -> Entity:
        links = _mapping(row.get("links"))
        outside = row.get("outside")
        return Entity(
            path=str(row["id"]),
            kind=str(row["type"]),
            label=str(row["label"]),
            position=self.file.at(*path, "id"),
            named=row.get("named", True) is True,
            links=tuple(
                (name, self._values(name, value, (*path, "links", name))) for name, value in links.items()
            ),
            disambiguation=str(row.get("disambiguation", "")),
            outside=tuple(str(item) for item in outside) if isinstance(outside, list) else (),
            places=self._places(links, (*path, "links"), ""),
        )

    def _mention(self, row: Mapping, path: Steps) -> Mention:
        return Mention(
            document=self.document,
            entity=str(row["entity"]),
            text=str(row["text"]),
            occurrences=_integer(row["occurrences"]),
            first_at=_integer(row["first_at"]),
            position=self.file.at(*path, "entity"),
        )

    def _claim(self, row: Mapping, path: Steps) -> Claim:
        qualifiers = _mapping(row.get("qualifiers"))
        return Claim(
            key=str(row["id"]),
            document=self.document,
            evidence=self._evidence(row, path),
            kind=str(row["kind"]),
            subject=str(row["subject"]),
            predicate=str(row["predicate"]),
            object=Thing(str(row["object"])) if "object" in row else str(row["value"]),
            gloss=str(row["gloss"]),
            position=self.file.at(*path, "id"),
            positive=row.get("polarity", "positive") == "positive",
            modality=_texts(row.get("modality"), ("asserted",)),
            implicature=row.get("implicature") is True,
            attributed_to=_texts(row.get("by"), ()),
            quantity=self._quantity(row, path),
            qualifiers=tuple(
                (name, self._values(name, value, (*path, "qualifiers", name)))
                for name, value in qualifiers.items()
            ),
            fact=str(row.get("fact", "")),
            note=str(row.get("note", "")),
            resolution=str(row.get("resolution", "")),
            places=(
                *self._places(row, path, ""),
                *self._places(qualifiers, (*path, "qualifiers"), "qualifiers."),
            ),
        )

    def _places(self, row: Mapping, path: Steps, prefix: str) -> Places:
        return tuple((f"{prefix}{name}", self.file.at(*path, name)) for name in row)

    def _evidence(self, row: Mapping, path: Steps) -> Evidence:
        ends = row["span"]
        start, end = (_integer(item) for item in ends) if isinstance(ends, list) else (0, 0)
        anchor, anchor_at = str(row["anchor"]), _integer(row["anchor_at"])
        if start >= end:
            self._problem(
                (*path, "span"), f"span: [{start}, {end}] is empty; the end is the code point after the last"
            )
        elif not (start <= anchor_at and anchor_at + len(anchor) <= end):
            self._problem(
                (*path, "anchor_at"),
                f"anchor_at: {anchor!r} at {anchor_at} does not lie within the span [{start}, {end}]",
            )
        return Evidence(_integer(row["paragraph"]), Span(start, end), anchor, anchor_at)

    def _quantity(self, row: Mapping, path: Steps) -> Quantity | None:
        if "quantity" not in row:
            return None
        part = _mapping(row["quantity"])
        ends = part.get("range")
        stated = StatedFigure(
            precision=str(part["precision"]),
            unit=str(part["unit"]),
            as_written=str(part["as_written"]),
            value=_decimal(part.get("value")),
            of=_decimal(part.get("of")),
            above=_decimal(part.get("above")),
            span=_pair(ends) if isinstance(ends, list) else None,
        )
        try:
            return read_quantity(stated)
        except ValueError as error:
            self._problem((*path, "quantity"), f"quantity: {error}")
            return None

    def _values(self, name: str, value: Value, path: Steps) -> tuple[Thing | Literal, ...]:
        term = QUALIFIERS.get(name) or PROPERTIES.get(name)
        kind = PREDICATES[name].range if term is None else term.range
        items = value if isinstance(value, list) else [value]
        if term is not None and "EDTF" in term.comment:
            return tuple(self._date(str(item), path) for item in items)
        return tuple(self._value(item, kind, path) for item in items)

    def _value(self, item: Value, kind: str, path: Steps) -> Thing | Literal:
        if isinstance(item, bool | int | Decimal):
            return item
        text = str(item)
        if kind == "rdfs:Resource":
            return Thing(text) if _looks_like_path(text) else text
        if kind in CODES:
            return self._code(text, kind, path)
        if kind in LITERAL_RANGES:
            return text
        if not _looks_like_path(text):
            self._problem(path, f"{path[-1]}: {text!r} is not a path like person/cari-tuna; wanted a {kind}")
        return Thing(text)

    def _code(self, text: str, kind: str, path: Steps) -> str:
        names = [code.name for code in CODES[kind]]
        if text not in names:
            self._problem(path, f"{path[-1]}: {text!r} is not one of {', '.join(names)}")
        return text

    def _date(self, text: str, path: Steps) -> str:
        try:
            read_date(text)
        except ValueError as error:
            self._problem(path, f"{path[-1]}: {error}")
        return text


def _looks_like_path(text: str) -> bool:
    return re.fullmatch(PATH, text) is not None


def _mapping(value: Value) -> Mapping:
    return value if isinstance(value, dict) else {}


def _texts(value: Value, default: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else default


def _integer(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} passed the schema as a whole number and is none")
    return value


def _decimal(value: Value) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _pair(values: list[Value]) -> tuple[Decimal, Decimal]:
    low, high = (_decimal(item) for item in values)
    if low is None or high is None:
        raise TypeError(f"{values!r} passed the schema as two numbers and is none")
    return low, high
