"""The metadata of a source: its `source.toml`, read to the last field."""

from dataclasses import dataclass
from pathlib import Path

from sources.claim import Span
from sources.edtf import read_date
from sources.toml_table import Table, a_list, count, flag, like, one_of, read_toml, texts

FILE = "source.toml"
KINDS = ("article", "registry")
ID = r"(?!(?:ontology|derived-[a-z0-9.-]*)$)[a-z0-9][a-z0-9.-]*"
DIGEST = "[0-9a-fA-F]{64}"


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


def read_document(folder: Path) -> Document:
    """The metadata of the source in a folder.

    Raises:
        MissingSourceError: There is no source.toml.
        SheetError: It is not TOML, or a field is missing, unknown or not what is wanted.
    """
    table = read_toml(folder / FILE, "the metadata of a source")
    kind = table.take("kind", one_of(*KINDS), " or ".join(KINDS))
    document = Document(
        id=table.take("id", like(ID), "an id of small letters, digits, - and . that is not taken"),
        kind=kind,
        title=table.text("title", "a title in your own words"),
        publisher=table.text("publisher", "who published it"),
        licence=table.text("licence", "a licence"),
        folder=folder,
        date=table.take("date", _date, "an EDTF date such as 2018-06-07", "" if kind == "registry" else None),
        date_best=table.text("date_best", "the narrowest date", ""),
        date_basis=table.text("date_basis", "how the date is known", ""),
        authors=table.take("authors", texts, "a list of names", ()),
        authors_basis=table.text("authors_basis", "how the authors are known", ""),
        title_given=table.text("title_given", "the title as given", ""),
        title_basis=table.text("title_basis", "how the title is known", ""),
        structure=table.text("structure", "how the document is built up", ""),
        origin=table.text(
            "origin", "the name of the reporting it goes back to", "" if kind == "registry" else None
        ),
        url=table.text("url", "an address", ""),
        text=_read_text(table.table("text")) if kind == "article" else None,
        speakers=tuple(_speaker(row) for row in table.tables("attribution")),
        related=tuple(_related(row) for row in table.tables("related")),
        outside=tuple(_outside(row) for row in table.tables("outside")),
    )
    table.close()
    return document


def _read_text(table: Table) -> Text:
    text = Text(
        file=table.text("file", "the name of the file with the text"),
        sha256=table.take("sha256", _digest, "64 hexadecimal digits"),
        characters=table.take("characters", count, "a number of code points"),
        bytes=table.take("bytes", count, "a number of bytes"),
        paragraphs=table.take("paragraphs", _spans, "a list of [start, end]"),
    )
    table.close()
    return text


def _speaker(table: Table) -> DefaultSpeaker:
    speaker = DefaultSpeaker(
        table.text("agent", "the path of an entity"), table.take("inferred", flag, "true or false")
    )
    table.close()
    return speaker


def _related(table: Table) -> RelatedDocuments:
    related = RelatedDocuments(
        documents=table.take("documents", texts, "a list of document ids"),
        same_report=table.take("same_report", flag, "true or false"),
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


def _date(value: object) -> str:
    text = str(value)
    read_date(text)
    return text


def _digest(value: object) -> str:
    return like(DIGEST)(value).lower()


def _spans(value: object) -> tuple[Span, ...]:
    spans = tuple(Span(*(count(end) for end in a_list(pair))) for pair in a_list(value))
    if any(span.start >= span.end for span in spans):
        raise ValueError
    return spans
