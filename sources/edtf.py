"""Dates as sources give them, in a part of the Extended Date/Time Format (ISO 8601-2:2019, annex A).

A date is an interval of days: a day, a month, a year, an interval between two of these, or one
with an open end (`../2018-06`, `2018-06/..`).
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WANTED = "a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """First and last day, both included; None where an end is open."""

    earliest: date | None
    latest: date | None


def read_date(text: str) -> DateInterval:
    """The days an EDTF date stands for.

    Raises:
        ValueError: The text is no such date.
    """
    start, slash, end = text.partition("/")
    if slash == "":
        return _single(text)
    if start == end == "..":
        raise ValueError(f"{text!r} is open at both ends")
    earliest = None if start == ".." else _single(start).earliest
    latest = None if end == ".." else _single(end).latest
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"{text!r} ends before it starts")
    return DateInterval(earliest, latest)


def narrowest(dates: Iterable[str]) -> str:
    """The EDTF date that stands for the fewest days, the first of them in order of text; "" for none."""
    return min(sorted(dates), key=_days_in, default="")


def _days_in(text: str) -> int:
    interval = read_date(text)
    if interval.earliest is None or interval.latest is None:
        return date.max.toordinal()
    return (interval.latest - interval.earliest).days + 1


def _single(text: str) -> DateInterval:
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not {WANTED}")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None  # noqa: S101 - the first group of the pattern always matches
    try:
        return _days(year, month, day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar; wanted {WANTED}") from error


def _days(year: int, month: int | None, day: int | None) -> DateInterval:
    if month is None:
        return DateInterval(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, month, 1)
        return DateInterval(first, first.replace(day=calendar.monthrange(year, month)[1]))
    return DateInterval(date(year, month, day), date(year, month, day))
