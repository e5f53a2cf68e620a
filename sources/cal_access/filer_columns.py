"""The columns of tables of filings, filers and codes: "" for one that is taken, else why it is ignored.

CAL-ACCESS Tables, Columns and Indexes; Lookup Codes; .CAL Format Layout, version 2.01.
"""

from sources.cal_access.columns import (
    CLERK,
    CONTACT,
    INTEREST,
    OFFICER,
    SAME,
    TAKEN,
    TITLE,
    UNUSED,
    ignored,
    name,
    officer,
    taken,
)
from sources.cal_access.money_columns import CANDIDATE, KEY, MEASURE

SPLITS = taken("FILING_ID AMEND_ID LINE_ITEM PFORM_TYPE PTRAN_ID ELEC_DATE ELEC_AMOUNT ELEC_CODE")
SUMMARIES = {**KEY, **taken("AMOUNT_A AMOUNT_B AMOUNT_C ELEC_DT")}
COVERS = {
    **taken("FILING_ID AMEND_ID"),
    "REC_TYPE": SAME,
    **taken("FORM_TYPE FILER_ID"),
    "ENTITY_CD": "what the filer is; FILERNAME_CD tells it once for all filings",
    **name("FILER"),
    "REPORT_NUM": "AMEND_ID says the same",
    "RPT_DATE": TAKEN,
    "STMT_TYPE": TAKEN,
    "LATE_RPTNO": "number the filer gave the report",
    **taken("FROM_DATE THRU_DATE ELECT_DATE"),
    **ignored(CONTACT, "FILER_CITY FILER_ST FILER_ZIP4 FILER_PHON FILER_FAX FILE_EMAIL"),
    **ignored(CONTACT, "MAIL_CITY MAIL_ST MAIL_ZIP4"),
    **officer("TRES"),
    **ignored(CONTACT, "TRES_PHON TRES_FAX TRES_EMAIL"),
    **ignored(
        "the kind of committee, which FILER_TO_FILER_TYPE_CD tells",
        "CMTTE_TYPE CONTROL_YN SPONSOR_YN PRIMFRM_YN BRDBASE_YN",
    ),
    **ignored("what an amendment is for, in words", "AMENDEXP_1 AMENDEXP_2 AMENDEXP_3"),
    **ignored("another report attached to this one", "RPT_ATT_CB CMTTE_ID REPORTNAME RPTFROMDT RPTTHRUDT"),
    **ignored(INTEREST, "EMPLBUS_CB BUS_NAME BUS_CITY BUS_ST BUS_ZIP4 BUS_INTER BUSACT_CB BUSACTVITY"),
    **ignored(INTEREST, "ASSOC_CB ASSOC_INT OTHER_CB OTHER_INT EMPLOYER OCCUPATION SELFEMP_CB"),
    **CANDIDATE,
    **ignored(CONTACT, "CAND_CITY CAND_ST CAND_ZIP4 CAND_PHON CAND_FAX CAND_EMAIL"),
    **MEASURE,
    "SUP_OPP_CD": TAKEN,
    **ignored(UNUSED, "BAL_ID CAND_ID"),
}
RELATED = "tells whose a committee is without ids; FILER_LINKS_CD has the ids"
COVERS_2 = {
    "FILING_ID": TAKEN,
    "AMEND_ID": TAKEN,
    "LINE_ITEM": "number of the row on the page",
    "REC_TYPE": SAME,
    "FORM_TYPE": "the form, which the cover page tells",
    "TRAN_ID": "the filer's id of the row",
    "ENTITY_CD": TAKEN,
    **ignored("the officer a report is sent to", "TITLE MAIL_CITY MAIL_ST MAIL_ZIP4"),
    "F460_PART": "part of the page",
    "CMTE_ID": TAKEN,
    **name("ENTY"),
    **ignored(CONTACT, "ENTY_CITY ENTY_ST ENTY_ZIP4 ENTY_PHON ENTY_FAX ENTY_EMAIL"),
    **ignored(OFFICER, "TRES_NAML TRES_NAMF TRES_NAMT TRES_NAMS"),
    **ignored(RELATED, "CONTROL_YN OFFICE_CD OFFIC_DSCR JURIS_CD JURIS_DSCR DIST_NO OFF_S_H_CD"),
    **ignored(RELATED, "BAL_NAME BAL_NUM BAL_JURIS SUP_OPP_CD"),
}
FILER_NAMES = {
    **taken("XREF_FILER_ID FILER_ID FILER_TYPE"),
    "STATUS": "whether the filer is active today",
    **taken("EFFECT_DT NAML NAMF"),
    "NAMT": TITLE,
    "NAMS": TAKEN,
    **ignored(CONTACT, "ADR1 ADR2"),
    **taken("CITY ST ZIP4"),
    **ignored(CONTACT, "PHON FAX EMAIL"),
}
FILER_KINDS = {
    **taken("FILER_ID FILER_TYPE"),
    "ACTIVE": "whether the filer was active in the session",
    "RACE": TAKEN,
    "SESSION_ID": CLERK,
    **taken("CATEGORY CATEGORY_TYPE SUB_CATEGORY EFFECT_DT SUB_CATEGORY_TYPE"),
    "ELECTION_TYPE": "the kind of election, without its day",
    "SUB_CATEGORY_A": "whether a committee has a sponsor, which is part of its name",
    "NYQ_DT": "the day a committee reached the sum from which it must file",
    "PARTY_CD": TAKEN,
    "COUNTY_CD": "the county of the filer's address",
    "DISTRICT_CD": TAKEN,
}
FILERS = {"FILER_ID": TAKEN}
FILER_TYPES = {
    **taken("FILER_TYPE DESCRIPTION"),
    **ignored(CLERK, "GRP_TYPE CALC_USE GRACE_PERIOD"),
}
FILER_LINKS = {
    **taken("FILER_ID_A FILER_ID_B"),
    **ignored("a link that ended was one", "ACTIVE_FLG SESSION_ID EFFECT_DT TERMINATION_DT"),
    "LINK_TYPE": TAKEN,
    "LINK_DESC": UNUSED,
    "DOMINATE_FILER": "not used",
}
FILINGS = {
    **taken("FILER_ID FILING_ID"),
    "PERIOD_ID": CLERK,
    **taken("FORM_ID FILING_SEQUENCE FILING_DATE"),
    **ignored(CLERK, "STMNT_TYPE STMNT_STATUS SESSION_ID USER_ID SPECIAL_AUDIT FINE_AUDIT"),
    **taken("RPT_START RPT_END"),
    "RPT_DATE": "the day the filer signed, which the cover page tells",
    "FILING_TYPE": "on paper or electronic",
}
BALLOT_MEASURES = taken("ELECTION_DATE FILER_ID MEASURE_NO MEASURE_NAME MEASURE_SHORT_NAME JURISDICTION")
LOOKUP_CODES = {"CODE_TYPE": "list of codes; a code stands in one list", **taken("CODE_ID CODE_DESC")}
