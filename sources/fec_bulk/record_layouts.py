"""The columns of the bulk files that have no header line, in their order, and why some are not told.

Each is described on a page of its own at https://www.fec.gov/campaign-finance-data/ (the page stands
beside the columns below). Lines end in LF, fields are separated by pipes, nothing is quoted.
"""

# ruff: noqa: SIM905 (words read better as a line than as a list)

_REPORT = "CMTE_ID AMNDT_IND RPT_TP TRANSACTION_PGI IMAGE_NUM TRANSACTION_TP ENTITY_TP"
_PARTY = "NAME CITY STATE ZIP_CODE EMPLOYER OCCUPATION TRANSACTION_DT TRANSACTION_AMT OTHER_ID"
_ROW = "TRAN_ID FILE_NUM MEMO_CD MEMO_TEXT SUB_ID"

# contributions-individuals-file-description/
ITCONT = tuple(f"{_REPORT} {_PARTY} {_ROW}".split())

# contributions-committees-candidates-file-description/
ITPAS2 = tuple(f"{_REPORT} {_PARTY} CAND_ID {_ROW}".split())

# any-transaction-one-committee-another-file-description/
ITOTH = ITCONT

# operating-expenditures-file-description/
OPPEXP = tuple(
    (
        "CMTE_ID AMNDT_IND RPT_YR RPT_TP IMAGE_NUM LINE_NUM FORM_TP_CD SCHED_TP_CD NAME CITY STATE ZIP_CODE "
        "TRANSACTION_DT TRANSACTION_AMT TRANSACTION_PGI PURPOSE CATEGORY CATEGORY_DESC MEMO_CD MEMO_TEXT "
        "ENTITY_TP SUB_ID FILE_NUM TRAN_ID BACK_REF_TRAN_ID"
    ).split()
)
AFTER_LAST = "AFTER_LAST"
"""What stands behind the separator that ends each row of many files of operating expenditures: nothing."""

# committee-master-file-description/
CM = tuple(
    (
        "CMTE_ID CMTE_NM TRES_NM CMTE_ST1 CMTE_ST2 CMTE_CITY CMTE_ST CMTE_ZIP CMTE_DSGN CMTE_TP "
        "CMTE_PTY_AFFILIATION CMTE_FILING_FREQ ORG_TP CONNECTED_ORG_NM CAND_ID"
    ).split()
)

# candidate-master-file-description/
CN = tuple(
    (
        "CAND_ID CAND_NAME CAND_PTY_AFFILIATION CAND_ELECTION_YR CAND_OFFICE_ST CAND_OFFICE "
        "CAND_OFFICE_DISTRICT CAND_ICI CAND_STATUS CAND_PCC CAND_ST1 CAND_ST2 CAND_CITY CAND_ST CAND_ZIP"
    ).split()
)

# candidate-committee-linkage-file-description/
CCL = tuple("CAND_ID CAND_ELECTION_YR FEC_ELECTION_YR CMTE_ID CMTE_TP CMTE_DSGN LINKAGE_ID".split())

# independent-expenditures-file-description/ ; this one has a header line, in small letters
INDEPENDENT = tuple(
    (
        "cand_id cand_name spe_id spe_nam ele_type can_office_state can_office_dis can_office cand_pty_aff "
        "exp_amo exp_date agg_amo sup_opp pur pay file_num amndt_ind tran_id image_num receipt_dat "
        "fec_election_yr prev_file_num dissem_dt"
    ).split()
)

IGNORED = {
    "IMAGE_NUM": "where the image of the page is; SUB_ID and FILE_NUM name the row",
    "image_num": "where the image of the page is; file_num and tran_id name the row",
    "RPT_YR": "the year of the report; the row has its date",
    "CATEGORY": "the code of CATEGORY_DESC",
    AFTER_LAST: "empty",
    "CMTE_ST1": "street addresses are not told",
    "CMTE_ST2": "street addresses are not told",
    "CMTE_FILING_FREQ": "how often the committee files",
    "ORG_TP": "the kind of the connected organisation, which CONNECTED_ORG_NM names",
    "CAND_ST1": "the address of a person is not told",
    "CAND_ST2": "the address of a person is not told",
    "CAND_CITY": "the address of a person is not told",
    "CAND_ST": "the address of a person is not told; the state of the contest is CAND_OFFICE_ST",
    "CAND_ZIP": "the address of a person is not told",
    "FEC_ELECTION_YR": "the two-year period of the file; the election is in CAND_ELECTION_YR",
    "agg_amo": "the spender's sum on the candidate so far, which contains other rows",
    "fec_election_yr": "the two-year period of the file; the row has its date",
}


def with_reasons(columns: tuple[str, ...]) -> dict[str, str]:
    """Columns with "" for those that are taken, and why the others are not."""
    return {name: IGNORED.get(name, "") for name in columns}
