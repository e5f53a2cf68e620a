"""Committees (cm), candidates (cn) and which committee is whose (ccl).

https://www.fec.gov/campaign-finance-data/committee-master-file-description/
https://www.fec.gov/campaign-finance-data/candidate-master-file-description/
https://www.fec.gov/campaign-finance-data/candidate-committee-linkage-file-description/
"""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from sources.fec_bulk.reading import printed_texts
from sources.tables.filings.fec import candidate, committee
from sources.tables.layouts.columns import Field, read_fields, whole, words
from sources.tables.layouts.rows import Place, Rows

A_COMMITTEE, A_CANDIDATE = "a committee's id such as C00123456", "a candidate's id such as H4GA00002"
COMMITTEE_TEXTS = {
    "CMTE_ID": "identifier",
    "CMTE_NM": "label",
    "TRES_NM": "treasurer",
    "CMTE_CITY": "city",
    "CMTE_ST": "stateCode",
    "CMTE_ZIP": "postcode",
    "CMTE_DSGN": "committeeDesignation",
    "CMTE_TP": "committeeType",
    "CMTE_PTY_AFFILIATION": "partyAsPrinted",
    "CONNECTED_ORG_NM": "connectedOrganization",
}
CANDIDATE_TEXTS = {
    "CAND_ID": "identifier",
    "CAND_NAME": "label",
    "CAND_PTY_AFFILIATION": "partyAsPrinted",
    "CAND_OFFICE_ST": "stateCode",
    "CAND_OFFICE": "officeAsPrinted",
    "CAND_OFFICE_DISTRICT": "districtAsPrinted",
    "CAND_STATUS": "candidateStatus",
}
LINK_TEXTS = {"CMTE_TP": "committeeType", "CMTE_DSGN": "committeeDesignation"}
INCUMBENT = {"I": True, "C": False, "O": False}
NOTHING = "NONE"
"""Printed where a committee is connected to no organisation."""


def convert_committees(frame: pl.DataFrame, _place: Place) -> Rows:
    """The committees of a batch of the master file."""
    owner = Field("forCandidate", "CAND_ID", candidate(words("CAND_ID")), A_CANDIDATE, rejects=False)
    rows, problems = read_fields(frame, (_key("CMTE_ID", committee, A_COMMITTEE), owner))
    told = rows.with_columns(printed_texts(rows, COMMITTEE_TEXTS))
    connected = pl.col("connectedOrganization").replace(NOTHING, None)
    named = told.with_columns(connected)
    return Rows({"committee": named.select("id", "forCandidate", *COMMITTEE_TEXTS.values())}, problems)


def convert_candidates(frame: pl.DataFrame, _place: Place) -> Rows:
    """The candidates of a batch of the master file."""
    fields = (
        _key("CAND_ID", candidate, A_CANDIDATE),
        Field("principalCommittee", "CAND_PCC", committee(words("CAND_PCC")), A_COMMITTEE, rejects=False),
        replace(whole("electionYear", "CAND_ELECTION_YR"), rejects=False),
        Field("incumbent", "CAND_ICI", _incumbent(), "I, C or O", rejects=False),
    )
    rows, problems = read_fields(frame, fields)
    told = rows.with_columns(printed_texts(rows, CANDIDATE_TEXTS))
    named = told.with_columns(pl.col("label").fill_null(pl.col("identifier")))
    columns = ("id", "principalCommittee", "electionYear", "incumbent", *CANDIDATE_TEXTS.values())
    return Rows({"candidate": named.select(columns)}, problems)


def convert_links(frame: pl.DataFrame, _place: Place) -> Rows:
    """Which committee is whose, in which election."""
    number = words("LINKAGE_ID")
    is_number = number.str.contains("^[0-9]+$")
    path = pl.when(is_number).then(pl.lit("link/fec/") + number)
    fields = (
        Field("id", "LINKAGE_ID", path, "a number", required=True),
        Field("forCandidate", "CAND_ID", candidate(words("CAND_ID")), A_CANDIDATE, required=True),
        Field("ofCommittee", "CMTE_ID", committee(words("CMTE_ID")), A_COMMITTEE, required=True),
        replace(whole("electionYear", "CAND_ELECTION_YR"), rejects=False),
    )
    rows, problems = read_fields(frame, fields)
    told = rows.with_columns(printed_texts(rows, LINK_TEXTS))
    return Rows({"link": told.select(*(one.name for one in fields), *LINK_TEXTS.values())}, problems)


def _key(source: str, path: Callable[[pl.Expr], pl.Expr], wanted: str) -> Field:
    """The path of the thing a row is about."""
    return Field("id", source, path(words(source)), wanted, required=True)


def _incumbent() -> pl.Expr:
    return (
        words("CAND_ICI").str.to_uppercase().replace_strict(INCUMBENT, default=None, return_dtype=pl.Boolean)
    )
