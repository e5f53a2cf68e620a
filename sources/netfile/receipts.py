"""What committees receive: Schedules A, C and I of Form 460, and Part 3 of Form 496.

Schedule A is gifts of money, C gifts in kind, I money that is neither gift nor loan. A gift below zero
or marked R went back to who gave it; X and Schedule A-1 are gifts moved from another committee (CAL
2.01, record RCPT, `Tran_Type`). A loan that is forgiven (F) is a gift from then on.
"""

import polars as pl

from sources.netfile.columns import RECEIPTS
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

RECEIPT = "receipt"
SCHEDULES = {"A": "A", "A-1": "A-1", "C": "C", "F496P3": "F496P3", "I": "I", "00:00:00": "A"}
"""By `Form_Type`; a program that takes "A" for a time of day writes 00:00:00."""
TYPES_OF_GIFT = {one: one for one in "FIRTX"}
FIELDS = (
    one_of("schedule", "Form_Type", SCHEDULES, required=True),
    text("transaction", "Tran_ID"),
    kind_of("Entity_Cd"),
    text("employer", "Tran_Emp"),
    text("occupation", "Tran_Occ"),
    Field(
        "code",
        "Tran_Type",
        words("Tran_Type")
        .str.to_uppercase()
        .replace_strict(TYPES_OF_GIFT, default=None, return_dtype=pl.String),
        f"one of {', '.join(TYPES_OF_GIFT)}",
        rejects=False,
    ),
    day("day", "Tran_Date", DAYS),
    money("signed", "Tran_Amt1", required=True),
    text("note", "Tran_Dscr"),
    text("parent", "BakRef_TID"),
    text("memo_code", "Memo_Code"),
    text("other_city", "Tran_City"),
    text("other_state", "Tran_State"),
    text("other_zip", "Tran_Zip4"),
    text("via_city", "Intr_City"),
    text("via_state", "Intr_State"),
    text("via_zip", "Intr_Zip4"),
)


def read_receipts(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of receipts, and the problems found."""
    form = pl.when(pl.col("schedule") == "F496P3").then(pl.lit("F496")).otherwise(pl.lit("F460"))
    read, problems = read_records(frame, RECEIPTS, FIELDS, agency, form)
    read = read.with_columns(
        other_id=committee_id("Cmte_ID"),
        other_name=full_name("Tran"),
        via_id=committee_id("Int_CmteId"),
        via_name=full_name("Intr"),
    ).with_columns(
        other=known_or_printed("other"),
        via=known_or_printed("via"),
    )
    problems += [id_problem(read, "Cmte_ID"), id_problem(read, "Int_CmteId")]
    return to_entries(_in_tables(read), RECEIPT), problems


def _in_tables(read: pl.DataFrame) -> pl.DataFrame:
    """The table of each receipt, and why its money is not new."""
    schedule, code = pl.col("schedule"), pl.col("code").fill_null("")
    back = (schedule != "I") & ((pl.col("signed") < 0) | (code == "R"))
    moved = (schedule == "A-1") | (code == "X")
    table = (
        pl.when(schedule == "I").then(pl.lit("other-receipt"))
        .when(back).then(pl.lit("refund"))
        .when(schedule == "C").then(pl.lit("in-kind"))
        .otherwise(pl.lit("contribution"))
    )  # fmt: skip
    why = (
        pl.when(schedule == "I").then(pl.lit("not-new-other"))
        .when(back).then(pl.lit("not-new-refund"))
        .when(moved).then(pl.lit("not-new-transfer"))
    )  # fmt: skip
    return read.with_columns(
        table=table,
        why=why,
        direction=pl.when(back).then(pl.lit(OUT)).otherwise(pl.lit(IN)),
        amount=pl.when(back).then(pl.col("signed").abs()).otherwise(pl.col("signed")),
        memo=pl.col("memo_code").is_not_null(),
        written=as_written("Tran_Date", "Tran_Date1"),
    )
