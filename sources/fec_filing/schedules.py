"""Where each kind of record of money has its party, amount, day, purpose and candidate."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Names of columns of a kind of record; of several the first that is there and not blank counts.

    Attributes:
        party: How the names of the other party's columns start, "" when there is none.
        amount: Its amount.
        days: Its day.
        ids: Ids of the other party: of a committee, of a candidate.
        purposes: What it is for.
        candidate: How the names of the columns of the candidate it is about start, "" when there is none.
        balance: What is still owed of it, "" when nothing is.
    """

    party: str
    amount: str
    days: Names = ()
    ids: Names = ()
    purposes: Names = ()
    candidate: str = ""
    balance: str = ""


@cache
def schedules() -> MappingProxyType[str, Schedule]:
    """Where each kind of record of money has what."""
    return MappingProxyType({row.pop("kind"): _schedule(row) for row in _data("schedules.csv")})


def _schedule(row: dict[str, str]) -> Schedule:
    lists = {name: tuple(row[name].split()) for name in ("days", "ids", "purposes")}
    return Schedule(row["party"], row["amount"], **lists, candidate=row["candidate"], balance=row["balance"])


def _data(name: str) -> list[dict[str, str]]:
    """The rows of a data file beside this module."""
    text = files("sources.fec_filing").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A line of a form that rows are summed on.

    Who pays and is paid is "filer"; "either", the party of an id unless the entity type says that the
    party has none, else the party printed; "vendor", the party printed unless it is the candidate, who
    gets nothing; or "nobody" named.

    Attributes:
        form: The form, "" for lines that are the same on every form.
        line: The record type, for example SA11AI.
        table: The table its rows go to.
        mark: Why they are not new money, "" when they are.
        payer: Who pays.
        payee: Who is paid.
        meaning: What it is, in our words.
    """

    form: str
    line: str
    table: str
    mark: str
    payer: str
    payee: str
    meaning: str


@cache
def schedule_lines() -> tuple[ScheduleLine, ...]:
    """Every line of a form that rows are summed on."""
    return tuple(ScheduleLine(**row) for row in _data("schedule_lines.csv"))


@cache
def line_of(form: str, line: str) -> ScheduleLine | None:
    """The line of a form, None when there is none."""
    known = {(one.form, one.line): one for one in schedule_lines()}
    return known.get((form, line)) or known.get(("", line))
