"""What the name of an OpenElections file says: 20161108__ga__general__chatham__precinct.csv.

The order is date, state, kind of election, county, level; "special" and a party come before the kind,
"runoff" after it, and the number of a district may follow. OpenElections gives the pattern as
yyyymmdd__{state}__{primary|general}__{county_name}__precinct.csv, with the name of the county in small
letters and underscores for spaces (openelections-data-ut issue 39).
"""

import re
from dataclasses import dataclass
from functools import cache

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.tables.layouts.layout import Options
from sources.tables.places.counties import county_paths, states

START = re.compile(r"(?:^|[/_])_?(\d{8})__([A-Za-z]{2})__(.+)$")
SUFFIXES = re.compile(r"(?:\.(?:csv|tsv|txt|gz|zst|zip|bz2|xz|xlsx))+$", re.IGNORECASE)
KINDS = ("general", "primary", "runoff", "primary-runoff", "special", "special-runoff", "recall")
PARTIES = {
    "republican": "republican",
    "democratic": "democratic",
    "democrat": "democratic",
    "libertarian": "libertarian",
}
LEVELS = {"precinct": "precinct", "ward": "precinct", "county": "county"}


@dataclass(frozen=True, slots=True)
class FileElection:
    """The election a file is of.

    Attributes:
        state: Two small letters.
        date: Year-month-day.
        kind: One of KINDS.
        party: The party whose primary it is; "" where the name says none.
        county: Path of the county; "" where the name says none.
        county_text: The county as the name has it.
        level: precinct or county, "" where the name says neither.
    """

    state: str
    date: str
    kind: str
    party: str = ""
    county: str = ""
    county_text: str = ""
    level: str = ""


def election_of(file: str, options: Options) -> FileElection:
    """The election of a file, by its name, and by the options state, date and election where they are given.

    Raises:
        SheetError: Neither says one of them, or says it wrongly.
    """
    given = tuple(options.get(name, "") for name in ("state", "date", "election"))
    return _read(file, *given)


@cache
def _read(file: str, state: str, date: str, kind: str) -> FileElection:
    found = START.search(SUFFIXES.sub("", file))
    words = [] if found is None else [word for part in found[3].split("__") for word in _words(part.lower())]
    if found is not None:
        state = state or found[2]
        date = date or f"{found[1][:4]}-{found[1][4:6]}-{found[1][6:]}"
    state = state.lower()
    _check(file, state, date, kind or _kind(words), state in set(states()["code"]))
    county, text = _county(state, words)
    return FileElection(
        state=state,
        date=date,
        kind=kind or _kind(words),
        party=next((PARTIES[word] for word in words if word in PARTIES), ""),
        county=county,
        county_text=text,
        level=next((LEVELS[word] for word in reversed(words) if word in LEVELS), ""),
    )


def _words(part: str) -> list[str]:
    """The words of a part of a name: general_runoff is two, la_paz is one."""
    pieces = part.strip(".").split("_")
    known = {"general", "primary", "runoff", "special", "recall", *PARTIES, *LEVELS}
    return pieces if any(piece in known for piece in pieces) else [part]


def _kind(words: list[str]) -> str:
    """The kind of election the words say, "" for none."""
    first = next((word for word in ("recall", "special", "primary") if word in words), "")
    if first == "recall":
        return first
    if "runoff" in words:
        return f"{first}-runoff" if first else "runoff"
    return first or ("general" if "general" in words else "")


def _county(state: str, words: list[str]) -> tuple[str, str]:
    """The path and the name of the county a word is."""
    names = [word.replace("_", " ") for word in words if word not in {"general", *PARTIES, *LEVELS}]
    frame = pl.DataFrame(
        {"state": [state] * len(names), "name": names},
        schema_overrides={"name": pl.String, "state": pl.String},
    )
    paths = frame.select(county_paths(pl.col("state"), pl.col("name"))).to_series()
    return next(((path, name) for path, name in zip(paths, names, strict=True) if path is not None), ("", ""))


def _check(file: str, state: str, date: str, kind: str, known: bool) -> None:  # noqa: FBT001 - one caller, above
    """Refuse what is no election.

    Raises:
        SheetError: With what was there and what was wanted.
    """
    position = Position(file)
    if not known:
        wanted = "a file name as 20161108__ga__general__precinct.csv, or options.state"
        raise SheetError(position, f"state: {state!r} is no state; wanted {wanted}")
    if re.fullmatch(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", date) is None:
        raise SheetError(position, f"date: {date!r} is no day; wanted year-month-day in options.date")
    if kind not in KINDS:
        hint = (
            did_you_mean(kind, list(KINDS))
            or f"; wanted one of {', '.join(KINDS)} in the name or options.election"
        )
        raise SheetError(position, f"election: {kind!r} is no kind of election{hint}")
