"""The largest contributors to many committees of an election: stated sums."""

import polars as pl

from sources.sf_ethics.parties import KINDS, full_name, party_rows, printed
from sources.sf_ethics.reading import committee, read_page
from sources.sf_ethics.sums import Values, sum_rows, told
from sources.tables.layouts.columns import iso, slug, words
from sources.tables.layouts.nested import cents
from sources.tables.layouts.rows import Place, Rows

TOP = "Top Contributors"
DONORS = "Contributors of more than $5,000.00 across committees"


def top_contributors(frame: pl.DataFrame, _place: Place) -> Rows:
    """The largest contributors to the committees of a contest, a measure or the election."""
    read, problems = read_page(frame, [cents("given", "amount", required=True)])
    read = read.with_columns(date=iso(pl.col("day")), page=slug(words("contest")))
    read = read.with_columns(payer=printed(words("name"), pl.col("date")))
    title = pl.concat_str(pl.lit(TOP), words("contest"), separator=", ")
    values: Values = {"payer": "payer", "amount": "given", "sumOf": title}
    sums = {"money-total": sum_rows(read, "top-contributors", values)}
    return Rows(told(party_rows(read, "payer", words("name")), sums), pl.concat(problems))


def donors(frame: pl.DataFrame, _place: Place) -> Rows:
    """What each large contributor gave to all committees of the election."""
    read, problems = read_page(
        _with_amount(frame), [cents("given", "tx_amount", required=True)], ("tx_cmteid",)
    )
    read = _with_donor(read)
    values: Values = {
        "payer": "payer",
        "amount": "given",
        "sumOf": pl.lit(DONORS),
    }
    sums = {"money-total": sum_rows(read, "donors", values)}
    return Rows(told(_donor_rows(read), sums), pl.concat(problems))


def donors_by_committee(frame: pl.DataFrame, _place: Place) -> Rows:
    """What each large contributor gave to each committee."""
    read, problems = read_page(
        _with_amount(frame), [cents("given", "tx_amount", required=True)], ("cmte_fppcid",)
    )
    read = _with_donor(read)
    who = pl.coalesce(committee("cmte_fppcid"), printed(words("cmte_name"), pl.lit("-")))
    read = read.with_columns(who=who, nth=pl.concat_str("donor", "nth", separator="."))
    values: Values = {
        "payer": "payer",
        "payee": "who",
        "amount": "given",
        "sumOf": pl.lit(DONORS),
    }
    tables = told(
        _donor_rows(read),
        party_rows(read, "who", words("cmte_name")),
        {"money-total": sum_rows(read, "donors-by-committee", values)},
    )
    return Rows(tables, pl.concat(problems))


def _with_amount(frame: pl.DataFrame) -> pl.DataFrame:
    """The records with `tx_amount`, the amount, which some pages have as `total` alone."""
    there = [words(name) for name in ("tx_amount", "total") if name in frame.columns]
    return frame.with_columns(tx_amount=pl.coalesce(there))


def _with_donor(read: pl.DataFrame) -> pl.DataFrame:
    """The records with `payer`, the contributor of the page, and `page`."""
    read = read.with_columns(date=iso(pl.col("day")), page=pl.lit("contributors"))
    name = full_name("tx_firstname", "tx_lastname")
    return read.with_columns(payer=pl.coalesce(committee("tx_cmteid"), printed(name, pl.col("date"))))


def _donor_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    kind = words("tx_entitycode").replace_strict(KINDS, default=None, return_dtype=pl.String)
    return party_rows(read, "payer", full_name("tx_firstname", "tx_lastname"), kind)
