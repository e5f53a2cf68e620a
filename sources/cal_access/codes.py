"""What codes of CAL-ACCESS mean.

Entity, expense and office codes: .CAL Format Layout, version 2.01, pages 9-14
(https://www.documentcloud.org/documents/2712034-Cal-Format-201.html).
"""

ENTITIES = {
    "IND": "party-kind-individual",
    "OFF": "party-kind-individual",
    "CAO": "party-kind-candidate",
    "BMC": "party-kind-committee",
    "BNM": "party-kind-committee",
    "COM": "party-kind-committee",
    "CTL": "party-kind-committee",
    "MDI": "party-kind-committee",
    "RCP": "party-kind-committee",
    "SCC": "party-kind-committee",
    "SMO": "party-kind-committee",
    "PTY": "party-kind-political-party",
    "OTH": "party-kind-organization",
}
"""What a payer or payee is; OTH is "other, for example a business"."""

COMMITTEES = ("BMC", "BNM", "COM", "CTL", "PTY", "RCP", "SCC")
"""Entities money is given to; a payee that is none of them may be a shop paid on behalf of a candidate."""

EXPENSES = {
    "CMP": "campaign paraphernalia",
    "CNS": "campaign consultants",
    "CTB": "contribution",
    "CVC": "civic donations",
    "FIL": "filing or ballot fees of a candidate",
    "FND": "fundraising events",
    "IKD": "nonmonetary contribution",
    "IND": "independent expenditure for or against others",
    "LEG": "legal defence",
    "LIT": "campaign literature and mailings",
    "LON": "loan",
    "MBR": "communications to members",
    "MON": "monetary contribution",
    "MTG": "meetings and appearances",
    "OFC": "office expenses",
    "PET": "circulating petitions",
    "PHO": "phone banks",
    "POL": "polling and survey research",
    "POS": "postage, delivery and messengers",
    "PRO": "professional services",
    "PRT": "print advertisements",
    "RAD": "radio airtime and production",
    "RFD": "returned contributions",
    "SAL": "salaries of campaign workers",
    "TEL": "television or cable airtime and production",
    "TRC": "travel, lodging and meals of a candidate",
    "TRS": "travel, lodging and meals of staff or spouse",
    "TSF": "transfer between committees of one candidate or sponsor",
    "VOT": "voter registration",
    "WEB": "information technology",
}
OFFICES = {
    "APP": "State Appellate Court Justice",
    "ASM": "State Assembly",
    "ASR": "Assessor",
    "ATT": "Attorney General",
    "BED": "Board of Education",
    "BOE": "Board of Equalization",
    "BSU": "Board of Supervisors",
    "CAT": "City Attorney",
    "CCB": "Community College Board",
    "CCM": "City Council",
    "CON": "State Controller",
    "COU": "County Counsel",
    "CSU": "County Supervisor",
    "CTR": "Local Controller",
    "DAT": "District Attorney",
    "GOV": "Governor",
    "INS": "Insurance Commissioner",
    "LTG": "Lieutenant Governor",
    "MAY": "Mayor",
    "PDR": "Public Defender",
    "PER": "Public Employees Retirement System",
    "PLN": "Planning Commissioner",
    "SCJ": "Superior Court Judge",
    "SEN": "State Senate",
    "SHC": "Sheriff-Coroner",
    "SOS": "Secretary of State",
    "SPM": "Supreme Court Justice",
    "SUP": "Superintendent of Public Instruction",
    "TRE": "State Treasurer",
    "TRS": "Local Treasurer",
}
NOT_AN_ID = ("0", "N/A", "NA", "NONE", "NOT APP", "NOT APPL", "PENDING", "REQUESTED", "UNKNOWN", "-")
"""What stands in the column of committee ids instead of one; the column holds nine characters."""

NOT_A_NAME = ("N/A", "NA", "NONE")
"""What stands in the columns of candidates and measures instead of one."""
