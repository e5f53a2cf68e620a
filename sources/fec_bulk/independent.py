"""Rows of the file of notices of independent expenditures, which has a header line."""

import polars as pl

from sources.fec_bulk.itemized import money_rows
from sources.fec_bulk.mentioned import filers, filings, known
from sources.fec_bulk.notices import read_notices
from sources.fec_bulk.told_twice import mark_notices
from sources.tables.layouts.columns import segment
from sources.tables.layouts.rows import LINE, Place, Rows

TABLE = "independent-expenditure"
REGISTERED = pl.col("subject").str.starts_with("candidate/")


def convert_independent(frame: pl.DataFrame, place: Place) -> Rows:
    """The spending of a batch, and who spends, is paid and is spent on."""
    read, problems = read_notices(frame)
    told = mark_notices(read.with_columns(_path(place)), place).with_columns(table=pl.lit(TABLE))
    things = {
        "party": pl.concat([_vendors(told), _unregistered(told)], how="diagonal").unique(),
        "committee": _spenders(told, place),
        "candidate": _candidates(told, place),
        "filing": filings(told),
    }
    return Rows({TABLE: money_rows(TABLE, told), **things}, problems)


def _path(place: Place) -> pl.Expr:
    """Filing and transaction, and the place in the file where these name no row or several."""
    repeated = place.context["repeatedNotices"].filter(pl.col("file") == place.file)[LINE]
    number = pl.col("filing").str.strip_prefix("filing/fec/")
    named = pl.format(
        f"{TABLE}/fec/{{}}/{{}}", number.fill_null("-"), segment(pl.col("transaction")).fill_null("-")
    )
    unsure = (
        pl.col("filing").is_null() | pl.col("transaction").is_null() | pl.col(LINE).is_in(repeated.implode())
    )
    return (
        pl.when(unsure)
        .then(pl.format("{}/{}/{}", named, pl.lit(place.file), LINE))
        .otherwise(named)
        .alias("id")
    )


def _vendors(told: pl.DataFrame) -> pl.DataFrame:
    """Who is paid."""
    return told.drop_nulls("payee").select(id="payee", label="vendor")


def _unregistered(told: pl.DataFrame) -> pl.DataFrame:
    """Candidates that have no id."""
    kind = pl.lit("party-kind-candidate")
    there = told.filter(~REGISTERED)
    return there.select("stateCode", id="subject", label="candidateName", partyKind=kind)


def _spenders(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The committees and others that spend, with the names printed."""
    is_known = pl.col("id").is_in(known("committees", place).implode())
    names = told.select(id="filer", name="filerName").unique()
    label, other = pl.when(~is_known).then("name"), pl.when(is_known).then("name")
    named = names.select("id", label=label, altLabel=other)
    return filers(told).join(named, on="id", how="left")


def _candidates(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The registered candidates spent on, unless the master file has them."""
    columns = ("stateCode", "districtAsPrinted", "officeAsPrinted", "partyAsPrinted")
    there = told.filter(REGISTERED & ~pl.col("subject").is_in(known("candidates", place).implode()))
    number = pl.col("subject").str.strip_prefix("candidate/fec/")
    label = pl.coalesce("candidateName", number)
    return there.select(*columns, id="subject", identifier=number, label=label).unique()
