"""Days of elections that are fixed by law."""

import polars as pl

NOVEMBER = 11


def general_election_day(year: pl.Expr) -> pl.Expr:
    """The day of the federal general election: the Tuesday after November's first Monday (2 U.S.C. 7)."""
    first = pl.date(year, NOVEMBER, 1)
    to_monday = (8 - first.dt.weekday().cast(pl.Int64)) % 7
    return first + pl.duration(days=to_monday + 1)
