"""What words like "Tuesday" or "last year" stand for in a document of a given day.

A document may have several possible days; a word then stands for every day it may stand for.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sources.edtf import DateInterval

WEEK = 7
MONTHS = 12
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
DAYS_AGO = {"today": 0, "yesterday": 1, "tomorrow": -1}
WEEKS_AGO = {"this week": 0, "earlier this week": 0, "last week": 1, "next week": -1}
MONTHS_AGO = {"this month": 0, "earlier this month": 0, "last month": 1, "next month": -1}
YEARS_AGO = {"this year": 0, "earlier this year": 0, "last year": 1, "next year": -1}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The days a word may stand for.

    Attributes:
        weekday: Day of the week, 0 for Monday, None for any.
    """

    first: date
    last: date
    weekday: int | None = None

    def includes(self, told: DateInterval) -> bool:
        """Whether one of the days is within a date."""
        first = max(self.first, told.earliest or self.first)
        last = min(self.last, told.latest or self.last)
        if first > last:
            return False
        return self.weekday is None or (self.weekday - first.weekday()) % WEEK <= (last - first).days


def meaning(words: str, published: DateInterval) -> Meaning | None:
    """What a wording may stand for in a document; None when it is no such word or the day is open.

    A weekday is the last one, the day itself included; a month is the last one that had begun. A week may
    begin on Sunday or on Monday.
    """
    first, last, text = published.earliest, published.latest, words.strip().casefold().removeprefix("in ")
    if first is None or last is None:
        return None
    if text in WEEKDAYS:
        return Meaning(first - timedelta(days=WEEK - 1), last, WEEKDAYS.index(text))
    if text in MONTH_NAMES:
        return _named_month(MONTH_NAMES.index(text) + 1, first, last)
    return _distant(text, first, last)


def _distant(text: str, first: date, last: date) -> Meaning | None:
    """Days, weeks, months and years at a distance from the document's own."""
    if text in DAYS_AGO:
        ago = timedelta(days=DAYS_AGO[text])
        return Meaning(first - ago, last - ago)
    if text in WEEKS_AGO:
        ago = timedelta(weeks=WEEKS_AGO[text])
        around = timedelta(days=WEEK - 1)
        return Meaning(first - ago - around, last - ago + around)
    if text in MONTHS_AGO:
        return Meaning(
            _month(first, MONTHS_AGO[text]), _month(last, MONTHS_AGO[text] - 1) - timedelta(days=1)
        )
    if text in YEARS_AGO:
        years = YEARS_AGO[text]
        return Meaning(date(first.year - years, 1, 1), date(last.year - years, MONTHS, 31))
    return None


def _named_month(month: int, first: date, last: date) -> Meaning:
    begin = date(first.year if month <= first.month else first.year - 1, month, 1)
    end = date(last.year if month <= last.month else last.year - 1, month, 1)
    return Meaning(begin, _month(end, -1) - timedelta(days=1))


def _month(day: date, ago: int) -> date:
    """The first day of the month some months before that of a day."""
    months = day.year * MONTHS + day.month - 1 - ago
    return date(months // MONTHS, months % MONTHS + 1, 1)
