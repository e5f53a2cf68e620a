"""What committees pay for their running, from the file of operating expenditures (oppexp).

https://www.fec.gov/campaign-finance-data/operating-expenditures-file-description/
"""

import polars as pl

from sources.fec_bulk.itemized import money_rows
from sources.fec_bulk.mentioned import filers, filings, parties
from sources.fec_bulk.reading import (
    filer,
    filing_number,
    memo,
    printed_in,
    printed_texts,
    row_number,
    transaction_day,
    unread_day,
)
from sources.tables.filings.fec import postcode
from sources.tables.layouts.columns import money
from sources.tables.layouts.repeated import read_repeated
from sources.tables.layouts.rows import Place, Rows

TABLE = "operating-expenditure"
TEXTS = {
    "AMNDT_IND": "amendmentIndicator",
    "RPT_TP": "reportType",
    "FORM_TP_CD": "form",
    "SCHED_TP_CD": "schedule",
    "LINE_NUM": "lineNumber",
    "NAME": "name",
    "CITY": "city",
    "STATE": "stateCode",
    "ZIP_CODE": "zip",
    "TRANSACTION_PGI": "electionCode",
    "PURPOSE": "purpose",
    "CATEGORY_DESC": "category",
    "MEMO_TEXT": "memoText",
    "ENTITY_TP": "entity",
    "TRAN_ID": "transaction",
    "BACK_REF_TRAN_ID": "backReference",
}


def convert_operating(frame: pl.DataFrame, _place: Place) -> Rows:
    """The payments of a batch, and who pays and is paid."""
    fields = (filer(), money("amount", "TRANSACTION_AMT", required=True), transaction_day("%m/%d/%Y"))
    rows, problems = read_repeated(frame, fields, (row_number(), filing_number(), memo()))
    told = rows.with_columns(*printed_texts(rows, TEXTS), unread_day())
    told = (
        told.with_columns(postcode=postcode(pl.col("zip")))
        .with_columns(
            printed_in(),
            table=pl.lit(TABLE),
            id=pl.lit(f"{TABLE}/fec/") + pl.col("row"),
            payer="filer",
            spendingPurpose=pl.coalesce("purpose", "category"),
            transactionType=pl.concat_str("schedule", "lineNumber", ignore_nulls=True).replace("", None),
            notNewMoney=pl.when("memo").then(pl.lit("not-new-memo")),
        )
        .with_columns(payee=pl.when(pl.col("name").is_not_null()).then("printed"))
    )
    things = {"party": parties(told), "committee": filers(told), "filing": filings(told)}
    return Rows({TABLE: money_rows(TABLE, told), **things}, problems)
