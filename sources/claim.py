"""What a source says: claims with their evidence, and the entities and documents they are about.

Entities are named by the path of their IRI under `id/`, for example `person/cari-tuna` or
`county/us/06067`; so are documents (`document/001`).
"""

from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256

from sources.errors import Position
from sources.quantity import Quantity

ANCHOR_WORDS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text in code points; `end` is the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands.

    Attributes:
        paragraph: Number of the block, from 1.
        anchor: At most six words of the span.
        anchor_at: First code point of the anchor.
    """

    paragraph: int
    span: Span
    anchor: str
    anchor_at: int


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or document as the object of a claim or a qualifier, by its path."""

    path: str


Literal = str | int | bool | Decimal
Places = tuple[tuple[str, Position], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One atomic statement of a document.

    Attributes:
        key: Number of the claim for people, for example "C001-029".
        document: Id of the document.
        subject: Path of the subject.
        predicate: Local name of the predicate.
        object: The entity, or the words.
        modality: Notations of the modalities, in the order of the sheet.
        attributed_to: The chain beyond the document, from the outside in.
        qualifiers: Name and values of each qualifier, in the order of the sheet.
        fact: Name of the state of affairs it shares with other claims, "" for none.
        position: Where in the sheet.
        places: Where each of its fields stands in the sheet.
    """

    key: str
    document: str
    evidence: Evidence
    kind: str
    subject: str
    predicate: str
    object: Thing | str
    gloss: str
    position: Position
    positive: bool = True
    modality: tuple[str, ...] = ("asserted",)
    implicature: bool = False
    attributed_to: tuple[str, ...] = ()
    quantity: Quantity | None = None
    qualifiers: tuple[tuple[str, tuple[Thing | Literal, ...]], ...] = ()
    fact: str = ""
    note: str = ""
    resolution: str = ""
    places: Places = field(default=(), compare=False, repr=False)

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits from document, span and assertion; not from gloss and note."""
        spoken = self.object.path if isinstance(self.object, Thing) else repr(self.object)
        span = self.evidence.span
        parts = (
            self.document,
            str(span.start),
            str(span.end),
            self.subject,
            self.predicate,
            spoken,
            str(self.positive),
        )
        return sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    def qualifier(self, name: str) -> tuple[Thing | Literal, ...]:
        """The values of a qualifier, none when the claim has it not."""
        return next((values for key, values in self.qualifiers if key == name), ())

    def at(self, name: str) -> Position:
        """Where a field stands in the sheet; a qualifier is named `qualifiers.date`."""
        return dict(self.places).get(name, self.position)


@dataclass(frozen=True, slots=True)
class Entity:
    """Something sources speak about, as the registry or a sheet defines it.

    Attributes:
        path: Path under `id/`.
        kind: Local name of its class.
        named: False when the documents know it by role only.
        links: Name and values of each link, in the order of the sheet.
        disambiguation: What keeps it apart from others.
        outside: Statements from outside the documents.
        places: Where each of its links stands in the sheet.
    """

    path: str
    kind: str
    label: str
    position: Position
    named: bool = True
    links: tuple[tuple[str, tuple[Thing | Literal, ...]], ...] = ()
    disambiguation: str = ""
    outside: tuple[str, ...] = ()
    places: Places = field(default=(), compare=False, repr=False)

    def at(self, link: str) -> Position:
        """Where a link stands in the sheet."""
        return dict(self.places).get(link, self.position)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity as a document writes it.

    Attributes:
        occurrences: How often the document writes it.
        first_at: Code point of the first occurrence.
    """

    document: str
    entity: str
    text: str
    occurrences: int
    first_at: int
    position: Position
