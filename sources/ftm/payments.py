"""Payments that entities state.

A payment has one payer, one payee and one amount. The amount is the original one with its currency,
else the one in euros or US dollars when there is only one of them: conversions are not told.
"""

from dataclasses import replace

import polars as pl

from ontology import TABLES
from sources.ftm.columns import Found, path_of, problems, rows_of, single, texts_of
from sources.ftm.decoding import PROPERTY
from sources.ftm.properties import PAYMENT
from sources.tables.layouts.columns import iso, money, read_fields
from sources.tables.layouts.rows import ID, LINE, Place

TABLE, OPTION = "payment", "payments"
MONEY = (
    *("contribution", "in-kind", "loan", "transfer", "refund"),
    *("expenditure", "operating-expenditure", "other-receipt"),
)
"""Tables that payments are rows of when the dataset says what its payments are."""
SINGLE = (
    "payer",
    "beneficiary",
    "amount",
    "currency",
    "amountEur",
    "amountUsd",
    "date",
    "startDate",
    "endDate",
)
JOINED = ("spendingPurpose", "memoText", "transaction")
BASE = (LINE, ID, "payer", "payee", "amount", "currency", "date", "dateAsWritten", *JOINED)
CURRENCY = "^[A-Z]{3}$"
DAY = r"^\d{4}-\d{2}-\d{2}"


def payments_of(entities: pl.DataFrame, place: Place) -> Found:
    """Rows of payments, and the problems found."""
    table = place.options.get(OPTION, TABLE)
    found = {name: single(entities, name) for name in SINGLE}
    read = entities.with_columns(value.alias(f"={name}") for name, (value, _) in found.items())
    told, unread = _amounts(read)
    named = told.with_columns(
        path_of(table, pl.col(ID), place).alias(ID),
        path_of("entity", pl.col("=payer"), place).alias("payer"),
        path_of("entity", pl.col("=beneficiary"), place).alias("payee"),
        *_dates(),
        *(_joined(entities, column).alias(column) for column in JOINED),
    )
    known = TABLES[table].columns
    more = {
        prop: column for prop, column in PAYMENT.items() if column in ("source", "proof") and column in known
    }
    rows, wrong = rows_of(named, BASE, table, more, place)
    return rows, pl.concat([*(several for _, several in found.values()), unread, wrong, _of_nobody(read)])


def _amounts(read: pl.DataFrame) -> Found:
    """The payments with `amount` and `currency`, null where there is no amount that is clear."""
    code = pl.col("=currency").str.to_uppercase()
    has_amount, has_code = pl.col("=amount").is_not_null(), code.str.contains(CURRENCY).fill_null(value=False)
    in_euros, in_dollars = pl.col("=amountEur").is_not_null(), pl.col("=amountUsd").is_not_null()
    is_original = has_amount & has_code
    text = pl.when(is_original).then("=amount").when(in_euros & ~in_dollars).then("=amountEur")
    currency = pl.when(is_original).then(code).when(in_euros & ~in_dollars).then(pl.lit("EUR"))
    with_text = read.with_columns(
        text.when(in_dollars & ~in_euros).then("=amountUsd").alias("=text"),
        currency.when(in_dollars & ~in_euros).then(pl.lit("USD")).alias("=code"),
    )
    wrong = [
        problems(
            read.filter(has_amount & ~has_code),
            f"{PROPERTY}amount",
            pl.col("=amount"),
            "a currency beside it",
        ),
        problems(
            read.filter(in_euros & in_dollars & ~is_original),
            f"{PROPERTY}amountEur",
            pl.col("=amountEur"),
            "the original amount with its currency, or one of amountEur and amountUsd",
        ),
    ]
    told, unread = read_fields(with_text, [replace(money("amount", "=text"), rejects=False)])
    named = unread.with_columns(pl.lit(f"{PROPERTY}amount").alias("column"))
    is_read = pl.col("amount").is_not_null()
    return told.with_columns(pl.when(is_read).then("=code").alias("currency")), pl.concat([*wrong, named])


def _dates() -> list[pl.Expr]:
    """The day of a payment; what is a month, a year or a time from one day to another is told as written."""
    day = pl.col("=date").str.extract(DAY, 0).str.to_date("%Y-%m-%d", strict=False)
    time = pl.concat_str([pl.col("=startDate"), pl.col("=endDate")], separator="/", ignore_nulls=True)
    written = pl.coalesce(
        pl.when(day.is_null()).then("=date"), pl.when((time != "") & day.is_null()).then(time)
    )
    return [iso(day).alias("date"), written.alias("dateAsWritten")]


def _joined(entities: pl.DataFrame, column: str) -> pl.Expr:
    """The texts of a column, null where there is none."""
    texts = texts_of(entities, *(prop for prop, told in PAYMENT.items() if told == column))
    return pl.when(texts.list.len() > 0).then(texts.list.join("; "))


def _of_nobody(read: pl.DataFrame) -> pl.DataFrame:
    """Payments that nobody makes or receives."""
    nobody = read.filter(pl.col("=payer").is_null() & pl.col("=beneficiary").is_null())
    wanted = "the id of who pays or is paid"
    return problems(nobody, f"{PROPERTY}payer", pl.lit(""), wanted, rejected=True)
