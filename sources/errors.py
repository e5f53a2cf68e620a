"""What can be wrong with a source, said with its place.

SourceError
├── SheetError            a value of a fact sheet or source.toml
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
    """A hint that names the nearest known words, or "" when none is near."""
    near = get_close_matches(word, known, n=2, cutoff=0.6)
    if not near:
        tails = {name.rpartition("/")[2]: name for name in known}
        near = [
            tails[tail] for tail in get_close_matches(word.rpartition("/")[2], list(tails), n=1, cutoff=0.8)
        ]
    if not near:
        return ""
    return f"; did you mean {' or '.join(repr(name) for name in near)}?"
