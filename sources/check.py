"""What can only be checked when all sources are read: ids, references, kinds, spans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontology import CLASSES, PREDICATES, QUALIFIERS, PropertyTerm
from ontology.terms import PROPERTIES
from sources.claim import Claim, Entity, Literal, Thing
from sources.document import FILE
from sources.errors import DuplicateIdError, Position, SheetError, SourceError, did_you_mean, raise_all
from sources.source import Source

MINTED = "attribution candidacy claim document edge evidence fact graph mention origin outside resolution"
KEPT = frozenset(MINTED.split())  # first segments of the IRIs a build makes


@dataclass(frozen=True, slots=True)
class Known:
    """All entities and documents by path, with their class."""

    kinds: dict[str, str]

    def is_a(self, path: str, wanted: str) -> bool:
        """Whether the thing at a path is of a class or one of its subclasses."""
        return is_kind(self.kinds[path], wanted)


def is_kind(kind: str, wanted: str) -> bool:
    """Whether a class is another or one of its subclasses."""
    return kind == wanted or any(is_kind(parent, wanted) for parent in CLASSES[kind].parents)


def subclasses(wanted: str) -> list[str]:
    """A class and the classes below it."""
    return [name for name in CLASSES if is_kind(name, wanted)]


def check_sources(sources: Iterable[Source]) -> Known:
    """Everything the sources define, after making sure that they fit together.

    Raises:
        SourceError: An id stands twice, a reference points nowhere, an entity is of a class the
            predicate does not take, or a span lies outside its paragraph (SourceProblems for several).
    """
    read = tuple(sources)
    problems: list[SourceError] = list(_duplicates(read))
    kinds = {entity.path: entity.kind for source in read for entity in source.entities}
    kinds |= {f"document/{source.id}": "SourceDocument" for source in read if source.document.text}
    known = Known(kinds)
    for source in read:
        problems += _source_problems(source, known)
    raise_all(problems)
    return known


def _duplicates(sources: tuple[Source, ...]) -> Iterator[SourceError]:
    seen: dict[str, Position] = {}
    for source in sources:
        named = [(f"source {source.id}", _metadata(source))]
        named += [(entity.path, entity.position) for entity in source.entities]
        named += [(claim.key, claim.position) for claim in source.claims]
        for name, position in named:
            if name in seen:
                yield DuplicateIdError(position, name, seen[name])
            else:
                seen[name] = position
        yield from _repeated(source)


def _repeated(source: Source) -> Iterator[SourceError]:
    """Claims of one place, subject, predicate and object, which would be one node."""
    seen: dict[str, Claim] = {}
    for claim in source.claims:
        first = seen.setdefault(claim.digest, claim)
        if first.key != claim.key:
            message = (
                f"{claim.key} says of the same span what {first.key} says; the first is at {first.position}"
            )
            yield SheetError(claim.position, message)


def _metadata(source: Source) -> Position:
    return Position(str(source.document.folder / FILE))


def _source_problems(source: Source, known: Known) -> Iterator[SourceError]:
    for speaker in source.document.speakers:
        yield from _reference(speaker.agent, _metadata(source), known)
    for related in source.document.related:
        for document in related.documents:
            yield from _reference(f"document/{document}", _metadata(source), known)
    for entity in source.entities:
        yield from _kept(entity)
        yield from _entity_problems(entity, known)
    for mention in source.mentions:
        yield from _reference(mention.entity, mention.position, known)
    for claim in source.claims:
        yield from _claim_problems(claim, known)
        yield from _span_problems(source, claim)


def _kept(entity: Entity) -> Iterator[SourceError]:
    first = entity.path.partition("/")[0]
    if first in KEPT:
        yield SheetError(entity.position, f"{entity.path!r}: {first}/ is kept for what the build makes")


def _entity_problems(entity: Entity, known: Known) -> Iterator[SourceError]:
    for name, values in entity.links:
        term = QUALIFIERS.get(name) or PROPERTIES.get(name)
        wanted = PREDICATES[name].range if term is None else term.range
        yield from _value_problems(name, values, wanted, entity.at(name), known)


def _claim_problems(claim: Claim, known: Known) -> Iterator[SourceError]:
    predicate = PREDICATES[claim.predicate]
    yield from _typed(
        claim.subject, predicate.domain, f"subject of {claim.predicate}", claim.at("subject"), known
    )
    if isinstance(claim.object, Thing):
        yield from _typed(
            claim.object.path, predicate.range, f"object of {claim.predicate}", claim.at("object"), known
        )
    elif predicate.range not in ("rdfs:Literal", "rdfs:Resource"):
        yield SheetError(
            claim.at("value"),
            f"value: {claim.predicate} takes an entity; wanted `object:` with {_a(predicate.range)}",
        )
    for agent in claim.attributed_to:
        yield from _reference(agent, claim.at("by"), known)
    for name, values in claim.qualifiers:
        term: PropertyTerm = QUALIFIERS[name]
        yield from _value_problems(name, values, term.range, claim.at(f"qualifiers.{name}"), known)


def _value_problems(
    name: str, values: tuple[Thing | Literal, ...], wanted: str, place: Position, known: Known
) -> Iterator[SourceError]:
    for value in values:
        if isinstance(value, Thing):
            yield from _typed(value.path, wanted, name, place, known)


def _typed(path: str, wanted: str, role: str, place: Position, known: Known) -> Iterator[SourceError]:
    if path not in known.kinds:
        yield from _reference(path, place, known)
    elif wanted == "rdfs:Literal":
        yield SheetError(place, f"{role}: {path!r} is an entity; wanted `value:` with words")
    elif wanted not in ("rdfs:Resource", "Entity") and not known.is_a(path, wanted):
        yield SheetError(place, f"{role}: {path!r} is {_a(known.kinds[path])}; wanted {_a(wanted)}")


def _reference(path: str, place: Position, known: Known) -> Iterator[SourceError]:
    if path not in known.kinds:
        hint = did_you_mean(path, list(known.kinds)) or _advice(path)
        yield SheetError(place, f"{path!r} is not a known entity{hint}")


def _span_problems(source: Source, claim: Claim) -> Iterator[SourceError]:
    text = source.document.text
    if text is None:
        yield SheetError(claim.position, f"a {source.document.kind} holds no claims")
        return
    number, span = claim.evidence.paragraph, claim.evidence.span
    if number > len(text.paragraphs):
        yield SheetError(
            claim.at("paragraph"),
            f"paragraph: {number} is not one of the {len(text.paragraphs)} of the document",
        )
        return
    block = text.paragraphs[number - 1]
    if not (block.start <= span.start and span.end <= block.end):
        yield SheetError(
            claim.at("span"),
            f"span: [{span.start}, {span.end}] lies outside paragraph {number}, [{block.start}, {block.end}]",
        )


def _advice(path: str) -> str:
    if path.startswith("document/"):
        return "; it is the id of no source of this build"
    return "; define it under entities:"


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'AEIOU' else 'a'} {kind}"
