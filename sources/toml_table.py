"""A table of a TOML file that is used up field by field, so that no field is passed over."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sources.errors import Position, SheetError, did_you_mean
from sources.files import read_utf8

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
T = TypeVar("T")


class Table:
    """A table that is used up field by field; `close` refuses what is left."""

    def __init__(self, values: dict[str, object], name: str, file: str) -> None:
        self._values = dict(values)
        self._name = name
        self._file = file
        self._known: list[str] = []

    def take(self, field: str, read: Callable[[object], T], wanted: str, default: T | None = None) -> T:
        """The value of a field.

        Raises:
            SheetError: It is not there and has no default, or is not what is wanted.
        """
        self._known.append(field)
        if field not in self._values:
            if default is None:
                raise SheetError(Position(self._file), f"{self._label(field)} is missing; wanted {wanted}")
            return default
        value = self._values.pop(field)
        try:
            return read(value)
        except (TypeError, ValueError) as error:
            message = f"{self._label(field)}: {value!r} is not {wanted}"
            raise SheetError(Position(self._file), message) from error

    def text(self, field: str, wanted: str, default: str | None = None) -> str:
        """The text of a field; one without a default may not be empty."""
        return self.take(field, text if default is not None else some_text, wanted, default)

    def tables(self, field: str) -> list["Table"]:
        """The tables of an array of tables, none when it is not there."""
        empty: list[dict[str, object]] = []
        values = self.take(field, _tables, "an array of tables", empty)
        return [Table(value, f"{field}[{number}]", self._file) for number, value in enumerate(values)]

    def table(self, field: str) -> "Table":
        """The table of a field."""
        return Table(self.take(field, _table, "a table"), field, self._file)

    def has(self, field: str) -> bool:
        """Whether a field is there and not taken yet."""
        return field in self._values

    def left(self) -> tuple[str, ...]:
        """The fields nobody took."""
        return tuple(self._values)

    def close(self) -> None:
        """Refuse fields nobody took."""
        for field in self._values:
            hint = did_you_mean(field, self._known)
            message = f"{self._label(field)} is not a field of source.toml{hint}"
            raise SheetError(Position(self._file), message)

    def _label(self, field: str) -> str:
        return f"{self._name}.{field}" if self._name else field


def read_toml(path: Path, wanted: str) -> Table:
    """The table of a TOML file.

    Raises:
        MissingSourceError: The file is not there.
        SourceError: It cannot be read.
        SheetError: It is not UTF-8 or not TOML.
    """
    try:
        return Table(tomllib.loads(read_utf8(path, wanted)), "", str(path))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        place = PLACE.search(reason)
        position = Position(str(path)) if place is None else Position(str(path), int(place[1]), int(place[2]))
        raise SheetError(position, f"broken TOML: {PLACE.sub('', reason)}") from error


def text(value: object) -> str:
    """Text without control characters."""
    if not isinstance(value, str):
        raise TypeError
    if CONTROL.search(value):
        raise ValueError
    return value


def some_text(value: object) -> str:
    """Text that is not empty."""
    words = text(value)
    if words.strip() == "":
        raise ValueError
    return words


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(text(item) for item in a_list(value))


def a_list(value: object) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise TypeError
    return value


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def count(value: object) -> int:
    """A whole number from 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if value < 0:
        raise ValueError
    return value


def one_of(*known: str) -> Callable[[object], str]:
    """A reader of one of some words."""

    def read(value: object) -> str:
        if value not in known:
            raise ValueError
        return text(value)

    return read


def like(pattern: str) -> Callable[[object], str]:
    """A reader of text that matches a pattern as a whole."""

    def read(value: object) -> str:
        words = text(value)
        if re.fullmatch(pattern, words) is None:
            raise ValueError
        return words

    return read


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _tables(value: object) -> list[dict[str, object]]:
    return [_table(item) for item in a_list(value)]
