"""YAML with the position of every value, in the JSON-compatible part of YAML 1.2.

Numbers become int or Decimal, never float; `2018-06-05`, `007` and `no` stay text,
so that a county or a date is never taken for something else. Anchors, aliases and tags of one's own
are refused: a sheet says each thing where it is read.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeAlias

import yaml

from sources.errors import Position, SheetError
from sources.files import read_utf8

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value] | None"
Step: TypeAlias = str | int
Steps: TypeAlias = tuple[Step, ...]

INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
STRING = "tag:yaml.org,2002:str"
CORE_TAGS = "tag:yaml.org,2002:"
DIGITS = 18  # what a store computes with exactly
DEEPEST = 50
WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}


class Mark(Protocol):
    """A place in YAML text, counted from 0, as either of PyYAML's parsers gives it."""

    index: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's value and where each part of it stands.

    Attributes:
        positions: Where the value at each path starts.
        keys: Where the key of the value at each path stands.
    """

    file: str
    value: Value
    positions: dict[Steps, Position]
    keys: dict[Steps, Position]

    def at(self, *path: Step) -> Position:
        """The position of the value at a path, or of the nearest part around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.positions:
                return self.positions[path[:length]]
        return Position(self.file)

    def key_at(self, *path: Step) -> Position:
        """The position of the key of the value at a path; of its place when it has no key."""
        return self.keys.get(path) or self.at(*path)


def read_yaml(path: Path) -> YamlFile:
    """The value of a YAML file with positions.

    Raises:
        MissingSourceError: The file is not there.
        SourceError: It cannot be read.
        SheetError: It is not UTF-8, not YAML of the part above, or gives a key twice.
    """
    return parse_yaml(read_utf8(path, "a fact sheet in YAML"), str(path))


def parse_yaml(text: str, file: str) -> YamlFile:
    """The value of YAML text with positions; `file` names it in errors."""
    node = _compose(text, file)
    read = YamlFile(file, None, {}, {})
    return read if node is None else replace(read, value=_construct(node, (), read))


def _compose(text: str, file: str) -> yaml.Node | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            _refuse(event, depth, file)
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise SheetError(_mark(error.problem_mark, file), f"broken YAML: {_reason(error, text)}") from error
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode()
        place = Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise SheetError(
            place, f"broken YAML: the character U+{error.character:04X} is not allowed"
        ) from error
    return node


def _reason(error: yaml.MarkedYAMLError, text: str) -> str:
    mark = error.problem_mark
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        return "a tab; indent with spaces"
    if error.context == "expected a single document in the stream":
        return "a second document starts here; wanted one"
    problem = str(error.problem or error.context)
    if error.problem is None or error.context_mark is None:
        return problem
    return f"{problem}, {error.context} that starts in line {error.context_mark.line + 1}"


def _refuse(event: yaml.Event, depth: int, file: str) -> None:
    """Refuse what a sheet does not use, where it stands."""
    place = _mark(event.start_mark, file)
    if depth > DEEPEST:
        raise SheetError(place, f"nested more than {DEEPEST} levels deep")
    if isinstance(event, yaml.AliasEvent):
        raise SheetError(place, f"*{event.anchor}: aliases are not read; write the value out")
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise SheetError(place, f"&{event.anchor}: anchors are not read; write each value out")
    tag = getattr(event, "tag", None)
    if tag is not None and tag != "!" and not tag.startswith(CORE_TAGS):
        raise SheetError(place, f"{tag}: tags are not read; write the plain value")


def _construct(node: yaml.Node, path: Steps, read: YamlFile) -> Value:
    """The value of a node; its positions and those of its parts are added to what is read."""
    read.positions[path] = _mark(node.start_mark, read.file)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, read.positions[path])
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, number), read) for number, item in enumerate(node.value)]
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        place = _mark(key_node.start_mark, read.file)
        key = _key(key_node, place)
        if key in mapping:
            raise SheetError(place, f"the key {key!r} stands twice")
        read.keys[*path, key] = place
        mapping[key] = _construct(value_node, (*path, key), read)
    return mapping


def _key(node: yaml.Node, place: Position) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise SheetError(place, "a key must be a word")
    return str(node.value)


def _mark(mark: Mark | None, file: str) -> Position:
    return Position(file) if mark is None else Position(file, mark.line + 1, mark.column + 1)


def _scalar(node: yaml.ScalarNode, place: Position) -> Value:
    text = str(node.value)
    control = CONTROL.search(text)
    if control is not None:
        raise SheetError(place, f"the control character U+{ord(control[0]):04X} is not allowed")
    if node.style or node.tag == STRING:  # a plain scalar has no style, None or "" by loader
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text) or NUMBER.fullmatch(text):
        return _number(text, place)
    return text


def _number(text: str, place: Position) -> int | Decimal:
    whole, _, fraction = text.removeprefix("-").partition(".")
    if len(whole) > DIGITS or len(fraction) > DIGITS:
        message = f"more than {DIGITS} digits before or after the point; quote what is not a figure"
        raise SheetError(place, message)
    return Decimal(text) if fraction else int(text)
