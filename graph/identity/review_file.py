"""Candidates as a file to edit and send around: a row a candidate, with columns for verdict and reason."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from graph.errors import DecisionError, WriteError
from graph.identity.candidates import Candidate
from graph.identity.decisions import Decision, Verdict, decide

VERDICT, REASON = "verdict", "reason"
WRITTEN_BY_HAND = (VERDICT, REASON)
COLUMNS = (
    *WRITTEN_BY_HAND,
    "probability",
    "kind",
    "left_name",
    "right_name",
    "left_facts",
    "right_facts",
    "left_money",
    "right_money",
    "why",
    "left",
    "right",
)
VERDICTS = {
    "y": Verdict.YES,
    "yes": Verdict.YES,
    "n": Verdict.NO,
    "no": Verdict.NO,
    "u": Verdict.UNSURE,
    "unsure": Verdict.UNSURE,
    "undo": Verdict.UNDO,
}


def write_review(candidates: Iterable[Candidate], path: Path) -> int:
    """Write candidates, with verdict and reason empty; give their number.

    Raises:
        WriteError: The file cannot be written.
    """
    rows = [_row(candidate) for candidate in candidates]
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerows([COLUMNS, *rows])
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
    return len(rows)


def _row(candidate: Candidate) -> tuple[str, ...]:
    left, right = candidate.left, candidate.right
    return (
        "",
        "",
        f"{candidate.probability:.4f}",
        candidate.group,
        left.label,
        right.label,
        "; ".join(left.facts),
        "; ".join(right.facts),
        str(left.money),
        str(right.money),
        "; ".join(map(str, candidate.reasons)),
        left.path,
        right.path,
    )


def read_review(path: Path, when: datetime, who: str) -> Iterator[Decision]:
    """The decisions of a file that `write_review` made and people filled in; rows without a verdict are none.

    Raises:
        DecisionError: The file is not such a file; the message has line and column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restkey="", strict=True)
            missing = [
                name for name in (*WRITTEN_BY_HAND, "left", "right") if name not in (reader.fieldnames or ())
            ]
            if missing:
                raise DecisionError(path, 1, missing[0], "there is no such column")
            for row in reader:
                yield from _decision(path, reader.line_num, row, when, who)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise DecisionError(path, 0, "", f"cannot be read: {reason}") from error


def _decision(path: Path, line: int, row: dict[str, str], when: datetime, who: str) -> Iterator[Decision]:
    written = (row[VERDICT] or "").strip().lower()
    if not written:
        return
    verdict = VERDICTS.get(written)
    if verdict is None:
        wanted = "yes, no, unsure or undo"
        raise DecisionError(path, line, VERDICT, f"{row[VERDICT]!r} is not {wanted}")
    for column in (REASON, "left", "right"):
        if not (row[column] or "").strip():
            raise DecisionError(path, line, column, "it is empty")
    if row["left"] == row["right"]:
        raise DecisionError(path, line, "right", f"{row['right']!r} is the thing on the left as well")
    yield decide(when, who, (row["left"], row["right"]), verdict, row[REASON], score=_score(path, line, row))


def _score(path: Path, line: int, row: dict[str, str]) -> float | None:
    written = row.get("probability") or ""
    try:
        score = float(written) if written else None
    except ValueError as error:
        raise DecisionError(path, line, "probability", f"{written!r} is not a share from 0 to 1") from error
    if score is not None and not 0 <= score <= 1:
        raise DecisionError(path, line, "probability", f"{written!r} is not a share from 0 to 1")
    return score
