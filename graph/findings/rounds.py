"""Run-offs and the contests they are the second round of, by office and day."""

from collections.abc import Mapping
from datetime import date, timedelta

from graph.findings.statements import Statements

ONE_YEAR = timedelta(days=366)


def first_rounds(known: Statements) -> Mapping[str, str]:
    """The first round of each run-off: the last contest for its office within the year before it."""
    firsts: dict[str, list[tuple[date, str]]] = {}
    run_offs: list[tuple[date, str, str]] = []
    for path in known.world.entities:
        office, day = known.linked(path, "office"), _day(path, known)
        if not office or day is None or not known.is_a(path, "Contest"):
            continue
        if known.is_a(path, "RunoffContest"):
            run_offs.append((day, path, office))
        elif not known.is_a(path, "RecallElection"):
            firsts.setdefault(office, []).append((day, path))
    found = ((path, _last_before(day, firsts.get(office, []))) for day, path, office in run_offs)
    return {path: first for path, first in found if first}


def _day(contest: str, known: Statements) -> date | None:
    held = known.held(contest)
    return None if held is None else held.latest


def _last_before(day: date, contests: list[tuple[date, str]]) -> str:
    """The contest held last before a day, "" when none was within a year."""
    earlier = [(held, path) for held, path in contests if day - ONE_YEAR <= held < day]
    return max(earlier)[1] if earlier else ""
