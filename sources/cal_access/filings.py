"""The filing a row stands in: who filed it, and which amendment replaces it.

FILING_ID names a filing and AMEND_ID its versions, 0 for the original (CAL-ACCESS Tables, Columns and
Indexes, page 25). The highest AMEND_ID a dataset has replaces the whole of the lower ones. Who filed
stands on the cover page only; a filing without one is told with a filer of its own, never a guess.
"""

from dataclasses import replace

import polars as pl

from sources.cal_access.known import known
from sources.tables.layouts.columns import Field, day, whole
from sources.tables.layouts.rows import LINE, PROBLEM, Place

DAYS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S")
"""The state writes 11/5/2018 12:00:00 AM in most tables and 11/05/2018 in some; copies of others differ."""
WANTED_DAY = "a day of 1900 to 2100, such as 11/5/2018 12:00:00 AM, 11/05/2018 or 2018-11-05"
NUMBER = whole("number", "FILING_ID", required=True)
AMENDMENT = whole("amendment", "AMEND_ID", required=True)
ITEM = whole("item", "LINE_ITEM", required=True)
WANTED_FILER = "a filing whose cover page tells who filed it; the filer is told by the number of the filing"


def a_day(name: str, source: str) -> Field:
    """A calendar day in one of the ways the state writes them."""
    return replace(day(name, source, DAYS), wanted=WANTED_DAY)


def filing_path(amendment: pl.Expr) -> pl.Expr:
    """The path of a version of a filing."""
    return pl.concat_str(pl.lit("filing/ca-fppc"), "number", amendment, separator="/")


def with_filing(read: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Rows with `filing`, `supersededBy`, `filer`, and `unfiled` where no cover page tells the filer."""
    joined = read.join(known(place, "amendments"), on="number", how="left", maintain_order="left")
    joined = joined.join(known(place, "filers"), on="number", how="left", maintain_order="left")
    version = version_columns()
    return joined.with_columns(
        filing=version["id"],
        supersededBy=version["supersededBy"],
        unfiled=pl.col("filer").is_null(),
        filer=pl.coalesce("filer", pl.concat_str(pl.lit("committee/ca-fppc-filing/"), "number")),
    )


def filing_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The versions of filings rows stand in and the latest ones, and the filers no cover page tells."""
    label = pl.concat_str(pl.lit("the filer of CAL-ACCESS filing "), "number")
    unknown = read.filter("unfiled").select(id="filer", label=label)
    latest = read.filter(pl.col("latest") > pl.col("amendment")).with_columns(amendment="latest")
    versions = pl.concat([read, latest]).select("filer", **version_columns())
    return {
        "filing": versions.unique(maintain_order=True),
        "committee": unknown.unique(maintain_order=True),
    }


def original_rows(read: pl.DataFrame) -> pl.DataFrame:
    """The originals of amendments, which have the number 0."""
    amended = read.filter(pl.col("amendment") > 0).with_columns(amendment=pl.lit(0, pl.Int64))
    return amended.select(**version_columns()).unique(maintain_order=True)


def version_columns() -> dict[str, pl.Expr]:
    """What the number of a filing and of its amendment say: id, label, and what replaces it."""
    amendment = pl.col("amendment")
    amended = pl.format("CAL-ACCESS filing {}, amendment {}", "number", amendment)
    original = pl.format("CAL-ACCESS filing {}", "number")
    return {
        "id": filing_path(amendment),
        "identifier": pl.col("number").cast(pl.String),
        "amendmentNumber": amendment,
        "label": pl.when(amendment == 0).then(original).otherwise(amended),
        "supersededBy": pl.when(pl.col("latest") > amendment).then(filing_path(pl.col("latest"))),
    }


def filer_problems(read: pl.DataFrame) -> pl.DataFrame:
    """The rows whose filer no cover page tells."""
    return problem(read, pl.col("unfiled"), "FILING_ID", WANTED_FILER)


def problem(
    read: pl.DataFrame, where: pl.Expr, column: str, wanted: str, *, rejected: bool = False
) -> pl.DataFrame:
    """The rows for which something holds, as problems of a column."""
    return read.filter(where.fill_null(value=False)).select(
        pl.col(LINE).cast(PROBLEM[LINE]),
        pl.lit(column).alias("column"),
        pl.col(column).fill_null("").alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(rejected).alias("rejected"),
    )


def row_path(table: pl.Expr, record: pl.Expr) -> pl.Expr:
    """The path of a money row: table, filing, version, then record, schedule and line item.

    FILING_ID, AMEND_ID, REC_TYPE, FORM_TYPE and LINE_ITEM are the key of the state's tables.
    """
    key = pl.concat_str(record, "schedule", "item", separator="-")
    return pl.concat_str(table, pl.lit("ca-fppc"), "number", "amendment", key, separator="/")
