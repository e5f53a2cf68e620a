"""LOAN_CD and DEBT_CD: what is lent, paid back, forgiven and owed (Form 460, Schedules B, F and H).

.CAL Format Layout 2.01, pages 45-50; the older one 1.05.02, pages 35-39. Since 2001 a row of Schedule
B1 (received) or H (made) has a loan in a period: lent LOAN_AMT1, paid LOAN_AMT5, forgiven LOAN_AMT6,
balance LOAN_AMT2. Before, B1 and H1 had loans, B2 and H2 payments (LOAN_AMT1 and LOAN_TYPE), B3 and H3
balances. Since 2001 B2 has guarantors, as rows of type B1G had before; there no money flows.
"""

from datetime import date

import polars as pl

from sources.cal_access.codes import EXPENSES
from sources.cal_access.filings import AMENDMENT, ITEM, NUMBER, a_day, with_filing
from sources.cal_access.flows import coded, is_memo, money_rows, told
from sources.cal_access.parties import Printed, or_unnamed, party_problems, party_rows, with_party
from sources.tables.layouts.columns import money, one_of, read_fields, text, words
from sources.tables.layouts.rows import Place, Rows

NEW_FORM = date(2000, 12, 22)
"""From this day on, loans are told on the form of 2001."""
BORROWED = ("B1", "B2", "B3")
WHOLE, MADE, PAID = ("B1", "H"), ("B1", "H", "H1"), ("B2", "H2")
SCHEDULES = {one: one for one in (*BORROWED, "H", "H1", "H2", "H3")}
LENT, REPAID, FORGIVEN, BALANCE = "lent", "repaid", "forgiven", "balance"
PURPOSES = {
    LENT: "loan lent",
    REPAID: "loan repaid",
    FORGIVEN: "loan forgiven",
    BALANCE: "balance of a loan",
}
LOAN_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", SCHEDULES, required=True),
    a_day("made_on", "LOAN_DATE1"),
    a_day("paid_on", "LOAN_DATE2"),
    *(money(f"amount{number}", f"LOAN_AMT{number}") for number in (1, 2, 5, 6)),
    text("transaction", "TRAN_ID"),
    text("employer", "LOAN_EMP"),
    text("occupation", "LOAN_OCC"),
    text("backReference", "BAKREF_TID"),
)
DEBT_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", {"F": "F"}, required=True),
    money("amount", "END_BAL", required=True),
    text("transaction", "TRAN_ID"),
)
OTHER = Printed("other", "LNDR", "LOAN", "CMTE_ID", "ENTITY_CD")
THIRD = Printed("third", "INTR", "INTR")
CREDITOR = Printed("other", "PAYEE", "PAYEE", "CMTE_ID", "ENTITY_CD")


def loans(frame: pl.DataFrame, place: Place) -> Rows:
    """What is lent, paid back and forgiven, and the balances; guarantees are left out."""
    every, problems = read_fields(frame, LOAN_FIELDS)
    every = every.with_columns(**_movements())
    read = every.filter(pl.any_horizontal(pl.col(part).is_not_null() for part in PURPOSES))
    read = with_filing(read, place)
    for printed in (OTHER, THIRD):
        read = with_party(read, printed, place)
    read = or_unnamed(read, OTHER.role, "loan")
    parts = [money_rows(_movement(read, part), "loan", place, f"-{part}") for part in PURPOSES]
    parties = [party_rows(read, OTHER.role), party_rows(read.filter(_by_third()), THIRD.role)]
    rows = told(read, [*parts, *parties], [problems, *party_problems(read, OTHER)])
    return Rows(rows.tables, rows.problems, every.height - read.height)


def _movements() -> dict[str, pl.Expr]:
    """What a row moves, null for nothing, and the balance, null where it tells none."""
    schedule, kind = pl.col("schedule"), words("LOAN_TYPE").str.to_uppercase().fill_null("")
    old = (kind != "") | (pl.col("made_on") < NEW_FORM)
    guarantee = (kind == "B1G") | ((schedule == "B2") & ~old.fill_null(value=False))
    was_forgiven = kind.str.ends_with("F")
    by_old_form = schedule.is_in(PAID) & ~guarantee
    amount = {number: pl.when(pl.col(f"amount{number}") != 0).then(f"amount{number}") for number in (1, 5, 6)}
    return {
        LENT: pl.when(schedule.is_in(MADE) & ~guarantee).then(amount[1]),
        REPAID: pl.when(schedule.is_in(WHOLE))
        .then(amount[5])
        .when(by_old_form & ~was_forgiven)
        .then(amount[1]),
        FORGIVEN: pl.when(schedule.is_in(WHOLE))
        .then(amount[6])
        .when(by_old_form & was_forgiven)
        .then(amount[1]),
        BALANCE: pl.when(~guarantee).then("amount2"),
    }


def _by_third() -> pl.Expr:
    """Whether someone else paid the loan back."""
    return words("LOAN_TYPE").str.to_uppercase().str.ends_with("T").fill_null(value=False)


def _movement(read: pl.DataFrame, part: str) -> pl.DataFrame:
    """One movement of each loan; the day of a payment is told on the older form only."""
    lender = pl.when(pl.col("schedule").is_in(BORROWED)).then("other").otherwise("filer")
    borrower = pl.when(pl.col("schedule").is_in(BORROWED)).then("filer").otherwise("other")
    payer = pl.when(_by_third()).then(pl.coalesce("third", borrower)).otherwise(borrower)
    paid_on = pl.when(~pl.col("schedule").is_in(WHOLE)).then("paid_on")
    forward = part in (LENT, FORGIVEN)
    return read.filter(pl.col(part).is_not_null()).with_columns(
        table=pl.lit("debt" if part == BALANCE else "loan"),
        amount=pl.col(part),
        payer=lender if forward else (payer if part == REPAID else borrower),
        payee=borrower if forward else lender,
        on={LENT: pl.col("made_on"), BALANCE: pl.lit(None, pl.Date)}.get(part, paid_on),
        transactionType=coded("FORM_TYPE", "LOAN_TYPE"),
        spendingPurpose=pl.lit(PURPOSES[part]),
        memo=is_memo(),
        why=pl.lit("not-new-loan"),
    )


def debts(frame: pl.DataFrame, place: Place) -> Rows:
    """What is owed for goods and services at the end of a period."""
    read, problems = read_fields(frame, DEBT_FIELDS)
    read = with_party(with_filing(read, place), CREDITOR, place)
    code = words("EXPN_CODE").str.to_uppercase()
    meaning = code.replace_strict(EXPENSES, default=None, return_dtype=pl.String)
    purpose = pl.concat_str(meaning, words("EXPN_DSCR"), separator=": ", ignore_nulls=True)
    read = read.with_columns(
        table=pl.lit("debt"),
        payer="filer",
        payee="other",
        on=pl.lit(None, pl.Date),
        spendingPurpose=pl.when(purpose != "").then(purpose),
        memo=pl.lit(None, pl.Boolean),
        why=pl.lit(None, pl.String),
    )
    tables = [money_rows(read, "debt", place), party_rows(read, CREDITOR.role)]
    return told(read, tables, [problems, *party_problems(read, CREDITOR)])
