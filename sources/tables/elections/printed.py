"""The rows of results as publishers print them, in columns that all readers share."""

from collections.abc import Sequence

import polars as pl

from sources.tables.elections.problems import problems_of
from sources.tables.layouts.columns import words
from sources.tables.layouts.rows import LINE, PROBLEM
from sources.tables.reading.mojibake import repair

PRINTED: dict[str, type[pl.DataType]] = {
    "state": pl.String,
    "date": pl.String,
    "election": pl.String,
    "special": pl.Boolean,
    "recount": pl.Int8,
    "ballot_party": pl.String,
    "office": pl.String,
    "district": pl.String,
    "seats": pl.Int64,
    "county": pl.String,
    "county_text": pl.String,
    "area": pl.String,
    "precinct": pl.String,
    "rollup": pl.Int8,
    "party": pl.String,
    "choice": pl.String,
    "write_in": pl.Boolean,
    "incumbent": pl.Boolean,
    "status": pl.String,
    "mode": pl.String,
    "whole": pl.Boolean,
    "part": pl.String,
    "votes": pl.String,
}
"""What a reader says of a row.

state: two small letters; null for the country. date: year-month-day. election: code of `ElectionKind`.
special: the contest is a special one. recount: 0 for the first count, 1 for a recount, 2 for another.
ballot_party: the party whose ballot it is, where the file says so. office, district, party, choice,
county_text, precinct: as printed, null for blank. county: path of the county. area: path of another place the
votes were counted in. rollup: 0 for votes that nothing else adds up, 1 for the total of a county, 2 of a
district, 3 of a state. status: code of `CountStatus` where the row says it. mode, whole and part: of a row
with one figure, its code of `VoteMode`, whether it holds the votes of all modes, and what tells it from other
figures of the line. votes: the figure of such a row.
"""
REPAIRED = ("office", "district", "county_text", "precinct", "party", "choice")
NO = pl.lit(value=False)
RAW = "="
"""Stands before the name of a publisher's column of votes."""


def printed_rows(frame: pl.DataFrame, keep: Sequence[str] = (), **said: pl.Expr) -> pl.DataFrame:
    """The rows of a batch with the columns of `PRINTED`.

    Args:
        frame: The publisher's columns and `line`.
        keep: Columns of votes of the publisher that are kept besides, with `RAW` in front of their names.
        said: What the reader says; what it does not say is null, false or nought.
    """
    usual = {"special": NO, "recount": pl.lit(0), "rollup": pl.lit(0), "whole": pl.lit(value=True)}
    values = [
        said.get(name, usual.get(name, pl.lit(None))).cast(kind).alias(name) for name, kind in PRINTED.items()
    ]
    return frame.select(LINE, *(pl.col(name).alias(RAW + name) for name in keep), *values)


def first_words(frame: pl.DataFrame, *names: str) -> pl.Expr:
    """The text of the first of some columns that is not blank; null where there is none."""
    have = [words(name) for name in names if name in frame.columns]
    return pl.coalesce(have) if have else pl.lit(None, dtype=pl.String)


def with_repairs(printed: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with text that was decoded wrongly repaired where that is proved, and the repairs."""
    problems = [pl.DataFrame(schema=PROBLEM)]
    fixed = []
    for name in REPAIRED:
        column, repairs = repair(printed[name])
        if repairs.height:
            fixed.append(column)
            problems.append(_repairs(printed, name, repairs))
    return printed.with_columns(fixed), pl.concat(problems)


def _repairs(printed: pl.DataFrame, name: str, repairs: pl.DataFrame) -> pl.DataFrame:
    rows = printed.join(repairs, left_on=name, right_on="found", maintain_order="left")
    wanted = pl.format("{}, as it was before it was decoded wrongly", "repaired")
    return problems_of(rows, name, pl.col(name), wanted)
