"""Money rows of any table: their ids, why they are not new money, and the tables they go to.

A converter adds columns named as those of the ontology's tables, besides `table` (where the row goes),
`schedule` (form or schedule), `on` (the day) and `why` (why its money is not new by the form alone).
"""

import polars as pl

from ontology import TABLES
from sources.cal_access.filings import filer_problems, filing_rows, row_path
from sources.cal_access.known import CONTEXT, known
from sources.tables.layouts.columns import iso, words
from sources.tables.layouts.rows import ID, LINE, Place, Rows

MIDNIGHT = r" 12:00:00 AM$"
KEY = ("number", "amendment", "schedule", "item")


def is_memo() -> pl.Expr:
    """True for a memo entry, which any mark in MEMO_CODE makes; else null."""
    return pl.when(words("MEMO_CODE").is_not_null()).then(pl.lit(value=True))


def as_written(day: str, until: str = "") -> pl.Expr:
    """What is printed for the day where it cannot be read, or where a span of days is given."""
    first = words(day).str.replace(MIDNIGHT, "")
    unread = pl.when(pl.col("on").is_null()).then(first)
    if until == "":
        return unread
    last = words(until).str.replace(MIDNIGHT, "")
    span = pl.concat_str(first, last, separator=" to ", ignore_nulls=True)
    return pl.when(last.is_not_null()).then(span).otherwise(unread)


def coded(*columns: str) -> pl.Expr:
    """Form and codes of a transaction as printed, with spaces between them."""
    return pl.concat_str([words(column) for column in columns], separator=" ", ignore_nulls=True)


def with_links(read: pl.DataFrame, record: str, place: Place) -> pl.DataFrame:
    """Rows with `alsoReportedAs`, the row that reports the same money and is counted."""
    name = f"twice-{record}"
    if name not in CONTEXT:
        return read.with_columns(alsoReportedAs=pl.lit(None, pl.String))
    return read.join(known(place, name), on=KEY, how="left", maintain_order="left")


def money_rows(read: pl.DataFrame, record: str, place: Place, part: str = "") -> dict[str, pl.DataFrame]:
    """Rows by table, with id, day, currency, and why they are not new money.

    Args:
        read: Rows with the columns a converter adds.
        record: Name of the record, for paths.
        place: Where the batch stands.
        part: What of the record a row tells, where one record makes several rows.
    """
    read = with_links(read, record, place).with_columns(
        id=row_path(pl.col("table"), pl.lit(record)) + pl.lit(part),
        date=iso(pl.col("on")),
        currency=pl.lit("USD"),
        notNewMoney=pl.coalesce(
            pl.when(pl.col("supersededBy").is_not_null()).then(pl.lit("not-new-superseded")),
            pl.when("memo").then(pl.lit("not-new-memo")),
            pl.when(pl.col("alsoReportedAs").is_not_null()).then(pl.lit("not-new-reported-twice")),
            "why",
        ),
    )
    parts = read.partition_by("table", as_dict=True, maintain_order=True)
    return {str(table): _columns(str(table), rows) for (table,), rows in parts.items()}


def _columns(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """What a table has of the columns of rows."""
    return rows.select(
        ID, LINE, *(name for name in TABLES[table].columns if name in rows.columns and name != LINE)
    )


def joined(*parts: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Tables put together by name."""
    frames: dict[str, list[pl.DataFrame]] = {}
    for part in parts:
        for name, frame in part.items():
            frames.setdefault(name, []).append(frame)
    return {name: pl.concat(several, how="diagonal_relaxed") for name, several in frames.items()}


def told(read: pl.DataFrame, tables: list[dict[str, pl.DataFrame]], problems: list[pl.DataFrame]) -> Rows:
    """The rows of money, with those of their filings, and all problems."""
    return Rows(joined(*tables, filing_rows(read)), pl.concat([*problems, filer_problems(read)]))
