"""Names of organisations as printed: the words that tell them apart, without legal forms and fillers."""

# ruff: noqa: SIM905 (words read better as lines than as a list)

import polars as pl

from graph.identity.names.letters import filled, plain, tokens
from graph.identity.names.people import TITLES

LEGAL_FORMS = sorted(
    "AG AKTIENGESELLSCHAFT BV CO COMPANY CORP CORPORATION EV GMBH INC INCORPORATED KG KGAA LIMITED LLC LLLP"
    " LLP LP LTD MBH NA OHG PA PC PLC PLLC".split()
)
FILLERS = ("A", "AN", "AND", "DER", "DIE", "DAS", "FOR", "IN", "OF", "ON", "THE", "TO", "UND")
WRITTEN_OUT = {
    "AZ": "ARIZONA",
    "CA": "CALIFORNIA",
    "CALIF": "CALIFORNIA",
    "FL": "FLORIDA",
    "FLA": "FLORIDA",
    "GA": "GEORGIA",
    "IL": "ILLINOIS",
    "MICH": "MICHIGAN",
    "MN": "MINNESOTA",
    "NJ": "NEW JERSEY",
    "NY": "NEW YORK",
    "TX": "TEXAS",
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
ABBREVIATION = r"\(([A-Z]{2,6})\)"
SHORT = 3
"""Letters of words that tell nothing by themselves, at most."""
TELLTALE = sorted(
    "AGENCY ASSN ASSOC ASSOCIATES ASSOCIATION BANK CAMPAIGN CLUB CMTE COALITION COMMITTEE COMPANY CORP"
    " CORPORATION COUNCIL DEMOCRATS ENTERPRISES FEDERATION FOUNDATION FRIENDS FUND GMBH GROUP HOLDINGS INC"
    " INDUSTRIES INSTITUTE LLC LLP LOCAL LTD ORGANIZATION PAC PARTNERS PARTNERSHIP PARTY PLC PLLC PROPERTIES"
    " REPUBLICANS SERVICES SOCIETY TRIBE TRUST UNION UNIVERSITY".split()
)
"""Words that people are not called."""


def core(printed: pl.Expr) -> pl.Expr:
    """The words of an organisation's name that tell it apart, in order; null when there are none.

    An abbreviation in brackets says the name again: Bayerische Motorenwerke (BMW).
    """
    joined = plain(
        _once(printed).str.replace_all("&", " AND ", literal=True).str.replace_all(".", "", literal=True)
    )
    unified = joined.fill_null("").str.replace_all(r"\bPOLITICAL ACTION COMMITTEE\b", "PAC")
    told = tokens(unified).list.eval(
        pl.element().replace(WRITTEN_OUT).filter(~pl.element().is_in([*LEGAL_FORMS, *FILLERS]))
    )
    return filled(pl.when(told.list.len() > 0).then(told.list.join(" ")).otherwise(joined).fill_null(""))


def _once(printed: pl.Expr) -> pl.Expr:
    """Names without an abbreviation in brackets, where it begins as the name does."""
    short, begins = printed.str.extract(ABBREVIATION), printed.str.strip_chars().str.to_uppercase()
    again = begins.str.starts_with(short.str.slice(0, 1)).fill_null(value=False)
    return pl.when(again).then(printed.str.replace(ABBREVIATION, " ")).otherwise(printed)


def gist(words: pl.Expr) -> pl.Expr:
    """The words of names without initials and titles; null where none of four letters is left.

    Args:
        words: As `core` gives them.
    """
    told = tokens(words).list.eval(
        pl.element().filter((pl.element().str.len_chars() > 1) & ~pl.element().is_in(TITLES))
    )
    return pl.when(told.list.eval(pl.element().str.len_chars()).list.max() > SHORT).then(told.list.join(" "))


def looks_like_organisation(printed: pl.Expr) -> pl.Expr:
    """Whether a printed name has a word that people are not called."""
    words = tokens(plain(printed.str.replace_all(".", "", literal=True)))
    return words.list.set_intersection(pl.lit(TELLTALE)).list.len() > 0
