"""Sightings: the money rows that may tell of the same money as another, as narrow frames.

A sighting has the place of its row, the amount in cents, the day, and the other party by committee id and
by name without what is printed now in one way and now in another. Only rows that count on their own are
sighted: no memo entries, no amounts of zero or below.
"""

import polars as pl

from sources.cal_access.collecting import fields_of
from sources.cal_access.filings import AMENDMENT, NUMBER
from sources.cal_access.late import GIFT_FIELDS, SLATE_FIELDS, SPENDING_FIELDS, gift_table
from sources.cal_access.parties import FPPC_ID, full_name
from sources.cal_access.payments import FIELDS as PAYMENT_FIELDS
from sources.cal_access.payments import expense, with_sides
from sources.cal_access.receipts import FIELDS as RECEIPT_FIELDS
from sources.cal_access.receipts import receipt_table
from sources.tables.layouts.columns import money, words
from sources.tables.layouts.rows import Place

CATEGORY = pl.Categorical()
SIGHTING = pl.Schema(
    {
        "number": pl.Int64(),
        "amendment": pl.Int64(),
        "schedule": CATEGORY,
        "item": pl.Int64(),
        "table": CATEGORY,
        "code": CATEGORY,
        "cents": pl.Int64(),
        "day": pl.Date(),
        "other_id": pl.Int32(),
        "other_name": CATEGORY,
        "via_id": pl.Int32(),
        "via_name": CATEGORY,
        "transaction": pl.String(),
    }
)
GIFT_CODES = ("CTB", "IKD", "MON")
PAID_CODES = (*GIFT_CODES, "IND", "LON", "TSF")
NOTHING = pl.lit(None, pl.String)


def folded(name: pl.Expr) -> pl.Expr:
    """Letters and digits of a name in capitals."""
    letters = name.str.to_uppercase().str.replace_all(r"[^\p{L}\p{N}]", "")
    return pl.when(letters != "").then(letters)


def number_of(column: str) -> pl.Expr:
    """The committee id in a column as a number."""
    return words(column).str.to_uppercase().str.extract(FPPC_ID).cast(pl.Int32, strict=False)


def _sighted(read: pl.DataFrame, **columns: pl.Expr | str) -> pl.DataFrame:
    """Rows that count, as sightings."""
    missing = {name: pl.lit(None) for name in SIGHTING if name not in read.columns and name not in columns}
    cents = (pl.col("amount") * 100).cast(pl.Int64)
    sighted = read.with_columns(**missing, **columns).with_columns(cents=cents, day=pl.col("on"))
    counts = (pl.col("cents") > 0) & words("MEMO_CODE").is_null()
    return sighted.filter(counts).select(pl.col(name).cast(dtype) for name, dtype in SIGHTING.items())


def late_gifts(frame: pl.DataFrame) -> pl.DataFrame:
    """Gifts of Form 497."""
    read = fields_of(frame, GIFT_FIELDS).with_columns(table=gift_table())
    return _sighted(read, other_id=number_of("CMTE_ID"), other_name=folded(full_name("ENTY_")))


def late_spending(frame: pl.DataFrame) -> pl.DataFrame:
    """Independent expenditures of Form 496."""
    return _sighted(fields_of(frame, SPENDING_FIELDS), table=pl.lit("independent-expenditure"))


def slate_payments(frame: pl.DataFrame) -> pl.DataFrame:
    """Payments received of Form 498."""
    read = fields_of(frame, SLATE_FIELDS).filter(pl.col("schedule") == "F498-R").drop_nulls("received")
    party = {"other_id": number_of("CMTE_ID"), "other_name": folded(full_name("PAYOR_"))}
    return _sighted(read.with_columns(amount="received"), table=pl.lit("expenditure"), **party)


def payments(place: Place, frame: pl.DataFrame) -> pl.DataFrame:
    """Gifts, independent expenditures, loans and transfers of EXPN_CD, and all of Schedule D."""
    form = words("FORM_TYPE").str.to_uppercase()
    told = (form.is_in(["E", "F900"]) & expense().is_in(PAID_CODES)) | form.is_in(
        ["D", "F450P5", "F461P5", "F465P3"]
    )
    read = with_sides(fields_of(frame.filter(told.fill_null(value=False)), PAYMENT_FIELDS), place)
    return _sighted(read, other_id=number_of("CMTE_ID"), other_name=folded(full_name("PAYEE_")))


def receipts(filers: pl.DataFrame, wanted: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    """Receipts of RCPT_CD that some other sighting may tell of, by filer and amount.

    Args:
        filers: `number` and `filer_id`, who filed.
        wanted: `filer_id` and `cents`; `cents` is null for any amount.
        frame: The records.
    """
    light = fields_of(frame, (NUMBER, AMENDMENT, money("amount", "AMOUNT")))
    light = light.with_columns(cents=(pl.col("amount") * 100).cast(pl.Int64)).join(filers, on="number")
    some = light.join(wanted.drop_nulls(), on=["filer_id", "cents"], how="semi")
    whole = light.join(wanted.filter(pl.col("cents").is_null()), on="filer_id", how="semi")
    chosen = pl.concat([some, whole]).select("line").unique(maintain_order=True)
    read = fields_of(frame.join(chosen, on="line", how="semi", maintain_order="left"), RECEIPT_FIELDS)
    read = read.with_columns(table=receipt_table(pl.col("table")))
    return _sighted(
        read,
        code=words("TRAN_TYPE"),
        other_id=number_of("CMTE_ID"),
        other_name=folded(full_name("CTRIB_")),
        via_id=number_of("INTR_CMTEID"),
        via_name=folded(full_name("INTR_")),
    )
