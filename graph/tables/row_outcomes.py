"""Who won, lost or goes on, from the tallies of a dataset, by rules of law."""

from pathlib import Path

import polars as pl

from graph.derive.outcomes import Outcomes, outcomes
from graph.tables.converted import has_table
from graph.tables.totals import counted_tallies
from sources.tables.places.counties import states

CERTIFIED = "count-certified"
STATE = r"^(?:state|county|district|circuit)/us/([a-z]{2}|[0-9]{2})"


def row_outcomes(tables: Path, *, is_final: bool) -> Outcomes | None:
    """What follows from the tallies of a dataset; None when it has none.

    Args:
        tables: The folder of its event tables.
        is_final: Whether its files are final official counts.
    """
    if not all(has_table(tables, name) for name in ("tally", "contest")):
        return None
    tallies = counted_tallies(pl.scan_parquet(tables / "tally"))
    contests = _contests(tables, tallies, is_final=is_final)
    return outcomes(_votes(tables, tallies), contests)


def used_rules(found: Outcomes) -> list[str]:
    """The paths of the rules outcomes rest on."""
    return sorted(found.results["electoralRule"].unique())


def _codes() -> dict[str, str]:
    """The two letters of a state by its FIPS code, which the paths of counties start with."""
    return dict(states().select("fips", "code").iter_rows())


def _votes(tables: Path, tallies: pl.LazyFrame) -> pl.DataFrame:
    """Votes of each choice of a contest, with the number of counties they were counted in."""
    names = pl.scan_parquet(tables / "ballot-candidate").select(pl.col("id").alias("candidate"), "label")
    county = pl.col("reportingPlace").filter(pl.col("reportingPlace").str.starts_with("county/"))
    summed = tallies.group_by("contest", "candidacy", "candidate", "choiceKind").agg(
        pl.col("value").sum().alias("votes"), county.n_unique().cast(pl.Int64).alias("counties")
    )
    return summed.join(names, on="candidate", how="left").sort("contest", "candidacy").collect()


def _contests(tables: Path, tallies: pl.LazyFrame, *, is_final: bool) -> pl.DataFrame:
    status = tallies.group_by("contest").agg(
        pl.when((pl.col("countStatus") == CERTIFIED).all())
        .then(pl.lit(CERTIFIED))
        .otherwise(pl.col("countStatus").min())
        .alias("countStatus")
    )
    told = pl.scan_parquet(tables / "contest").select(
        pl.col("id").alias("contest"),
        "label",
        pl.col("date"),
        "jurisdiction",
        "officeKind",
        "electionKind",
        "seats",
        "dataset",
        pl.col("jurisdiction").str.extract(STATE, 1).replace(_codes()).alias("state"),
    )
    final = (pl.col("countStatus") == CERTIFIED) | pl.lit(is_final)
    return told.join(status, on="contest").with_columns(final.alias("isFinal")).sort("contest").collect()
