"""Summary pages: stated sums, which are shown and never added to flows.

Column A is the sum of the period and column B that to date; on forms before 2001 B was the sum before the
period and C that to date (CAL 1.05.02, record SMRY).
"""

import polars as pl

from sources.netfile.columns import TOTALS
from sources.netfile.entries import read_records
from sources.netfile.told import committees_of_filers, tell_filings, with_context
from sources.tables.layouts.columns import Field, money, segment, text, words
from sources.tables.layouts.rows import Place, Rows

TOTAL = "total"
FORMS = ("F450", "F461", "F465")
FIELDS: tuple[Field, ...] = (
    text("schedule", "Form_Type", required=True),
    text("summary_line", "Line_Item", required=True),
    money("this_period", "Amount_A"),
    money("second", "Amount_B"),
    money("third", "Amount_C"),
)


def read_totals(frame: pl.DataFrame, agency: str) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """The lines of summary pages with their statements, and the problems found."""
    form = words("Form_Type").str.to_uppercase()
    form = pl.when(form.is_in(FORMS)).then(form).otherwise(pl.lit("F460"))
    read, problems = read_records(frame, TOTALS, FIELDS, agency, form)
    tail = pl.col("filing").str.strip_prefix("filing")
    which = segment(pl.concat_str("schedule", "summary_line", separator="-"))
    read = read.with_columns(
        kind=pl.lit(TOTAL),
        part=pl.lit(None, pl.String),
        amount="this_period",
        id=pl.concat_str(pl.lit("filing-total"), tail, pl.lit("/"), which),
    )
    return read, problems


def convert_totals(frame: pl.DataFrame, place: Place) -> Rows:
    """Rows of stated sums, and the filings and filers they belong to."""
    read, problems = read_totals(
        frame.with_columns(file=pl.lit(place.file)), place.options.get("agency", "-")
    )
    known = with_context(read, place)
    rows = known.select(
        "line",
        "id",
        filing="filing",
        form="schedule",
        summaryLine="summary_line",
        thisPeriod="this_period",
        toDate=pl.when(pl.col("third") != 0).then("third").otherwise("second"),
    )
    tables = {"filing-total": rows, "filing": tell_filings(known), "committee": committees_of_filers(known)}
    return Rows(tables, pl.concat(problems))
