"""SMRY_CD and SPLT_CD: sums that filers state, told as they stand and never added to flows.

.CAL Format Layout 2.01, pages 18 and 35-37; 1.05.02, pages 27-28. Column A of a summary is the period;
column B the year to date, on forms before 2001 the sum before the period, and then column C the sum to
date. A split is the sum of one contributor or payee for one election. Sums of lobbying reports
(Forms 625 to 690) are left out.
"""

import polars as pl

from sources.cal_access.filings import (
    AMENDMENT,
    ITEM,
    NUMBER,
    a_day,
    filer_problems,
    filing_rows,
    with_filing,
)
from sources.cal_access.flows import joined
from sources.tables.layouts.columns import iso, money, path, read_fields, text, words
from sources.tables.layouts.rows import LINE, Place, Rows

LOBBYING = r"^[FS]6\d\d"
ELECTIONS = {"G": "general", "P": "primary", "R": "runoff", "S": "special"}
SUMMARY_FIELDS = (
    NUMBER,
    AMENDMENT,
    text("form", "FORM_TYPE", required=True),
    text("summaryLine", "LINE_ITEM", required=True),
    money("period", "AMOUNT_A"),
    money("second", "AMOUNT_B"),
    money("third", "AMOUNT_C"),
    a_day("vote", "ELEC_DT"),
)
SPLIT_FIELDS = (
    NUMBER,
    AMENDMENT,
    ITEM,
    text("form", "PFORM_TYPE", required=True),
    text("transaction", "PTRAN_ID"),
    text("election", "ELEC_CODE"),
    money("toDate", "ELEC_AMOUNT", required=True),
    a_day("vote", "ELEC_DATE"),
)


def summaries(frame: pl.DataFrame, place: Place) -> Rows:
    """The lines of summary pages of campaign statements."""
    is_lobbying = words("FORM_TYPE").str.to_uppercase().str.contains(LOBBYING).fill_null(value=False)
    read, problems = read_fields(frame.filter(~is_lobbying), SUMMARY_FIELDS)
    read = with_filing(read, place).with_columns(
        id=path(
            "filing-total/ca-fppc",
            *_key(),
            pl.concat_str(pl.lit("smry"), "form", "summaryLine", separator="-"),
        ),
        thisPeriod="period",
        toDate=pl.when(pl.col("third") != 0).then("third").otherwise("second"),
    )
    return _told(read, problems, frame.height - int((~frame.select(is_lobbying).to_series()).sum()))


def splits(frame: pl.DataFrame, place: Place) -> Rows:
    """Sums of one contributor or payee for one election."""
    read, problems = read_fields(frame, SPLIT_FIELDS)
    kind = pl.col("election").str.to_uppercase()
    kind = kind.replace_strict(ELECTIONS, default=kind, return_dtype=pl.String)
    read = with_filing(read, place).with_columns(
        id=path(
            "filing-total/ca-fppc", *_key(), pl.concat_str(pl.lit("splt"), "form", "item", separator="-")
        ),
        summaryLine=pl.concat_str("transaction", kind, iso(pl.col("vote")), separator=" ", ignore_nulls=True),
    )
    return _told(read, problems, 0)


def _key() -> tuple[pl.Expr, pl.Expr]:
    return pl.col("number").cast(pl.String), pl.col("amendment").cast(pl.String)


def _told(read: pl.DataFrame, problems: pl.DataFrame, left_out: int) -> Rows:
    columns = [name for name in ("thisPeriod", "toDate") if name in read.columns]
    totals = read.select("id", LINE, "filing", "form", "summaryLine", *columns)
    tables = joined({"filing-total": totals}, filing_rows(read))
    return Rows(tables, pl.concat([problems, filer_problems(read)]), left_out)
