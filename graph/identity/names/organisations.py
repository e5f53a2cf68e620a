"""Names of organisations as printed: the words that tell them apart, without legal forms and fillers."""

# ruff: noqa: SIM905 (words read better as lines than as a list)

import polars as pl

from graph.identity.names.letters import filled, plain, tokens

LEGAL_FORMS = sorted(
    "AG AKTIENGESELLSCHAFT BV CO COMPANY CORP CORPORATION EV GMBH INC INCORPORATED KG KGAA LIMITED LLC LLLP"
    " LLP LP LTD MBH NA OHG PA PC PLC PLLC".split()
)
FILLERS = ("A", "AN", "AND", "DER", "DIE", "DAS", "FOR", "IN", "OF", "ON", "THE", "TO", "UND")
WRITTEN_OUT = {
    "ASSN": "ASSOCIATION",
    "ASSOC": "ASSOCIATION",
    "ASSOCIATES": "ASSOCIATION",
    "BROS": "BROTHERS",
    "CMTE": "COMMITTEE",
    "COMM": "COMMITTEE",
    "CTE": "COMMITTEE",
    "DEPT": "DEPARTMENT",
    "DEMS": "DEMOCRATS",
    "DIST": "DISTRICT",
    "FED": "FEDERATION",
    "FDN": "FOUNDATION",
    "GOVT": "GOVERNMENT",
    "INTL": "INTERNATIONAL",
    "MFG": "MANUFACTURING",
    "MGMT": "MANAGEMENT",
    "NATL": "NATIONAL",
    "SVC": "SERVICES",
    "SVCS": "SERVICES",
    "UNIV": "UNIVERSITY",
}
TELLTALE = sorted(
    "AGENCY ASSN ASSOC ASSOCIATES ASSOCIATION BANK CAMPAIGN CLUB CMTE COALITION COMMITTEE COMPANY CORP"
    " CORPORATION COUNCIL DEMOCRATS ENTERPRISES FEDERATION FOUNDATION FRIENDS FUND GMBH GROUP HOLDINGS INC"
    " INDUSTRIES INSTITUTE LLC LLP LOCAL LTD ORGANIZATION PAC PARTNERS PARTNERSHIP PARTY PLC PLLC PROPERTIES"
    " REPUBLICANS SERVICES SOCIETY TRIBE TRUST UNION UNIVERSITY".split()
)
"""Words that people are not called."""


def core(printed: pl.Expr) -> pl.Expr:
    """The words of an organisation's name that tell it apart, in order; null when there are none."""
    joined = plain(printed.str.replace_all("&", " AND ", literal=True).str.replace_all(".", "", literal=True))
    unified = joined.fill_null("").str.replace_all(r"\bPOLITICAL ACTION COMMITTEE\b", "PAC")
    told = tokens(unified).list.eval(
        pl.element().replace(WRITTEN_OUT).filter(~pl.element().is_in([*LEGAL_FORMS, *FILLERS]))
    )
    return filled(pl.when(told.list.len() > 0).then(told.list.join(" ")).otherwise(joined).fill_null(""))


def looks_like_organisation(printed: pl.Expr) -> pl.Expr:
    """Whether a printed name has a word that people are not called."""
    words = tokens(plain(printed.str.replace_all(".", "", literal=True)))
    return words.list.set_intersection(pl.lit(TELLTALE)).list.len() > 0
