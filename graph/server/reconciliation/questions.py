"""What a client sends: batches of questions, and things whose properties it wants."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from graph.server.problems import Problem
from graph.server.reconciliation.vocabulary import ASKED, group_of, local_id
from ontology import CLASSES

LARGEST = 50
"""Questions of a batch, at most."""
MOST_THINGS = 1000
"""Things whose properties are asked for at once, at most."""
LIMIT, MOST = 10, 100
"""Answers of a question where it does not say how many, and at most."""
LONGEST = 500
"""Characters of a name or a value, at most; what is longer names nobody."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whom a name may mean.

    Attributes:
        name: The name; "" where properties alone are given.
        types: The types it may be of; none for any.
        group: `person` or `organisation`, None where either may be.
        given: Other columns of the matcher, with what is said of them.
        limit: How many answers, at most.
    """

    name: str
    types: tuple[str, ...]
    group: str | None
    given: Mapping[str, str]
    limit: int


@dataclass(frozen=True, slots=True)
class Extension:
    """Things by their ids, and properties by theirs, each with the most values that are wanted, 0 for all."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, int], ...]


def read_questions(text: str) -> dict[str, Question]:
    """The questions of a batch by their keys; raises Problem where it is none, or too large."""
    batch = _object(_json(text, "queries"), "queries")
    if len(batch) > LARGEST:
        words = f"queries: {len(batch)} questions in a batch; it may have {LARGEST}"
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words)
    return {key: _question(one, f"queries: {key}") for key, one in batch.items()}


def _question(one: object, place: str) -> Question:
    asked = _object(one, place)
    name = _text(asked.get("query", ""), f"{place}: query").strip()
    given = _given(asked.get("properties", []), f"{place}: properties")
    if not name and not asked.get("properties"):
        raise _wrong(f"{place}: it has neither a query nor properties")
    types = tuple(_types(asked.get("type"), f"{place}: type"))
    groups = {group_of(one) for one in types}
    group = groups.pop() if len(groups) == 1 else None
    return Question(name[:LONGEST], types, group, given, _limit(asked.get("limit"), f"{place}: limit"))


def _types(told: object, place: str) -> Iterator[str]:
    """The types of a question that the graph knows; others restrict nothing."""
    given = told if isinstance(told, list) else [] if told is None else [told]
    names = (local_id(_text(one, place)) for one in given)
    yield from (name for name in names if name in CLASSES)


def _given(told: object, place: str) -> dict[str, str]:
    """What properties say, by columns of the matcher; those that tell nobody apart are left out."""
    found = {}
    for number, one in enumerate(_list(told, place)):
        pair = _object(one, f"{place}: {number}")
        name = local_id(_text(pair.get("pid"), f"{place}: {number}: pid"))
        value = _value(pair.get("v"), f"{place}: {number}: v")
        if name in ASKED and value:
            found[ASKED[name]] = value[:LONGEST]
    return found


def _value(told: object, place: str) -> str:
    """The first value that says something, as text."""
    match told:
        case list():
            return next((text for one in told if (text := _value(one, place))), "")
        case dict():
            return _text(told.get("name") or told.get("id"), place)
        case str() | int() | float():
            return str(told).strip()
        case _:
            raise _wrong(f"{place}: {json.dumps(told)} is no value")


def _limit(told: object, place: str) -> int:
    if told is None:
        return LIMIT
    if isinstance(told, bool) or not isinstance(told, int | float) or told < 1:
        raise _wrong(f"{place}: {json.dumps(told)} is not a positive number")
    return min(int(told), MOST)


def read_extension(text: str) -> Extension:
    """The things and properties of a request to extend data; raises Problem."""
    asked = _object(_json(text, "extend"), "extend")
    ids = [_text(one, "extend: ids") for one in _list(asked.get("ids"), "extend: ids")]
    if len(ids) > MOST_THINGS:
        words = f"extend: {len(ids)} ids; there may be {MOST_THINGS}"
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words)
    listed = _list(asked.get("properties"), "extend: properties")
    return Extension(tuple(ids), tuple(_wanted(one) for one in listed))


def _wanted(one: object) -> tuple[str, int]:
    told = _object(one, "extend: properties")
    settings = _object(told.get("settings", {}), "extend: settings")
    most = settings.get("limit", 0)
    number = int(most) if str(most).isdigit() else 0
    return _text(told.get("id"), "extend: properties: id"), number


def _json(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _wrong(f"{place}: it is not JSON: {error}") from error


def _object(told: object, place: str) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise _wrong(f"{place}: {json.dumps(told)[: LIMIT * LIMIT]} is not an object")
    return told


def _list(told: object, place: str) -> Sequence[object]:
    if not isinstance(told, list):
        raise _wrong(f"{place}: {json.dumps(told)[: LIMIT * LIMIT]} is not a list")
    return told


def _text(told: object, place: str) -> str:
    if not isinstance(told, str):
        raise _wrong(f"{place}: {json.dumps(told)[: LIMIT * LIMIT]} is not a text")
    return told


def _wrong(words: str) -> Problem:
    return Problem(HTTPStatus.BAD_REQUEST, words)
