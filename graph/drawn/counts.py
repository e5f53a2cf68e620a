"""Candidacies of official counts: the contests with most votes, with votes and outcome of each candidate."""

from dataclasses import dataclass

import polars as pl

from graph.drawn.scope import EVERY_ROW, RowScope
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


def largest_contests(tables: EventTables, most: int, scope: RowScope = EVERY_ROW) -> Candidacies:
    """The candidacies of the contests with most votes.

    Args:
        tables: The event tables of a graph.
        most: How many candidacies are drawn; those of a contest all or none, except that of a contest
            with more than that those with most votes are drawn, as far as there is room.
        scope: Which contests may be drawn.
    """
    standing = _standing(tables, scope).filter(scope.of_candidacy().any().over(CONTEST))
    every = (
        standing.join(_votes(tables), on=CANDIDATE, how="left")
        .join(_outcomes(tables), on=CANDIDATE, how="left")
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


def _standing(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """Who stands in which contest that is wanted, where and when it is decided."""
    standing = tables.scan("candidacy").select(CANDIDATE).drop_nulls().unique()
    return standing.join(_contests(tables), on=CONTEST, how="left").filter(scope.of_contest())


def standings(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """Candidacies as edges from `payer` to `target`: to the place, and from there to the contest."""
    standing = _standing(tables, scope)
    place = pl.coalesce("jurisdiction", "contest")
    ran = standing.select(payer="candidate", target=place)
    return pl.concat([ran, standing.select(payer="jurisdiction", target="contest").drop_nulls()])


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
