"""What committees spend: Schedules D, E and G of Form 460, and the like parts of Forms 450, 461, 465 and 496.

Schedule D is a summary, by candidate or measure, of payments that are contributions or independent
expenditures; the payments themselves stand on Schedules E, F and H (instructions of Form 460, Schedule
D). Schedule G is what an agent paid on behalf of the committee, part of a payment on E or F. Form 496
tells an independent expenditure within a day, before it is told on Schedule D.
"""

from dataclasses import replace

import polars as pl

from sources.netfile.columns import LATE_SPENDING, SPENDING
from sources.netfile.entries import IN, OUT, as_written, read_records, to_entries
from sources.netfile.identity import (
    DAYS,
    committee_id,
    full_name,
    id_problem,
    kind_of,
    known_or_printed,
    party_path,
    problem,
)
from sources.netfile.targets import CANDIDATE, with_target
from sources.tables.layouts.columns import day, money, one_of, text

SPENT, LATE = "spending", "late-spending"
SCHEDULES = {one: one for one in ("D", "E", "F450P5", "F461P5", "F465P3", "G")}
FORMS = {"F450P5": "F450", "F461P5": "F461", "F465P3": "F465"}
BY_TARGET = ("D", "F461P5", "F465P3", "F496")
"""Parts that say what spending is for or against, and not who was paid."""
SIDES = {"S": "S", "O": "O", "SUPPORT": "S", "OPPOSE": "O"}
TABLES = {
    "CTB": "contribution",
    "MON": "contribution",
    "IKD": "in-kind",
    "LON": "loan",
    "RFD": "refund",
    "TSF": "transfer",
}
GIFTS = ("contribution", "in-kind")
COMMITTEES = ("party-kind-committee", "party-kind-political-party")
REASONS = {"loan": "not-new-loan", "refund": "not-new-refund", "transfer": "not-new-transfer"}
IS_INDEPENDENT = r"^IND( |$)"
"""How a description begins that says in the words of the form what the code should say."""
SHARED = (
    text("transaction", "Tran_ID"),
    money("signed", "Amount", required=True),
    text("purpose", "Expn_Dscr"),
    text("memo_code", "Memo_Code"),
    replace(one_of("side", "Sup_Opp_Cd", SIDES), rejects=False),
)
FIELDS = (
    one_of("schedule", "Form_Type", SCHEDULES, required=True),
    kind_of("Entity_Cd"),
    day("day", "Expn_Date", DAYS),
    text("code", "Expn_Code"),
    text("other_city", "Payee_City"),
    text("other_state", "Payee_State"),
    text("other_zip", "Payee_Zip4"),
    text("parent", "BakRef_TID"),
    *SHARED,
)
LATE_FIELDS = (
    one_of("schedule", "Form_Type", {"F496": "F496"}, required=True),
    day("day", "Exp_Date", DAYS),
    *SHARED,
)


def read_spending(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of spending, and the problems found."""
    form = pl.col("schedule").replace_strict(FORMS, default="F460", return_dtype=pl.String)
    read, problems = read_records(frame, SPENDING, FIELDS, agency, form)
    read = read.with_columns(
        code=pl.col("code").str.to_uppercase(),
        other_id=committee_id("Cmte_ID"),
        other_name=full_name("Payee"),
        via_name=full_name("Agent"),
        written=as_written("Expn_Date"),
    ).with_columns(
        other=known_or_printed("other"),
        via=party_path(pl.col("via_name"), pl.lit(None, pl.String), pl.lit(None, pl.String)),
    )
    return _entries(read, SPENT, [*problems, id_problem(read, "Cmte_ID")])


def read_late_spending(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of independent expenditures told on Form 496, and the problems found."""
    read, problems = read_records(frame, LATE_SPENDING, LATE_FIELDS, agency, pl.lit("F496"))
    nothing = pl.lit(None, pl.String)
    read = read.with_columns(
        code=pl.lit("IND"),
        other=nothing,
        other_id=nothing,
        other_name=nothing,
        other_kind=nothing,
        written=as_written("Exp_Date", "Date_Thru"),
    )
    return _entries(read, LATE, problems)


def _entries(
    read: pl.DataFrame, kind: str, problems: list[pl.DataFrame]
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Entries of spending of either kind."""
    read = _in_tables(with_target(read))
    aimless = pl.col("by_target") & pl.col("independent") & (pl.col("table") != "independent-expenditure")
    wanted = "S or O, and a candidate or measure, for an independent expenditure"
    problems = [*problems, problem(read, aimless, "Sup_Opp_Cd", wanted)]
    if kind == LATE:
        read = read.with_columns(code=pl.lit(None, pl.String))
    return to_entries(read, kind), problems


def _in_tables(read: pl.DataFrame) -> pl.DataFrame:
    """The table of each payment, who pays whom, and why its money is not new."""
    read = _with_said(read)
    read = read.with_columns(table=_table())
    back = pl.col("table").is_in(GIFTS) & (pl.col("signed") < 0)
    read = read.with_columns(
        amount=pl.when(back).then(pl.col("signed").abs()).otherwise("signed"),
        direction=pl.when(back).then(pl.lit(IN)).otherwise(pl.lit(OUT)),
        table=pl.when(back).then(pl.lit("refund")).otherwise("table"),
        memo=pl.col("memo_code").is_not_null() | (pl.col("schedule") == "G"),
    )
    return _with_receiver(read).with_columns(
        why=pl.col("table").replace_strict(REASONS, default=None, return_dtype=pl.String),
        side=pl.when("by_target").then("side"),
    )


def _with_said(read: pl.DataFrame) -> pl.DataFrame:
    """The payments with `by_target`, `said` (the code, or what stands in place of one), and `independent`."""
    schedule, code = pl.col("schedule"), pl.col("code").fill_null("")
    described = pl.col("purpose").str.to_uppercase().str.contains(IS_INDEPENDENT).fill_null(value=False)
    uncoded = (code == "") & (described | (schedule == "F465P3"))
    read = read.with_columns(
        by_target=schedule.is_in(BY_TARGET), said=pl.when(uncoded).then(pl.lit("IND")).otherwise(code)
    )
    return read.with_columns(independent=pl.col("said") == "IND")


def _table() -> pl.Expr:
    """The table of a payment.

    A gift on Schedule E to who is no committee may be a payment to a shop on behalf of one: who
    received it is open.
    """
    by_target, aimed = pl.col("by_target"), pl.col("target").is_not_null()
    sided = aimed & pl.col("side").is_not_null()
    by_code = pl.col("said").replace_strict(TABLES, default=None, return_dtype=pl.String)
    is_gift = by_code.is_in(GIFTS)
    return (
        pl.when(pl.col("schedule") == "G").then(pl.lit("operating-expenditure"))
        .when(by_target & pl.col("independent") & sided).then(pl.lit("independent-expenditure"))
        .when(is_gift & ~by_target & ~_is_committee()).then(pl.lit("expenditure"))
        .when(by_code.is_not_null()).then(by_code)
        .when(by_target & aimed).then(pl.lit("expenditure"))
        .otherwise(pl.lit("operating-expenditure"))
    )  # fmt: skip


def _with_receiver(read: pl.DataFrame) -> pl.DataFrame:
    """The payments with who received them.

    Of spending for or against someone, nobody is known who was paid: the column of payees repeats
    the name of the candidate's committee, which does not receive it.
    """
    spent = pl.col("table").is_in(("independent-expenditure", "expenditure")) & pl.col("by_target")
    candidate = pl.when(pl.col("by_target") & (pl.col("target_kind") == CANDIDATE)).then("target")
    return read.with_columns(
        other=pl.when(~spent).then(pl.coalesce("other", candidate)),
        other_name=pl.when(~spent).then(pl.coalesce("other_name", "target_name")),
    )


def _is_committee() -> pl.Expr:
    """Whether a payee is a committee; another may be a shop that was paid on behalf of one."""
    return pl.col("other_id").is_not_null() | pl.col("other_kind").is_in(COMMITTEES).fill_null(value=False)
