"""All sources together: what the rules that derive events and edges look things up in."""

from collections.abc import Iterable
from dataclasses import dataclass

from ontology import CODES
from sources.check import Known, check_sources
from sources.claim import Claim, Entity, Thing
from sources.source import Source

WEAKENING = frozenset(code.name.partition("-")[2] for code in CODES["Modality"] if code.weakens)


@dataclass(frozen=True, slots=True)
class World:
    """Sources that fit together.

    Attributes:
        known: Class of every entity and document.
        entities: By path.
        origins: Origin of each document in small letters, by its id; the document when it names none.
        dates: Date of publication of each document in EDTF, by its id; "" for a registry.
    """

    sources: tuple[Source, ...]
    known: Known
    entities: dict[str, Entity]
    origins: dict[str, str]
    dates: dict[str, str]

    @property
    def claims(self) -> Iterable[Claim]:
        """Every claim, source by source, in reading order."""
        return (claim for source in self.sources for claim in source.claims)

    @property
    def labels(self) -> dict[str, str]:
        """The name of each entity for people, by its path."""
        return {path: entity.label for path, entity in self.entities.items()}

    def label(self, path: str) -> str:
        """The name of an entity or document for people."""
        return self.entities[path].label if path in self.entities else path

    def linked(self, path: str, name: str) -> tuple[str, ...]:
        """Paths an entity links to by a name, none when it does not."""
        entity = self.entities.get(path)
        if entity is None:
            return ()
        values = next((values for key, values in entity.links if key == name), ())
        return tuple(value.path for value in values if isinstance(value, Thing))


def make_world(sources: Iterable[Source]) -> World:
    """The sources as one world; raises as `check_sources` when they do not fit together."""
    read = tuple(sorted(sources, key=lambda source: source.id))
    known = check_sources(read)
    entities = {entity.path: entity for source in read for entity in source.entities}
    origins = {source.id: source.document.origin.lower() or f"document {source.id}" for source in read}
    dates = {source.id: source.document.date for source in read}
    return World(read, known, entities, origins, dates)


def hedges(claim: Claim) -> frozenset[str]:
    """The modalities that make a claim less firm; empty for one that is asserted or attributed."""
    suggested = {"implicature"} if claim.implicature else set()
    return frozenset(WEAKENING.intersection(claim.modality) | suggested)
