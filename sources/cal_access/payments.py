"""EXPN_CD: what committees and major donors pay, by schedule and expense code.

.CAL Format Layout 2.01, pages 13-14 and 42-44; Form 460, Schedules D, E and G; Forms 450 and 461, Part
5; Form 465, Part 3. Schedule D sums up, by candidate or measure, contributions and independent
expenditures that stand on Schedule E or another too; `twice` says which of them counts. Schedule G has
what an agent paid on behalf of the committee, which is part of a payment to the agent on E or F.
"""

import polars as pl

from sources.cal_access.codes import COMMITTEES, EXPENSES
from sources.cal_access.filings import AMENDMENT, ITEM, NUMBER, a_day, problem, with_filing
from sources.cal_access.flows import as_written, coded, is_memo, money_rows, told
from sources.cal_access.known import known
from sources.cal_access.parties import Printed, party_problems, party_rows, with_party
from sources.cal_access.targets import aimed_rows, candidate_rows, on_side, side_problems, with_target
from sources.tables.layouts.columns import Field, money, one_of, read_fields, text, words
from sources.tables.layouts.rows import Place, Rows

RECORD = "expn"
SCHEDULES = {one: one for one in ("D", "E", "F450P5", "F461P5", "F465P3", "F900", "G")}
BY_TARGET = ("D", "F450P5", "F461P5")
"""Parts that say whom or what a payment is for, and name no shop that was paid."""
GIFT, IN_KIND, ALONE, OPEN = "contribution", "in-kind", "independent-expenditure", "expenditure"
LOAN, REFUND, TRANSFER, OPERATING = "loan", "refund", "transfer", "operating-expenditure"
BY_CODE = {"LON": LOAN, "RFD": REFUND, "TSF": TRANSFER}
WHY = {LOAN: "not-new-loan", REFUND: "not-new-refund", TRANSFER: "not-new-transfer"}
FIELDS: tuple[Field, ...] = (
    NUMBER,
    AMENDMENT,
    ITEM,
    one_of("schedule", "FORM_TYPE", SCHEDULES, required=True),
    money("amount", "AMOUNT", required=True),
    a_day("on", "EXPN_DATE"),
    text("transaction", "TRAN_ID"),
    text("backReference", "BAKREF_TID"),
)
PAYEE = Printed("recipient", "PAYEE", "PAYEE", "CMTE_ID", "ENTITY_CD")
AGENT = Printed("intermediary", "AGENT")
WANTED_TARGET = "a candidate or measure, and S or O; the spending is told without what it is for"


def expense() -> pl.Expr:
    """The expense code, null where there is none or it is not one of the form."""
    code = words("EXPN_CODE").str.to_uppercase()
    return pl.when(code.is_in(list(EXPENSES))).then(code)


def payment_table() -> pl.Expr:
    """The table of a payment; needs `schedule`, `code`, `recipient`, `candidate` and `target`.

    CTB is a contribution, MON one of money, IKD one in kind. A payee on Schedule E that is no committee
    may be a shop that was paid on behalf of a candidate: who received the gift is open.
    """
    code, schedule = pl.col("code").fill_null(""), pl.col("schedule")
    by_target, given = schedule.is_in(BY_TARGET), code.is_in(["CTB", "MON"])
    named = pl.col("recipient").is_not_null()
    someone = named | (by_target & pl.col("candidate").is_not_null())
    to_someone = someone & (_is_committee() | by_target)
    moved = code.replace_strict(BY_CODE, default=None, return_dtype=pl.String)
    return (
        pl.when(schedule == "G").then(pl.lit(OPERATING))
        .when((code == "IND") | (schedule == "F465P3")).then(pl.lit(ALONE))
        .when(given & to_someone).then(pl.lit(GIFT))
        .when((code == "IKD") & to_someone).then(pl.lit(IN_KIND))
        .when(given | (code == "IKD")).then(pl.lit(OPEN))
        .when((moved == REFUND) | (moved.is_not_null() & someone)).then(moved)
        .when((schedule == "D") | (by_target & pl.col("target").is_not_null())).then(pl.lit(OPEN))
        .otherwise(pl.lit(OPERATING))
    )  # fmt: skip


def _is_committee() -> pl.Expr:
    """Whether the payee is a committee or party, by id or by what the row says it is."""
    by_id = pl.coalesce("recipient_id", "recipient_fec").is_not_null()
    return by_id | words("ENTITY_CD").str.to_uppercase().is_in(COMMITTEES).fill_null(value=False)


def paid(table: pl.Expr) -> pl.Expr:
    """Who receives a payment; of spending that is told by target, nobody who does is named."""
    by_target = pl.col("schedule").is_in(BY_TARGET)
    by_id = pl.coalesce("recipient_id", "recipient_fec").is_not_null()
    beneficiary = pl.when(by_id).then("recipient").otherwise(pl.coalesce("candidate", "recipient"))
    return (
        pl.when(by_target & (table == ALONE)).then(pl.lit(None, pl.String))
        .when(by_target & (table == IN_KIND)).then(beneficiary)
        .when(by_target).then(pl.coalesce("recipient", "candidate"))
        .otherwise("recipient")
    )  # fmt: skip


def payments(frame: pl.DataFrame, place: Place) -> Rows:
    """Gifts, spending for and against, transfers, refunds, loans and other payments."""
    read, problems = read_fields(frame, FIELDS)
    read = with_sides(with_filing(read, place), place)
    read = with_party(read, AGENT, place).with_columns(payee=paid(pl.col("table")))
    read = read.with_columns(**_directed()).with_columns(**_said())
    aimed = pl.col("target").is_not_null() & pl.col("side").is_not_null()
    aimless = (pl.col("table") == ALONE) & (pl.col("schedule") != "E") & ~aimed
    found = [problems, *party_problems(read, PAYEE), side_problems(read)]
    found.append(problem(read, aimless, "SUP_OPP_CD", WANTED_TARGET))
    tables = [money_rows(read, RECORD, place), aimed_rows(read)]
    paid_or_paying = (pl.col("payee") == pl.col(PAYEE.role)) | (pl.col("payer") == pl.col(PAYEE.role))
    tables += [party_rows(read.filter(paid_or_paying), PAYEE.role), party_rows(read, AGENT.role)]
    return told(read, [*tables, candidate_rows(read, "payee"), candidate_rows(read, "payer")], found)


def with_sides(read: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Rows with payee, target, code and table; Form 465 names its target on the cover page."""
    read = with_target(with_party(read, PAYEE, place), known(place, "measures"))
    cover = known(place, "targets").rename({"target": "cover_target", "side": "cover_side"})
    read = read.join(cover, on=["number", "amendment"], how="left", maintain_order="left")
    supplemental = pl.col("schedule") == "F465P3"
    return read.with_columns(
        code=expense(),
        target=pl.coalesce("target", pl.when(supplemental).then("cover_target")),
        side=pl.coalesce("side", pl.when(supplemental).then("cover_side")),
    ).with_columns(table=payment_table())


def _directed() -> dict[str, pl.Expr]:
    """Who pays whom; a gift below zero came back."""
    came_back = pl.col("table").is_in([GIFT, IN_KIND]) & (pl.col("amount") < 0)
    return {
        "payer": pl.when(came_back).then("payee").otherwise("filer"),
        "payee": pl.when(came_back).then("filer").otherwise("payee"),
        "amount": pl.when(came_back).then(pl.col("amount").abs()).otherwise("amount"),
        "table": pl.when(came_back).then(pl.lit(REFUND)).otherwise("table"),
    }


def _said() -> dict[str, pl.Expr]:
    """What else a row says, and why its money is not new."""
    meaning = pl.col("code").replace_strict(EXPENSES, default=None, return_dtype=pl.String)
    purpose = pl.concat_str(meaning, words("EXPN_DSCR"), separator=": ", ignore_nulls=True)
    sub_payment = pl.when(pl.col("schedule") == "G").then(pl.lit(value=True))
    return {
        "transactionType": coded("FORM_TYPE", "EXPN_CODE"),
        "dateAsWritten": as_written("EXPN_DATE"),
        "memo": pl.coalesce(is_memo(), sub_payment),
        "spendingPurpose": pl.when(purpose != "").then(purpose),
        "supports": on_side("S"),
        "opposes": on_side("O"),
        "spentOnThing": pl.when((pl.col("table") != OPEN) | pl.col("side").is_null()).then("target"),
        "why": pl.col("table").replace_strict(WHY, default=None, return_dtype=pl.String),
    }
