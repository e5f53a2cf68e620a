"""RCPT_CD: what committees receive, by the schedule it stands on.

.CAL Format Layout 2.01, pages 37-41; CAL-ACCESS Tables, Columns and Indexes, pages 118-121. Schedule A
has gifts of money, C gifts in kind, I other increases to cash, A-1 gifts that were moved to a committee
for a special election, F401A payments to slate mailer organisations, F496P3 gifts of which a Form 496
tells early, F900 gifts to candidates for a retirement board, and E530 payments for issue advertising.
"""

import polars as pl

from sources.cal_access.filings import AMENDMENT, ITEM, NUMBER, a_day, with_filing
from sources.cal_access.flows import as_written, coded, is_memo, money_rows, told
from sources.cal_access.known import known
from sources.cal_access.parties import Printed, or_unnamed, party_problems, party_rows, with_party
from sources.cal_access.targets import aimed_rows, on_side, side_problems, with_target
from sources.tables.layouts.columns import money, one_of, read_fields, text, words
from sources.tables.layouts.rows import Place, Rows

RECORD = "rcpt"
SLATE = "expenditure"
SORTS = {
    "A": "contribution",
    "A-1": "contribution",
    "C": "in-kind",
    "E530": "contribution",
    "F401A": SLATE,
    "F496P3": "contribution",
    "F900": "contribution",
    "I": "other-receipt",
}
GIFTS = ("contribution", "in-kind")
RETURNED, TRANSFERRED = "R", "X"
FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("table", "FORM_TYPE", SORTS, required=True),
    money("amount", "AMOUNT", required=True),
    a_day("on", "RCPT_DATE"),
    text("schedule", "FORM_TYPE"),
    text("transaction", "TRAN_ID"),
    text("employer", "CTRIB_EMP"),
    text("occupation", "CTRIB_OCC"),
    text("memoText", "CTRIB_DSCR"),
    text("backReference", "BAKREF_TID"),
)
CONTRIBUTOR = Printed("contributor", "CTRIB", "CTRIB", "CMTE_ID", "ENTITY_CD")
INTERMEDIARY = Printed("intermediary", "INTR", "INTR", "INTR_CMTEID")


def receipt_table(sort: pl.Expr) -> pl.Expr:
    """The table of a receipt: a gift that is marked as returned, or below zero, is a refund."""
    went_back = (words("TRAN_TYPE").str.to_uppercase() == RETURNED).fill_null(value=False) | (
        pl.col("amount") < 0
    )
    return pl.when(went_back & sort.is_in(GIFTS)).then(pl.lit("refund")).otherwise(sort)


def receipts(frame: pl.DataFrame, place: Place) -> Rows:
    """Gifts, gifts in kind, refunds, other receipts and payments to slate mailers."""
    read, problems = read_fields(frame, FIELDS)
    read = with_filing(read, place)
    for printed in (CONTRIBUTOR, INTERMEDIARY):
        read = with_party(read, printed, place)
    read = with_target(or_unnamed(read, "contributor", RECORD), known(place, "measures"))
    read = read.with_columns(table=receipt_table(pl.col("table")))
    read = read.with_columns(**_directed(), **_said())
    tables = [
        money_rows(read, RECORD, place),
        *(party_rows(read, one.role) for one in (CONTRIBUTOR, INTERMEDIARY)),
    ]
    found = [
        problems,
        *party_problems(read, CONTRIBUTOR),
        *party_problems(read, INTERMEDIARY),
        side_problems(read),
    ]
    return told(read, [*tables, aimed_rows(read)], found)


def _directed() -> dict[str, pl.Expr]:
    """Who pays whom; a refund goes the other way."""
    is_refund = pl.col("table") == "refund"
    return {
        "payer": pl.when(is_refund).then("filer").otherwise("contributor"),
        "payee": pl.when(is_refund).then("contributor").otherwise("filer"),
        "amount": pl.when(is_refund).then(pl.col("amount").abs()).otherwise("amount"),
    }


def _said() -> dict[str, pl.Expr]:
    """What else a row says, and why its money is not new."""
    moved = (words("TRAN_TYPE").str.to_uppercase() == TRANSFERRED) | (pl.col("schedule") == "A-1")
    return {
        "transactionType": coded("FORM_TYPE", "TRAN_TYPE"),
        "dateAsWritten": as_written("RCPT_DATE", "DATE_THRU"),
        "memo": is_memo(),
        "supports": on_side("S"),
        "opposes": on_side("O"),
        "spentOnThing": pl.when(pl.col("side").is_null()).then("target"),
        "why": pl.coalesce(
            pl.when(pl.col("table") == "refund").then(pl.lit("not-new-refund")),
            pl.when(moved).then(pl.lit("not-new-transfer")),
            pl.when(pl.col("table").is_in(["other-receipt", SLATE])).then(pl.lit("not-new-other")),
        ),
    }
