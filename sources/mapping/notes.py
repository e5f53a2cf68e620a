"""What is found while a mapping file is read: problems with their place, and the columns it names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sources.errors import Position, SheetError, SourceError, did_you_mean
from sources.mapping.model import BUILT_IN, Part
from sources.mapping.templates import TemplateError, read_path, read_template
from sources.yaml_file import Steps, Value, YamlFile


@dataclass
class Notes:
    """A mapping file while it is read.

    Attributes:
        yaml: The file.
        problems: What is wrong with it.
        used: The columns named so far, and where the first time.
    """

    yaml: YamlFile
    problems: list[SourceError] = field(default_factory=list)
    used: dict[str, Position] = field(default_factory=dict)

    def at(self, path: Steps) -> Position:
        """Where a value stands."""
        return self.yaml.at(*path)

    def problem(self, path: Steps, message: str) -> None:
        """Note what is wrong with a value."""
        self.problems.append(SheetError(self.at(path), message))

    def key_problem(self, path: Steps, message: str) -> None:
        """Note what is wrong with a key."""
        self.problems.append(SheetError(self.yaml.key_at(*path), message))

    def unknown_key(self, path: Steps, what: str, known: Iterable[str]) -> None:
        """Note a key that is none, with the nearest that is one."""
        names = list(known)
        hint = did_you_mean(str(path[-1]), names) or f"; wanted one of {', '.join(names)}"
        self.key_problem(path, f"{path[-1]!r} is not {what}{hint}")

    def use(self, column: str, path: Steps) -> str:
        """Note that a column is used."""
        self.used.setdefault(column, self.at(path))
        return column

    def template(self, text: str, path: Steps, *, in_path: bool = False) -> tuple[Part, ...]:
        """The pieces of a template, () when it is none."""
        try:
            parts = read_path(text) if in_path else read_template(text)
        except TemplateError as error:
            self.problem(path, f"{path[-1]}: {text!r} is not {error.wanted}")
            return ()
        for part in parts:
            if part.column and part.column not in BUILT_IN:
                self.use(part.column, path)
        return parts


def text_of(value: Value) -> str:
    """A scalar of a mapping file as text; nothing is ""."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def texts_of(value: Value) -> tuple[str, ...]:
    """The texts of a list, or of one scalar."""
    return tuple(text_of(item) for item in (value if isinstance(value, list) else [value]))


def node_of(value: Value) -> dict[str, Value]:
    """A mapping in YAML, empty when there is none."""
    return value if isinstance(value, dict) else {}
