"""A source: a folder with its metadata and fact sheets, and the digest that names its content."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sources.claim import Claim, Entity, Mention
from sources.document import FILE, Document, read_document
from sources.errors import Position, SheetError, SourceError, raise_all
from sources.files import read_bytes
from sources.sheet import Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Source:
    """One folder, read.

    Attributes:
        digest: SHA-256 over the names and bytes of its files, hexadecimal.
        sheets: Its fact sheets in order of their file names.
    """

    document: Document
    digest: str
    sheets: tuple[Sheet, ...]

    @property
    def id(self) -> str:
        """The id of the source."""
        return self.document.id

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities it defines."""
        return tuple(entity for sheet in self.sheets for entity in sheet.entities)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of entities its document writes."""
        return tuple(mention for sheet in self.sheets for mention in sheet.mentions)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, in reading order."""
        return tuple(claim for sheet in self.sheets for claim in sheet.claims)


def source_files(folder: Path) -> tuple[Path, ...]:
    """The files a source is made of: source.toml and its fact sheets, by name.

    Raises:
        SourceError: A file has the other ending of YAML, and would be passed over.
    """
    for path in sorted(folder.glob("*.yml")):
        raise SourceError(Position(str(path)), "fact sheets end in .yaml; rename it")
    return (folder / FILE, *sorted(folder.glob("*.yaml")))


def digest_of(folder: Path) -> str:
    """The SHA-256 over the names and bytes of a source's files."""
    content = sha256()
    for path in source_files(folder):
        data = read_bytes(path, "the metadata of a source" if path.name == FILE else "a fact sheet")
        content.update(f"{path.name}\0{len(data)}\0".encode())
        content.update(data)
    return content.hexdigest()


def read_source(folder: Path) -> Source:
    """The source in a folder.

    Raises:
        SourceError: A file is missing or not what the format asks for.
    """
    document = read_document(folder)
    problems: list[SourceError] = []
    sheets: list[Sheet] = []
    for path in source_files(folder)[1:]:
        try:
            sheets.append(_read_sheet_of(document, path))
        except SourceError as error:
            problems.append(error)
    raise_all(problems)
    return Source(document, digest_of(folder), tuple(sheets))


def _read_sheet_of(document: Document, path: Path) -> Sheet:
    sheet = read_sheet(path)
    if sheet.document not in ("", document.id):
        place = sheet.claims[0].position if sheet.claims else sheet.mentions[0].position
        raise SheetError(place, f"document: {sheet.document!r} is not the id of its folder, {document.id!r}")
    return sheet
