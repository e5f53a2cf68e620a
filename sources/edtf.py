"""Dates as sources give them, in a part of the Extended Date/Time Format (ISO 8601-2:2019, annex A).

A date is an interval of days: a day, a month, a year, an interval between two of these, or one
with an open end (`../2018-06`, `2018-06/..`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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


def _single(text: str) -> DateInterval:
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None  # noqa: S101 - the first group of the pattern always matches
    if month is None:
        return DateInterval(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0  # noqa: PLR2004 - months of a year
        return DateInterval(date(year, month, 1), date(year, month, last))
    return DateInterval(date(year, month, day), date(year, month, day))
