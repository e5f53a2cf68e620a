"""Contests printed like a prosecutor's that are none: an attorney general as STATE ATTORNEY, a question."""

from collections.abc import Iterator

import polars as pl

from sources.tables.elections.choices import CANDIDATE, OPTION, with_choices
from sources.tables.elections.contests import REFUSED_BY
from sources.tables.elections.jurisdictions import PROSECUTOR
from sources.tables.elections.offices import is_attorney_general, with_offices
from sources.tables.places.districts import district_counties

REFUSED: dict[str, type[pl.DataType]] = dict.fromkeys(REFUSED_BY, pl.String)
CONTEST = ["state", "date", "office", "district"]


def gather_refused(batches: Iterator[pl.DataFrame]) -> pl.DataFrame:
    """The contests that no district's prosecutor is elected in, by the columns of REFUSED_BY.

    So is a contest in a county if all its choices with votes are answers (in 2016 an amendment of Honolulu
    stands under PROSECUTING ATTORNEY), or candidates who stand for attorney general, or in several counties
    where the district is said to be the state, or in more counties than any prosecutor's district has where
    no district is named.

    Args:
        batches: Figures of the whole dataset, with the columns of `PRINTED` and `value`.
    """
    found = [_candidates(batch) for batch in batches]
    if len(found) == 0:
        return pl.DataFrame(schema=REFUSED)
    every = pl.concat(found).unique()
    general = every.filter("general").select("state", "date", "name_slug").unique()
    rows = every.filter("prosecutor").join(
        general.with_columns(_general=pl.lit(value=True)), on=["state", "date", "name_slug"], how="left"
    )
    counties = pl.col("county").drop_nulls().n_unique().over(*CONTEST, "name_slug")
    everywhere = pl.col("district").str.contains(r"(?i)^\s*state ?wide\s*$")
    unnamed = pl.col("district").is_null() & pl.col("nowhere")
    many = (unnamed & (counties > most_counties())) | (everywhere.fill_null(value=False) & (counties > 1))
    no_race = pl.col("question") | pl.col("_general").fill_null(value=False) | many
    judged = rows.with_columns(_no_race=no_race).group_by(REFUSED_BY).agg(pl.col("_no_race").all())
    return judged.filter("_no_race").select(REFUSED_BY).sort(REFUSED_BY, nulls_last=True)


def most_counties() -> int:
    """How many counties the largest prosecutor's district has that is known."""
    sizes = district_counties().group_by("district").agg(pl.col("county").n_unique())["county"]
    return int(max(sizes.to_list()))


def _candidates(figures: pl.DataFrame) -> pl.DataFrame:
    """Who has votes where, in contests that may be a prosecutor's or an attorney general's; answers too."""
    rows = with_choices(with_offices(figures.filter(pl.col("value") > 0)))
    return (
        rows.filter(pl.col("choice_kind").is_in([CANDIDATE, OPTION]))
        .select(
            *REFUSED_BY,
            "name_slug",
            question=pl.col("choice_kind") == OPTION,
            nowhere=pl.col("place") == "",
            prosecutor=(pl.col("office_kind") == PROSECUTOR),
            general=is_attorney_general(pl.col("office")),
        )
        .unique()
    )
