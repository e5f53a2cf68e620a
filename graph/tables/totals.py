"""Sums researchers ask for all the time, made from the rows of one dataset and told with their number.

A sum leaves out what would count money twice: memo entries, superseded filings and gifts reported in
another row. `newMoney` leaves out transfers, refunds and loans as well. Votes are added up from
tallies that repeat no others. Sums of two datasets are never added: they may report the same money.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.tables.converted import has_table, scan_table
from graph.tables.ranges import in_ranges
from ontology import TABLES
from sources.tables.layouts.rows import ID, TYPES

FLOWS = ("contribution", "in-kind", "loan", "transfer", "refund", "expenditure", "operating-expenditure")
SPENDING = ("independent-expenditure",)
COUNTED_ELSEWHERE = ("not-new-memo", "not-new-superseded", "not-new-reported-twice")
CANDIDATES = ("choice-candidate", "choice-option")
VOTES = (*CANDIDATES, "choice-write-in")
SUMS = (
    pl.col("amount").sum(),
    pl.col("amount").filter(pl.col("notNewMoney").is_null()).sum().alias("newMoney"),
    pl.len().cast(pl.Int64).alias("premises"),
)


def totals(tables: Path, dataset: str) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sums of a dataset, table by table, ready to be told.

    Args:
        tables: The folder of its event tables.
        dataset: Its id.
    """
    flows = _flows(tables, (*FLOWS, *SPENDING))
    if flows is not None:
        both = ("payer", "payee", "totalOf", "year", "currency")
        yield from _made("flow-total", flows.filter(pl.col("payee").is_not_null()), both, dataset, tables)
        yield from _made(
            "party-total", _one_sided(flows), ("party", "flowDirection", *both[2:]), dataset, tables
        )
        yield from _made(
            "place-total", _with_state(flows, tables), ("payee", "stateCode", *both[2:]), dataset, tables
        )
    spending = _flows(tables, (*SPENDING, "expenditure"))
    if spending is not None:
        key = ("spender", "candidate", "side", "year", "currency")
        yield from _made("candidate-total", _sided(spending), key, dataset, tables)
    tallies = scan_table(tables, "tally")
    if tallies is not None:
        yield from _told("vote-total", _votes(tallies), ("contest", "candidate", "reportingPlace"), dataset)


def _flows(tables: Path, names: tuple[str, ...]) -> pl.LazyFrame | None:
    """Rows of money that are counted, with the class of their table and their year."""
    frames = [
        pl.scan_parquet(tables / name).select(
            "payer",
            pl.col("payee") if "payee" in TABLES[name].columns else pl.lit(None, pl.String).alias("payee"),
            *(
                pl.col(side) if side in TABLES[name].columns else pl.lit(None, pl.String).alias(side)
                for side in ("supports", "opposes")
            ),
            "amount",
            "currency",
            "notNewMoney",
            pl.col("date").str.head(4).cast(pl.Int64).alias("year"),
            pl.lit(TABLES[name].cls).alias("totalOf"),
        )
        for name in names
        if has_table(tables, name)
    ]
    if not frames:
        return None
    counted = pl.col("notNewMoney").is_null() | ~pl.col("notNewMoney").is_in(COUNTED_ELSEWHERE)
    return pl.concat(frames).filter(counted)


def _one_sided(flows: pl.LazyFrame) -> pl.LazyFrame:
    """Each row once for the committee it comes from and once for the one it goes to."""
    out = flows.with_columns(pl.col("payer").alias("party"), pl.lit("out").alias("flowDirection"))
    into = flows.with_columns(pl.col("payee").alias("party"), pl.lit("in").alias("flowDirection"))
    return pl.concat([out, into]).filter(pl.col("party").str.starts_with("committee/"))


def _with_state(flows: pl.LazyFrame, tables: Path) -> pl.LazyFrame:
    """Rows whose payer is printed with a state."""
    parties = scan_table(tables, "party")
    if parties is None:
        return flows.with_columns(pl.lit(None, pl.String).alias("stateCode")).head(0)
    places = parties.select(pl.col(ID).alias("payer"), "stateCode").drop_nulls()
    return flows.filter(pl.col("payee").is_not_null()).join(places, on="payer")


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
    for part in in_ranges(rows, key[0], tables.parent):
        sums = part.group_by(key).agg(SUMS)
        for name, told in _told(table, sums, key, dataset, before):
            yield name, told
            before += told.height


def _told(
    table: str, sums: pl.LazyFrame, key: tuple[str, ...], dataset: str, before: int = 0
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Sums in order of their key, numbered from those told before."""
    made = sums.sort(key).collect(engine="streaming")
    if made.height == 0:
        return
    number = pl.int_range(before + 1, before + made.height + 1).cast(pl.String)
    columns = TABLES[table].columns
    filled = made.with_columns(
        pl.concat_str(pl.lit(f"{table}/{dataset}/"), number).alias(ID),
        pl.lit(f"dataset/{dataset}").alias("dataset"),
    )
    yield (
        table,
        filled.select(ID, *(pl.col(name).cast(TYPES[columns[name].kind]) for name in sorted(columns))),
    )


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
