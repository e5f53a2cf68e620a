"""The columns of NetFile's export, sheet by sheet: "" for one that is taken, else why it is ignored.

The names and meanings are those of the Secretary of State's electronic format, CAL 2.01 (records CVR,
RCPT, EXPN, DEBT, LOAN, SMRY, S496 and S497); NetFile puts columns of the cover page before each row.
"""

TAKEN = ""
STREET = "street address; city and postal code tell places apart"
TITLE = "form of address"
TREASURER = "treasurer of the other committee, which names them in its own filings"
RUNNING = "a running sum, which can be worked out from rows"
NOTE = "points at a note that the export does not hold"
CROSS = "says that another schedule has the transaction; it is looked for there in any case"
SELF = "says that the employer is the person"
RECORD = "name of the record in the state's format; the schedule says the same"
OFFICE = "what the filer is for is told by the candidate or measure of a row"
SLATE = "of the statement of slate mailers (Form 401), which the export does not hold"
RECIPIENT = "whose committee the recipient is, as its own filings say"
BALANCE = "can be worked out from the movements and the balance at the end"
BUSINESS = "what major donors say of their business (Form 461), not of the row"


def _taken(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, TAKEN)


def _name(prefix: str) -> dict[str, str]:
    """The four columns of a name."""
    return {
        f"{prefix}_NamL": TAKEN,
        f"{prefix}_NamF": TAKEN,
        f"{prefix}_NamT": TITLE,
        f"{prefix}_NamS": TAKEN,
    }


def _ignored(reason: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, reason)


COVER = {
    **_taken("Filer_ID", "Filer_NamL", "Report_Num", "Committee_Type"),
    **_taken("Rpt_Date", "From_Date", "Thru_Date", "Elect_Date"),
}
COVER_OFFICE = _ignored(OFFICE, "tblCover_Office_Cd", "tblCover_Offic_Dscr")
RECORDS = {"Rec_Type": RECORD, "Form_Type": TAKEN}
TREASURERS = _ignored(TREASURER, "Tres_NamL", "Tres_NamF", "Tres_NamT", "Tres_NamS", "Tres_Adr1", "Tres_Adr2")
LINKS = {
    "Memo_Code": TAKEN,
    "Memo_RefNo": NOTE,
    "BakRef_TID": TAKEN,
    "XRef_SchNm": CROSS,
    "XRef_Match": CROSS,
}
CANDIDATE = {**_name("Cand"), **_taken("Office_Cd", "Offic_Dscr", "Juris_Cd", "Juris_Dscr", "Dist_No")}
HELD = {"Off_S_H_Cd": "whether the candidate seeks or holds the office"}
MEASURE = _taken("Bal_Name", "Bal_Num", "Bal_Juris")

RECEIPTS = {
    **COVER,
    **COVER_OFFICE,
    **RECORDS,
    **_taken("Tran_ID", "Entity_Cd"),
    **_name("Tran"),
    **_ignored(STREET, "Tran_Adr1", "Tran_Adr2"),
    **_taken("Tran_City", "Tran_State", "Tran_Zip4", "Tran_Emp", "Tran_Occ"),
    "Tran_Self": SELF,
    **_taken("Tran_Type", "Tran_Date", "Tran_Date1", "Tran_Amt1"),
    "Tran_Amt2": RUNNING,
    **_taken("Tran_Dscr", "Cmte_ID"),
    **TREASURERS,
    **_ignored(TREASURER, "Tres_City", "Tres_State", "Tres_Zip"),
    **_name("Intr"),
    **_ignored(STREET, "Intr_Adr1", "Intr_Adr2"),
    **_taken("Intr_City", "Intr_State", "Intr_Zip4"),
    **_ignored("of the intermediary, who neither gives nor receives", "Intr_Emp", "Intr_Occ", "Intr_Self"),
    **_ignored(SLATE, *_name("Cand"), "tblDetlTran_Office_Cd", "tblDetlTran_Offic_Dscr"),
    **_ignored(SLATE, "Juris_Cd", "Juris_Dscr", "Dist_No", "Off_S_H_Cd", *MEASURE, "Sup_Opp_Cd"),
    **LINKS,
    "Loan_Rate": "a rate of interest, which gifts have not",
    "Int_CmteId": TAKEN,
}
PAYEE = {
    **_taken("Tran_ID", "Entity_Cd"),
    **_name("Payee"),
    **_ignored(STREET, "Payee_Adr1", "Payee_Adr2"),
    **_taken("Payee_City", "Payee_State", "Payee_Zip4"),
}
BUSINESSES = ("EmplBus_CB", "Bus_Name", "Bus_Adr1", "Bus_Adr2", "Bus_City", "Bus_ST", "Bus_ZIP4", "Bus_Inter")
ACTIVITIES = ("BusAct_CB", "BusActvity", "Assoc_CB", "Assoc_Int", "Other_CB", "Other_Int")
SPENDING = {
    **COVER,
    **COVER_OFFICE,
    **RECORDS,
    **PAYEE,
    **_taken("Expn_Date", "Amount"),
    "Cum_YTD": RUNNING,
    "Expn_ChkNo": "number of the cheque",
    **_taken("Expn_Code", "Expn_Dscr"),
    **_name("Agent"),
    "Cmte_ID": TAKEN,
    **TREASURERS,
    **_ignored(TREASURER, "Tres_City", "Tres_ST", "Tres_ZIP4"),
    **CANDIDATE,
    **HELD,
    **MEASURE,
    "Sup_Opp_Cd": TAKEN,
    **LINKS,
    "G_From_E_F": "the schedule of the payment that the back reference names",
    **_ignored(BUSINESS, *BUSINESSES, *ACTIVITIES),
}
DEBTS = {
    **COVER,
    **COVER_OFFICE,
    **RECORDS,
    **PAYEE,
    **_ignored(BALANCE, "Beg_Bal", "Amt_Incur", "Amt_Paid"),
    **_taken("End_Bal", "Expn_Code", "Expn_Dscr", "Cmte_ID"),
    **TREASURERS,
    **_ignored(TREASURER, "Tres_City", "Tres_ST", "Tres_ZIP4"),
    **LINKS,
    **_ignored("debts are never added up with flows", "Memo_Code", "BakRef_TID"),
}
LOANS = {
    **COVER,
    **COVER_OFFICE,
    **RECORDS,
    **_taken("Tran_ID", "Entity_Cd"),
    **_name("Lndr"),
    **_ignored(STREET, "Loan_Adr1", "Loan_Adr2"),
    **_taken("Loan_City", "Loan_ST", "Loan_Zip4", "Loan_Date1"),
    "Loan_Date2": "the day the loan is due",
    **_taken("Loan_Amt1", "Loan_Amt2"),
    "Loan_Amt3": RUNNING,
    "Loan_Amt4": BALANCE,
    "Loan_Rate": "rate of interest",
    **_taken("Loan_EMP", "Loan_OCC"),
    "Loan_Self": SELF,
    "Cmte_ID": TAKEN,
    **TREASURERS,
    **_ignored(TREASURER, "Tres_City", "Tres_ST", "Tres_ZIP4"),
    **_ignored("the lender a guarantee is given to", "B2Lender_Name-Inter_name", "Intr_NamF", "Intr_NamT"),
    **_ignored("the lender a guarantee is given to", "Intr_NamS", "Intr_Adr1", "Intr_Adr2"),
    **_ignored("the lender a guarantee is given to", "Intr_City", "Intr_ST", "Intr_ZIP4"),
    **LINKS,
    **_taken("Loan_Amt5", "Loan_Amt6"),
    "Loan_Amt7": "interest; the summary of Schedule E or I gives its sum",
    "Loan_Amt8": "the loan when it was made; earlier filings tell it",
}
TOTALS = {
    **COVER,
    **COVER_OFFICE,
    **RECORDS,
    **_taken("Line_Item", "Amount_A", "Amount_B", "Amount_C"),
}
LATE_SPENDING = {
    **COVER,
    **RECORDS,
    **_taken("Tran_ID", "Amount", "Exp_Date", "Date_Thru", "Expn_Dscr", "Memo_Code"),
    "Memo_RefNo": NOTE,
    **MEASURE,
    "Sup_Opp_Cd": TAKEN,
    **CANDIDATE,
    "Rpt_ID_Num": TAKEN,
}
LATE_GIFTS = {
    **COVER,
    **RECORDS,
    **_taken("Tran_ID", "Entity_Cd"),
    **_name("Enty"),
    **_ignored(STREET, "Enty_Adr1", "Enty_Adr2"),
    **_taken("Enty_City", "Enty_ST", "Enty_Zip4", "Ctrib_Emp", "Ctrib_Occ"),
    "Ctrib_Self": SELF,
    **_taken("Elec_Date", "Ctrib_Date", "Date_Thru", "Amount", "Cmte_ID"),
    **_name("Cand"),
    **_ignored(
        RECIPIENT, "Office_Cd", "Offic_Dscr", "Juris_Cd", "Juris_Dscr", "Dist_No", "Off_S_H_Cd", *MEASURE
    ),
    "Memo_Code": TAKEN,
    "Memo_RefNo": NOTE,
    "Rpt_ID_Num": TAKEN,
}
