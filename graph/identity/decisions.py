"""Decisions on who is who, as a file of lines that is only ever added to.

A line is a decision on two things: when, who, which two, the verdict and why. The latest decision on
two things stands, `undo` takes back what stood before; so two people's files may be put together in
any order. The file is tab-separated text: it is read, compared and merged like any other.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from graph.errors import DecisionError, WriteError

DECIMALS = 4
FORBIDDEN = str.maketrans(dict.fromkeys("\t\r\n", " "))


class Verdict(StrEnum):
    """What is decided of two things."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    UNDO = "undo"


class Made(StrEnum):
    """How a decision came about."""

    BY_HAND = "by hand"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file of decisions.

    Attributes:
        when: Day and time in UTC, for example 2026-11-22T15:00:00Z.
        who: Who decided; for an automatic decision, who asked for it.
        left: Path under `id/` of one thing, the smaller of the two.
        right: Path of the other.
        verdict: Whether the two are one.
        reason: Why, in words.
        score: Probability that the two are one as it was shown, "" for none.
        made: By hand or automatically.
        line: Number of the line it stands on, 0 when it is not written yet.
    """

    when: str
    who: str
    left: str
    right: str
    verdict: Verdict
    reason: str
    score: str = ""
    made: Made = Made.BY_HAND
    line: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        """The two things it is on."""
        return self.left, self.right

    def __str__(self) -> str:
        how = ", automatic" if self.made is Made.AUTOMATIC else ""
        sign = {"yes": "=", "no": "!=", "unsure": "?", "undo": "undone"}[self.verdict]
        return f"{self.left} {sign} {self.right} (line {self.line}, {self.who}{how}: {self.reason})"


COLUMNS = tuple(field.name for field in fields(Decision) if field.name != "line")


def decide(  # noqa: PLR0913 - the columns of a line
    when: datetime,
    who: str,
    pair: tuple[str, str],
    verdict: Verdict,
    reason: str,
    *,
    score: float | None = None,
    made: Made = Made.BY_HAND,
) -> Decision:
    """A decision on two things, ready to be written; the time is one in UTC."""
    left, right = sorted(pair)
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    shown = "" if score is None else f"{score:.{DECIMALS}f}"
    words = (" ".join(text.translate(FORBIDDEN).split()) for text in (who, reason))
    return Decision(stamp, next(words), left, right, verdict, next(words), shown, made)


def numbered(new: Iterable[Decision], made: Sequence[Decision]) -> tuple[Decision, ...]:
    """New decisions with the lines they will stand on, behind those that were made."""
    first = max((decision.line for decision in made), default=1) + 1
    return tuple(replace(decision, line=number) for number, decision in enumerate(new, first))


def append_decisions(path: Path, made: Iterable[Decision]) -> None:
    """Add decisions to the end of a file, which is started when it is not there.

    Raises:
        WriteError: The file cannot be written.
    """
    lines = ["\t".join(map(str, astuple(decision)[:-1])) + "\n" for decision in made]
    try:
        start = "" if path.is_file() and path.stat().st_size else "\t".join(COLUMNS) + "\n"
        with path.open("a", encoding="utf-8", newline="\n") as out:
            out.write(start + "".join(lines))
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every decision of a file, in order of its lines.

    Raises:
        DecisionError: The file is not there, or a line is no decision; the message has line and column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise DecisionError(path, 0, "", f"cannot be read: {reason}") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise DecisionError(path, 1, "", f"{rows[:1]} is not the header {' '.join(COLUMNS)}, tab-separated")
    return tuple(_read(path, number, row) for number, row in enumerate(rows[1:], 2) if row)


def _read(path: Path, number: int, row: Sequence[str]) -> Decision:
    if len(row) != len(COLUMNS):
        raise DecisionError(path, number, "", f"{len(row)} columns; wanted {len(COLUMNS)}, tab-separated")
    values = dict(zip(COLUMNS, row, strict=True))
    left, right = sorted((values["left"], values["right"]))
    return Decision(
        when=_instant(path, number, values["when"]),
        who=_filled(path, number, "who", values["who"]),
        left=_filled(path, number, "left", left),
        right=_other(path, number, left, right),
        verdict=Verdict(_one_of(path, number, "verdict", values["verdict"], Verdict)),
        reason=_filled(path, number, "reason", values["reason"]),
        score=_share(path, number, values["score"]),
        made=Made(_one_of(path, number, "made", values["made"], Made)),
        line=number,
    )


def _instant(path: Path, number: int, text: str) -> str:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError as error:
        raise DecisionError(
            path, number, "when", f"{text!r} is not a time such as 2026-11-22T15:00:00Z"
        ) from (error)
    return text


def _filled(path: Path, number: int, column: str, text: str) -> str:
    if not text.strip():
        raise DecisionError(path, number, column, "it is empty")
    return text


def _other(path: Path, number: int, left: str, right: str) -> str:
    if left == right:
        raise DecisionError(path, number, "right", f"{right!r} is the thing on the left as well")
    return right


def _one_of(path: Path, number: int, column: str, text: str, known: Iterable[str]) -> str:
    wanted = [str(one) for one in known]
    if text not in wanted:
        raise DecisionError(path, number, column, f"{text!r} is not one of {', '.join(wanted)}")
    return text


def _share(path: Path, number: int, text: str) -> str:
    try:
        fits = text == "" or 0 <= float(text) <= 1
    except ValueError:
        fits = False
    if not fits:
        raise DecisionError(path, number, "score", f"{text!r} is not a share from 0 to 1")
    return text


def standing(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """The decision that stands on each two things, in order of the things.

    The latest wins, among those of one time the one on the later line; what is undone stands no more.
    """
    latest: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: (one.when, one.line)):
        latest[decision.pair] = decision
    return {pair: found for pair, found in sorted(latest.items()) if found.verdict is not Verdict.UNDO}
