"""What the Reconciliation Service API 0.2 asks of answers, as JSON Schemas that are stricter than its own.

The specification's schemas let unknown fields through; these do not, so that a slip in a name is found.
"""

from jsonschema import Draft202012Validator

Schema = dict[str, object]
TEXT: Schema = {"type": "string", "minLength": 1}
NUMBER: Schema = {"type": "number"}
ADDRESS: Schema = {"type": "string", "pattern": "^https?://"}


def _object(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """An object with these fields and no other."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _template(place: str) -> Schema:
    return {"type": "string", "pattern": place}


def _keyed(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


TYPE: Schema = {"$ref": "#/$defs/type"}
DEFINITIONS: Schema = {
    "type": _object({"id": TEXT, "name": TEXT}, {"description": TEXT, "broader": _list(TYPE)})
}
NAMED = _object({"id": TEXT, "name": TEXT}, {"description": {"type": "string"}})
SUGGESTING = _object(
    {"service_url": ADDRESS, "service_path": _template("^/")},
    {"flyout_service_url": ADDRESS, "flyout_service_path": _template(r"^/.*\$\{id\}")},
)
SETTING = _object(
    {"name": TEXT, "label": TEXT, "type": {"const": "number"}}, {"default": NUMBER, "help_text": TEXT}
)
MANIFEST = _object(
    {
        "versions": {**_list(TEXT), "contains": {"const": "0.2"}},
        "name": TEXT,
        "identifierSpace": ADDRESS,
        "schemaSpace": ADDRESS,
    },
    {
        "documentation": ADDRESS,
        "serviceVersion": TEXT,
        "defaultTypes": {**_list(TYPE), "uniqueItems": True},
        "view": _object({"url": _template(r"\{\{id\}\}")}),
        "feature_view": _object({"url": _template(r"\{\{id\}\}")}),
        "preview": _object(
            {
                "url": _template(r"\{\{id\}\}"),
                "width": {"type": "integer"},
                "height": {"type": "integer"},
            }
        ),
        "suggest": _object({"entity": SUGGESTING, "type": SUGGESTING, "property": SUGGESTING}),
        "extend": _object(
            {"propose_properties": SUGGESTING, "property_settings": _list(SETTING)},
        ),
        "batchSize": {"type": "integer", "minimum": 1},
    },
)
CANDIDATE = _object(
    {"id": TEXT, "name": TEXT, "score": NUMBER},
    {
        "description": TEXT,
        "match": {"type": "boolean"},
        "type": _list(_object({"id": TEXT, "name": TEXT})),
        "features": _list(_object({"id": TEXT, "value": {"type": ["number", "boolean"]}})),
    },
)
RESULTS = _keyed(_object({"result": _list(CANDIDATE)}))
ENTITIES = _object(
    {"result": _list(_object({"id": TEXT, "name": TEXT}, {"description": TEXT, "notable": _list(TYPE)}))}
)
PROPERTIES = _object({"result": _list(NAMED)})
TYPES = _object({"result": _list(TYPE)})
FLYOUT = _object({"id": TEXT, "html": TEXT})
PROPOSALS = _object({"properties": _list(NAMED)}, {"type": {"type": "string"}, "limit": NUMBER})
CELL: Schema = {
    "oneOf": [
        _object({"id": TEXT, "name": TEXT}),
        _object({"str": {"type": "string"}}),
        _object({"float": NUMBER}),
        _object({"int": {"type": "integer"}}),
        _object({"date": _template(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")}),
    ]
}
EXTENSION = _object({"meta": _list(_object({"id": TEXT, "name": TEXT})), "rows": _keyed(_keyed(_list(CELL)))})


def check(answer: object, schema: Schema) -> None:
    """Make sure that an answer is as the specification wants it; raises ValidationError."""
    Draft202012Validator({"$defs": DEFINITIONS, **schema}).validate(answer)
