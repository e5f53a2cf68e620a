"""Loans and debts: Schedules B, F and H of Form 460.

A row of Schedule B, Part 1, or of Schedule H is a loan in a period: what was lent (column b of the
form), paid back or forgiven (c), and the balance at the end (d): `Loan_Amt1`, 5, 6 and 2 of record LOAN.
Each movement is an entry of its own, and the balance is a debt. What a lender forgives stands on
Schedule A as well (instructions of Form 460, Schedule B). Part 2 of Schedule B names guarantors; no
money flows.
"""

import polars as pl

from sources.netfile.columns import DEBTS, LOANS
from sources.netfile.entries import IN, OUT, as_written, read_records, to_entries
from sources.netfile.identity import (
    DAYS,
    committee_id,
    full_name,
    id_problem,
    kind_of,
    known_or_printed,
)
from sources.tables.layouts.columns import Field, day, money, one_of, text, words

LOAN, DEBT = "loan", "debt"
GUARANTEE = "B2"
LENT, REPAID, FORGIVEN, BALANCE = "lent", "repaid", "forgiven", "balance"
MOVEMENTS = {
    LENT: "lent_amount",
    REPAID: "repaid_amount",
    FORGIVEN: "forgiven_amount",
    BALANCE: "balance_amount",
}
PURPOSES = {
    LENT: "loan lent",
    REPAID: "loan repaid",
    FORGIVEN: "loan forgiven",
    BALANCE: "balance of a loan",
}
PLACE: tuple[Field, ...] = (
    text("transaction", "Tran_ID"),
    kind_of("Entity_Cd"),
)
LOAN_FIELDS = (
    one_of("schedule", "Form_Type", {"B1": "B1", "H": "H", GUARANTEE: GUARANTEE}, required=True),
    *PLACE,
    text("employer", "Loan_EMP"),
    text("occupation", "Loan_OCC"),
    day("day", "Loan_Date1", DAYS),
    money("lent_amount", "Loan_Amt1"),
    money("repaid_amount", "Loan_Amt5"),
    money("forgiven_amount", "Loan_Amt6"),
    money("balance_amount", "Loan_Amt2", required=True),
    text("memo_code", "Memo_Code"),
    text("parent", "BakRef_TID"),
    text("other_city", "Loan_City"),
    text("other_state", "Loan_ST"),
    text("other_zip", "Loan_Zip4"),
)
DEBT_FIELDS = (
    one_of("schedule", "Form_Type", {"F": "F"}, required=True),
    *PLACE,
    money("amount", "End_Bal", required=True),
    text("code", "Expn_Code"),
    text("purpose", "Expn_Dscr"),
    text("other_city", "Payee_City"),
    text("other_state", "Payee_State"),
    text("other_zip", "Payee_Zip4"),
)


def read_loans(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of loans and of what is still owed, and the problems found; guarantees are left out."""
    read, problems = read_records(frame, LOANS, LOAN_FIELDS, agency, pl.lit("F460"))
    read = _with_other(read.filter(pl.col("schedule") != GUARANTEE), "Lndr")
    problems.append(id_problem(read, "Cmte_ID"))
    parts = pl.concat([to_entries(_movement(read, part), LOAN) for part in MOVEMENTS])
    return parts.sort("line", maintain_order=True), problems


def read_debts(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of debts, and the problems found."""
    read, problems = read_records(frame, DEBTS, DEBT_FIELDS, agency, pl.lit("F460"))
    read = _with_other(read, "Payee").with_columns(
        table=pl.lit(DEBT),
        direction=pl.lit(OUT),
        purpose=pl.coalesce("purpose", "code"),
        day=pl.col("end"),
    )
    return to_entries(read, DEBT), [*problems, id_problem(read, "Cmte_ID")]


def count_guarantees(frame: pl.DataFrame) -> int:
    """How many records name guarantors."""
    return frame.filter(words("Form_Type").str.to_uppercase() == GUARANTEE).height


def _with_other(read: pl.DataFrame, prefix: str) -> pl.DataFrame:
    """The frame with who lends, borrows or is owed."""
    named = read.with_columns(other_id=committee_id("Cmte_ID"), other_name=full_name(prefix))
    return named.with_columns(other=known_or_printed("other"))


def _movement(read: pl.DataFrame, part: str) -> pl.DataFrame:
    """One movement of each loan, where there was any; the balance of every loan.

    The day of a loan is the day it was made; repayments have none but the period of their filing.
    """
    amount = pl.col(MOVEMENTS[part])
    made = read if part == BALANCE else read.filter(amount.fill_null(0) != 0)
    borrowed = pl.col("schedule") == "B1"
    towards = borrowed if part in (LENT, FORGIVEN) else ~borrowed
    days = {LENT: pl.col("day"), BALANCE: pl.col("end")}
    return made.with_columns(
        part=pl.lit(part),
        amount=amount,
        table=pl.lit(DEBT if part == BALANCE else LOAN),
        direction=pl.when(towards).then(pl.lit(IN)).otherwise(pl.lit(OUT)),
        why=pl.lit("not-new-loan"),
        memo=pl.col("memo_code").is_not_null(),
        day=days.get(part, pl.lit(None, pl.Date)),
        written=as_written("Loan_Date1") if part == LENT else pl.lit(None),
        purpose=pl.lit(PURPOSES[part]),
    )
