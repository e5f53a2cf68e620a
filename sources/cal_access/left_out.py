"""What dbwebexport.zip holds besides the tables that are read, and what is told of it.

The export has about eighty tables in CalAccess/DATA. Those of lobbying, of registration and of the state's
own keeping of records are left out by name; a table that is in no list is an error.
"""

import polars as pl

from sources.tables.layouts.layout import Records
from sources.tables.layouts.rows import LINE, PROBLEM

LEFT_OUT_KIND = "left-out"
LOBBYING = "lobbying"
REGISTRATION = "registration of filers"
KEEPING = "the state's own keeping of records"
TEXTS = "notes of filers"
OTHER_FORMS = "forms without rows of money, or of slate mailers and issue advertising"
UNREAD = {
    LOBBYING: """
        CVR2_LOBBY_DISCLOSURE CVR2_REGISTRATION CVR_LOBBY_DISCLOSURE CVR_REGISTRATION F690P2 LATT
        LCCM LEMP LEXP LOBBYING_CHG_LOG LOBBYIST_CONTRIBUTIONS1 LOBBYIST_CONTRIBUTIONS2
        LOBBYIST_CONTRIBUTIONS3 LOBBYIST_EMPLOYER1 LOBBYIST_EMPLOYER2 LOBBYIST_EMPLOYER3
        LOBBYIST_EMPLOYER_FIRMS1 LOBBYIST_EMPLOYER_FIRMS2 LOBBYIST_EMPLOYER_HISTORY
        LOBBYIST_EMP_LOBBYIST1 LOBBYIST_EMP_LOBBYIST2 LOBBYIST_FIRM1 LOBBYIST_FIRM2 LOBBYIST_FIRM3
        LOBBYIST_FIRM_EMPLOYER1 LOBBYIST_FIRM_EMPLOYER2 LOBBYIST_FIRM_HISTORY
        LOBBYIST_FIRM_LOBBYIST1 LOBBYIST_FIRM_LOBBYIST2 LOBBY_AMENDMENTS LOTH LPAY
    """,
    REGISTRATION: "CVR2_SO CVR3_VERIFICATION_INFO CVR_SO F501_502",
    OTHER_FORMS: "CVR_E530 CVR_F470 F495P2 S401",
    TEXTS: "TEXT_MEMO",
    KEEPING: """
        ACRONYMS ADDRESS EFS_FILING_LOG FILER_ACRONYMS FILER_ADDRESS FILER_ETHICS_CLASS
        FILER_INTERESTS FILER_STATUS_TYPES FILER_TYPE_PERIODS FILER_XREF FILINGS FILING_PERIOD
        GROUP_TYPES HDR HEADER IMAGE_LINKS LEGISLATIVE_SESSIONS NAMES RECEIVED_FILINGS REPORTS
    """,
}
LEFT_OUT = {f"{table}_CD": reason for reason, tables in UNREAD.items() for table in tables.split()}
"""Why each table that is not read is left out."""
DOCUMENT = "a document"
DOCUMENTS = (".pdf", ".doc", ".docx", ".htm", ".html", ".rtf", ".xls", ".xlsx")


def why_left_out(name: str) -> str:
    """Why a member of the export is left out, "" for one that is read or unknown."""
    base = name.rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    if f"{dot}{suffix}".lower() in DOCUMENTS:
        return DOCUMENT
    return LEFT_OUT.get(stem.upper(), "")


def is_unread_table(name: str) -> bool:
    """Whether a file is a table of the export that is left out."""
    return why_left_out(name) not in {"", DOCUMENT}


def left_out(name: str, why: str) -> Records:
    """No records, and the notice that a member of the export is not read."""
    notice = {
        LINE: [1],
        "column": [""],
        "found": [name],
        "wanted": [f"a table of campaign filings; this one is left out: {why}"],
        "rejected": [False],
    }
    return Records(
        LEFT_OUT_KIND, pl.DataFrame(schema={LINE: pl.UInt32()}), pl.DataFrame(notice, schema=PROBLEM)
    )
