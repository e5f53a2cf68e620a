"""The sums on the cover and summary pages of a filing, line by line."""

import csv
from functools import cache
from importlib.resources import files

import polars as pl

from sources.tables.layouts.columns import money, segment, words
from sources.tables.layouts.rows import LINE, PROBLEM

SUMS = r"^col_[ab]_"
NO_SUMS = r"_year(_\d+)?$"
PLAIN = frozenset(
    {
        "net_donations",
        "quarterly_monthly_bundled_contributions",
        "total_contribution",
        "total_costs",
        "total_disbursements",
        "total_donations",
        "total_donations_accepted",
        "total_donations_refunded",
        "total_independent_expenditure",
    }
)
"""Sums for the period of forms without columns A and B."""
TO_DATE = frozenset({"semi_annual_bundled_contributions"})
A_MONEY = "an amount such as 1234.50"


def is_sum(name: str) -> bool:
    """Whether a column of a cover is a sum of money."""
    pages = name.startswith(("col_a_", "col_b_")) and not name.rstrip("_0123456789").endswith("_year")
    return pages or name in PLAIN or name in TO_DATE


def read_sums(covers: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows of the table of sums, and the sums that cannot be read.

    Column A is the period of the filing, column B the calendar year or election to date.
    """
    columns = [name for name in covers.columns if is_sum(name)]
    names = {"variable_name": "column", "value_name": "found"}
    long = covers.unpivot(on=columns, index=[LINE, "filing", "form"], **names).cast({"found": pl.String})
    sums = long.with_columns(amount=money("amount", "found").value).join(
        _lines(), on=["form", "column"], how="left"
    )
    unread = sums.filter(pl.col("amount").is_null() & words("found").is_not_null())
    problems = unread.select(LINE, "column", "found", wanted=pl.lit(A_MONEY), rejected=pl.lit(value=False))
    return _told(sums.drop_nulls("amount")), problems.cast(PROBLEM)


def _told(sums: pl.DataFrame) -> pl.DataFrame:
    """One row a line, with both columns."""
    plain = pl.col("column").str.replace(SUMS, "").str.replace_all("_", " ", literal=True)
    to_date = pl.col("column").str.starts_with("col_b_") | pl.col("column").is_in(list(TO_DATE))
    named = sums.with_columns(summaryLine=pl.coalesce("line_right", plain), to_date=to_date)
    rows = named.group_by("filing", LINE, "form", "summaryLine", maintain_order=True).agg(
        thisPeriod=pl.col("amount").filter(~pl.col("to_date")).first(),
        toDate=pl.col("amount").filter("to_date").first(),
    )
    path = pl.format("filing-total/fec/{}/{}", "filing", segment(pl.col("summaryLine")))
    return rows.with_columns(id=path, filing=pl.format("filing/fec/{}", "filing"))


@cache
def _lines() -> pl.DataFrame:
    """The number of the line of each sum, by form and column."""
    text = files("sources.fec_filing").joinpath("summary_lines.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return pl.DataFrame(rows, schema={"form": pl.String, "column": pl.String, "line": pl.String})
