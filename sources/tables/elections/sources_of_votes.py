"""One source for the votes of a choice in a place: the finest level, in one file, of the last count."""

import polars as pl

from sources.tables.elections.choices import CANDIDATE, NO_VOTES
from sources.tables.elections.problems import problems_of
from sources.tables.layouts.rows import LINE

VOTES_OF = ["contest", "state", "where", "key"]
WITHIN = ["contest", "state", "key"]
SOURCE = ["rollup", "file"]
COUNTY = 1


def without_other_sources(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of one source for each choice and place, and doubts where another source has another sum.

    Precincts come before the total of a county, that before the total of a district or state; of two files
    the first by name; a recount before the count it repeats.
    """
    last = figures.filter(pl.col("recount") == pl.col("recount").max().over(VOTES_OF))
    sources = last.group_by(*VOTES_OF, *SOURCE, maintain_order=True).agg(
        pl.col("value").sum(), pl.col(LINE).min(), pl.col("choice_kind").first()
    )
    ranked = sources.with_columns(_rank=pl.struct(SOURCE).rank("ordinal").over(VOTES_OF))
    local = ranked.filter((pl.col("rollup") <= COUNTY) & (pl.col("_rank") == 1))
    wide = _wide(ranked, local)
    chosen = pl.concat([local, wide]).select(*VOTES_OF, *SOURCE)
    kept = last.join(chosen, on=[*VOTES_OF, *SOURCE], how="semi", nulls_equal=True, maintain_order="left")
    return kept, pl.concat([_other_sums(ranked, local), _without_precincts(ranked)])


def _wide(ranked: pl.DataFrame, local: pl.DataFrame) -> pl.DataFrame:
    """Totals of districts and states whose parts are not there."""
    totals = ranked.filter((pl.col("rollup") > COUNTY) & (pl.col("_rank") == 1))
    return totals.join(local, on=WITHIN, how="anti").filter(
        pl.col("rollup") == pl.col("rollup").min().over(WITHIN)
    )


def _other_sums(ranked: pl.DataFrame, local: pl.DataFrame) -> pl.DataFrame:
    """Sources that are not counted, and do not have the sum of the one that is."""
    counted = local.select(*VOTES_OF, _sum="value", _file="file")
    others = ranked.filter((pl.col("rollup") <= COUNTY) & (pl.col("_rank") > 1))
    beside = others.join(counted, on=VOTES_OF, nulls_equal=True, maintain_order="left")
    parts = local.group_by(WITHIN).agg(_sum=pl.col("value").sum(), _file=pl.col("file").min())
    above = ranked.filter(pl.col("rollup") > COUNTY).join(parts, on=WITHIN, maintain_order="left")
    columns = ["file", LINE, "value", "choice_kind", "_sum", "_file"]
    odd = pl.concat([beside.select(columns), above.select(columns)]).filter(
        (pl.col("value") != pl.col("_sum")) & ~pl.col("choice_kind").is_in(NO_VOTES)
    )
    wanted = pl.format("{}, the sum of the parts from {} on, which is counted", "_sum", "_file")
    return problems_of(odd, "votes", pl.col("value"), wanted)


def _without_precincts(ranked: pl.DataFrame) -> pl.DataFrame:
    """Candidates who are in a county's total and in no precinct, though the contest has precincts there."""
    here = ["contest", "state", "where"]
    rows = ranked.with_columns(_precincts=(pl.col("rollup") == 0).any().over(here))
    alone = rows.filter(
        pl.col("_precincts")
        & (pl.col("rollup") == COUNTY)
        & (pl.col("_rank") == 1)
        & (pl.col("choice_kind") == CANDIDATE)
        & (pl.col("value") > 0)
    )
    return problems_of(
        alone, "votes", pl.col("key"), "a candidate in the precincts of the county; the total is counted"
    )
