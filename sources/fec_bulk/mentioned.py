"""The things that rows of money mention: parties as printed, committees, candidates and filings.

Names of committees and candidates come from the master files; what a row prints is another name of a
committee that stands there, and the name of one that does not.
"""

import polars as pl

from sources.tables.filings.fec import PARTY_KINDS, party_label
from sources.tables.layouts.rows import Place

FILING = (
    *("filer", "filerName", "form", "reportType", "amendmentIndicator", "filedOn"),
    *("amends", "supersededBy"),
)
STANCES = ("supports", "opposes")
DEALT = ("party", "name", "entity", "subject", *STANCES)
IS_TOLD = pl.col("table").is_not_null()
"""Whether a row is not rejected."""
COMMITTEE, CANDIDATE = "committee/fec/", "candidate/fec/"


def mentioned_things(told: pl.DataFrame, place: Place) -> dict[str, pl.DataFrame]:
    """Rows of the tables of parties, committees, candidates and filings, each once a batch.

    Args:
        told: Rows of money; one that is rejected has no table.
        place: Where the batch stands.
    """
    names = [name for name in DEALT if name in told.columns]
    is_dealt = ~pl.col("party").str.starts_with("party/") | pl.any_horizontal(pl.col(STANCES).is_not_null())
    dealt = _some(told, names, is_dealt & IS_TOLD)
    return {
        "party": parties(told),
        "committee": pl.concat([filers(told), _other_committees(dealt, place)], how="diagonal"),
        "candidate": _candidates(dealt, place),
        "filing": filings(told),
    }


def parties(rows: pl.DataFrame) -> pl.DataFrame:
    """The printed parties that pay or are paid."""
    is_there = (pl.col("payer") == pl.col("printed")) | (pl.col("payee") == pl.col("printed"))
    place = ("name", "city", "stateCode", "postcode", "entity")
    there = _some(rows, ["printed", *place], is_there & IS_TOLD)
    named = there.unique(place).drop_nulls("name")
    unnamed = there.filter(pl.col("name").is_null())
    kind = pl.col("entity").replace_strict(dict(PARTY_KINDS), default=None, return_dtype=pl.String)
    label = party_label(pl.col("name"))
    return pl.concat([named, unnamed]).select(
        "city", "stateCode", "postcode", id="printed", label=label, partyKind=kind
    )


def filings(rows: pl.DataFrame) -> pl.DataFrame:
    """The filings rows are reported in, and those they amend."""
    columns = [name for name in FILING if name in rows.columns]
    distinct = _some(rows, ["filing", *columns], IS_TOLD).unique().drop_nulls("filing")
    distinct = distinct.rename({"filing": "id"})
    amended = [distinct.select(id="amends").drop_nulls()] if "amends" in columns else []
    named = pl.concat([distinct, *amended], how="diagonal")
    return named.with_columns(identifier=pl.col("id").str.strip_prefix("filing/fec/"))


def filers(rows: pl.DataFrame) -> pl.DataFrame:
    """The committees that report."""
    return _some(rows, ["filer"], IS_TOLD).unique().rename({"filer": "id"}).with_columns(_number(COMMITTEE))


def _some(rows: pl.DataFrame, names: list[str], where: pl.Expr) -> pl.DataFrame:
    """Some columns of some rows."""
    return rows.select(names).filter(rows.select(where).to_series())


def _candidates(dealt: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The registered candidates that pay, are paid or are spent on, unless the master file has them."""
    spent_on = [dealt.select(id=name).drop_nulls() for name in STANCES if name in dealt.columns]
    named = [dealt.select(id="party", label="name"), *spent_on]
    there = pl.concat(named, how="diagonal").filter(pl.col("id").str.starts_with(CANDIDATE)).unique()
    unknown = there.filter(~pl.col("id").is_in(known("candidates", place).implode())).with_columns(
        _number(CANDIDATE)
    )
    return unknown.with_columns(pl.col("label").fill_null(pl.col("identifier")))


def _other_committees(dealt: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The committees that reporting committees deal with."""
    owner = pl.when(pl.col("entity") == "CCM").then("subject") if "subject" in dealt.columns else pl.lit(None)
    named = dealt.select(id="party", name="name", forCandidate=owner.cast(pl.String)).unique()
    is_known = pl.col("id").is_in(known("committees", place).implode())
    return named.filter(pl.col("id").str.starts_with(COMMITTEE)).select(
        "id",
        _number(COMMITTEE),
        label=pl.when(~is_known).then("name"),
        altLabel=pl.when(is_known).then("name"),
        forCandidate=pl.when(~is_known).then("forCandidate"),
    )


def known(kind: str, place: Place) -> pl.Series:
    """The paths of committees or candidates that a master file of the dataset has."""
    return place.context[kind]["id"] if kind in place.context else pl.Series("id", [], pl.String)


def _number(start: str) -> pl.Expr:
    return pl.col("id").str.strip_prefix(start).alias("identifier")
