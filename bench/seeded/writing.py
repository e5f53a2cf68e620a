"""Claims and entities of a made-up world as they are written down, one after the other."""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from sources.claim import Claim, Entity, Evidence, Literal, Span, Thing
from sources.document import Document, Text
from sources.errors import Position
from sources.quantity import Quantity, StatedFigure, read_quantity
from sources.sheet import Sheet
from sources.source import Source

NOWHERE = Position("made-up")
WORDS = 10
"""Length of the span of each claim, in code points."""
Value = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How something is said: how firmly, by whom beyond the document, and whether it is denied."""

    modality: tuple[str, ...] = ("asserted",)
    by: tuple[str, ...] = ()
    denied: bool = False


FIRM = Voice()


@dataclass(slots=True)
class Article:
    """A document that is being written.

    Attributes:
        day: When it was published.
        origin: The reporting it goes back to.
    """

    id: str
    day: str
    origin: str
    claims: list[Claim] = field(default_factory=list)

    def say(
        self,
        subject: str,
        predicate: str,
        spoken: str | Thing,
        *,
        figure: Quantity | None = None,
        voice: Voice = FIRM,
        **qualifiers: Value | Thing,
    ) -> str:
        """Write a claim and give its number."""
        number = len(self.claims)
        key, start = f"{self.id}-{number:03}", number * WORDS
        said = tuple((name, _values(value)) for name, value in qualifiers.items())
        evidence = Evidence(1, Span(start, start + WORDS - 1), "words", start)
        self.claims.append(
            Claim(
                *(key, self.id, evidence, "result", subject, predicate, spoken, "made up", NOWHERE),
                positive=not voice.denied,
                modality=voice.modality,
                attributed_to=voice.by,
                quantity=figure,
                qualifiers=said,
            )
        )
        return key

    def source(self) -> Source:
        """The article as a source that has been read."""
        room = max(1, len(self.claims)) * WORDS
        text = Text("t.txt", "0" * 64, room, room, (Span(0, room),))
        document = Document(
            *(self.id, "article", "t", "p", "l", Path(self.id)), date=self.day, origin=self.origin, text=text
        )
        return Source(document, self.id, (Sheet(self.id, self.id, (), (), tuple(self.claims)),))


@dataclass(slots=True)
class Registry:
    """The entities of a made-up world."""

    entities: dict[str, Entity] = field(default_factory=dict)

    def add(self, path: str, kind: str, **links: str | tuple[str, ...]) -> Thing:
        """Write an entity, once, and give it as the object of claims."""
        told = tuple((name, _links(name, value)) for name, value in links.items())
        self.entities.setdefault(path, Entity(path, kind, path.rpartition("/")[2], NOWHERE, links=told))
        return Thing(path)

    def source(self) -> Source:
        """The registry as a source that has been read."""
        sheet = Sheet("registry", "", tuple(self.entities.values()), (), ())
        return Source(Document("registry", "registry", "t", "p", "l", Path("registry")), "registry", (sheet,))


def figure(precision: str, unit: str, value: Decimal | int | None = None, of: int | None = None) -> Quantity:
    """A figure with the bounds that follow from its precision."""
    number = None if value is None else Decimal(value)
    size = None if of is None else Decimal(of)
    return read_quantity(StatedFigure(precision, unit, f"{precision} {number or size}", number, size))


def _values(value: Value | Thing) -> tuple[Thing | Literal, ...]:
    return value if isinstance(value, tuple) else (value,)


def _links(name: str, value: str | tuple[str, ...]) -> tuple[Thing | Literal, ...]:
    """Dates and kinds of election are words, all other links are entities."""
    given = value if isinstance(value, tuple) else (value,)
    return given if name in ("date", "electionKind") else tuple(Thing(path) for path in given)
