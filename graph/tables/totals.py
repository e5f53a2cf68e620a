"""Sums researchers ask for all the time, made from the rows of one dataset and told with their number.

A sum leaves out what would count money twice: memo entries, superseded filings and gifts reported in
another row. `newMoney` leaves out transfers, refunds and loans as well. Votes are added up from
tallies that repeat no others. Sums of two datasets are never added: they may report the same money.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.tables.converted import scan_table
from graph.tables.flow_totals import ADDED, counted_flows, flow_totals, told_sums
from graph.tables.ranges import in_ranges
from sources.tables.layouts.rows import TYPES

FLOWS = ("contribution", "in-kind", "loan", "transfer", "refund", "expenditure", "operating-expenditure")
SPENDING = ("independent-expenditure",)
CANDIDATES = ("choice-candidate", "choice-option")
VOTES = (*CANDIDATES, "choice-write-in")


def totals(tables: Path, dataset: str) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sums of a dataset, table by table, ready to be told.

    Args:
        tables: The folder of its event tables.
        dataset: Its id.
    """
    flows = counted_flows(tables, (*FLOWS, *SPENDING))
    if flows is not None:
        yield from flow_totals(flows, tables, dataset)
    spending = counted_flows(tables, (*SPENDING, "expenditure"), ("supports", "opposes"))
    if spending is not None:
        key = ("spender", "candidate", "side", "year", "currency")
        yield from _made("candidate-total", _sided(spending), key, dataset, tables)
    tallies = scan_table(tables, "tally")
    if tallies is not None:
        yield from told_sums(
            "vote-total",
            _votes(tallies).sort("contest", "candidate", "reportingPlace").collect(engine="streaming"),
            dataset,
        )


def _sided(spending: pl.LazyFrame) -> pl.LazyFrame:
    """Each row once for whom it supports and once for whom it opposes."""
    sides = [
        spending.with_columns(
            pl.col("payer").alias("spender"), pl.col(column).alias("candidate"), pl.lit(side).alias("side")
        )
        for column, side in (("supports", "for"), ("opposes", "against"))
    ]
    return pl.concat(sides).filter(pl.col("candidate").is_not_null())


def _made(
    table: str, rows: pl.LazyFrame, key: tuple[str, ...], dataset: str, tables: Path
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Sums by a key, a range of its first part at a time."""
    before = 0
    for part in in_ranges(rows, pl.col(key[0]), tables.parent):
        sums = part.group_by(key).agg(ADDED).sort(key).collect()
        for name, told in told_sums(table, sums, dataset, before):
            yield name, told
            before += told.height


def counted_tallies(tallies: pl.LazyFrame) -> pl.LazyFrame:
    """Tallies of votes for anyone that repeat no others."""
    single = pl.col("repeated").is_null() | ~pl.col("repeated")
    return tallies.filter(single, pl.col("choiceKind").is_in(VOTES))


def _votes(tallies: pl.LazyFrame) -> pl.LazyFrame:
    """Votes of each candidate by place and in all, with the share of votes for anyone."""
    counted = counted_tallies(tallies).select(
        "contest", "candidacy", "candidate", "choiceKind", "reportingPlace", "value"
    )
    in_all = counted.with_columns(pl.lit(None, pl.String).alias("reportingPlace"))
    both = pl.concat([counted.filter(pl.col("reportingPlace").is_not_null()), in_all])
    cast = pl.col("value").sum().over("contest", "reportingPlace").alias("cast")
    votes = pl.col("value").sum().alias("votes")
    sums = (
        both.with_columns(cast)
        .filter(pl.col("choiceKind").is_in(CANDIDATES), pl.col("candidate").is_not_null())
        .group_by("contest", "candidacy", "candidate", "reportingPlace")
        .agg(votes, pl.len().cast(pl.Int64).alias("premises"), pl.col("cast").first())
    )
    hundredths = (pl.col("votes") * 10_000 + pl.col("cast") // 2) // pl.col("cast")
    share = pl.when(pl.col("cast") > 0).then(
        hundredths.cast(pl.Decimal(18, 0)) / pl.lit(100).cast(pl.Decimal(18, 2))
    )
    return sums.with_columns(share.cast(TYPES["decimal"]).alias("shareOfVotes")).drop("cast")
