"""FILERNAME_CD, FILER_TO_FILER_TYPE_CD and FILER_LINKS_CD: committees and candidates under the state's ids.

CAL-ACCESS Tables, Columns and Indexes, pages 67-73; FAQ, page 2; Lookup Codes. A filer has two ids:
XREF_FILER_ID, which forms print and people know as the FPPC id, and FILER_ID, the number of the state's
own tables. For filers registered since 2000 both are one; before, 741666 of forms was 1018392 of tables.
Paths have the id of forms. FILERNAME_CD holds the names a filer has had. Lobbyists, treasurers and
others who are neither committee nor candidate are left out.
"""

import polars as pl

from sources.cal_access.covers import committee_names
from sources.cal_access.filings import a_day, problem
from sources.cal_access.flows import joined
from sources.cal_access.known import known
from sources.cal_access.parties import full_name
from sources.tables.layouts.columns import path, read_fields, text, words
from sources.tables.layouts.rows import Place, Rows

COMMITTEE, CANDIDATE = "committee", "candidate"
SORTS = {
    "CANDIDATE/OFFICEHOLDER": CANDIDATE,
    "MAJOR DONOR/INDEPENDENT EXPENDITURE COMMITTEE": COMMITTEE,
    "RECIPIENT COMMITTEE": COMMITTEE,
    "SLATE MAILER ORGANIZATIONS": COMMITTEE,
}
CODES = {"8": CANDIDATE, "10": COMMITTEE, "12": COMMITTEE, "16": COMMITTEE}
"""The same as FILER_TYPES_CD numbers them."""
CONTROL = ("12011", "12019", "-12011", "-12019")
"""Kinds of link in which a candidate controls a committee, seen from either side."""
NAME_FIELDS = (
    text("public", "XREF_FILER_ID", required=True),
    text("internal", "FILER_ID", required=True),
    text("committeeType", "FILER_TYPE"),
    a_day("effect", "EFFECT_DT"),
)
KIND_FIELDS = (text("internal", "FILER_ID", required=True), a_day("effect", "EFFECT_DT"))
LINK_FIELDS = (text("first", "FILER_ID_A", required=True), text("second", "FILER_ID_B", required=True))
WANTED = "a filer that FILERNAME_CD names"
DESIGNATION = ("CATEGORY", "CATEGORY_TYPE", "SUB_CATEGORY", "SUB_CATEGORY_TYPE")


def sort_of(column: str = "FILER_TYPE") -> pl.Expr:
    """Whether a filer is a committee or a candidate, null for others."""
    return words(column).str.to_uppercase().replace_strict(SORTS, default=None, return_dtype=pl.String)


def filer_path(sort: pl.Expr, public: pl.Expr) -> pl.Expr:
    """The path of a committee or candidate."""
    return (
        pl.when(sort == CANDIDATE)
        .then(path("candidate/ca-fppc", public))
        .otherwise(path("committee/ca-fppc", public))
    )


def filer_names(frame: pl.DataFrame, place: Place) -> Rows:
    """Committees and candidates with their names; the latest name is the label."""
    chosen = frame.filter(sort_of().is_not_null())
    read, problems = read_fields(chosen, NAME_FIELDS)
    latest = known(place, "registered").rename({"name": "latest_name", "effect": "latest"})
    read = read.join(latest, on="public", how="left", maintain_order="left")
    read = read.with_columns(
        id=pl.coalesce("path", filer_path(sort_of(), pl.col("public"))),
        name=full_name(""),
        is_latest=(pl.col("effect") == pl.col("latest")).fill_null(value=False),
    ).with_columns(label=pl.coalesce("latest_name", "name"))
    unnamed = problem(read, pl.col("label").is_null(), "NAML", "a name", rejected=True)
    named = read.filter(pl.col("label").is_not_null())
    tables = joined(_committees(named, place), _candidates(named))
    return Rows(tables, pl.concat([problems, unnamed]), frame.height - chosen.height)


def _committees(read: pl.DataFrame, place: Place) -> dict[str, pl.DataFrame]:
    """Committees; where they are is what the latest row says."""
    rows = read.filter(pl.col("id").str.starts_with("committee/"))
    where = {"city": "CITY", "stateCode": "ST", "postcode": "ZIP4", "committeeType": "FILER_TYPE"}
    said = {name: pl.when("is_latest").then(words(column)) for name, column in where.items()}
    committees = rows.select("id", "label", identifier="public", altLabel="name", **said)
    return {"committee": committees, "committee-name": committee_names(rows, "id", "name", place)}


def _candidates(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    rows = read.filter(pl.col("id").str.starts_with("candidate/"))
    state = pl.when("is_latest").then(words("ST"))
    return {"candidate": rows.select("id", "label", identifier="public", stateCode=state)}


def filer_kinds(frame: pl.DataFrame, place: Place) -> Rows:
    """What kind of committee a filer is, and party and office of a candidate, by the latest row of each."""
    chosen = frame.filter(words("FILER_TYPE").is_in(list(CODES)).fill_null(value=False))
    read, problems = read_fields(chosen, KIND_FIELDS)
    read = read.join(known(place, "ids"), on="internal", how="left", maintain_order="left")
    missing = problem(read, pl.col("path").is_null(), "FILER_ID", WANTED, rejected=True)
    latest = read.join(known(place, "kinds"), on=["internal", "effect"], how="semi").drop_nulls("path")
    codes = known(place, "codes")
    named = latest.with_columns(
        _meaning(column, codes) for column in (*DESIGNATION, "PARTY_CD", "RACE", "DISTRICT_CD")
    )
    left_out = frame.height - chosen.height + read.height - missing.height - latest.height
    return Rows(_described(named), pl.concat([problems, missing]), left_out)


def _meaning(column: str, codes: pl.DataFrame) -> pl.Expr:
    """What a code means in LOOKUP_CODES_CD, null for 0 and for codes it has not."""
    meaning = words(column).replace_strict(
        codes["code"], codes["meaning"], default=None, return_dtype=pl.String
    )
    return meaning.alias(column)


def _described(named: pl.DataFrame) -> dict[str, pl.DataFrame]:
    designation = pl.concat_str([pl.col(column) for column in DESIGNATION], separator=", ", ignore_nulls=True)
    is_committee = pl.col("path").str.starts_with("committee/")
    committees = named.filter(is_committee).select(
        id="path",
        committeeDesignation=pl.when(designation != "").then(designation),
        partyAsPrinted="PARTY_CD",
    )
    candidates = named.filter(~is_committee).select(
        id="path",
        label="name",
        partyAsPrinted="PARTY_CD",
        officeAsPrinted="RACE",
        districtAsPrinted="DISTRICT_CD",
    )
    return {"committee": committees, "candidate": candidates.drop_nulls("label")}


def filer_links(frame: pl.DataFrame, place: Place) -> Rows:
    """Which candidate controls which committee; other links are left out."""
    chosen = frame.filter(words("LINK_TYPE").is_in(CONTROL).fill_null(value=False))
    read, problems = read_fields(chosen, LINK_FIELDS)
    for role in ("first", "second"):
        ids = known(place, "ids").select(pl.col("internal").alias(role), pl.col("path").alias(f"{role}_path"))
        read = read.join(ids, on=role, how="left", maintain_order="left")
    ends = ("first_path", "second_path")
    read = read.with_columns(
        forCandidate=pl.coalesce(_of(CANDIDATE, one) for one in ends),
        ofCommittee=pl.coalesce(_of(COMMITTEE, one) for one in ends),
    )
    found = pl.col("forCandidate").is_not_null() & pl.col("ofCommittee").is_not_null()
    missing = problem(
        read, ~found, "FILER_ID_A", "a candidate and a committee that FILERNAME_CD names", rejected=True
    )
    parts = (
        pl.col("forCandidate").str.strip_prefix("candidate/ca-fppc/"),
        pl.col("ofCommittee").str.strip_prefix("committee/ca-fppc/"),
    )
    links = read.filter(found).select(
        "forCandidate", "ofCommittee", id=pl.concat_str(pl.lit("link/ca-fppc"), *parts, separator="/")
    )
    return Rows({"link": links}, pl.concat([problems, missing]), frame.height - chosen.height)


def _of(sort: str, column: str) -> pl.Expr:
    return pl.when(pl.col(column).str.starts_with(f"{sort}/")).then(column)
