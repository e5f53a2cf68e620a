"""The metadata of a source: its `source.toml`, read to the last field."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sources.claim import Span
from sources.edtf import read_date
from sources.errors import MissingSourceError, Position, SheetError, did_you_mean

FILE = "source.toml"
KINDS = ("article", "registry")
HEXADECIMAL = 16
DIGEST_LENGTH = 64
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, which the project does not carry.

    Attributes:
        file: Name of the file.
        sha256: Digest of its bytes, hexadecimal.
        characters: Length in code points, decoded as UTF-8 with line ends unchanged.
        bytes: Length in bytes.
        paragraphs: Span of each block, without surrounding white space.
    """

    file: str
    sha256: str
    characters: int
    bytes: int
    paragraphs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DefaultSpeaker:
    """An outlet or author all claims of a document go back to; `inferred` when it does not say so."""

    agent: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class RelatedDocuments:
    """How other documents stand to this one; versions of the `same_report` are one witness."""

    documents: tuple[str, ...]
    same_report: bool
    relation: str
    evidence: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source as its folder describes it.

    Attributes:
        id: Id of the source; a document's claims name it.
        kind: "article" or "registry".
        publisher: Publisher, with how that is known.
        licence: What may be done with what the folder holds.
        date: EDTF date of publication, "" for a registry.
        origin: Name of the reporting it goes back to, "" for none.
        text: The text, None for a registry.
        folder: Where the source stands.
    """

    id: str
    kind: str
    title: str
    publisher: str
    licence: str
    folder: Path
    date: str = ""
    date_best: str = ""
    date_basis: str = ""
    authors: tuple[str, ...] = ()
    authors_basis: str = ""
    title_given: str = ""
    title_basis: str = ""
    structure: str = ""
    origin: str = ""
    url: str = ""
    text: Text | None = None
    speakers: tuple[DefaultSpeaker, ...] = ()
    related: tuple[RelatedDocuments, ...] = ()
    outside: tuple[str, ...] = ()


class Table:
    """A table of a TOML file that is used up field by field; `close` refuses what is left."""

    def __init__(self, values: dict[str, object], name: str, file: str) -> None:
        self._values = dict(values)
        self._name = name
        self._file = file
        self._known: list[str] = []

    def take(self, field: str, read: Callable[[object], T], wanted: str, default: T | None = None) -> T:
        """The value of a field.

        Raises:
            SheetError: It is not there and has no default, or is not what is wanted.
        """
        self._known.append(field)
        if field not in self._values:
            if default is None:
                raise SheetError(Position(self._file), f"{self._label(field)} is missing; wanted {wanted}")
            return default
        value = self._values.pop(field)
        try:
            return read(value)
        except (TypeError, ValueError) as error:
            raise SheetError(
                Position(self._file), f"{self._label(field)}: {value!r} is not {wanted}"
            ) from error

    def text(self, field: str, wanted: str, default: str | None = None) -> str:
        """The text of a field."""
        return self.take(field, _text, wanted, default)

    def tables(self, field: str) -> list["Table"]:
        """The tables of an array of tables, none when it is not there."""
        empty: list[dict[str, object]] = []
        values = self.take(field, _tables, "an array of tables", empty)
        return [Table(value, f"{field}[{number}]", self._file) for number, value in enumerate(values)]

    def close(self) -> None:
        """Refuse fields nobody took."""
        for field in self._values:
            hint = did_you_mean(field, self._known)
            raise SheetError(
                Position(self._file), f"{self._label(field)} is not a field of source.toml{hint}"
            )

    def _label(self, field: str) -> str:
        return f"{self._name}.{field}" if self._name else field


def read_document(folder: Path) -> Document:
    """The metadata of the source in a folder.

    Raises:
        MissingSourceError: There is no source.toml.
        SheetError: It is not TOML, or a field is missing, unknown or not what is wanted.
    """
    path = folder / FILE
    table = Table(_toml(path), "", str(path))
    kind = table.take("kind", _one_of(*KINDS), " or ".join(KINDS))
    text = table.take("text", _table, "a table") if kind == "article" else None
    document = Document(
        id=table.text("id", "the id of the source"),
        kind=kind,
        title=table.text("title", "a title in your own words"),
        publisher=table.text("publisher", "who published it"),
        licence=table.text("licence", "a licence"),
        folder=folder,
        date=table.take("date", _date, "an EDTF date such as 2018-06-07", "" if kind == "registry" else None),
        date_best=table.text("date_best", "the narrowest date", ""),
        date_basis=table.text("date_basis", "how the date is known", ""),
        authors=table.take("authors", _texts, "a list of names", ()),
        authors_basis=table.text("authors_basis", "how the authors are known", ""),
        title_given=table.text("title_given", "the title as given", ""),
        title_basis=table.text("title_basis", "how the title is known", ""),
        structure=table.text("structure", "how the document is built up", ""),
        origin=table.text(
            "origin", "the name of the reporting it goes back to", "" if kind == "registry" else None
        ),
        url=table.text("url", "an address", ""),
        text=None if text is None else _read_text(Table(text, "text", str(path))),
        speakers=tuple(_speaker(row) for row in table.tables("attribution")),
        related=tuple(_related(row) for row in table.tables("related")),
        outside=tuple(_outside(row) for row in table.tables("outside")),
    )
    table.close()
    return document


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingSourceError(path, "the metadata of a source") from error
    except UnicodeDecodeError as error:
        raise SheetError(Position(str(path)), f"byte {error.start} is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SheetError(Position(str(path)), f"broken TOML: {error}") from error


def _read_text(table: Table) -> Text:
    text = Text(
        file=table.text("file", "the name of the file with the text"),
        sha256=table.take("sha256", _digest, "64 hexadecimal digits"),
        characters=table.take("characters", _count, "a number of code points"),
        bytes=table.take("bytes", _count, "a number of bytes"),
        paragraphs=table.take("paragraphs", _spans, "a list of [start, end]"),
    )
    table.close()
    return text


def _speaker(table: Table) -> DefaultSpeaker:
    speaker = DefaultSpeaker(
        table.text("agent", "the path of an entity"), table.take("inferred", _flag, "true or false")
    )
    table.close()
    return speaker


def _related(table: Table) -> RelatedDocuments:
    related = RelatedDocuments(
        documents=table.take("documents", _texts, "a list of document ids"),
        same_report=table.take("same_report", _flag, "true or false"),
        relation=table.text("relation", "how they relate"),
        evidence=table.text("evidence", "how that is known"),
        consequence=table.text("consequence", "what follows for counting witnesses"),
    )
    table.close()
    return related


def _outside(table: Table) -> str:
    statement = table.text("statement", "a statement from outside the document")
    table.close()
    return statement


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(item) for item in value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if value < 0:
        raise ValueError
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _tables(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError
    return [_table(item) for item in value]


def _one_of(*known: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in known:
            raise ValueError
        return _text(value)

    return read


def _date(value: object) -> str:
    text = str(value)
    read_date(text)
    return text


def _digest(value: object) -> str:
    text = _text(value)
    int(text, HEXADECIMAL)
    if len(text) != DIGEST_LENGTH:
        raise ValueError
    return text.lower()


def _spans(value: object) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise TypeError
    spans = tuple(Span(*(_count(end) for end in pair)) for pair in value)
    if any(span.start >= span.end for span in spans):
        raise ValueError
    return spans
