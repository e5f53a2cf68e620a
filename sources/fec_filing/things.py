"""The things that records mention: parties as printed, committees and candidates.

A committee that files in the dataset is called as its own covers call it, and what other filers print
is another name; one that does not is called as it is printed.
"""

import polars as pl

from sources.tables.filings.fec import PARTY_KINDS, party_label, postcode
from sources.tables.layouts.rows import Place

COMMITTEE, CANDIDATE = "committee/fec/", "candidate/fec/"
OWNED = ("CCM", "CAN")
"""Entity types of a party that is the candidate's committee, when its id is a committee's."""


def mentioned_things(told: pl.DataFrame, place: Place) -> dict[str, pl.DataFrame]:
    """Rows of the tables of parties, committees and candidates."""
    filers = told.select(id="filerPath", label=pl.lit(None, pl.String)).unique()
    return {
        "party": pl.concat([_parties(told), _unregistered(told)], how="diagonal").unique(),
        "committee": pl.concat([_committees(told, place), with_number(filers, COMMITTEE)], how="diagonal"),
        "candidate": pl.concat([_candidates(told), _by_id(told, filers)], how="diagonal").unique(),
    }


def with_number(things: pl.DataFrame, start: str) -> pl.DataFrame:
    """Those of some things whose path starts so, with their ids."""
    there = things.filter(pl.col("id").str.starts_with(start))
    return there.with_columns(identifier=pl.col("id").str.strip_prefix(start))


def _parties(told: pl.DataFrame) -> pl.DataFrame:
    """The printed parties that pay or are paid."""
    is_there = (pl.col("payer") == pl.col("printed")) | (pl.col("payee") == pl.col("printed"))
    kind = pl.col("entity").replace_strict(dict(PARTY_KINDS), default=None, return_dtype=pl.String)
    return (
        told.filter(is_there)
        .select(
            "city",
            "stateCode",
            id="printed",
            label=party_label(pl.col("name")),
            partyKind=kind,
            postcode=postcode(pl.col("zip")),
        )
        .unique()
    )


def _unregistered(told: pl.DataFrame) -> pl.DataFrame:
    """Candidates without an id that money is spent for or against."""
    subject = pl.coalesce("supports", "opposes")
    there = told.filter(subject == pl.col("unregistered"))
    kind = pl.lit("party-kind-candidate")
    return there.select(id=subject, label="candidateName", stateCode="officeState", partyKind=kind)


def _committees(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The committees that filers deal with, and whose they are."""
    owner = pl.when(pl.col("entity").is_in(OWNED)).then("subject")
    named = with_number(told.select(id="party", name="name", forCandidate=owner).unique(), COMMITTEE)
    files = pl.col("id").is_in(place.context["filers"]["id"].implode())
    label, other = pl.when(~files).then("name"), pl.when(files).then("name")
    return named.select("id", "identifier", "forCandidate", label=label, altLabel=other)


def _candidates(told: pl.DataFrame) -> pl.DataFrame:
    """The registered candidates that rows are about, with what is printed of them."""
    there = with_number(told.rename({"id": "row"}).with_columns(id="subject"), CANDIDATE)
    label = pl.coalesce("candidateName", "identifier")
    return there.select(
        "id",
        "identifier",
        label=label,
        officeAsPrinted="office",
        stateCode="officeState",
        districtAsPrinted="district",
    )


def _by_id(told: pl.DataFrame, filers: pl.DataFrame) -> pl.DataFrame:
    """The registered candidates that pay, are paid or file themselves."""
    paid = pl.when(pl.col("party") == pl.col("agent")).then("name")
    there = with_number(pl.concat([told.select(id="party", label=paid), filers]), CANDIDATE)
    return there.with_columns(label=pl.coalesce("label", "identifier"))
