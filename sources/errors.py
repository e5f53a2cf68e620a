"""What can be wrong with a source, said with its place.

SourceError
├── SheetError            a value of a fact sheet or source.toml
├── TableError            a publisher's table cannot be read as it is
├── StatementsError       a file of statements cannot be read as it is
├── MissingSourceError    a folder or file that is not there
├── DuplicateIdError      one id, two definitions
└── SourceProblems        several of them, found in one reading
"""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.line == 0:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class SourceError(ValueError):
    """A source cannot be used as it is.

    Attributes:
        position: Where.
        message: What was there and what was wanted.
    """

    def __init__(self, position: Position, message: str) -> None:
        super().__init__(f"{position}: {message}")
        self.position = position
        self.message = message


class SheetError(SourceError):
    """A value of a fact sheet is not what the format asks for."""


class TableError(SourceError):
    """A publisher's table cannot be read as it is."""


class StatementsError(SourceError):
    """A file of statements, in RDF or as entities in JSON, cannot be read as it is."""


class MissingSourceError(SourceError, LookupError):
    """A folder or file named by the user or by a source is not there."""

    def __init__(self, path: Path, wanted: str) -> None:
        super().__init__(Position(str(path)), f"not found; wanted {wanted}")


class DuplicateIdError(SourceError):
    """One id is defined twice."""

    def __init__(self, position: Position, name: str, first: Position) -> None:
        super().__init__(position, f"{name!r} is defined a second time; the first is at {first}")
        self.first = first


class SourceProblems(SourceError):  # noqa: N818 - a group of errors, each of which is one
    """Several things are wrong; all are told at once."""

    def __init__(self, problems: list[SourceError]) -> None:
        self.problems = sorted(problems, key=lambda problem: (problem.position, problem.message))
        shown = [str(problem) for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            shown.append(f"and {len(self.problems) - SHOWN} more")
        ValueError.__init__(self, "\n".join(shown))
        self.position = self.problems[0].position
        self.message = self.problems[0].message


def raise_all(problems: list[SourceError]) -> None:
    """Nothing when the list is empty; else its one error, or all of them together."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise SourceProblems(problems)


def did_you_mean(word: str, known: list[str]) -> str:
    """A hint that names the nearest known words, or "" when none is near.

    Of a path such as person/soros the last part is compared: with its neighbours, and then with all.
    """
    head, _, tail = word.rpartition("/")
    tails = {name.rpartition("/")[2]: name for name in known}
    neighbours = {name.rpartition("/")[2]: name for name in known if name.rpartition("/")[0] == head}
    near = _near(tail, neighbours, 0.6) or _with_part(tail, neighbours) or _near(tail, tails, 0.8)
    if not near:
        return ""
    return f"; did you mean {' or '.join(repr(name) for name in near)}?"


def _near(word: str, names: dict[str, str], cutoff: float) -> list[str]:
    """The nearest name, and a second one only when it is nearly the same word."""
    near = get_close_matches(word, names, n=1, cutoff=cutoff)
    near += [name for name in get_close_matches(word, names, n=2, cutoff=0.8) if name not in near]
    return [names[name] for name in near]


def _with_part(word: str, names: dict[str, str]) -> list[str]:
    """The names one part of which is the word, when there are not many."""
    found = [name for tail, name in names.items() if word in tail.split("-")]
    return sorted(found) if len(found) <= 2 else []  # noqa: PLR2004 - a hint names one or two
