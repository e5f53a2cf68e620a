"""Results as OpenElections publishes them: a row for each choice in a place, columns for ways of voting.

Record layout: the headers that OpenElections asks for (county, precinct, office, district, party, candidate,
votes, and columns for ways of voting), https://github.com/openelections/openelections-data-ny/issues/59 and
https://github.com/openelections/openelections-data-tx/issues/313; names of files,
https://github.com/openelections/openelections-data-ut/issues/39. Some files keep their county's own columns.
"""

from dataclasses import dataclass
from functools import partial

import polars as pl

from sources.errors import Position, SheetError
from sources.openelections.columns import (
    CHOICE,
    COLUMNS,
    COUNTIES,
    MODES,
    NAMES,
    OFFICE,
    PARTY,
    PRECINCT,
    VOTES,
    WHOLE,
)
from sources.openelections.doubts import OPEN, doubts_of
from sources.openelections.filename import KINDS, FileElection, election_of
from sources.tables.elections.figures import figures_of
from sources.tables.elections.printed import first_words, printed_rows
from sources.tables.elections.reader import OPTIONS, Reader, convert, gather
from sources.tables.layouts.columns import words
from sources.tables.layouts.layout import Kind, Options, Sample, Scan
from sources.tables.layouts.tabular import TabularLayout
from sources.tables.places.counties import county_paths

TOTAL_ROW = r"(?i)^(?:grand |county |precinct )?totals?:?$|^county-?wide(?: totals?)?$|^all precincts$"
STATE_ROW = r"(?i)^(?:grand |state |statewide )?totals?:?$|^state-?wide$|^all counties$"
YES = r"(?i)^(?:true|yes|y|x|1|w|w/i)$"
WAYS = {
    "polling": "mode-election-day",
    "polling place": "mode-election-day",
    "election day": "mode-election-day",
    "early voting": "mode-early",
    "early": "mode-early",
    "absentee": "mode-absentee",
    "mail": "mode-mail",
    "provisional": "mode-provisional",
    "total": "mode-total",
}
WAY = "vote_type"
SHOWN = 4
COUNTY, DISTRICT = 1, 2
"""Rollups: a row without a precinct is the total of its county, one without a county that of its district."""


def printed(frame: pl.DataFrame, file: str, options: Options) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of a batch with the columns of `PRINTED`, and what is doubtful about them."""
    election = election_of(file, options)
    _check_columns(frame, file)
    read = _with_places(frame, election)
    rows = printed_rows(
        read,
        keep=[] if WAY in frame.columns else [name for name in frame.columns if name in {*WHOLE, *MODES}],
        state=pl.lit(election.state),
        date=pl.lit(election.date),
        election=pl.lit(f"election-kind-{election.kind}"),
        recount=first_words(frame, "recount").is_not_null(),
        ballot_party=pl.lit(election.party or None, dtype=pl.String),
        office=first_words(frame, *OFFICE),
        district=first_words(frame, "district"),
        seats=first_words(frame, "seats", "votes_allowed").str.extract(r"^(\d{1,3})(?:\.0)?$"),
        county=pl.coalesce("_county", "_of_file"),
        county_text=pl.col("_county_text"),
        precinct=pl.col("_precinct"),
        rollup=pl.col("_rollup"),
        party=pl.col("_party").str.replace(OPEN, "${1}"),
        choice=_choice(frame),
        write_in=_if_yes(frame, "write-in", "write_in"),
        incumbent=_if_yes(frame, "incumbent"),
        **_way(frame),
    )
    beside = rows.with_columns(read["_party"], read["_county"])
    return rows, doubts_of(beside, election)


def _check_columns(frame: pl.DataFrame, file: str) -> None:
    """Refuse a file without offices, choices or votes.

    Raises:
        SheetError: One of them has no column.
    """
    needed = {"office": OFFICE, "candidate": (*CHOICE, *NAMES), "votes": (*WHOLE, *MODES)}
    for what, names in needed.items():
        if not any(name in frame.columns for name in names):
            message = f"no column of {what}; wanted one of {', '.join(names[:SHOWN])}"
            raise SheetError(Position(file, 1, 1), message)


def _with_places(frame: pl.DataFrame, election: FileElection) -> pl.DataFrame:
    """The frame with the place and level of its rows, and the party as the file has it."""
    text = _unless(STATE_ROW, _county(frame, election))
    places = frame.with_columns(
        _precinct=_unless(TOTAL_ROW, _precinct(frame)),
        _county_text=text,
        _county=county_paths(pl.lit(election.state), text),
        _party=first_words(frame, *PARTY),
    )
    named = pl.col("_county_text").is_not_null()
    of_file = pl.lit(election.county or None, dtype=pl.String)
    level = pl.when(pl.col("_precinct").is_not_null()).then(0).when(named).then(COUNTY).otherwise(DISTRICT)
    return places.with_columns(_rollup=level, _of_file=pl.when(named).then(of_file))


def _way(frame: pl.DataFrame) -> dict[str, pl.Expr]:
    """The way of voting of rows that have one each."""
    if WAY not in frame.columns:
        return {}
    way = first_words(frame, WAY).str.to_lowercase()
    mode = way.replace_strict(WAYS, default="mode-other", return_dtype=pl.String)
    return {"mode": mode, "whole": way == "total", "votes": first_words(frame, *WHOLE)}


def _if_yes(frame: pl.DataFrame, *names: str) -> pl.Expr:
    """True where a column says so, else null: what is not marked is not said."""
    return pl.when(first_words(frame, *names).str.contains(YES)).then(pl.lit(value=True))


def _precinct(frame: pl.DataFrame) -> pl.Expr:
    """The precinct as printed; in files with a level, the place of the rows of precincts."""
    usual = first_words(frame, *PRECINCT)
    if "reporting_level" not in frame.columns:
        return usual
    return pl.coalesce(usual, pl.when(_is_precinct_level()).then(first_words(frame, "jurisdiction")))


def _county(frame: pl.DataFrame, election: FileElection) -> pl.Expr:
    """The county as printed, or as the name of the file has it."""
    named = pl.lit(election.county_text or None, dtype=pl.String)
    if not any(name in frame.columns for name in COUNTIES):
        return named
    if "reporting_level" not in frame.columns:
        return first_words(frame, *COUNTIES)
    place = pl.when(~_is_precinct_level()).then(first_words(frame, "jurisdiction"))
    return pl.coalesce(first_words(frame, "county"), place, named)


def _is_precinct_level() -> pl.Expr:
    return words("reporting_level").str.contains("(?i)precinct").fill_null(value=False)


def _unless(pattern: str, text: pl.Expr) -> pl.Expr:
    """The text, null where it is a row of totals."""
    return pl.when(~text.str.contains(pattern)).then(text)


def _choice(frame: pl.DataFrame) -> pl.Expr:
    """The choice as printed, or the parts of a name in their order."""
    if any(name in frame.columns for name in CHOICE):
        return first_words(frame, *CHOICE)
    parts = [first_words(frame, name) for name in NAMES]
    whole = pl.concat_str(parts, separator=" ", ignore_nulls=True)
    return pl.when(whole != "").then(whole)


READER = Reader(printed, partial(figures_of, columns=VOTES), offices=OFFICE)
RESULTS = "results"


@dataclass(frozen=True, slots=True)
class OpenElectionsLayout(TabularLayout):
    """A layout whose one kind of record has a column of offices and one of choices under several names."""

    def recognises(self, sample: Sample) -> bool:
        """Whether all columns are known, and some name an office, a choice and votes."""
        have = {name.strip().casefold() for name in sample.header}
        needed = (OFFICE, (*CHOICE, *NAMES), (*WHOLE, *MODES))
        return have <= set(COLUMNS) and all(have & set(names) for names in needed)


def _gather(scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
    return gather({RESULTS: READER}, scan, options)


LAYOUT = OpenElectionsLayout(
    name="openelections",
    title="OpenElections: official results by county and precinct",
    publisher="OpenElections",
    record_layout="https://github.com/openelections/openelections-data-ny/issues/59",
    kinds=(Kind(RESULTS, COLUMNS, frozenset(), partial(convert, READER)),),
    options={
        "state": "Two letters of the state, where the names of the files do not say it.",
        "date": "The day of the election, year-month-day, where the names of the files do not say it.",
        "election": f"The kind of election, where the names of the files do not say it: {', '.join(KINDS)}.",
    }
    | OPTIONS,
    gather=_gather,
)
