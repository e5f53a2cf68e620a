"""How columns are listed: what is taken, and why the others are ignored.

Sources: CAL-ACCESS Tables, Columns and Indexes; Map from .CAL Format to Database Table and Fields;
.CAL Format Layout, versions 1.05.02 and 2.01; Lookup Codes (Secretary of State of California,
https://www.documentcloud.org/documents/2711614-CalAccessTablesWeb.html and beside it).
"""

TAKEN = ""
SAME = "the form or schedule says the same"
TITLE = "form of address"
OFFICER = "an officer of a committee, who gives and gets nothing here"
RUNNING = "a running sum, which can be worked out from rows"
NOTE = "points at a note in TEXT_MEMO_CD, which is not read"
CROSS = "says that another schedule has the transaction; it is looked for there in any case"
SELF = "a box to check; the column of the employer says it in words"
HELD = "whether the office is sought or held"
UNUSED = "not used, by the state's own map of fields"
UNDOCUMENTED = "the state says nowhere what it is"
CONTACT = "telephone, fax, e-mail or address"
INTEREST = "what a major donor says of its business, not of money"
CLERK = "of the state's own keeping of records"


def taken(names: str) -> dict[str, str]:
    """Columns that are taken, of names with spaces between them."""
    return dict.fromkeys(names.split(), TAKEN)


def ignored(reason: str, names: str) -> dict[str, str]:
    """Columns that are ignored for a reason."""
    return dict.fromkeys(names.split(), reason)


def name(prefix: str) -> dict[str, str]:
    """The four columns of a name that is taken."""
    return {
        f"{prefix}_NAML": TAKEN,
        f"{prefix}_NAMF": TAKEN,
        f"{prefix}_NAMT": TITLE,
        f"{prefix}_NAMS": TAKEN,
    }


def place(prefix: str) -> dict[str, str]:
    """The columns of city, state and ZIP code."""
    return taken(f"{prefix}_CITY {prefix}_ST {prefix}_ZIP4")


def officer(prefix: str) -> dict[str, str]:
    """The columns of an officer, which are ignored."""
    parts = "NAML NAMF NAMT NAMS CITY ST ZIP4"
    return dict.fromkeys((f"{prefix}_{part}" for part in parts.split()), OFFICER)
