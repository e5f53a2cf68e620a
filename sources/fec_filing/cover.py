"""The cover of a filing: what was filed by whom for which time, what it amends, and its sums."""

import polars as pl

from sources.fec_filing.context import amends, whole_notes
from sources.fec_filing.fields import BEYOND
from sources.fec_filing.given import DAYS, full_name, given
from sources.fec_filing.summary import read_sums
from sources.fec_filing.things import CANDIDATE, COMMITTEE, with_number
from sources.tables.filings.fec import agent, candidate, committee
from sources.tables.layouts.columns import Field, day, read_fields, whole, words
from sources.tables.layouts.rows import Place, Rows

STATEMENT_OF_ORGANIZATION, STATEMENT_OF_CANDIDACY = "F1", "F2"


def convert_filing(frame: pl.DataFrame, place: Place) -> Rows:
    """The rows of covers; notes are told with what they are on."""
    covers, problems = read_fields(frame.filter(pl.col("record") == "cover"), _fields(frame))
    covers = covers.with_columns(filerPath=agent(words("filer")))
    sums, unread = read_sums(covers)
    tables = {
        "filing": _with_amended(_filings(covers, place)),
        "filing-total": sums,
        "committee": _committees(covers),
        "candidate": _candidates(covers),
        "link": _links(covers),
    }
    return Rows(tables, pl.concat([problems, unread]))


def _fields(frame: pl.DataFrame) -> list[Field]:
    """The days of a cover, and what stands beyond its last column."""
    days = {
        "periodStart": "coverage_from_date",
        "periodEnd": "coverage_through_date",
        "filedOn": "header_received_date",
    }
    nothing = pl.lit(None, pl.String)
    fields = [
        *(day(name, source, DAYS) for name, source in days.items()),
        whole("electionYear", "election_year"),
        Field("nothing", BEYOND, nothing, "no more fields than the format has", rejects=False),
    ]
    return [one for one in fields if one.source in frame.columns]


def _filings(covers: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The filings themselves."""
    days = [name for name in ("periodStart", "periodEnd", "filedOn") if name in covers.columns]
    joined = covers.join(place.context["amended"], on="filing", how="left").join(
        whole_notes(place), on="filing", how="left"
    )
    number = given(covers, "header_report_number").str.strip_prefix("FEC-").cast(pl.Int64, strict=False)
    return joined.select(
        *days,
        "filedText",
        "form",
        id=pl.format("filing/fec/{}", "filing"),
        identifier="filing",
        label=pl.format("Form {} no. {}", pl.col("form").str.strip_prefix("F"), "filing"),
        filer="filerPath",
        filerName=_filer_name(covers),
        reportType=given(covers, "report"),
        amendmentIndicator=given(covers, "amendment"),
        amends=pl.format("filing/fec/{}", amends(covers)),
        amendmentNumber=number,
        supersededBy=pl.format("filing/fec/{}", "supersededBy"),
        electionCode=given(covers, "election_code"),
    )


def _with_amended(filings: pl.DataFrame) -> pl.DataFrame:
    """The filings, and those they amend, of which at least the number is known."""
    named = filings.select(id="amends", identifier=pl.col("amends").str.strip_prefix("filing/fec/"))
    return pl.concat([filings, named.drop_nulls()], how="diagonal")


def _committees(covers: pl.DataFrame) -> pl.DataFrame:
    """The filers that are committees; a statement of organization says more of them."""
    organized = pl.col("form") == STATEMENT_OF_ORGANIZATION
    said = {
        "committeeType": given(covers, "committee_type"),
        "partyAsPrinted": given(covers, "party_code"),
        "treasurer": full_name(covers, "treasurer"),
        "city": given(covers, "city"),
        "stateCode": given(covers, "state"),
        "postcode": given(covers, "zip_code"),
        "forCandidate": candidate(given(covers, "candidate_id_number")),
        "connectedOrganization": pl.when(given(covers, "affiliated_relationship_code") == "CON").then(
            given(covers, "affiliated_committee_name")
        ),
    }
    values = {key: pl.when(organized).then(value) for key, value in said.items()}
    return with_number(covers.select(id="filerPath", label=_filer_name(covers), **values), COMMITTEE)


def _filer_name(covers: pl.DataFrame) -> pl.Expr:
    """The name of the committee, organisation or person that files, as the cover prints it."""
    names = given(covers, "committee_name", "organization_name", "principal_committee_name")
    return pl.coalesce(names, full_name(covers, "individual"))


def _candidates(covers: pl.DataFrame) -> pl.DataFrame:
    """Candidates that file a statement of candidacy, or whose committee names them in its own."""
    person = full_name(covers, "candidate")
    named = covers.with_columns(
        candidatePath=candidate(given(covers, "candidate_id_number")),
        candidateName=person,
        # the address comes before the contest in a statement of candidacy, and both have a state
        contestState=given(covers, "candidate_state_2", "candidate_state"),
    )
    told = named.select(
        id="candidatePath",
        name="candidateName",
        officeAsPrinted=given(covers, "candidate_office"),
        stateCode="contestState",
        districtAsPrinted=given(covers, "candidate_district"),
        partyAsPrinted=given(covers, "candidate_party_code"),
        electionYear=pl.col("electionYear") if "electionYear" in covers.columns else pl.lit(None, pl.Int64),
        principalCommittee=pl.when(pl.col("form") == STATEMENT_OF_CANDIDACY).then(
            committee(given(covers, "committee_id_number"))
        ),
    )
    there = with_number(told, CANDIDATE)
    return there.with_columns(label=pl.coalesce("name", "identifier")).drop("name")


def _links(covers: pl.DataFrame) -> pl.DataFrame:
    """Which committees a statement of candidacy names."""
    there = covers.filter(pl.col("form") == STATEMENT_OF_CANDIDACY)
    year = pl.col("electionYear") if "electionYear" in covers.columns else pl.lit(None, pl.Int64)
    owner = candidate(given(there, "candidate_id_number"))
    parts = [
        there.select(
            id=pl.format("link/fec/{}/{}", "filing", given(there, column)),
            forCandidate=owner,
            ofCommittee=committee(given(there, column)),
            electionYear=year,
        )
        for column in ("committee_id_number", "authorized_committee_id_number")
    ]
    return pl.concat(parts).drop_nulls(["forCandidate", "ofCommittee"])
