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
PARTY = ("payer", "payee", "printed", "party", "name", "postcode", "city", "stateCode", "entity", "subject")
STANCES = ("supports", "opposes")
COMMITTEE, CANDIDATE = "committee/fec/", "candidate/fec/"


def mentioned_things(told: pl.DataFrame, place: Place) -> dict[str, pl.DataFrame]:
    """Rows of the tables of parties, committees, candidates and filings, each once a batch.

    Args:
        told: Rows of money; one that is rejected has no table.
        place: Where the batch stands.
    """
    columns = [name for name in ("table", "filing", *FILING, *PARTY, *STANCES) if name in told.columns]
    rows = told.select(columns)
    rows = rows if rows["table"].null_count() == 0 else rows.drop_nulls("table")
    dealt = rows.filter(~pl.col("party").str.starts_with("party/"))
    return {
        "party": parties(rows),
        "committee": pl.concat([filers(rows), _other_committees(dealt, place)], how="diagonal"),
        "candidate": _candidates(rows, dealt, place),
        "filing": filings(rows),
    }


def parties(rows: pl.DataFrame) -> pl.DataFrame:
    """The printed parties that pay or are paid."""
    is_there = (pl.col("payer") == pl.col("printed")) | (pl.col("payee") == pl.col("printed"))
    place = ("name", "city", "stateCode", "postcode", "entity")
    there = rows.select("printed", *place, is_there=is_there).filter("is_there").drop("is_there")
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
    distinct = rows.select("filing", *columns).unique().drop_nulls("filing").rename({"filing": "id"})
    amended = [distinct.select(id="amends").drop_nulls()] if "amends" in columns else []
    named = pl.concat([distinct, *amended], how="diagonal")
    return named.with_columns(identifier=pl.col("id").str.strip_prefix("filing/fec/"))


def filers(rows: pl.DataFrame) -> pl.DataFrame:
    """The committees that report."""
    return rows.select(id="filer").unique().with_columns(_number(COMMITTEE))


def _candidates(rows: pl.DataFrame, dealt: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The registered candidates that pay, are paid or are spent on, unless the master file has them."""
    spent_on = [rows.select(id=name).drop_nulls() for name in STANCES if name in rows.columns]
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
