"""Rows in the shape of the Commission's file of contributions by individuals (itcont)."""

# ruff: noqa: SIM905 (words read better as a line than as a list)

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from fec.donors import donors
from fec.draw import Draws, at, padded, ranks
from fec.hostile import spoil
from fec.masters import CONDUIT, MOST, candidates, committees

ITCONT = (
    "CMTE_ID AMNDT_IND RPT_TP TRANSACTION_PGI IMAGE_NUM TRANSACTION_TP ENTITY_TP NAME CITY STATE ZIP_CODE "
    "EMPLOYER OCCUPATION TRANSACTION_DT TRANSACTION_AMT OTHER_ID TRAN_ID FILE_NUM MEMO_CD MEMO_TEXT SUB_ID"
).split()
DAYS = [date(2023, 1, 1) + timedelta(days=number) for number in range(731)]
MONTHS = [f"M{day.month}" for day in DAYS]
PEOPLES_TYPES = {"15": 600, "15E": 180, "24T": 100, "15J": 50, "10": 35, "22Y": 20, "11": 10, "20Y": 5}
OTHERS_TYPES = {"10": 50, "15": 20, "18K": 10, "15J": 10, "18G": 5, "22Z": 5}
CANDIDATES_TYPES = {"15C": 80, "16C": 20}
REFUNDS = ("22Y", "22Z", "20Y")
DOLLARS = (25, 50, 10, 100, 5, 250, 500, 1000, 20, 35, 15, 3300, 2500, 1, 3, 200, 75, 150, 5000, 6600, 2000)
LARGE = (5000, 1000, 2500, 10_000, 500, 25_000, 50_000, 100_000, 250_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class World:
    """What all rows share.

    Attributes:
        hostile: The share of rows with a hostile value, from 0 to 1.
    """

    seed: int
    hostile: float
    masters: pl.DataFrame
    running: pl.DataFrame
    donor_ranks: pl.Series
    committee_ranks: pl.Series


def make_world(rows: int, seed: int, hostile: float) -> World:
    """Committees, candidates and donors in numbers that suit so many rows."""
    masters = committees(seed, min(MOST, 12 + rows // 500))
    running = candidates(seed, masters)
    return World(seed, hostile, masters, running, ranks(max(5, rows // 5)), ranks(masters.height))


def make_rows(world: World, start: int, stop: int) -> pl.DataFrame:
    """The rows from `start` to before `stop`, with who gives and what is hostile beside them."""
    rows = pl.select(pl.int_range(start, stop, dtype=pl.UInt64).alias("row"))
    draws = Draws(world.seed, rows)
    rows = rows.with_columns(
        draws.rank("donor", world.donor_ranks).alias("donor"),
        draws.rank("committee", world.committee_ranks).alias("committee"),
        (draws.rank("day", ranks(len(DAYS))) * 311 % len(DAYS)).alias("day"),
    )
    rows = donors(rows, world.seed, world.masters, world.running)
    rows = rows.with_columns(_type(draws).alias("TRANSACTION_TP")).with_columns(_payee(), _memo(draws))
    draws = Draws(world.seed, rows)
    rows = rows.with_columns(*_money(draws), *_report(draws), *_others(world, draws))
    return spoil(rows, world.seed, world.hostile)


def _type(draws: Draws) -> pl.Expr:
    kind = pl.col("kind")
    return (
        pl.when(kind == "person")
        .then(draws.weigh("type of gift", PEOPLES_TYPES))
        .when(kind == "candidate")
        .then(draws.weigh("type of gift", CANDIDATES_TYPES))
        .otherwise(draws.weigh("type of gift", OTHERS_TYPES))
    )


def _payee() -> pl.Expr:
    """A conduit reports what it passes on; `meant` stays the committee it is for."""
    passed = pl.col("TRANSACTION_TP") == "24T"
    return pl.when(passed).then(pl.lit(CONDUIT, pl.UInt64)).otherwise(pl.col("committee")).alias("payee")


def _memo(draws: Draws) -> pl.Expr:
    marked = (pl.col("TRANSACTION_TP") == "15J") | draws.happens("memo", 0.02)
    return pl.when(marked).then(pl.lit("X")).otherwise(pl.lit("")).alias("MEMO_CD")


def _money(draws: Draws) -> list[pl.Expr]:
    """Whole dollars as people give, some with cents; refunds and charge-backs below zero."""
    small = at(pl.Series(DOLLARS), draws.rank("amount", ranks(len(DOLLARS))))
    large = at(pl.Series(LARGE), draws.rank("amount", ranks(len(LARGE))))
    dollars = pl.when(pl.col("kind") == "person").then(small).otherwise(large)
    dollars = pl.when(draws.happens("nothing", 0.001)).then(0).otherwise(dollars).cast(pl.String)
    cents = pl.concat_str(pl.lit("."), padded(draws.below("cents", 99) + 1, 2))
    odd, zeros = draws.happens("odd", 0.12), draws.happens("zeros", 0.03)
    fraction = pl.when(odd).then(cents).when(zeros).then(pl.lit(".00")).otherwise(pl.lit(""))
    back = (pl.col("TRANSACTION_TP").is_in(REFUNDS) | draws.happens("back", 0.01)) & (dollars != "0")
    sign = pl.when(back).then(pl.lit("-")).otherwise(pl.lit(""))
    day = at([f"{day:%m%d%Y}" for day in DAYS], pl.col("day"))
    return [pl.concat_str(sign, dollars, fraction).alias("TRANSACTION_AMT"), day.alias("TRANSACTION_DT")]


def _report(draws: Draws) -> list[pl.Expr]:
    """The filing, one for a committee and a month, and what it says of itself."""
    months = [(day.year - DAYS[0].year) * 12 + day.month for day in DAYS]
    filing = at(pl.Series(months, dtype=pl.UInt64), pl.col("day")) * MOST + pl.col("payee") + 1_000_000
    filed = at([f"{day + timedelta(days=40):%Y%m%d}" for day in DAYS], pl.col("day"))
    elections = {"P2024": 50, "G2024": 40, "": 8, "R2024": 2}
    return [
        filing.cast(pl.String).alias("FILE_NUM"),
        at(MONTHS, pl.col("day")).alias("RPT_TP"),
        draws.weigh("amended", {"N": 75, "A": 23, "T": 2}, "payee").alias("AMNDT_IND"),
        draws.weigh("election", elections).alias("TRANSACTION_PGI"),
        pl.concat_str(filed, padded(9_000_000_000 + pl.col("row") // 3, 10)).alias("IMAGE_NUM"),
        pl.concat_str(pl.lit("SA11AI."), pl.col("row") + 4001).alias("TRAN_ID"),
        pl.concat_str(pl.lit("4"), filed, padded(pl.col("row") + 1, 10)).alias("SUB_ID"),
    ]


def _others(world: World, draws: Draws) -> list[pl.Expr]:
    """The committee, and the other committee or candidate that stands behind a gift."""
    ids, names = world.masters["CMTE_ID"], world.masters["CMTE_NM"]
    kind, meant = pl.col("TRANSACTION_TP"), at(ids, pl.col("committee"))
    earmarked = pl.format("EARMARKED FOR {} ({})", at(names, pl.col("committee")), meant)
    joint = at(ids, draws.below("joint", ids.len(), "committee"))
    return [
        at(ids, pl.col("payee")).alias("CMTE_ID"),
        pl.when(kind == "15E").then(pl.lit(ids[CONDUIT])).when(kind == "24T").then(meant)
        .when(kind == "15J").then(joint).when(pl.col("kind").is_in(["committee", "candidate"]))
        .then(pl.col("giving id")).otherwise(pl.lit("")).alias("OTHER_ID"),
        pl.when(kind == "15E").then(pl.lit("* EARMARKED CONTRIBUTION: SEE BELOW"))
        .when(kind == "24T").then(earmarked)
        .when(kind == "15J").then(pl.lit("JFC ATTRIBUTION")).when(kind.is_in(REFUNDS)).then(pl.lit("REFUND"))
        .when(pl.col("MEMO_CD") == "X").then(pl.lit("REATTRIBUTION")).otherwise(pl.lit(""))
        .alias("MEMO_TEXT"),
    ]  # fmt: skip
