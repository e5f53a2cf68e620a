"""Worlds made of a few claims, as the examples of the finding rules write them down."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.derive.world import World, make_world
from sources.claim import Span
from sources.document import Document, Text
from sources.sheet import Sheet, read_sheet
from sources.source import Source
from sources.yaml_file import read_yaml

ROOM = 100_000
"""Length of the made-up documents, in code points."""
SPAN = 10


def read_examples(file: Path) -> list[Any]:
    """The examples of one rule, as its file has them."""
    examples = read_yaml(file).value
    assert isinstance(examples, list)
    return examples


def example_world(example: dict[str, Any], folder: Path) -> World:
    """The world of an example: a registry of its `things`, and a document for each that its claims name.

    A claim needs id, subject, predicate, and object or value; `document` is "a" unless given. A document in
    `documents` may have a date and an origin.
    """
    claims: list[Any] = example["claims"]
    named = sorted({*(claim.get("document", "a") for claim in claims), *example.get("documents", {})})
    sources = [_document(name, example, folder) for name in named]
    return make_world([_registry(example, folder), *sources])


def _registry(example: dict[str, Any], folder: Path) -> Source:
    entities = [_entity(path, thing) for path, thing in example["things"].items()]
    sheet = _sheet(folder / "registry.yaml", {"entities": entities})
    return Source(Document("registry", "registry", "t", "p", "l", folder), "registry", (sheet,))


def _entity(path: str, thing: str | dict[str, Any]) -> dict[str, Any]:
    """A thing is its class, or its class with label and links."""
    told = {"type": thing} if isinstance(thing, str) else thing
    return {"id": path, "label": path.rpartition("/")[2], **told}


def _document(name: str, example: dict[str, Any], folder: Path) -> Source:
    told = example.get("documents", {}).get(name, {})
    said = [claim for claim in example["claims"] if claim.get("document", "a") == name]
    rows = [_claim(number, claim) for number, claim in enumerate(said)]
    sheet = _sheet(
        folder / f"{name}.yaml", {"document": name, "claims": rows} if rows else {"document": name}
    )
    text = Text("t.txt", "0" * 64, ROOM, ROOM, (Span(0, ROOM),))
    document = Document(
        *(name, "article", "t", "p", "l", folder),
        date=told.get("date", "2020-01-01"),
        origin=told.get("origin", name),
        text=text,
    )
    return Source(document, name, (sheet,))


def _claim(number: int, claim: dict[str, Any]) -> dict[str, Any]:
    """A claim with what every claim needs and an example need not say."""
    start = number * SPAN
    filled = {"paragraph": 1, "span": [start, start + SPAN - 1], "anchor": "words", "anchor_at": start}
    return {**filled, "kind": "result", "gloss": "g", **{k: v for k, v in claim.items() if k != "document"}}


def _sheet(file: Path, content: dict[str, Any]) -> Sheet:
    file.write_text(json.dumps(content, default=_number), "utf-8")
    return read_sheet(file)


def _number(value: object) -> float:
    assert isinstance(value, Decimal)
    return float(value)
