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
ADDENDS = ("amount", "newMoney", "premises")
ADDED = pl.col(ADDENDS).sum()
PAIR = ("payer", "payee", "totalOf", "year", "currency")
SIDE = ("party", "flowDirection", *PAIR[2:])
PLACE = ("payee", "stateCode", *PAIR[2:])
COMMITTEE = "committee/"
MANY = 1_000_000
"""Sums that wait to be added up."""


def flow_totals(flows: pl.LazyFrame, tables: Path, dataset: str) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sums of rows of money, table by table, ready to be told.

    Args:
        flows: Rows as `counted_flows` gives them.
        tables: The folder of the event tables of a dataset.
        dataset: Its id.
    """
    before = 0
    sides, places = Sums(SIDE), Sums(PLACE)
    for part in in_ranges(flows.select(*PAIR, *ADDENDS), "payer", tables.parent):
        sums = part.group_by(PAIR).agg(ADDED).collect()
        paid = sums.filter(pl.col("payee").is_not_null())
        for name, told in told_sums("flow-total", paid, PAIR, dataset, before):
            yield name, told
            before += told.height
        sides.add(_by_side(sums))
        places.add(_by_state(paid, tables))
    for table, every in (("party-total", sides), ("place-total", places)):
        yield from told_sums(table, every.together(), every.key, dataset)


def counted_flows(tables: Path, names: tuple[str, ...], sides: tuple[str, ...] = ()) -> pl.LazyFrame | None:
    """Rows of money that are counted, with what is added up, the class of their table and their year.

    Args:
        tables: The folder of the event tables of a dataset.
        names: The tables of the rows.
        sides: Columns with whom the money is spent for or against.
    """
    is_new = pl.col("notNewMoney").is_null()
    frames = [
        pl.scan_parquet(tables / name)
        .filter(is_new | ~pl.col("notNewMoney").is_in(COUNTED_ELSEWHERE))
        .select(
            "payer",
            *(
                pl.col(side) if side in TABLES[name].columns else pl.lit(None, pl.String).alias(side)
                for side in ("payee", *sides)
            ),
            "amount",
            "currency",
            pl.when(is_new).then("amount").otherwise(0).cast(TYPES["decimal"]).alias("newMoney"),
            pl.lit(1, pl.Int64).alias("premises"),
            pl.col("date").str.head(4).cast(pl.Int64).alias("year"),
            pl.lit(TABLES[name].cls).alias("totalOf"),
        )
        for name in names
        if has_table(tables, name)
    ]
    return pl.concat(frames) if frames else None


class Sums:
    """Sums by a key that are added up as they come, so that few wait."""

    def __init__(self, key: tuple[str, ...]) -> None:
        """There are none yet."""
        self.key = key
        self._waiting: list[pl.DataFrame] = []
        self._most = MANY

    def add(self, sums: pl.DataFrame) -> None:
        """Take more sums, of which several may have one key."""
        self._waiting.append(sums.select(*self.key, *ADDENDS))
        if sum(some.height for some in self._waiting) > self._most:
            self._waiting = [self.together()]
            self._most = max(MANY, 2 * self._waiting[0].height)

    def together(self) -> pl.DataFrame:
        """One sum for each key."""
        return pl.concat(self._waiting).group_by(self.key).agg(ADDED)


def _by_side(sums: pl.DataFrame) -> pl.DataFrame:
    """Each sum once for the committee it comes from and once for the one it goes to."""
    sides = [
        sums.filter(pl.col(party).str.starts_with(COMMITTEE))
        .with_columns(pl.col(party).alias("party"), pl.lit(direction).alias("flowDirection"))
        .group_by(SIDE)
        .agg(ADDED)
        for party, direction in (("payer", "out"), ("payee", "in"))
    ]
    return pl.concat(sides)


def _by_state(sums: pl.DataFrame, tables: Path) -> pl.DataFrame:
    """The sums whose payer is printed with a state."""
    parties = scan_table(tables, "party")
    if parties is None or sums.height == 0:
        return sums.head(0).with_columns(pl.lit(None, pl.String).alias("stateCode"))
    least, most = sums.select(pl.col("payer").min(), pl.col("payer").max().alias("most")).row(0)
    here = pl.col(ID).is_between(pl.lit(least), pl.lit(most))
    places = parties.filter(here).select(pl.col(ID).alias("payer"), "stateCode").drop_nulls()
    return sums.join(places.collect(), on="payer")


def told_sums(
    table: str, sums: pl.DataFrame, key: tuple[str, ...], dataset: str, before: int = 0
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Sums in order of their key, numbered from those told before."""
    if sums.height == 0:
        return
    made = sums.sort(key)
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
