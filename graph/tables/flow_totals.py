"""Sums of money by who pays whom, and by party and by state of the donor from those.

Rows are read once: a range of payers at a time they are added up by pair, and all other sums are added up
from the sums of pairs.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.tables.converted import has_table, scan_table
from graph.tables.ranges import apart, ends_of
from ontology import TABLES
from sources.tables.layouts.rows import ID, TYPES

COUNTED_ELSEWHERE = ("not-new-memo", "not-new-superseded", "not-new-reported-twice")
ADDENDS = ("amount", "newMoney", "premises")
ADDED = pl.col(ADDENDS).sum()
PAIR = ("payer", "payee", "totalOf", "year", "currency")
BY_PAYER = pl.col("payer").hash()
BY_HASH = (BY_PAYER, pl.col("payee").hash(), pl.struct(PAIR[2:]).hash())
"""Millions of pairs are in order of hashes, which takes a quarter of the time that texts take."""
SIDE = ("party", "flowDirection", *PAIR[2:])
OUT = ("payer", *PAIR[2:])
PLACE = ("payee", "stateCode", *PAIR[2:])
COMMITTEE = "committee/"
MANY = 4_000_000
"""Sums that wait to be added up."""


def flow_totals(flows: pl.LazyFrame, tables: Path, dataset: str) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sums of rows of money, table by table, ready to be told.

    Args:
        flows: Rows as `counted_flows` gives them.
        tables: The folder of the event tables of a dataset.
        dataset: Its id.
    """
    before = 0
    out, places = Sums(OUT), Sums(PLACE)
    for part, states in _with_states(flows.select(*PAIR, *ADDENDS), tables):
        sums = part.group_by(PAIR).agg(ADDED).collect()
        paid = sums.filter(pl.col("payee").is_not_null()).sort(BY_HASH)
        for name, told in told_sums("flow-total", paid, dataset, before):
            yield name, told
            before += told.height
        out.add(sums.filter(pl.col("payer").str.starts_with(COMMITTEE)))
        in_state = paid.join(states.collect(), on="payer", how="left")
        is_wanted = pl.col("stateCode").is_not_null() | pl.col("payee").str.starts_with(COMMITTEE)
        places.add(in_state.filter(is_wanted))
    received = places.together()
    sides = pl.concat([_side(out.together(), "payer", "out"), _side(received, "payee", "in")])
    yield from told_sums("party-total", sides.sort(SIDE), dataset)
    yield from told_sums("place-total", received.drop_nulls("stateCode").sort(PLACE), dataset)


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
        """Take more sums, of which several may have one key; few texts stand in many of them."""
        self._waiting.append(sums.select(*self.key, *ADDENDS).cast({pl.String: pl.Categorical}))
        if sum(some.height for some in self._waiting) > self._most:
            self._waiting = [self._added()]
            self._most = max(MANY, 2 * self._waiting[0].height)

    def together(self) -> pl.DataFrame:
        """One sum for each key."""
        return self._added().cast({pl.Categorical: pl.String})

    def _added(self) -> pl.DataFrame:
        every = pl.concat(self._waiting).lazy()
        return every.group_by(self.key).agg(ADDED).collect(engine="streaming")


def _side(sums: pl.DataFrame, party: str, direction: str) -> pl.DataFrame:
    """The sums of committees that pay, or that are paid."""
    named = sums.with_columns(pl.col(party).alias("party"), pl.lit(direction).alias("flowDirection"))
    return named.filter(pl.col("party").str.starts_with(COMMITTEE)).group_by(SIDE).agg(ADDED)


def _with_states(flows: pl.LazyFrame, tables: Path) -> Iterator[tuple[pl.LazyFrame, pl.LazyFrame]]:
    """Rows of money in ranges of their payers, and the states that those payers are printed with."""
    parties = scan_table(tables, "party")
    if parties is None:
        parties = pl.LazyFrame(schema={ID: pl.String, "stateCode": pl.String})
    states = parties.select(pl.col(ID).alias("payer"), "stateCode").drop_nulls()
    ends = ends_of(flows, BY_PAYER)
    both = (apart(rows, BY_PAYER, ends, tables.parent) for rows in (flows, states))
    yield from zip(*both, strict=True)


def told_sums(
    table: str, sums: pl.DataFrame, dataset: str, before: int = 0
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Sums as a table has them, numbered in their order from those told before."""
    if sums.height == 0:
        return
    number = pl.int_range(before + 1, before + sums.height + 1).cast(pl.String)
    columns = TABLES[table].columns
    filled = sums.with_columns(
        pl.concat_str(pl.lit(f"{table}/{dataset}/"), number).alias(ID),
        pl.lit(f"dataset/{dataset}").alias("dataset"),
    )
    yield (
        table,
        filled.select(ID, *(pl.col(name).cast(TYPES[columns[name].kind]) for name in sorted(columns))),
    )
