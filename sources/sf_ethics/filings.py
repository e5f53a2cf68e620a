"""The statements a committee filed: the latest versions, as the pages say, so that none replaces another."""

import polars as pl

from sources.sf_ethics.parties import filer_rows, with_filer
from sources.sf_ethics.reading import DAYS, read_page
from sources.sf_ethics.sums import told
from sources.tables.layouts.columns import Field, day, path, text, words
from sources.tables.layouts.rows import Place, Rows

FIELDS: tuple[Field, ...] = (
    text("number", "filing_id", required=True),
    day("filed", "filing_datetime", DAYS),
    day("start", "filing_startdate", DAYS),
    day("end", "filing_enddate", DAYS),
)


def filings(frame: pl.DataFrame, _place: Place) -> Rows:
    """The filings of a committee."""
    read, problems = read_page(frame, FIELDS)
    read = with_filer(read)
    form = words("form_name").str.replace("^FPPC", "F")  # as the Secretary of State names it
    rows = read.select(
        "filer",
        filerName=words("filer_name"),
        id=path("filing/sf-ethics", pl.col("number")),
        form=form,
        label=pl.concat_str(
            form,
            pl.lit("filing"),
            "number",
            words("filing_activity_type").str.to_lowercase(),
            separator=" ",
            ignore_nulls=True,
        ),
        identifier="number",
        filedOn="filed",
        periodStart="start",
        periodEnd="end",
    )
    return Rows(told(filer_rows(read), {"filing": rows}), pl.concat(problems))
