"""County results of presidential elections: a row for each county with the votes of two parties and all.

Record layout: https://github.com/tonmcg/US_County_Level_Election_Results_08-24 (README). It says of the
results that "they are not authoritative", and that Alaska counts "at the house district-level, not the
county-level"; the codes of its districts, and of the wards of Washington, are the author's own, and some are
those of counties. The files name no candidates, so the two are told by their party alone.
"""

import re
from functools import partial

import polars as pl

from sources.county_presidential.columns import (
    CHOICES,
    COLUMNS_2008_2016,
    COLUMNS_2012_2016,
    COLUMNS_2016,
    COLUMNS_LATER,
    OF_2008_2016,
    OF_2012_2016,
    OF_A_YEAR,
    Votes,
)
from sources.county_presidential.places import with_places
from sources.errors import Position, SheetError
from sources.tables.elections.contests import ALL
from sources.tables.elections.days import general_election_day
from sources.tables.elections.figures import long_figures, number
from sources.tables.elections.printed import printed_rows
from sources.tables.elections.problems import problems_of
from sources.tables.elections.reader import OPTIONS, Reader, convert, gather
from sources.tables.layouts.columns import words
from sources.tables.layouts.layout import Kind, Options, Scan
from sources.tables.layouts.rows import LINE
from sources.tables.layouts.tabular import TabularLayout

YEAR = re.compile(r"(?:^|[/_])(\d{4})_US_County_Level")


def printed(
    columns: tuple[Votes, ...], frame: pl.DataFrame, file: str, options: Options
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of a batch with the columns of `PRINTED`, one for each column of votes, and the doubts."""
    places, odd = with_places(frame)
    years = {votes.year: votes.year or _year(file, options) for votes in columns}
    rows = [_rows(places, votes, years[votes.year]) for votes in columns]
    checks = [
        _checked(frame, {one.choice: one.column for one in columns if one.year == year}, year)
        for year in years
    ]
    return pl.concat(rows).sort(LINE, "date", "part", maintain_order=True), pl.concat([odd, *checks])


def _rows(places: pl.DataFrame, votes: Votes, year: int) -> pl.DataFrame:
    """A row for the votes of a column; none where a file of several years has no votes for one."""
    given = places.filter(words(votes.column).is_not_null()) if votes.year else places
    party, choice = CHOICES[votes.choice]
    return printed_rows(
        given,
        state=pl.col("state"),
        date=general_election_day(pl.lit(year)).dt.to_string("%Y-%m-%d"),
        election=pl.lit("election-kind-general"),
        office=pl.lit("President"),
        county=pl.col("county"),
        county_text=pl.col("county_text"),
        area=pl.col("area"),
        rollup=pl.col("rollup"),
        party=pl.lit(party, dtype=pl.String),
        choice=pl.lit(choice),
        mode=pl.lit("mode-total"),
        part=pl.lit(votes.column),
        votes=pl.col(votes.column),
    )


def _checked(frame: pl.DataFrame, columns: dict[str, str], year: int) -> pl.DataFrame:
    """Rows whose sums or difference are not those of their votes."""
    votes = {choice: number(column) for choice, column in columns.items()}
    parts = pl.sum_horizontal(votes[choice] for choice in votes if choice != "total")
    total = pl.col(columns["total"])
    sums = (parts != votes["total"]) if "oth" in votes else (parts > votes["total"])
    found = [
        problems_of(
            frame.filter(sums), columns["total"], total, pl.format("{}, the sum of the parties", parts)
        )
    ]
    name = f"diff_{year}" if year else "diff"
    if name in frame.columns:
        apart = (votes["dem"] - votes["gop"]).abs()
        said = pl.col(name).str.replace_all("[-,]", "").str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)
        wrong = frame.filter(words(name).is_not_null() & said.ne_missing(apart))
        found.append(
            problems_of(wrong, name, pl.col(name), pl.format("{}, the difference of the votes", apart))
        )
    return pl.concat(found)


def _year(file: str, options: Options) -> int:
    """The year of a file that does not say it in its columns.

    Raises:
        SheetError: Neither its name nor the option says it.
    """
    named = YEAR.search(file)
    year = options.get("year", "") or (named[1] if named else "")
    if re.fullmatch(r"(?:19|20)\d\d", year) is None:
        message = (
            f"year: {year!r} is no year; wanted a file name as 2020_US_County_Level_..., or options.year"
        )
        raise SheetError(Position(file), message)
    return int(year)


KINDS = {
    "year-2016": (COLUMNS_2016, OF_A_YEAR, ("state_abbr", "combined_fips", "votes_dem")),
    "year": (COLUMNS_LATER, OF_A_YEAR, ("state_name", "county_fips", "votes_dem")),
    "years-2012-2016": (COLUMNS_2012_2016, OF_2012_2016, ("combined_fips", "votes_dem_2012")),
    "years-2008-2016": (COLUMNS_2008_2016, OF_2008_2016, ("fips_code", "dem_2008")),
}
READERS = {
    name: Reader(partial(printed, votes), long_figures, contests=ALL) for name, (_, votes, _) in KINDS.items()
}


def _gather(scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
    return gather(READERS, scan, options)


LAYOUT = TabularLayout(
    name="county-presidential",
    title="County results of presidential elections, 2008 to 2024",
    publisher="Tony McGovern",
    record_layout="https://github.com/tonmcg/US_County_Level_Election_Results_08-24",
    kinds=tuple(
        Kind(name, columns, frozenset(required), partial(convert, READERS[name]))
        for name, (columns, _, required) in KINDS.items()
    ),
    options={"year": "The year of the election, where the names of the files do not say it."}
    | {name: meaning for name, meaning in OPTIONS.items() if name != "contests"},
    gather=_gather,
)
