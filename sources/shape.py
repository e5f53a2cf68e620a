"""Whether a fact sheet has the shape its JSON Schema asks for, and what to say when it has not."""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as ABCMapping
from decimal import Decimal
from functools import cache

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from sources.claim import ANCHOR_WORDS
from sources.errors import SheetError, SourceError, did_you_mean
from sources.schema import PATH, SIX_WORDS, Schema, sheet_schema
from sources.yaml_file import YamlFile

READABLE = 25  # choices a person reads through
KINDS = {
    "array": "a list",
    "object": "a mapping",
    "integer": "a whole number",
    "number": "a number",
    "string": "text",
    "boolean": "true or false",
}


def shape_problems(file: YamlFile, schema: Callable[[], Schema] = sheet_schema) -> Iterator[SourceError]:
    """Everything in which a sheet, or a file of another schema, differs from it, each with its place."""
    told: set[str] = set()
    for error in _validator(schema).iter_errors(file.value):  # type: ignore[arg-type]  # Decimal is a number here
        for problem in _problems(file, error):
            if str(problem) not in told:
                told.add(str(problem))
                yield problem


@cache
def _validator(schema: Callable[[], Schema]) -> Validator:
    """The validator of a schema, to which a Decimal is a number and a pattern is about the whole text."""
    checker = Draft202012Validator.TYPE_CHECKER.redefine(
        "number", lambda _, value: isinstance(value, int | Decimal) and not isinstance(value, bool)
    )
    kind: type[Validator] = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _whole_pattern}, type_checker=checker
    )
    return kind(schema())


def _whole_pattern(_: Validator, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """Refuse text with a line end after what matches, which `$` lets pass."""
    if isinstance(value, str) and re.fullmatch(pattern, value) is None:
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _problems(file: YamlFile, error: ValidationError) -> Iterator[SourceError]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = _known_keys(error)
        for key in _strings(error.instance):
            if key not in known:
                hint = did_you_mean(key, known) or _choices(known)
                message = f"{key!r} is not a key here{hint}"
                yield SheetError(file.key_at(*path, key), message)
    else:
        yield SheetError(file.at(*path), _message(error))


def _message(error: ValidationError) -> str:
    """What was there and what was wanted, one wording for each keyword of the schema."""
    wordings: dict[str, Callable[[ValidationError, str], str]] = {
        "required": _missing,
        "enum": _not_known,
        "oneOf": _not_one_of,
        "pattern": _not_like,
        "type": _not_a,
        "minItems": _not_so_many,
        "maxItems": _not_so_many,
        "minLength": _empty,
        "minimum": _too_small,
    }
    return wordings[str(error.validator)](error, _field(error))


def _field(error: ValidationError) -> str:
    """Name of the field that is wrong, with the number of the item for one of a list."""
    steps = list(error.absolute_path)
    words = [place for place, step in enumerate(steps) if isinstance(step, str)]
    if not words:
        title = error.schema.get("title", "") if isinstance(error.schema, ABCMapping) else ""
        return str(title).rpartition(" ")[2]
    numbers = "".join(f"[{step}]" for step in steps[words[-1] + 1 :])
    return f"{steps[words[-1]]}{numbers}"


def _missing(error: ValidationError, field: str) -> str:
    missing = [name for name in _strings(error.validator_value) if name not in _strings(error.instance)]
    return f"{', '.join(missing)} missing in {field}"


def _not_known(error: ValidationError, field: str) -> str:
    known = _strings(error.validator_value)
    hint = did_you_mean(str(error.instance), known) or _choices(known)
    return f"{field}: {_shown(error.instance)} is not known{hint}"


def _not_one_of(_: ValidationError, field: str) -> str:
    return f"{field}: wanted one of object (an entity) and value (words), and not both"


def _not_like(error: ValidationError, field: str) -> str:
    wanted = {
        PATH: "is not a path like person/cari-tuna",
        SIX_WORDS: f"has more than {ANCHOR_WORDS} words",
    }.get(str(error.validator_value), f"is not like {error.validator_value}")
    return f"{field}: {_shown(error.instance)} {wanted}"


def _not_a(error: ValidationError, field: str) -> str:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else _strings(wanted)
    return f"{field}: {_shown(error.instance)} is not {' or '.join(KINDS[kind] for kind in kinds)}"


def _not_so_many(error: ValidationError, field: str) -> str:
    least = "at least" if error.validator == "minItems" else "at most"
    items = "item" if error.validator_value == 1 else "items"
    return f"{field}: {_shown(error.instance)} is not a list of {least} {error.validator_value} {items}"


def _empty(_: ValidationError, field: str) -> str:
    return f"{field}: nothing between the quotes; wanted text"


def _too_small(error: ValidationError, field: str) -> str:
    return f"{field}: {_shown(error.instance)} is less than {error.validator_value}"


def _shown(value: object) -> str:
    """A value as a sheet writes it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(_shown(item) for item in value)}]"
    return "a mapping" if isinstance(value, dict) else repr(value)


def _strings(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, Iterable) else []


def _known_keys(error: ValidationError) -> list[str]:
    schema = error.schema
    return _strings(schema["properties"]) if isinstance(schema, ABCMapping) else []


def _choices(known: list[str]) -> str:
    return "; wanted one of " + ", ".join(known) if len(known) <= READABLE else ""
