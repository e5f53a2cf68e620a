"""Who stands in pages: filers, contributors and other committees.

A filer without an id of the FPPC is known by the Commission's own number. A major donor is no
committee. Names come without a place; they are told within the page they stand in, so that two
persons of one name are not taken for one.
"""

from collections.abc import Mapping

import polars as pl

from sources.sf_ethics.reading import committee
from sources.tables.layouts.columns import path, words

MAJOR_DONOR = "major donor"
KINDS = {
    "IND": "party-kind-individual",
    "COM": "party-kind-committee",
    "SCC": "party-kind-committee",
    "PTY": "party-kind-political-party",
    "OTH": "party-kind-organization",
}


def with_filer(read: pl.DataFrame) -> pl.DataFrame:
    """The records with `filer`, the path of whose page they stand in, and `page`.

    A filer may have a page under its own number and, later, one under its id.
    """
    number = words("filer_nid")
    donor = pl.when(words("committee_type") == MAJOR_DONOR).then(
        path("party/sf-ethics", words("filer_name"), number)
    )
    return read.with_columns(
        filer=pl.coalesce(committee("filer_id"), donor, path("committee/sf-ethics", number)),
        page=pl.concat_str(number, words("filer_id"), separator="-", ignore_nulls=True),
    )


def full_name(first: str, last: str) -> pl.Expr:
    """A name as printed, first names first."""
    joined = pl.concat_str(words(first), words(last), separator=" ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def printed(name: pl.Expr, within: pl.Expr) -> pl.Expr:
    """The path of a party by its name, within what tells it from others of that name."""
    return path("party/sf-ethics", name, within)


def filer_rows(
    read: pl.DataFrame, designation: Mapping[str, pl.Expr] | None = None
) -> dict[str, pl.DataFrame]:
    """The filers whose pages the records stand in, and what else is known of committees among them."""
    named = read.filter(words("filer_name").is_not_null())
    return {
        "committee": named.filter(_is_committee("filer")).select(
            id="filer",
            label=words("filer_name"),
            identifier=_identifier("filer"),
            committeeType=words("committee_type"),
            **(designation or {}),
        ),
        "party": named.filter(~_is_committee("filer")).select(id="filer", label=words("filer_name")),
    }


def party_rows(
    read: pl.DataFrame, path_column: str, name: pl.Expr, kind: pl.Expr | None = None
) -> dict[str, pl.DataFrame]:
    """Another party of records, a committee or one printed, by the column of its path."""
    there = read.with_columns(name=name, party_kind=pl.lit(None, pl.String) if kind is None else kind)
    there = there.filter(pl.col(path_column).is_not_null() & pl.col("name").is_not_null())
    is_committee = _is_committee(path_column)
    return {
        "committee": there.filter(is_committee).select(
            id=path_column, label="name", identifier=_identifier(path_column)
        ),
        "party": there.filter(~is_committee).select(id=path_column, label="name", partyKind="party_kind"),
    }


def _is_committee(path_column: str) -> pl.Expr:
    return pl.col(path_column).str.starts_with("committee/")


def _identifier(path_column: str) -> pl.Expr:
    return pl.col(path_column).str.extract("([^/]+)$")
