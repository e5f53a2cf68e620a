"""What all files of the Federal Election Commission share: ids, kinds of party, and parties as printed.

Ids are described at https://www.fec.gov/campaign-finance-data/committee-master-file-description/ and
https://www.fec.gov/campaign-finance-data/candidate-master-file-description/
"""

from types import MappingProxyType

import polars as pl

from sources.tables.layouts.columns import segment, words

COMMITTEE_ID = "^C[0-9]{8}$"
CANDIDATE_ID = "^(P[0-9]{8}|[HS][0-9][A-Z]{2}[0-9]{5})$"
CURRENCY = "USD"
PARTY_KINDS = MappingProxyType(
    {
        "CAN": "party-kind-candidate",
        "CCM": "party-kind-committee",
        "COM": "party-kind-committee",
        "IND": "party-kind-individual",
        "ORG": "party-kind-organization",
        "PAC": "party-kind-committee",
        "PTY": "party-kind-political-party",
        "TRB": "party-kind-organization",
    }
)
"""Entity types; TRB, a Native American tribe, is not on the published list and stands with type 11."""
NO_COMMITTEE = ("IND", "ORG", "TRB")
"""Entity types of parties that are not registered: an id beside them is somebody else's."""
COMMITTEES = ("CCM", "COM", "PAC", "PTY")
"""Entity types of registered committees."""
NO_VENDOR = ("CAN", "CCM")
"""Entity types of who is spent on, and not paid."""


def committee(number: pl.Expr) -> pl.Expr:
    """The path of a committee, null where the text is no committee's id."""
    return pl.when(number.str.contains(COMMITTEE_ID)).then(pl.lit("committee/fec/") + number)


def candidate(number: pl.Expr) -> pl.Expr:
    """The path of a registered candidate, null where the text is no candidate's id."""
    return pl.when(number.str.contains(CANDIDATE_ID)).then(pl.lit("candidate/fec/") + number)


def agent(number: pl.Expr) -> pl.Expr:
    """The path of a committee or candidate, null where the text is the id of neither."""
    return pl.coalesce(committee(number), candidate(number))


def filing(number: pl.Expr) -> pl.Expr:
    """The path of a filing, null where the text is not its number; reports on paper have one below zero."""
    whole = number.cast(pl.Int64, strict=False)
    return pl.when((whole != 0) & ~number.str.starts_with("+")).then(pl.lit("filing/fec/") + number)


def postcode(code: pl.Expr) -> pl.Expr:
    """The first five digits of a ZIP code; the other four are printed in one row and not in the next."""
    return pl.when(code.str.contains("^[0-9]{5}")).then(code.str.slice(0, 5))


def printed_party(name: pl.Expr, code: pl.Expr, city: pl.Expr, row: pl.Expr) -> pl.Expr:
    """The path of a party known by its printed name and place, never of a merged person.

    The place is the postcode, else the city, else "-". Where no name is
    printed, each row has a party of its own.

    Args:
        name: Name as printed, null where there is none.
        code: What `postcode` makes of the ZIP code, null where there is none.
        city: City as printed, null where there is none.
        row: What tells the row from all others, as part of a path.
    """
    town = segment(words(pl.when(code.is_null()).then(city)))
    place = pl.when(name.is_null()).then(row).otherwise(pl.coalesce(code, town, pl.lit("-")))
    return pl.concat_str(pl.lit("party/fec/"), segment(name).fill_null("-"), pl.lit("/"), place)


def printed_candidate(name: pl.Expr, *contest: pl.Expr) -> pl.Expr:
    """The path of a candidate without an id: a party known by its printed name and contest.

    Args:
        name: Name as printed, null where there is none.
        contest: Office, state and district as printed, each null where there is none.
    """
    known = pl.concat_str([segment(part) for part in contest], separator="-", ignore_nulls=True)
    place = pl.when(known != "").then(known).otherwise(pl.lit("-"))
    return pl.concat_str(pl.lit("party/fec/"), segment(name), pl.lit("/"), place)


def party_label(name: pl.Expr) -> pl.Expr:
    """The name of a printed party."""
    return name.fill_null("no name given")


def printed_text(column: pl.Series) -> pl.Series:
    """Text as printed, without the spaces around it; null where it is blank."""
    text = column.set(column == "", None)
    if (text < "!").any() or text.str.ends_with(" ").any():  # a space is the first character that is printed
        stripped = text.str.strip_chars(" ")
        text = stripped.set(stripped == "", None)
    return text
