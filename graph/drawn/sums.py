"""Sums of filings between two ends: the largest, each of one dataset, small private donors in one.

Gifts come from `flow-total` and spending for and against candidates from `candidate-total`, so that no rows
are read, however many there are. A total that a publisher states is none of them.
"""

from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from graph.drawn.scope import EVERY_ROW, RowScope
from graph.rows.event_tables import EventTables
from graph.rows.money import GIFTS, SUMS, YEARS
from graph.tables.edge_names import SIDES

PUBLIC = ("candidate", "committee", "organization", "political-party")
"""Kinds of printed parties that always have a mark of their own."""
INDIVIDUAL = "party-kind-individual"
KEY = ("source", "target", "relation", "dataset", "currency")


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums that are drawn.

    Attributes:
        drawn: A row each, with a number in `mark`; `source` is empty for donors in one mark.
        members: The payers and targets behind each mark.
        found: How many sums there are.
    """

    drawn: pl.DataFrame
    members: pl.LazyFrame
    found: int


def largest_sums(tables: EventTables, most: int, named_from: Decimal, scope: RowScope = EVERY_ROW) -> Sums:
    """The largest sums of all datasets; sums of two datasets are never added.

    Args:
        tables: The event tables of a graph.
        most: How many are drawn.
        named_from: From how much on a private donor of one recipient has a mark of its own.
        scope: Which sums may be drawn.
    """
    gifts, spending = _gifts(tables, named_from, scope), _spending(tables, scope)
    pairs = pl.concat([gifts, spending], how="diagonal_relaxed").filter(scope.of_sums())
    summed = (
        pairs.group_by(KEY)
        .agg(
            *(pl.col(name).sum() for name in ("amount", "newMoney", "premises")),
            pl.col("first").min(),
            pl.col("last").max(),
            pl.len().alias("donors"),
            (pl.col("partyKind") == INDIVIDUAL).fill_null(value=False).all().alias("individuals"),
        )
        .filter(pl.col("amount") > 0, scope.of_amount())
        .collect(engine="streaming")
    )
    in_order = summed.sort("amount", *KEY, descending=[True, *[False] * len(KEY)], nulls_last=True)
    drawn = in_order.head(most).with_row_index("mark")
    keyed = drawn.lazy().select("mark", *KEY)
    members = pairs.join(keyed, on=KEY, nulls_equal=True).select("mark", "payer", *KEY)
    return Sums(drawn, members, summed.height)


def pairs_of_sums(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """The ends of all sums that may be drawn, as `payer` and `target`."""
    gifts = _gift_totals(tables, scope).select("payer", pl.lit("gaveTo").alias("relation"), target="payee")
    spent = _spending_totals(tables, scope).select(
        pl.col("spender").alias("payer"),
        pl.col("side").replace_strict(SIDES).alias("relation"),
        pl.col("candidate").alias("target"),
    )
    return pl.concat([gifts, spent]).filter(scope.of_sums()).select("payer", "target").unique()


def _gift_totals(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """Totals of gifts from one to another, by year."""
    return tables.scan("flow-total").filter(
        pl.col("totalOf").is_in(GIFTS),
        pl.col("payer") != pl.col("payee"),
        scope.of_years(pl.col("year")),
    )


def _spending_totals(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """Totals of spending for and against candidates, by year."""
    return tables.scan("candidate-total").filter(scope.of_years(pl.col("year")))


def _gifts(tables: EventTables, named_from: Decimal, scope: RowScope) -> pl.LazyFrame:
    """Gifts of a donor to a recipient over the years; the source of small private ones is empty."""
    pair = ("payer", "payee", "dataset", "currency")
    gifts = _gift_totals(tables, scope)
    kinds = tables.scan("party").group_by(pl.col("id").alias("payer")).agg(pl.col("partyKind").min())
    summed = gifts.group_by(pair).agg(*SUMS, *YEARS).join(kinds, on="payer", how="left")
    public = pl.col("partyKind").is_in([f"party-kind-{kind}" for kind in PUBLIC]).fill_null(value=False)
    is_small = pl.col("payer").str.starts_with("party/") & ~public & (pl.col("amount") < named_from)
    return summed.with_columns(
        pl.when(~is_small).then("payer").alias("source"),
        pl.col("payee").alias("target"),
        pl.lit("gaveTo").alias("relation"),
    ).drop("payee")


def _spending(tables: EventTables, scope: RowScope) -> pl.LazyFrame:
    """Spending for and against candidates over the years."""
    pair = ("spender", "candidate", "side", "dataset", "currency")
    summed = _spending_totals(tables, scope).group_by(pair).agg(*SUMS, *YEARS)
    return summed.select(
        pl.col("spender").alias("payer"),
        pl.col("spender").alias("source"),
        pl.col("candidate").alias("target"),
        pl.col("side").replace_strict(SIDES).alias("relation"),
        pl.exclude(pair),
        "dataset",
        "currency",
    )
