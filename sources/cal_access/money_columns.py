"""The columns of tables of money rows: "" for one that is taken, else why it is ignored.

.CAL Format Layout, versions 1.05.02 and 2.01; Map from .CAL Format to Database Table and Fields.
"""

from sources.cal_access.columns import (
    CROSS,
    HELD,
    NOTE,
    RUNNING,
    SELF,
    TAKEN,
    UNDOCUMENTED,
    ignored,
    name,
    officer,
    place,
    taken,
)

GIVEN = "names who receives; the committee is the payee"

KEY = taken("FILING_ID AMEND_ID LINE_ITEM REC_TYPE FORM_TYPE")
CANDIDATE = {
    **name("CAND"),
    **taken("OFFICE_CD OFFIC_DSCR JURIS_CD JURIS_DSCR DIST_NO"),
    "OFF_S_H_CD": HELD,
}
MEASURE = taken("BAL_NAME BAL_NUM BAL_JURIS")
LINKS = {
    "MEMO_CODE": TAKEN,
    "MEMO_REFNO": NOTE,
    "BAKREF_TID": TAKEN,
    **ignored(CROSS, "XREF_SCHNM XREF_MATCH"),
}

RECEIPTS = {
    **KEY,
    **taken("TRAN_ID ENTITY_CD"),
    **name("CTRIB"),
    **place("CTRIB"),
    **taken("CTRIB_EMP CTRIB_OCC"),
    "CTRIB_SELF": SELF,
    **taken("TRAN_TYPE RCPT_DATE DATE_THRU AMOUNT"),
    **ignored(RUNNING, "CUM_YTD CUM_OTH"),
    **taken("CTRIB_DSCR CMTE_ID"),
    **officer("TRES"),
    **name("INTR"),
    **place("INTR"),
    **ignored("of the intermediary, who passes money on", "INTR_EMP INTR_OCC INTR_SELF"),
    **CANDIDATE,
    **MEASURE,
    "SUP_OPP_CD": TAKEN,
    **LINKS,
    "INT_RATE": UNDOCUMENTED,
    "INTR_CMTEID": TAKEN,
}
PAYMENTS = {
    **KEY,
    **taken("TRAN_ID ENTITY_CD"),
    **name("PAYEE"),
    **place("PAYEE"),
    **taken("EXPN_DATE AMOUNT"),
    **ignored(RUNNING, "CUM_YTD CUM_OTH"),
    "EXPN_CHKNO": "number of the cheque",
    **taken("EXPN_CODE EXPN_DSCR"),
    **name("AGENT"),
    "CMTE_ID": TAKEN,
    **officer("TRES"),
    **CANDIDATE,
    **MEASURE,
    "SUP_OPP_CD": TAKEN,
    **LINKS,
    "XREF_MATCH": TAKEN,
    "G_FROM_E_F": "the schedule a sub-payment is part of; such rows are marked",
}
LOANS = {
    **KEY,
    **taken("TRAN_ID LOAN_TYPE ENTITY_CD"),
    **name("LNDR"),
    **place("LOAN"),
    **taken("LOAN_DATE1 LOAN_DATE2 LOAN_AMT1 LOAN_AMT2"),
    "LOAN_AMT3": "a running sum, or interest, which Schedule E or I has too",
    "LOAN_AMT4": "the balance before, which the filing before tells",
    "LOAN_RATE": "rate of interest",
    **taken("LOAN_EMP LOAN_OCC"),
    "LOAN_SELF": SELF,
    "CMTE_ID": TAKEN,
    **officer("TRES"),
    **name("INTR"),
    **place("INTR"),
    **LINKS,
    **taken("LOAN_AMT5 LOAN_AMT6"),
    "LOAN_AMT7": "interest, which Schedule E or I has too",
    "LOAN_AMT8": "the loan when it was made, which an earlier filing tells",
}
DEBTS = {
    **KEY,
    **taken("TRAN_ID ENTITY_CD"),
    **name("PAYEE"),
    **place("PAYEE"),
    **ignored("can be worked out from balances and payments", "BEG_BAL AMT_INCUR AMT_PAID"),
    **taken("END_BAL EXPN_CODE EXPN_DSCR CMTE_ID"),
    **officer("TRES"),
    **LINKS,
    "MEMO_CODE": "debts are never added to flows",
    "BAKREF_TID": CROSS,
}
LATE_SPENDING = {
    **KEY,
    **taken("TRAN_ID AMOUNT EXP_DATE EXPN_DSCR MEMO_CODE"),
    "MEMO_REFNO": NOTE,
    "DATE_THRU": TAKEN,
}
LATE_GIFTS = {
    **KEY,
    **taken("TRAN_ID ENTITY_CD"),
    **name("ENTY"),
    **place("ENTY"),
    **taken("CTRIB_EMP CTRIB_OCC"),
    "CTRIB_SELF": SELF,
    **taken("ELEC_DATE CTRIB_DATE DATE_THRU AMOUNT CMTE_ID"),
    **CANDIDATE,
    **ignored(GIVEN, " ".join(MEASURE)),
    "MEMO_CODE": TAKEN,
    "MEMO_REFNO": NOTE,
    "BAL_ID": GIVEN,
    "CAND_ID": TAKEN,
    "SUP_OFF_CD": UNDOCUMENTED,
    "SUP_OPP_CD": GIVEN,
}
SLATE_PAYMENTS = {
    **KEY,
    **taken("TRAN_ID ENTITY_CD CMTE_ID"),
    **name("PAYOR"),
    **place("PAYOR"),
    **taken("DATE_RCVD AMT_RCVD"),
    **CANDIDATE,
    **MEASURE,
    **taken("SUP_OPP_CD AMT_ATTRIB MEMO_CODE"),
    "MEMO_REFNO": NOTE,
    **taken("EMPLOYER OCCUPATION"),
    "SELFEMP_CB": SELF,
}
