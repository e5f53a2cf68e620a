"""BALLOT_MEASURES_CD: the measures of statewide elections, with the number under which they file.

CAL-ACCESS Tables, Columns and Indexes. FILER_ID is the number of the measure in the state's own tables.
"""

import polars as pl

from sources.cal_access.filings import a_day, problem
from sources.cal_access.targets import STATEWIDE
from sources.tables.layouts.columns import iso, path, read_fields, text, words
from sources.tables.layouts.rows import Place, Rows

CALIFORNIA = "state/us/ca"
FIELDS = (
    text("public", "FILER_ID", required=True),
    a_day("vote", "ELECTION_DATE"),
    text("label", "MEASURE_NAME", required=True),
    text("altLabel", "MEASURE_SHORT_NAME"),
    text("identifier", "MEASURE_NO"),
)


def measure_path() -> pl.Expr:
    """The path of a measure the state lists."""
    return path("measure/ca-fppc", pl.col("public"))


def measures(frame: pl.DataFrame, _place: Place) -> Rows:
    """Measures with number, name and the day of the vote."""
    read, problems = read_fields(frame, FIELDS)
    statewide = words("JURISDICTION").str.to_uppercase().is_in(STATEWIDE).fill_null(value=False)
    undated = problem(read, pl.col("vote").is_null(), "ELECTION_DATE", "the day of the vote", rejected=True)
    local = problem(read, ~statewide, "JURISDICTION", "Statewide", rejected=True)
    told = read.filter(statewide & pl.col("vote").is_not_null()).select(
        "label",
        "altLabel",
        "identifier",
        id=measure_path(),
        date=iso(pl.col("vote")),
        jurisdiction=pl.lit(CALIFORNIA),
    )
    return Rows({"measure": told}, pl.concat([problems, undated, local]))
