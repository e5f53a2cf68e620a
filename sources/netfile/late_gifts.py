"""Form 497: gifts told within a day, received (Part 1) or made (Part 2), before they are told on Form 460."""

import polars as pl

from sources.netfile.columns import LATE_GIFTS
from sources.netfile.entries import IN, OUT, as_written, read_records, to_entries
from sources.netfile.identity import (
    DAYS,
    committee_id,
    full_name,
    id_problem,
    kind_of,
    known_or_printed,
)
from sources.tables.layouts.columns import day, iso, money, one_of, text

LATE_GIFT = "late-gift"
RECEIVED, MADE = "F497P1", "F497P2"
FIELDS = (
    one_of("schedule", "Form_Type", {RECEIVED: RECEIVED, MADE: MADE}, required=True),
    text("transaction", "Tran_ID"),
    kind_of("Entity_Cd"),
    text("employer", "Ctrib_Emp"),
    text("occupation", "Ctrib_Occ"),
    day("for_election", "Elec_Date", DAYS),
    day("day", "Ctrib_Date", DAYS),
    money("signed", "Amount", required=True),
    text("memo_code", "Memo_Code"),
    text("other_city", "Enty_City"),
    text("other_state", "Enty_ST"),
    text("other_zip", "Enty_Zip4"),
)


def read_late_gifts(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of gifts told on Form 497, and the problems found."""
    read, problems = read_records(frame, LATE_GIFTS, FIELDS, agency, pl.lit("F497"))
    read = read.with_columns(
        other_id=committee_id("Cmte_ID"), other_name=pl.coalesce(full_name("Enty"), full_name("Cand"))
    )
    received = pl.col("schedule") == RECEIVED
    back = pl.col("signed") < 0
    read = read.with_columns(
        other=known_or_printed("other"),
        table=pl.when(back).then(pl.lit("refund")).otherwise(pl.lit("contribution")),
        direction=pl.when(received != back).then(pl.lit(IN)).otherwise(pl.lit(OUT)),
        why=pl.when(back).then(pl.lit("not-new-refund")),
        amount=pl.col("signed").abs(),
        memo=pl.col("memo_code").is_not_null(),
        election_code=iso(pl.col("for_election")),
        written=as_written("Ctrib_Date", "Date_Thru"),
    )
    return to_entries(read, LATE_GIFT), [*problems, id_problem(read, "Cmte_ID")]
