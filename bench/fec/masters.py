"""Committees, candidates and the linkages between them.

Columns as in the Commission's file descriptions of the committee master (cm), the candidate master
(cn) and the candidate-committee linkage (ccl).
"""

# ruff: noqa: SIM905 (words read better as a line than as a list)

import polars as pl

from fec import words
from fec.draw import Draws, at, padded
from fec.people import business, first_name, last_name, place

CM = (
    "CMTE_ID CMTE_NM TRES_NM CMTE_ST1 CMTE_ST2 CMTE_CITY CMTE_ST CMTE_ZIP CMTE_DSGN CMTE_TP "
    "CMTE_PTY_AFFILIATION CMTE_FILING_FREQ ORG_TP CONNECTED_ORG_NM CAND_ID"
).split()
CN = (
    "CAND_ID CAND_NAME CAND_PTY_AFFILIATION CAND_ELECTION_YR CAND_OFFICE_ST CAND_OFFICE "
    "CAND_OFFICE_DISTRICT CAND_ICI CAND_STATUS CAND_PCC CAND_ST1 CAND_ST2 CAND_CITY CAND_ST CAND_ZIP"
).split()
CCL = "CAND_ID CAND_ELECTION_YR FEC_ELECTION_YR CMTE_ID CMTE_TP CMTE_DSGN LINKAGE_ID".split()
OF = "committee"
CONDUIT = 0
"""The committee that passes earmarked gifts on."""
TYPES = {"H": 35, "S": 8, "P": 3, "N": 20, "Q": 14, "O": 14, "X": 2, "Y": 2, "V": 1, "W": 1}
OFFICES = {"H": "CONGRESS", "S": "SENATE", "P": "PRESIDENT"}
ENTITIES = {"H": "CCM", "S": "CCM", "P": "CCM", "X": "PTY", "Y": "PTY", "N": "PAC", "Q": "PAC"}
MOST = 20_000
YEAR = "2024"


def committees(seed: int, count: int) -> pl.DataFrame:
    """The committee master, with the number of each committee and what the other tables need."""
    frame = pl.select(pl.int_range(count, dtype=pl.UInt64).alias(OF))
    draws = Draws(seed, frame)
    kind = draws.weigh("type", TYPES, OF)
    frame = frame.with_columns(
        pl.when(pl.col(OF) == CONDUIT).then(pl.lit("V")).when(pl.col(OF) == 1).then(pl.lit("H"))
        .otherwise(kind).alias("CMTE_TP"),
        pl.concat_str(pl.lit("C00"), padded(pl.col(OF) * 41 + 100_003, 6)).alias("CMTE_ID"),
        pl.concat_str(last_name(draws, OF), pl.lit(", "), first_name(draws, OF)).alias("person"),
        last_name(draws, OF).alias("last"),
        draws.weigh("party", words.PARTIES, OF).alias("party"),
        *place(draws, "seat", OF),
    )  # fmt: skip
    return frame.with_columns(*_described(draws))


def _described(draws: Draws) -> list[pl.Expr]:
    kind = pl.col("CMTE_TP")
    running = kind.is_in(list(OFFICES))
    leading = kind.is_in(["N", "Q"]) & draws.happens("leadership", 0.1, OF)
    design = pl.when(running).then(pl.lit("P")).when(leading).then(pl.lit("D")).otherwise(pl.lit("U"))
    interest = business(draws, "interest", OF)
    named = {
        "TRES_NM": pl.concat_str(pl.lit("TREASURER "), pl.col(OF).cast(pl.String)),
        "CMTE_ST1": pl.concat_str(draws.below("street", 9000, OF) + 1, pl.lit(" MAIN ST")),
        "CMTE_CITY": pl.col("seat city"),
        "CMTE_ST": pl.col("seat state"),
        "CMTE_ZIP": pl.col("seat zip"),
        "CMTE_DSGN": design,
        "CMTE_PTY_AFFILIATION": pl.when(running).then(pl.col("party")).otherwise(pl.lit("")),
        "CMTE_FILING_FREQ": draws.weigh("frequency", {"Q": 70, "M": 25, "T": 5}, OF),
        "ORG_TP": pl.when(kind == "Q").then(draws.pick("connected", "CLMTVW", OF)).otherwise(pl.lit("")),
        "CONNECTED_ORG_NM": pl.when(kind == "Q").then(interest).otherwise(pl.lit("NONE")),
        "CAND_ID": pl.when(running).then(_candidate_id()).otherwise(pl.lit("")),
        "CMTE_NM": _committee_name(interest),
        "CMTE_ST2": pl.lit(""),
    }
    return [value.alias(name) for name, value in named.items()]


def _candidate_id() -> pl.Expr:
    """H4CA00012: the office, a digit of the year, the state and a number; no state for P80000012."""
    kind = pl.col("CMTE_TP")
    digit = (pl.col(OF) % 5 * 2).cast(pl.String)
    president = pl.concat_str(kind, digit, padded(pl.col(OF), 7))
    return (
        pl.when(kind == "P")
        .then(president)
        .otherwise(pl.concat_str(kind, digit, pl.col("seat state"), padded(pl.col(OF), 5)))
    )


def _committee_name(interest: pl.Expr) -> pl.Expr:
    kind, seat = pl.col("CMTE_TP"), pl.concat_str("seat city", "seat state", separator=", ")
    office = kind.replace_strict(OFFICES, default="OFFICE")
    return (
        pl.when(pl.col(OF) == CONDUIT)
        .then(pl.lit("MADE-UP CONDUIT"))
        .when(kind.is_in(list(OFFICES)))
        .then(pl.concat_str(pl.col("last"), pl.lit(" FOR "), office))
        .when(kind.is_in(["X", "Y"]))
        .then(pl.concat_str(pl.lit("PARTY COMMITTEE OF "), seat))
        .when(kind.is_in(["N", "Q"]))
        .then(pl.concat_str(interest, pl.lit(" PAC")))
        .otherwise(pl.concat_str(interest, pl.lit(" ACTION FUND")))
    )  # fmt: skip


def candidates(seed: int, masters: pl.DataFrame) -> pl.DataFrame:
    """The candidate master: one candidate for each principal campaign committee."""
    running = masters.filter(pl.col("CAND_ID") != "")
    draws = Draws(seed, running)
    seat = padded(draws.below("district", 20, OF) + 1, 2)
    kind = pl.col("CMTE_TP")
    columns = {
        "CAND_NAME": pl.col("person"),
        "CAND_PTY_AFFILIATION": pl.col("party"),
        "CAND_ELECTION_YR": pl.lit(YEAR),
        "CAND_OFFICE_ST": pl.when(kind == "P").then(pl.lit("US")).otherwise(pl.col("seat state")),
        "CAND_OFFICE": kind,
        "CAND_OFFICE_DISTRICT": pl.when(kind == "H").then(seat).otherwise(pl.lit("00")),
        "CAND_ICI": draws.weigh("incumbent", {"I": 30, "C": 50, "O": 20}, OF),
        "CAND_STATUS": draws.weigh("status", {"C": 80, "N": 15, "P": 5}, OF),
        "CAND_PCC": pl.col("CMTE_ID"),
        "CAND_ST1": pl.col("CMTE_ST1"),
        "CAND_ST2": pl.lit(""),
        "CAND_CITY": pl.col("seat city"),
        "CAND_ST": pl.col("seat state"),
        "CAND_ZIP": pl.col("seat zip").str.slice(0, 5),
    }  # fmt: skip
    return running.with_columns(value.alias(name) for name, value in columns.items())


def linkages(seed: int, masters: pl.DataFrame) -> pl.DataFrame:
    """Principal committees with their candidate, and leadership committees with somebody's."""
    running = masters.filter(pl.col("CAND_ID") != "")["CAND_ID"]
    linked = masters.filter(pl.col("CMTE_DSGN").is_in(["P", "D"]))
    leader = at(running, Draws(seed, linked).below("leader", running.len(), OF))
    return linked.with_columns(
        pl.when(pl.col("CAND_ID") == "").then(leader).otherwise(pl.col("CAND_ID")).alias("CAND_ID"),
        pl.lit(YEAR).alias("CAND_ELECTION_YR"),
        pl.lit(YEAR).alias("FEC_ELECTION_YR"),
        (pl.col(OF) + 200_001).cast(pl.String).alias("LINKAGE_ID"),
    )
