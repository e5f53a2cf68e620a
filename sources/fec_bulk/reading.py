"""The values of the columns of itemized rows: texts, days, amounts, and the things that ids name."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from sources.fec_bulk.transaction_types import transaction_types
from sources.tables.filings.fec import (
    COMMITTEES,
    NO_COMMITTEE,
    NO_VENDOR,
    agent,
    candidate,
    committee,
    filing,
    postcode,
    printed_party,
    printed_text,
)
from sources.tables.layouts.columns import Field, day, iso, money, words
from sources.tables.layouts.repeated import read_all

MEANT = r"\((C[0-9]{8})\)"
"""The committee an earmarked contribution is passed on to, as conduits write it in MEMO_TEXT."""
TEXTS = {
    "TRANSACTION_PGI": "electionCode",
    "TRANSACTION_TP": "transactionType",
    "ENTITY_TP": "entity",
    "NAME": "name",
    "CITY": "city",
    "STATE": "stateCode",
    "ZIP_CODE": "zip",
    "EMPLOYER": "employer",
    "OCCUPATION": "occupation",
    "TRAN_ID": "transaction",
    "MEMO_TEXT": "memoText",
    "RPT_TP": "reportType",
    "AMNDT_IND": "amendmentIndicator",
}


def read_itemized(frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The values of all rows, and the problems found.

    A row is rejected that has no number (SUB_ID), committee, transaction type or amount that can be read.
    """
    fields = _fields(with_candidate="CAND_ID" in frame.columns)
    rows, problems = read_all(frame, fields, (row_number(), filing_number(), memo()))
    told = rows.with_columns(*_of_types(rows["type"]), *printed_texts(rows, TEXTS), unread_day())
    told = told.with_columns(*entities(), postcode=postcode(pl.col("zip")))
    return told.with_columns(_meant(told)), problems


def row_number() -> Field:
    """The FEC's number of a row, of which there are no two."""
    number = pl.col("SUB_ID")
    whole = number.cast(pl.Int64, strict=False)
    value = pl.when((whole >= 0) & ~number.str.starts_with("+")).then(number)
    return Field("row", "SUB_ID", value, "a number", required=True)


def filer() -> Field:
    """The committee that reports a row."""
    value = committee(words("CMTE_ID"))
    return Field("filer", "CMTE_ID", value, "a committee's id such as C00123456", required=True)


def filing_number() -> Field:
    """The filing a row is reported in; early reports on paper have none."""
    return Field("filing", "FILE_NUM", filing(pl.col("FILE_NUM")), "the number of a filing", rejects=False)


def memo() -> Field:
    """True for a memo entry; `X` is the only code there is."""
    is_memo = pl.when(pl.col("MEMO_CD") == "X").then(pl.lit(value=True))
    return Field("memo", "MEMO_CD", is_memo, "X or nothing", rejects=False)


def transaction_day(form: str) -> Field:
    """The day of a transaction as text; a row stays when it cannot be read."""
    read = day("date", "TRANSACTION_DT", (form,))
    return replace(read, value=iso(read.value))


def unread_day() -> pl.Expr:
    """The day as printed where it was not read."""
    return words(pl.when(pl.col("date").is_null()).then("TRANSACTION_DT")).alias("dateAsWritten")


def printed_texts(rows: pl.DataFrame, names: Mapping[str, str]) -> list[pl.Series]:
    """Columns as printed, under the names they are told with."""
    return [printed_text(rows[source]).alias(name) for source, name in names.items()]


def printed_in() -> pl.Expr:
    """The party of NAME."""
    return printed_party(pl.col("name"), pl.col("postcode"), pl.col("CITY"), pl.col("row")).alias("printed")


def entities() -> list[pl.Expr]:
    """What the entity type says of the party printed."""
    codes = {"is_committee": COMMITTEES, "has_no_id": NO_COMMITTEE, "is_spent_on": NO_VENDOR}
    return [
        pl.any_horizontal(pl.col("entity").eq_missing(code) for code in known).alias(name)
        for name, known in codes.items()
    ]


def _meant(told: pl.DataFrame) -> pl.Series:
    """The committee named in a note, for earmarked contributions that name none elsewhere."""
    asked = told.select((pl.col("other") == "recipient") & pl.col("otherAgent").is_null()).to_series()
    found = told.filter(asked).select(committee(pl.col("memoText").str.extract(MEANT))).to_series()
    nothing = pl.Series("meant", [None], pl.String).new_from_index(0, told.height)
    return nothing.scatter(asked.arg_true(), found)


def _fields(*, with_candidate: bool) -> tuple[Field, ...]:
    """The values of columns in which few texts stand in many rows."""
    code = words("TRANSACTION_TP").str.to_uppercase()
    known = list(transaction_types())
    place = code.replace_strict(known, range(len(known)), default=None, return_dtype=pl.UInt32)
    number = "the id of a committee or candidate"
    subject = Field("subject", "CAND_ID", candidate(words("CAND_ID")), "a candidate's id", rejects=False)
    return (
        filer(),
        Field("type", "TRANSACTION_TP", place, "a transaction type of the FEC's list", required=True),
        money("amount", "TRANSACTION_AMT", required=True),
        transaction_day("%m%d%Y"),
        Field("otherAgent", "OTHER_ID", agent(words("OTHER_ID")), number, rejects=False),
        *((subject,) if with_candidate else ()),
    )


def _of_types(places: pl.Series) -> list[pl.Series]:
    """What the list of transaction types says of those of rows, given by their places in it."""
    known = transaction_types().values()
    told = ("table", "mark", "comes_in", "other", "stance")
    return [pl.Series(name, [getattr(one, name) for one in known]).gather(places) for name in told]
