"""S496_CD, S497_CD and S498_CD: what is told within a day before an election.

.CAL Format Layout 2.01, pages 53-57. Form 496 has independent expenditures, for or against the candidate
or measure of its cover page; Form 497 gifts received (part 1) and made (part 2); Form 498 payments to
slate mailer organisations, received (R) and by the candidate or measure they are for (A). The filer tells
most of it again on Form 460, 461 or 401.
"""

import polars as pl

from sources.cal_access.filings import AMENDMENT, ITEM, NUMBER, a_day, problem, with_filing
from sources.cal_access.flows import as_written, is_memo, money_rows, told
from sources.cal_access.known import known
from sources.cal_access.parties import Printed, or_unnamed, party_problems, party_rows, with_party
from sources.cal_access.targets import (
    aimed_rows,
    candidate_rows,
    on_side,
    side_problems,
    with_candidate,
    with_target,
)
from sources.tables.layouts.columns import iso, money, one_of, read_fields, text
from sources.tables.layouts.rows import Place, Rows

RECEIVED, MADE = "F497P1", "F497P2"
ATTRIBUTED = "F498-A"
GIFT, REFUND = "contribution", "refund"
SPENDING_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", {"F496": "F496"}, required=True),
    money("amount", "AMOUNT", required=True),
    a_day("on", "EXP_DATE"),
    text("transaction", "TRAN_ID"),
    text("spendingPurpose", "EXPN_DSCR"),
    text("transactionType", "FORM_TYPE"),
)
GIFT_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", {RECEIVED: RECEIVED, MADE: MADE}, required=True),
    money("amount", "AMOUNT", required=True),
    a_day("on", "CTRIB_DATE"),
    a_day("vote", "ELEC_DATE"),
    text("transaction", "TRAN_ID"),
    text("employer", "CTRIB_EMP"),
    text("occupation", "CTRIB_OCC"),
    text("transactionType", "FORM_TYPE"),
)
SLATE_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", {"F498-R": "F498-R", ATTRIBUTED: ATTRIBUTED}, required=True),
    money("received", "AMT_RCVD"),
    money("attributed", "AMT_ATTRIB"),
    a_day("on", "DATE_RCVD"),
    text("transaction", "TRAN_ID"),
    text("employer", "EMPLOYER"),
    text("occupation", "OCCUPATION"),
    text("transactionType", "FORM_TYPE"),
)
OTHER = Printed("other", "ENTY", "ENTY", "CMTE_ID", "ENTITY_CD")
PAYOR = Printed("other", "PAYOR", "PAYOR", "CMTE_ID", "ENTITY_CD")
WANTED_TARGET = "a filing whose cover page says what spending is for or against"


def late_spending(frame: pl.DataFrame, place: Place) -> Rows:
    """Independent expenditures of Form 496."""
    read, problems = read_fields(frame, SPENDING_FIELDS)
    read = with_filing(read, place)
    cover = known(place, "targets")
    read = read.join(cover, on=["number", "amendment"], how="left", maintain_order="left")
    read = read.with_columns(
        table=pl.lit("independent-expenditure"),
        payer="filer",
        dateAsWritten=as_written("EXP_DATE", "DATE_THRU"),
        memo=is_memo(),
        supports=on_side("S"),
        opposes=on_side("O"),
        why=pl.lit(None, pl.String),
    )
    aimless = pl.col("target").is_null() | pl.col("side").is_null()
    unaimed = problem(read, aimless & ~pl.col("unfiled"), "FILING_ID", WANTED_TARGET)
    return told(read, [money_rows(read, "s496", place)], [problems, unaimed])


def gift_table() -> pl.Expr:
    """The table of a late gift: one below zero came back."""
    return pl.when(pl.col("amount") < 0).then(pl.lit(REFUND)).otherwise(pl.lit(GIFT))


def late_gifts(frame: pl.DataFrame, place: Place) -> Rows:
    """Gifts of Form 497, received and made."""
    read, problems = read_fields(frame, GIFT_FIELDS)
    read = with_candidate(with_party(with_filing(read, place), OTHER, place))
    to_candidate = pl.when(pl.col("schedule") == MADE).then("candidate")
    read = read.with_columns(other=pl.coalesce("other", to_candidate))
    read = or_unnamed(read, OTHER.role, "s497").with_columns(table=gift_table())
    inward = (pl.col("schedule") == RECEIVED) != (pl.col("table") == REFUND)
    read = read.with_columns(
        payer=pl.when(inward).then("other").otherwise("filer"),
        payee=pl.when(inward).then("filer").otherwise("other"),
        amount=pl.col("amount").abs(),
        dateAsWritten=as_written("CTRIB_DATE", "DATE_THRU"),
        electionCode=iso(pl.col("vote")),
        memo=is_memo(),
        why=pl.when(pl.col("table") == REFUND).then(pl.lit("not-new-refund")),
    )
    tables = [money_rows(read, "s497", place), party_rows(read, OTHER.role), candidate_rows(read, OTHER.role)]
    return told(read, tables, [problems, *party_problems(read, OTHER)])


def slate_payments(frame: pl.DataFrame, place: Place) -> Rows:
    """Payments of Form 498; those by candidate or measure are parts of those received."""
    read, problems = read_fields(frame, SLATE_FIELDS)
    is_part = pl.col("schedule") == ATTRIBUTED
    read = read.with_columns(amount=pl.when(is_part).then("attributed").otherwise("received"))
    missing = problem(
        read, pl.col("amount").is_null(), "AMT_RCVD", "an amount received or attributed", rejected=True
    )
    read = with_filing(read.filter(pl.col("amount").is_not_null()), place)
    read = with_target(with_party(read, PAYOR, place), known(place, "measures"))
    read = or_unnamed(read, PAYOR.role, "s498").with_columns(
        table=pl.lit("expenditure"),
        payer="other",
        payee="filer",
        dateAsWritten=as_written("DATE_RCVD"),
        memo=pl.when(is_part).then(pl.lit(value=True)).otherwise(is_memo()),
        supports=on_side("S"),
        opposes=on_side("O"),
        spentOnThing=pl.when(pl.col("side").is_null()).then("target"),
        why=pl.lit("not-new-other"),
    )
    tables = [money_rows(read, "s498", place), party_rows(read, PAYOR.role), aimed_rows(read)]
    return told(read, tables, [problems, missing, *party_problems(read, PAYOR), side_problems(read)])
