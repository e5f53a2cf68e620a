"""The JSON Schema of fact sheets, made from the terms of the ontology.

`sources/sheet.schema.json` is its text; an editor that knows it completes and checks a sheet.
"""

import json
from collections.abc import Mapping

from ontology import CLASSES, CODES, PREDICATES, QUALIFIERS, PropertyTerm
from ontology.terms import PROPERTIES

Schema = dict[str, object]

PATH = "^[a-z]+(/[A-Za-z0-9][A-Za-z0-9.-]*)+$"
LINKS = (
    "jurisdiction",
    "date",
    "partOf",
    "office",
    "partOfElection",
    "member",
    "namedMember",
    "possibleMember",
    "actsFor",
    "place",
    "possiblySameAs",
    "namedAfter",
    "namedSince",
    "votersOf",
    "contest",
    "electionKind",
    "registerNumber",
)
EDTF = "An EDTF date: 2018-06-05, 2018-06, 2018, 2018-05/2018-06, ../2018-06, 2018-06/.."
SIX_WORDS = r"^\s*(\S+\s+){0,5}\S+\s*$"


def sheet_schema() -> Schema:
    """The schema of a fact sheet (JSON Schema, draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "moneytrail fact sheet",
        "description": "Entities, mentions and claims of one document, written by hand.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "document": _text("Id of the document, as in source.toml."),
            "entities": _list(_entity(), "Entities the registry does not know yet."),
            "mentions": _list(_mention(), "Names of entities as the document writes them."),
            "claims": _list(_claim(), "The claims, in reading order."),
        },
    }


def schema_text() -> str:
    """The text of `sources/sheet.schema.json`."""
    return json.dumps(sheet_schema(), indent=2, ensure_ascii=False) + "\n"


def _claim() -> Schema:
    return _object(
        "One atomic statement of the document.",
        {
            "id": _text("A number for people, unique in all sheets, for example C001-029."),
            "paragraph": _integer("Number of the block the claim stands in, from 1.", minimum=1),
            "span": {
                "description": "First code point and the one after the last.",
                "type": "array",
                "items": {"type": "integer", "minimum": 0},
                "minItems": 2,
                "maxItems": 2,
            },
            "anchor": {**_text("At most six words that stand in the span."), "pattern": SIX_WORDS},
            "anchor_at": _integer("First code point of the anchor."),
            "kind": _code("ClaimKind"),
            "subject": _path("Path of the entity or document the claim is about."),
            "predicate": _choice("What is said.", {name: term.comment for name, term in PREDICATES.items()}),
            "object": _path("Path of the entity or document that completes the statement."),
            "value": _text("The words that complete the statement, when they name no entity."),
            "quantity": _quantity(),
            "polarity": _code("Polarity"),
            "modality": {
                **_list(_code("Modality"), "How the source puts it; asserted when left out."),
                "minItems": 1,
            },
            "implicature": {
                "description": "True when the source suggests it without stating it.",
                "type": "boolean",
            },
            "by": _list(
                _path("A speaker, outlet or record."), "Who says so beyond the document, from the outside in."
            ),
            "qualifiers": _object(
                "What limits the claim.", {name: _values(term) for name, term in QUALIFIERS.items()}
            ),
            "fact": {
                **_text("Name of the state of affairs it shares with other claims."),
                "pattern": "^[a-z0-9-]+$",
            },
            "gloss": _text("The claim in your own words."),
            "note": _text("A reader's note."),
            "resolution": _text("The evidence for the entities, when the text does not name them."),
        },
        required=("id", "paragraph", "span", "anchor", "anchor_at", "kind", "subject", "predicate", "gloss"),
        one_of=("object", "value"),
    )


def _quantity() -> Schema:
    number: Schema = {"type": "number"}
    return _object(
        "A figure as the source puts it; bounds follow from the precision.",
        {
            "precision": _code("Precision"),
            "value": {"description": "The figure.", **number},
            "of": {"description": "Size of the set a majority is of.", **number},
            "above": {"description": "What a vague figure at least exceeds.", **number},
            "range": {
                "description": "Lowest and highest figure.",
                "type": "array",
                "items": number,
                "minItems": 2,
                "maxItems": 2,
            },
            "unit": _text("USD, percent, or the unit in words."),
            "as_written": {**_text("The wording of the source, at most six words."), "pattern": SIX_WORDS},
        },
        required=("precision", "unit", "as_written"),
    )


def _entity() -> Schema:
    links = {
        name: _values(QUALIFIERS.get(name) or PROPERTIES.get(name) or _predicate(name)) for name in LINKS
    }
    return _object(
        "Something the document speaks about.",
        {
            "id": _path("Path of its IRI, for example person/cari-tuna."),
            "type": _choice(
                "Its class.", {name: term.comment for name, term in CLASSES.items() if _is_entity(name)}
            ),
            "label": _text("Its name for people."),
            "named": {"description": "False when documents know it by role only.", "type": "boolean"},
            "links": _object("What it belongs to.", links),
            "disambiguation": _text("What keeps it apart from others."),
            "outside": _list(
                _text("A statement from outside the documents."), "Never a claim of a document."
            ),
        },
        required=("id", "type", "label"),
    )


def _predicate(name: str) -> PropertyTerm:
    term = PREDICATES[name]
    return PropertyTerm(term.label, term.comment, term.domain, term.range)


def _is_entity(name: str) -> bool:
    return name == "Entity" or any(_is_entity(parent) for parent in CLASSES[name].parents)


def _mention() -> Schema:
    return _object(
        "A name as the document writes it.",
        {
            "entity": _path("The entity."),
            "text": _text("The name, letter for letter."),
            "occurrences": _integer("How often the document writes it.", minimum=1),
            "first_at": _integer("Code point of the first occurrence."),
        },
        required=("entity", "text", "occurrences", "first_at"),
    )


def _values(term: PropertyTerm) -> Schema:
    one: Schema = {"description": term.comment}
    if term.range == "xsd:boolean":
        return {**one, "type": "boolean"}
    if term.range == "xsd:integer":
        return {**one, "type": "integer"}
    if "EDTF" in term.comment:
        return {**one, "type": ["string", "integer"], "markdownDescription": EDTF}
    items: Schema = {"type": "string", "minLength": 1}
    if term.range in CODES:
        items = {"enum": [code.name for code in CODES[term.range]]}
    return {**one, "type": ["string", "array"], "items": items, "minLength": 1}


def _object(
    description: str,
    properties: Mapping[str, Schema],
    *,
    required: tuple[str, ...] = (),
    one_of: tuple[str, ...] = (),
) -> Schema:
    schema: Schema = {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "properties": dict(properties),
    }
    if required:
        schema["required"] = list(required)
    if one_of:
        schema["oneOf"] = [{"required": [name]} for name in one_of]
    return schema


def _list(items: Schema, description: str) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _text(description: str) -> Schema:
    return {"description": description, "type": "string", "minLength": 1}


def _integer(description: str, minimum: int = 0) -> Schema:
    return {"description": description, "type": "integer", "minimum": minimum}


def _path(description: str) -> Schema:
    return {"description": description, "type": "string", "pattern": PATH}


def _code(kind: str) -> Schema:
    choices = {code.name.partition("-")[2]: code.comment for code in CODES[kind]}
    return _choice(CLASSES[kind].comment, choices)


def _choice(description: str, choices: dict[str, str]) -> Schema:
    return {
        "description": description,
        "enum": list(choices),
        "enumDescriptions": list(choices.values()),
    }
