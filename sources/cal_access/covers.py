"""CVR_CAMPAIGN_DISCLOSURE_CD, CVR2_CAMPAIGN_DISCLOSURE_CD and FILER_FILINGS_CD: the filings themselves.

.CAL Format Layout 2.01, pages 22-34; CAL-ACCESS Tables, Columns and Indexes, pages 25-29, 41-43, 64-66.
FILER_ID of a cover page is the id that forms print; in FILER_FILINGS_CD it is a number of the state's own
tables, which FILERNAME_CD turns into the other. Filings of lobbyists and of paper (Forms 6xx and 7xx)
are left out, and so are the officers and candidates on the second page.
"""

from datetime import date

import polars as pl

from sources.cal_access.codes import COMMITTEES
from sources.cal_access.filings import (
    AMENDMENT,
    NUMBER,
    a_day,
    filing_path,
    filing_rows,
    original_rows,
    problem,
    version_columns,
    with_filing,
)
from sources.cal_access.flows import joined
from sources.cal_access.known import known
from sources.cal_access.parties import (
    Printed,
    full_name,
    party_problems,
    party_rows,
    with_party,
    with_registered,
)
from sources.cal_access.targets import side_problems, target_rows, with_target
from sources.tables.layouts.columns import iso, path, read_fields, text, whole, words
from sources.tables.layouts.rows import Place, Rows

SPENDING = ("F465", "F496")
"""Forms whose cover page says what the spending is for or against."""
NO_NAME = "X"
"""What early electronic filings have for the name of the filer."""
CAMPAIGN = r"^(E530|F[459]\d\d)"
NEVER = date(1900, 1, 1)
"""What the list of filings has where there is no day."""
WANTED_NUMBER = "a number that FILERNAME_CD has; the filing is told without its filer"
COVER_FIELDS = (
    NUMBER,
    AMENDMENT,
    text("form", "FORM_TYPE", required=True),
    a_day("filedOn", "RPT_DATE"),
    a_day("periodStart", "FROM_DATE"),
    a_day("periodEnd", "THRU_DATE"),
    a_day("election", "ELECT_DATE"),
    text("reportType", "STMT_TYPE"),
    text("filer_id", "FILER_ID"),
)
FILING_FIELDS = (
    NUMBER,
    whole("amendment", "FILING_SEQUENCE", required=True),
    text("form", "FORM_ID", required=True),
    text("internal", "FILER_ID", required=True),
    a_day("filedOn", "FILING_DATE"),
    a_day("periodStart", "RPT_START"),
    a_day("periodEnd", "RPT_END"),
)
RELATED = Printed("related", "ENTY", "", "CMTE_ID")


def covers(frame: pl.DataFrame, place: Place) -> Rows:
    """Filings, their filers with the names they print, and whom their spending is for or against."""
    read, problems = read_fields(frame, COVER_FIELDS)
    read = with_registered(with_filing(read, place), "filer", place)
    read = with_target(read, known(place, "measures"), pl.col("election")).with_columns(
        filer_name=filer_name(), electionCode=iso(pl.col("election"))
    )
    spending = read.filter(pl.col("form").str.to_uppercase().is_in(SPENDING))
    amends = pl.when(pl.col("amendment") > 0).then(filing_path(pl.lit(0)))
    details = ("form", "filedOn", "periodStart", "periodEnd", "reportType", "electionCode")
    told = read.select(*details, id="filing", amends=amends, filerName="filer_name")
    tables = joined(
        {"filing": told},
        filing_rows(read),
        {"filing": original_rows(read)},
        _filers(read, place),
        target_rows(spending),
    )
    no_filer = problem(read, pl.col("unfiled"), "FILER_ID", "the id of a filer")
    return Rows(tables, pl.concat([problems, no_filer, side_problems(spending)]))


def filer_name() -> pl.Expr:
    """The name of the filer as printed, null for a mark that stands for none."""
    name = full_name("FILER_")
    return pl.when(words("FILER_NAML") != NO_NAME).then(name)


def _filers(read: pl.DataFrame, place: Place) -> dict[str, pl.DataFrame]:
    """Committees with the names on cover pages, and when each name was in use."""
    known_filers = read.filter(pl.col("filer").str.starts_with("committee/ca-fppc/"))
    committees = known_filers.select(
        id="filer",
        identifier="filer_id",
        label=pl.coalesce("filer_known", "filer_name"),
        altLabel="filer_name",
    ).unique(maintain_order=True)
    names = committee_names(known_filers, "filer", "filer_name", place)
    return {"committee": committees, "committee-name": names}


def committee_names(read: pl.DataFrame, committee: str, name: str, place: Place) -> pl.DataFrame:
    """The names of committees, with the first day on a cover page, and the last where another came since."""
    named = read.select(path=committee, name=name).drop_nulls().unique(maintain_order=True)
    named = named.join(known(place, "names"), on=["path", "name"], how="left", maintain_order="left")
    public = pl.col("path").str.strip_prefix("committee/")
    return named.select(
        "validFrom",
        "validUntil",
        id=pl.concat_str(
            pl.lit("committee-name"), public, path("", pl.col("name")).str.strip_prefix("/"), separator="/"
        ),
        ofCommittee="path",
        nameText="name",
    )


def related_committees(frame: pl.DataFrame, place: Place) -> Rows:
    """Committees that the second page names with an id; what else stands there is left out."""
    is_committee = words("ENTITY_CD").str.to_uppercase().is_in(COMMITTEES) & words("CMTE_ID").is_not_null()
    named = frame.filter(is_committee.fill_null(value=False))
    read, problems = read_fields(named, (NUMBER, AMENDMENT))
    read = with_party(read, RELATED, place)
    with_id = read.filter(pl.col("related_id").is_not_null())
    tables = party_rows(with_id, RELATED.role)
    names = committee_names(
        with_id.filter(pl.col("related").str.starts_with("committee/")), "related", "related_name", place
    )
    found = pl.concat([problems, *party_problems(read, RELATED)])
    left_out = frame.height - with_id.height - found.filter("rejected").height
    return Rows(joined({"committee-name": names}, tables), found, left_out)


def listed_filings(frame: pl.DataFrame, place: Place) -> Rows:
    """Campaign filings of the state's list, as far as no cover page tells them."""
    is_campaign = words("FORM_ID").str.to_uppercase().str.contains(CAMPAIGN).fill_null(value=False)
    read, problems = read_fields(frame.filter(is_campaign), FILING_FIELDS)
    uncovered = read.join(
        known(place, "covered"), on=["number", "amendment"], how="anti", maintain_order="left"
    )
    listed = uncovered.join(known(place, "amendments"), on="number", how="left", maintain_order="left")
    listed = listed.join(known(place, "ids"), on="internal", how="left", maintain_order="left")
    days = {name: pl.when(pl.col(name) > NEVER).then(name) for name in ("periodStart", "periodEnd")}
    told = listed.select("form", "filedOn", **version_columns(), **days, filer="path")
    unknown = problem(listed, pl.col("path").is_null(), "FILER_ID", WANTED_NUMBER)
    left_out = frame.height - listed.height - problems.filter("rejected")["line"].n_unique()
    return Rows({"filing": told}, pl.concat([problems, unknown]), left_out)
