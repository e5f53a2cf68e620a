"""Who gives: people who write themselves differently from row to row, businesses, committees, candidates."""

import polars as pl

from fec import words
from fec.draw import Draws, at, padded
from fec.masters import ENTITIES
from fec.people import business, employer, first_name, last_name, nickname, place

OF = "donor"
KINDS = {"person": 930, "business": 30, "committee": 35, "candidate": 5}
VARIATIONS = {
    "none": 610,
    "no middle": 100,
    "nickname": 60,
    "initial": 40,
    "title": 50,
    "typo": 40,
    "swapped": 20,
    "moved": 50,
    "other job": 30,
}
"""In thousandths; how a person's row differs from the person's usual one."""


def donors(rows: pl.DataFrame, seed: int, masters: pl.DataFrame, running: pl.DataFrame) -> pl.DataFrame:
    """The rows with who gives: identity, entity type, name, address, job."""
    draws = Draws(seed, rows)
    variation = pl.when(pl.col("kind") == "person").then(draws.weigh("variation", VARIATIONS))
    rows = rows.with_columns(draws.weigh("kind", KINDS, OF).alias("kind"))
    rows = rows.with_columns(variation.fill_null("none").alias("VARIATION"), *_person(draws))
    rows = rows.with_columns(*_committee(draws, masters, running))
    return rows.with_columns(*_named(), *_address(draws), *_job(draws))


def _person(draws: Draws) -> list[pl.Expr]:
    return [
        last_name(draws, OF).alias("last"),
        first_name(draws, OF).alias("first"),
        nickname(draws, OF).alias("nick"),
        draws.pick("middle", words.MIDDLE_INITIALS, OF).alias("middle"),
        draws.pick("title", words.TITLES, OF).alias("title"),
        draws.below("typo", 5).alias("typo"),
        business(draws, "business", OF).alias("business"),
        draws.pick("form", words.BUSINESS_FORMS).alias("form"),
        *place(draws, "home", OF),
        *place(draws, "second home", OF),
    ]


def _committee(draws: Draws, masters: pl.DataFrame, running: pl.DataFrame) -> list[pl.Expr]:
    """The committee or candidate that gives, by its number in the masters."""
    giving = draws.below("giving committee", masters.height, OF)
    standing = draws.below("giving candidate", running.height, OF)
    candidate = pl.col("kind") == "candidate"
    return [
        pl.when(candidate).then(at(running["CAND_ID"], standing)).otherwise(at(masters["CMTE_ID"], giving))
        .alias("giving id"),
        pl.when(candidate).then(at(running["CAND_NAME"], standing)).otherwise(at(masters["CMTE_NM"], giving))
        .alias("giving name"),
        at(masters["CMTE_TP"], giving).replace_strict(ENTITIES, default="COM").alias("giving entity"),
    ]  # fmt: skip


def _named() -> list[pl.Expr]:
    kind, number = pl.col("kind"), padded(pl.col(OF), 8)
    company = pl.concat_str(pl.col("business"), pl.col("form"), separator=" ")
    return [
        pl.when(kind == "person").then(pl.lit("IND")).when(kind == "business").then(pl.lit("ORG"))
        .when(kind == "candidate").then(pl.lit("CAN")).otherwise(pl.col("giving entity")).alias("ENTITY_TP"),
        pl.when(kind == "person").then(_person_name()).when(kind == "business").then(company)
        .otherwise(pl.col("giving name")).alias("NAME"),
        pl.when(kind == "person").then(pl.concat_str(pl.lit("P"), number))
        .when(kind == "business").then(pl.concat_str(pl.lit("B"), number))
        .otherwise(pl.col("giving id")).alias("DONOR_ID"),
    ]  # fmt: skip


def _person_name() -> pl.Expr:
    """LAST, FIRST M, or what the variation of the row makes of it."""
    last, first, comma = pl.col("last"), pl.col("first"), pl.lit(", ")
    middle = pl.when(pl.col("middle") == "").then(pl.lit("")).otherwise(pl.concat_str(pl.lit(" "), "middle"))
    misspelt = pl.concat_str(last.str.slice(0, pl.col("typo")), last.str.slice(pl.col("typo") + 1))
    written = {
        "no middle": pl.concat_str(last, comma, first),
        "nickname": pl.concat_str(last, comma, pl.col("nick")),
        "initial": pl.concat_str(last, comma, first.str.slice(0, 1)),
        "title": pl.concat_str(last, comma, first, middle, pl.col("title")),
        "typo": pl.concat_str(misspelt, comma, first, middle),
        "swapped": pl.concat_str(first, middle, pl.lit(" "), last),
    }
    name = pl.concat_str(last, comma, first, middle)
    for variation, other in written.items():
        name = pl.when(pl.col("VARIATION") == variation).then(other).otherwise(name)
    return name


def _address(draws: Draws) -> list[pl.Expr]:
    moved = pl.col("VARIATION") == "moved"
    city, state, code = (
        pl.when(moved).then(pl.col(f"second home {part}")).otherwise(pl.col(f"home {part}"))
        for part in ("city", "state", "zip")
    )
    digits = pl.when(draws.happens("short zip", 0.3)).then(code.str.slice(0, 5)).otherwise(code)
    return [city.alias("CITY"), state.alias("STATE"), digits.alias("ZIP_CODE")]


def _job(draws: Draws) -> list[pl.Expr]:
    """Employer and occupation of people; nobody else has one."""
    works = employer(draws, OF)
    work = pl.when(pl.col("VARIATION") == "other job").then(employer(draws, "row")).otherwise(works)
    person = pl.col("kind") == "person"
    done = draws.pick("occupation", words.OCCUPATIONS, OF)
    idle = work.is_in(["RETIRED", "NOT EMPLOYED"])
    return [
        pl.when(person).then(work).otherwise(pl.lit("")).alias("EMPLOYER"),
        pl.when(~person).then(pl.lit("")).when(idle).then(work).otherwise(done).alias("OCCUPATION"),
    ]
