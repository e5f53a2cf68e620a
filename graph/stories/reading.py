"""A story, read from its file and held against its schema; every error says its line."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from sources.errors import raise_all
from sources.files import read_utf8
from sources.schema import Schema
from sources.shape import shape_problems
from sources.yaml_file import Value, YamlFile, parse_yaml

PARTS = {"focus": "focus", "contest": "contests", "county": "counties", "state": "states", "year": "years"}
"""Keys of a step that name things, and what a selection calls them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as its file has it.

    Attributes:
        number: From 0.
        named: The names of each part of a selection.
        min_amount: Dollars that an amount must come to; None for any.
        show: Kinds of relationships; none for all.
        select: The entity whose evidence is open, "" for none.
    """

    number: int
    title: str
    caption: str
    view: str
    named: dict[str, tuple[str, ...]]
    hops: int
    min_amount: Decimal | None
    show: tuple[str, ...]
    select: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its file has it.

    Attributes:
        yaml: The file, which knows where everything stands.
    """

    title: str
    steps: tuple[Step, ...]
    yaml: YamlFile = field(repr=False)


def story_schema() -> Schema:
    """The JSON Schema of stories."""
    schema: Schema = json.loads((files(__package__) / "story.schema.json").read_text("utf-8"))
    return schema


def read_story(path: Path) -> Story:
    """The story in a file of YAML or JSON.

    Raises:
        MissingSourceError: The file is not there.
        SourceError: It cannot be read.
        SheetError: It is not what the schema asks for (SourceProblems for several problems).
    """
    yaml = parse_yaml(read_utf8(path, "a story in YAML or JSON"), str(path))
    raise_all(list(shape_problems(yaml, story_schema)))
    top = _mapping(yaml.value)
    steps, view = [], "network"
    for number, given in enumerate(_items(top["steps"])):
        steps.append(_step(number, _mapping(given), view))
        view = steps[-1].view
    return Story(str(top["title"]), tuple(steps), yaml)


def _step(number: int, given: dict[str, Value], view: str) -> Step:
    least = given.get("min_amount")
    hops = given.get("hops")
    return Step(
        number=number,
        title=str(given.get("title", "")),
        caption=str(given["caption"]).strip(),
        view=str(given.get("view", view)),
        named={part: tuple(map(str, _items(given[key]))) for key, part in PARTS.items() if key in given},
        hops=hops if isinstance(hops, int) else 1,
        min_amount=Decimal(least) if isinstance(least, int | Decimal) else None,
        show=tuple(map(str, _items(given.get("show", [])))),
        select=str(given.get("select", "")),
    )


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _items(value: Value) -> Iterable[Value]:
    """One value or several."""
    return value if isinstance(value, list) else [value]
