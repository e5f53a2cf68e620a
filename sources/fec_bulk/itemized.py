"""Rows of money between a committee and somebody else.

Contributions of individuals (itcont), contributions of committees to candidates and spending on them
(itpas2), and anything between committees (itoth).
"""

from collections.abc import Mapping

import polars as pl

from sources.fec_bulk.mentioned import mentioned_things
from sources.fec_bulk.reading import printed_in, read_itemized
from sources.fec_bulk.told_twice import mark_told_in_itpas2
from sources.tables.filings.fec import CURRENCY
from sources.tables.layouts.columns import words
from sources.tables.layouts.rows import LINE, Place, Rows, table_schema


def convert_itemized(frame: pl.DataFrame, place: Place) -> Rows:
    """The rows of money of a batch, and the things they mention."""
    told, problems = read_sides(frame)
    return _rows(told, place, problems)


def convert_itoth(frame: pl.DataFrame, place: Place) -> Rows:
    """The same of a file some of whose rows are in itpas2 too."""
    told, problems = read_sides(frame)
    return _rows(mark_told_in_itpas2(told, place), place, problems)


def read_sides(frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The values of rows with who pays and who is paid, and the problems found.

    A row that is rejected has no table.
    """
    read, problems = read_itemized(frame)
    read = read.with_columns(printed_in()).with_columns(_party()).with_columns(*_sides())
    read = read.with_columns(*_stances(read), _mark(), _path())
    problems = pl.concat([problems, _without_recipient(read)])
    lines = problems.filter("rejected")[LINE].implode()
    return read.with_columns(pl.when(~pl.col(LINE).is_in(lines)).then("table").alias("table")), problems


def money_rows(table: str, told: pl.DataFrame) -> pl.DataFrame:
    """The rows of one table."""
    columns = [name for name in table_schema(table) if name in told.columns]
    rows = told.select(columns).filter(told["table"] == table)
    return rows.with_columns(pl.lit(CURRENCY).alias("currency"))


def _rows(told: pl.DataFrame, place: Place, problems: pl.DataFrame) -> Rows:
    """The rows of every table, and the things they mention."""
    tables = {name: money_rows(name, told) for name in sorted(told["table"].unique().drop_nulls())}
    return Rows(tables | mentioned_things(told, place), problems)


def _party() -> pl.Expr:
    """Who stands on the other side of the committee that reports."""
    other = pl.col("other")
    by_id = (other == "registered") | ((other == "either") & ~pl.col("has_no_id"))
    vendor = pl.col("name").is_not_null() & ~pl.col("is_spent_on")
    passed_on = other == "recipient"
    as_printed = by_id | ~(passed_on | (other == "vendor")) | ((other == "vendor") & vendor)
    return pl.coalesce(
        pl.when(by_id | passed_on).then("otherAgent"),
        pl.when(passed_on).then("meant"),
        pl.when(as_printed).then("printed"),
    ).alias("party")


def _sides() -> list[pl.Expr]:
    """Who pays and who is paid."""
    comes_in = pl.col("comes_in")
    donor = (pl.col("other") == "recipient") & ~pl.col("is_committee")
    payer = {"party": comes_in, "printed": ~comes_in & donor, "filer": ~comes_in & ~donor}
    payee = {"filer": comes_in, "party": ~comes_in}
    return [_chosen(payer).alias("payer"), _chosen(payee).alias("payee")]


def _chosen(columns: Mapping[str, pl.Expr]) -> pl.Expr:
    """The value of the one column of which a condition holds."""
    return pl.coalesce([pl.when(condition).then(name) for name, condition in columns.items()])


def _stances(read: pl.DataFrame) -> list[pl.Expr]:
    """The candidate that money is spent for or against, where the row names one."""
    other = pl.when(pl.col("otherAgent").str.starts_with("candidate/")).then("otherAgent")
    subject = pl.coalesce("subject", other) if "subject" in read.columns else other
    return [pl.when(pl.col("stance") == name).then(subject).alias(name) for name in ("supports", "opposes")]


def _mark() -> pl.Expr:
    """Why a row is not new money, null when it is."""
    by_type = pl.when(pl.col("mark") != "").then("mark")
    return pl.when("memo").then(pl.lit("not-new-memo")).otherwise(by_type).alias("notNewMoney")


def _path() -> pl.Expr:
    return pl.concat_str("table", pl.lit("/fec/"), "row").alias("id")


def _without_recipient(rows: pl.DataFrame) -> pl.DataFrame:
    """What is wrong with earmarked contributions that go to nobody named."""
    unpaid = (pl.col("other") == "recipient") & pl.col("payee").is_null()
    wanted = "the committee an earmarked contribution is passed on to, here or in MEMO_TEXT"
    return rows.filter(unpaid).select(
        LINE,
        pl.lit("OTHER_ID").alias("column"),
        words("OTHER_ID").fill_null("").alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )
