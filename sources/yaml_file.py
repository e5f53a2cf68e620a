"""YAML with the position of every value, in the JSON-compatible part of YAML 1.2.

Numbers become int or Decimal, never float; `2018-06-05`, `007` and `no` stay text,
so that a county or a date is never taken for something else.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import yaml

from sources.errors import MissingSourceError, Position, SheetError

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value] | None"
Step: TypeAlias = str | int

INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's value and where each part of it stands."""

    file: str
    value: Value
    positions: dict[tuple[Step, ...], Position]

    def at(self, *path: Step) -> Position:
        """The position of the value at a path, or of the nearest part around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.positions:
                return self.positions[path[:length]]
        return Position(self.file)


def read_yaml(path: Path) -> YamlFile:
    """The value of a YAML file with positions.

    Raises:
        MissingSourceError: The file is not there.
        SheetError: The file is not UTF-8, not YAML, or gives a key twice.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise MissingSourceError(path, "a fact sheet in YAML") from error
    except UnicodeDecodeError as error:
        raise SheetError(Position(str(path)), f"byte {error.start} is not UTF-8") from error
    return parse_yaml(text, str(path))


def parse_yaml(text: str, file: str) -> YamlFile:
    """The value of YAML text with positions; `file` names it in errors."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Position(file) if mark is None else Position(file, mark.line + 1, mark.column + 1)
        raise SheetError(place, f"broken YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise SheetError(Position(file), f"broken YAML: {error}") from error
    positions: dict[tuple[Step, ...], Position] = {}
    value = None if node is None else _construct(node, (), file, positions)
    return YamlFile(file, value, positions)


def _construct(
    node: yaml.Node, path: tuple[Step, ...], file: str, positions: dict[tuple[Step, ...], Position]
) -> Value:
    positions[path] = _position(node, file)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, number), file, positions) for number, item in enumerate(node.value)]
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = _key(key_node, file)
        if key in mapping:
            raise SheetError(_position(key_node, file), f"the key {key!r} stands twice")
        mapping[key] = _construct(value_node, (*path, key), file, positions)
    return mapping


def _key(node: yaml.Node, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise SheetError(_position(node, file), "a key must be a word")
    return str(node.value)


def _position(node: yaml.Node, file: str) -> Position:
    return Position(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(node: yaml.ScalarNode) -> Value:
    text = str(node.value)
    if node.style:  # None or "" for a plain scalar, by loader
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        return Decimal(text)
    return text
