"""Sums of money by who pays whom, and by party and by state of the donor from those.

Rows are read once: a range of payers at a time they are added up by pair, and all other sums are added up
from the sums of pairs.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.tables.converted import has_table, scan_table
from graph.tables.ranges import in_ranges
from ontology import TABLES
from sources.tables.layouts.rows import ID, TYPES

COUNTED_ELSEWHERE = ("not-new-memo", "not-new-superseded", "not-new-reported-twice")
SUMS = (
    pl.col("amount").sum(),
    pl.col("amount").filter(pl.col("notNewMoney").is_null()).sum().alias("newMoney"),
    pl.len().cast(pl.Int64).alias("premises"),
)
PAIR = ("payer", "payee", "totalOf", "year", "currency")
SIDE = ("party", "flowDirection", *PAIR[2:])
PLACE = ("payee", "stateCode", *PAIR[2:])
ADDENDS = ("amount", "newMoney", "premises")
ADDED = pl.col(ADDENDS).sum()


def flow_totals(flows: pl.LazyFrame, tables: Path, dataset: str) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sums of rows of money, table by table, ready to be told.

    Args:
        flows: Rows as `counted_flows` gives them.
        tables: The folder of the event tables of a dataset.
        dataset: Its id.
    """
    before = 0
    sides, places = [], []
    for part in in_ranges(flows, "payer", tables.parent):
        sums = part.group_by(PAIR).agg(SUMS).collect(engine="streaming")
        paid = sums.filter(pl.col("payee").is_not_null())
        for name, told in told_sums("flow-total", paid.lazy(), PAIR, dataset, before):
            yield name, told
            before += told.height
        sides.append(_by_side(sums))
        places.append(_by_state(paid, tables))
    for table, parts, key in (("party-total", sides, SIDE), ("place-total", places, PLACE)):
        yield from told_sums(table, pl.concat(parts).lazy().group_by(key).agg(ADDED), key, dataset)


def counted_flows(tables: Path, names: tuple[str, ...]) -> pl.LazyFrame | None:
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


def _by_side(sums: pl.DataFrame) -> pl.DataFrame:
    """Each sum once for the committee it comes from and once for the one it goes to."""
    out = sums.with_columns(pl.col("payer").alias("party"), pl.lit("out").alias("flowDirection"))
    into = sums.with_columns(pl.col("payee").alias("party"), pl.lit("in").alias("flowDirection"))
    both = pl.concat([out, into]).filter(pl.col("party").str.starts_with("committee/"))
    return both.group_by(SIDE).agg(ADDED)


def _by_state(sums: pl.DataFrame, tables: Path) -> pl.DataFrame:
    """The sums whose payer is printed with a state."""
    parties = scan_table(tables, "party")
    if parties is None or sums.height == 0:
        return sums.head(0).with_columns(pl.lit(None, pl.String).alias("stateCode")).select(*PLACE, *ADDENDS)
    least, most = sums.select(pl.col("payer").min(), pl.col("payer").max().alias("most")).row(0)
    here = pl.col(ID).is_between(pl.lit(least), pl.lit(most))
    places = parties.filter(here).select(pl.col(ID).alias("payer"), "stateCode").drop_nulls()
    found = sums.lazy().join(places, on="payer").group_by(PLACE).agg(ADDED)
    return found.collect(engine="streaming")


def told_sums(
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
