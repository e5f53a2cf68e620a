"""Fact sheets: the claims of a document as a person writes them down, in YAML.

The shape is the JSON Schema of `sources.schema`; what a shape cannot say (a figure that lacks its
value, a date that is none, an anchor outside its span) is checked here. All problems of a sheet
are told at once, each with line and column.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ABCMapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from ontology import PREDICATES, QUALIFIERS
from ontology.terms import PROPERTIES
from sources.claim import ANCHOR_WORDS, Claim, Entity, Evidence, Literal, Mention, Span, Thing
from sources.edtf import read_date
from sources.errors import Position, SheetError, SourceError, did_you_mean, raise_all
from sources.quantity import Quantity, StatedFigure, read_quantity
from sources.schema import PATH, SIX_WORDS, sheet_schema
from sources.yaml_file import Step, Value, YamlFile, read_yaml

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
    raise_all(list(_shape_problems(file)))
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

    def _problem(self, path: tuple[Step, ...], message: str) -> None:
        self.problems.append(SheetError(self.file.at(*path), message))

    def _entity(self, row: Mapping, path: tuple[Step, ...]) -> Entity:
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
        )

    def _mention(self, row: Mapping, path: tuple[Step, ...]) -> Mention:
        return Mention(
            document=self.document,
            entity=str(row["entity"]),
            text=str(row["text"]),
            occurrences=_integer(row["occurrences"]),
            first_at=_integer(row["first_at"]),
            position=self.file.at(*path, "entity"),
        )

    def _claim(self, row: Mapping, path: tuple[Step, ...]) -> Claim:
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
        )

    def _evidence(self, row: Mapping, path: tuple[Step, ...]) -> Evidence:
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

    def _quantity(self, row: Mapping, path: tuple[Step, ...]) -> Quantity | None:
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

    def _values(self, name: str, value: Value, path: tuple[Step, ...]) -> tuple[Thing | Literal, ...]:
        term = QUALIFIERS.get(name) or PROPERTIES.get(name)
        kind = PREDICATES[name].range if term is None else term.range
        items = value if isinstance(value, list) else [value]
        if term is not None and "EDTF" in term.comment:
            return tuple(self._date(str(item), path) for item in items)
        return tuple(self._value(item, kind, path) for item in items)

    def _value(self, item: Value, kind: str, path: tuple[Step, ...]) -> Thing | Literal:
        if isinstance(item, bool | int | Decimal):
            return item
        text = str(item)
        if kind == "rdfs:Resource":
            return Thing(text) if _looks_like_path(text) else text
        if kind in LITERAL_RANGES:
            return text
        if not _looks_like_path(text):
            self._problem(path, f"{path[-1]}: {text!r} is not a path like person/cari-tuna; wanted a {kind}")
        return Thing(text)

    def _date(self, text: str, path: tuple[Step, ...]) -> str:
        try:
            read_date(text)
        except ValueError as error:
            self._problem(path, f"{path[-1]}: {error}")
        return text


def _looks_like_path(text: str) -> bool:
    return re.match(PATH, text) is not None


@cache
def _validator() -> Validator:
    """The schema's validator, to which a Decimal is a number."""
    checker = Draft202012Validator.TYPE_CHECKER.redefine(
        "number", lambda _, value: isinstance(value, int | Decimal) and not isinstance(value, bool)
    )
    kind: type[Validator] = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    return kind(sheet_schema())


def _shape_problems(file: YamlFile) -> Iterator[SourceError]:
    for error in _validator().iter_errors(file.value):  # type: ignore[arg-type]  # Decimal is a number here
        yield SheetError(_place(file, error), _message(error))


def _place(file: YamlFile, error: ValidationError) -> Position:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        return file.at(*path, _unknown_key(error))
    return file.at(*path)


def _message(error: ValidationError) -> str:
    """What was there and what was wanted, one wording for each keyword of the schema."""
    field = str(error.absolute_path[-1]) if error.absolute_path else "sheet"
    wordings = {
        "additionalProperties": _unknown,
        "required": _missing,
        "enum": _not_known,
        "oneOf": _not_one_of,
        "pattern": _not_like,
        "type": _not_a,
    }
    wording = wordings.get(str(error.validator))
    return f"{field}: {error.message}" if wording is None else wording(error, field)


def _unknown(error: ValidationError, _: str) -> str:
    key = _unknown_key(error)
    return f"{key!r} is not a key here{did_you_mean(key, _known_keys(error))}"


def _missing(error: ValidationError, field: str) -> str:
    missing = [name for name in _strings(error.validator_value) if name not in _strings(error.instance)]
    return f"{', '.join(missing)} missing{_of(field)}"


def _not_known(error: ValidationError, field: str) -> str:
    known = _strings(error.validator_value)
    hint = did_you_mean(str(error.instance), known) or _choices(known)
    return f"{field}: {error.instance!r} is not known{hint}"


def _not_one_of(_: ValidationError, __: str) -> str:
    return "wanted one of object (an entity) and value (words), and not both"


def _not_like(error: ValidationError, field: str) -> str:
    if error.validator_value == PATH:
        return f"{field}: {error.instance!r} is not a path like person/cari-tuna"
    if error.validator_value == SIX_WORDS:
        return f"{field}: {error.instance!r} has more than {ANCHOR_WORDS} words"
    return f"{field}: {error.message}"


def _not_a(error: ValidationError, field: str) -> str:
    words = {"array": "a list", "object": "a mapping", "integer": "a whole number", "string": "text"}
    kinds = (
        [error.validator_value] if isinstance(error.validator_value, str) else _strings(error.validator_value)
    )
    wanted = " or ".join(words.get(str(kind), f"a {kind}") for kind in kinds)
    return f"{field}: {error.instance!r} is not {wanted}"


def _strings(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, Iterable) else []


def _known_keys(error: ValidationError) -> list[str]:
    schema = error.schema
    return _strings(schema["properties"]) if isinstance(schema, ABCMapping) else []


def _unknown_key(error: ValidationError) -> str:
    known = _known_keys(error)
    return next(key for key in _strings(error.instance) if key not in known)


def _of(field: str) -> str:
    return "" if field == "sheet" or field.isdigit() else f" in {field}"


def _choices(known: list[str]) -> str:
    return "; wanted one of " + ", ".join(known) if len(known) <= 25 else ""  # noqa: PLR2004 - a list one can read


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
