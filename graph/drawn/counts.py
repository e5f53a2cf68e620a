"""Candidacies of official counts: the contests with most votes, with votes and outcome of each candidate."""

from dataclasses import dataclass

import polars as pl

from graph.rows.event_tables import EventTables

CONTEST = ("dataset", "contest")
CANDIDATE = (*CONTEST, "candidate")


@dataclass(frozen=True, slots=True)
class Candidacies:
    """The candidacies that are drawn.

    Attributes:
        drawn: A row for each dataset, contest and candidate, in order of votes; `standing`, `size` and
            `tallies` are the candidates, votes and tallies of the whole contest.
        found: How many candidacies there are.
    """

    drawn: pl.DataFrame
    found: int


def largest_contests(tables: EventTables, most: int) -> Candidacies:
    """The candidacies of the contests with most votes.

    Args:
        tables: The event tables of a graph.
        most: How many candidacies are drawn; those of a contest all or none, except that of a contest
            with more than that those with most votes are drawn, as far as there is room.
    """
    standing = tables.scan("candidacy").select(CANDIDATE).drop_nulls().unique()
    every = (
        standing.join(_votes(tables), on=CANDIDATE, how="left")
        .join(_outcomes(tables), on=CANDIDATE, how="left")
        .join(_contests(tables), on=CONTEST, how="left")
        .collect(engine="streaming")
    )
    whole = (
        pl.len().over(CONTEST).alias("standing"),
        pl.col("votes").fill_null(0).sum().over(CONTEST).alias("size"),
        pl.col("premises").fill_null(0).sum().over(CONTEST).alias("tallies"),
    )
    order = ["size", *CONTEST, "votes", "candidate"]
    falling = [True, False, False, True, False]
    ranked = every.with_columns(whole).sort(order, descending=falling, nulls_last=True)
    place = pl.int_range(1, pl.len() + 1)
    fits = place.max().over(CONTEST) <= most
    return Candidacies(ranked.filter(fits | ((pl.col("standing") > most) & (place <= most))), ranked.height)


def _votes(tables: EventTables) -> pl.LazyFrame:
    in_all = tables.scan("vote-total").filter(pl.col("reportingPlace").is_null())
    sums = (pl.col("votes").sum(), pl.col("premises").sum(), pl.col("shareOfVotes").max())
    return in_all.group_by(CANDIDATE).agg(sums)


def _outcomes(tables: EventTables) -> pl.LazyFrame:
    said = (pl.col("outcomeCode").min(), pl.col("computation").min(), pl.col("electoralRule").min())
    return tables.scan("outcome").group_by(CANDIDATE).agg(said)


def _contests(tables: EventTables) -> pl.LazyFrame:
    said = (pl.col("jurisdiction").min(), pl.col("date").min())
    return tables.scan("contest").group_by("dataset", pl.col("id").alias("contest")).agg(said)
