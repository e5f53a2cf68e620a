"""A small world of claims that a test states in Python: people, a committee, contests and their places."""

from pathlib import Path

from graph.derive.world import World, make_world
from graph.nodes import Names
from sources.claim import Claim, Entity, Evidence, Span, Thing
from sources.document import Document, Text
from sources.errors import Position
from sources.sheet import Sheet
from sources.source import Source

HERE = Position("f")
NAMES = Names("https://example.org/")
ORIGINS = {"a": "Wire", "b": "WIRE"}
"""Documents a and b tell one story, written in two ways."""
KINDS = {
    "person/ann": "Person",
    "person/bo": "Person",
    "person/cy": "Person",
    "committee/c": "PoliticalActionCommittee",
    "county/us/06067": "County",
    "county/us/06073": "County",
    "circuit/x": "JudicialCircuit",
    "contest/race": "Contest",
    "contest/other": "Contest",
    "contest/recall": "RecallElection",
    "measure/m": "BallotMeasure",
    "set/s": "ContestSet",
    "group/g": "Group",
    "office/o": "DistrictAttorneyOffice",
    "publication/p": "Publication",
}


def made_claim(number: int, subject: str, predicate: str, about: str, **more: object) -> Claim:
    """A claim with a number and a span of its own; an object with a slash is an entity."""
    evidence = Evidence(1, Span(number * 10, number * 10 + 5), "words", number * 10)
    thing = Thing(about) if about in KINDS else about
    fields: dict[str, object] = {"document": "a", "kind": "relation", **more}
    return Claim(
        key=f"T-{number}",
        evidence=evidence,
        subject=subject,
        predicate=predicate,
        object=thing,
        gloss="g",
        position=HERE,
        **fields,  # type: ignore[arg-type] # fields of a claim, by name
    )


def qualified(**qualifiers: str) -> dict[str, object]:
    """The field of a claim that holds these qualifiers."""
    values = ((name, (Thing(value) if value in KINDS else value,)) for name, value in qualifiers.items())
    return {"qualifiers": tuple(values)}


def world_of(*claims: Claim, links: dict[str, dict[str, tuple[str, ...]]] | None = None) -> World:
    """A world of one registry and a document for each letter the claims name; a and b have one origin."""
    entities = tuple(_entity(path, kind, (links or {}).get(path, {})) for path, kind in KINDS.items())
    documents = sorted({one.document for one in claims})
    said = [_source(name, claims=tuple(one for one in claims if one.document == name)) for name in documents]
    return make_world([_source("names", entities=entities), *said])


def _entity(path: str, kind: str, links: dict[str, tuple[str, ...]]) -> Entity:
    things = tuple((name, tuple(Thing(value) for value in values)) for name, values in links.items())
    return Entity(path, kind, path.rpartition("/")[2], HERE, links=things)


def _source(name: str, *, entities: tuple[Entity, ...] = (), claims: tuple[Claim, ...] = ()) -> Source:
    text = Text("t.txt", "0" * 64, 1000, 1000, (Span(0, 1000),)) if claims else None
    kind = "article" if claims else "registry"
    origin = ORIGINS.get(name, name)
    document = Document(name, kind, "t", "p", "l", Path(name), date="2018", origin=origin, text=text)
    return Source(document, name, (Sheet("f", name, entities, (), claims),))
