"""Money told in a notice within 24 or 48 hours and again in the report for the period, where it counts.

Notices are Form 24 and short Forms 5 of independent expenditures, and Form 6 of contributions. A row of
a report is the same money when payer, payee, candidate, amount and day are the same; of several alike,
each is told again once.
"""

from collections.abc import Iterator

import polars as pl

from sources.fec_filing.money import read_money
from sources.tables.layouts.layout import Scan
from sources.tables.layouts.rows import LINE

SHORT = ("24", "48", "24H", "48H")
SAME = ("payer", "payee", "supports", "opposes", "amount", "date")
NOTICED = {"SE": ("F24",), "F57": ("F5",), "F65": ("F6",)}
"""Forms that are or may be notices, by kind of record."""
TOLD = pl.Schema(
    {
        "id": pl.String(),
        "filing": pl.String(),
        LINE: pl.UInt32(),
        "is_notice": pl.Boolean(),
        **dict.fromkeys(("payer", "payee", "supports", "opposes", "date"), pl.String()),
        "amount": pl.Decimal(18, 2),
    }
)
TWICE = pl.Schema({"filing": pl.String(), LINE: pl.UInt32(), "alsoReportedAs": pl.String()})


def told_again(scan: Scan, covers: pl.DataFrame, amended: pl.DataFrame) -> pl.DataFrame:
    """The rows of notices that a report tells again: `filing`, `line`, `alsoReportedAs`.

    Args:
        scan: The records of the dataset.
        covers: Column `form` of all filings.
        amended: Column `filing` of those that another replaces, which tell nothing.
    """
    forms = set(covers["form"])
    found = [pl.DataFrame(schema=TWICE)]
    if "F24" in forms and len(forms) > 1:
        found.append(_pairs(_told(scan("SE"), "SE"), amended))
    if "F5" in forms:
        found.append(_pairs(_told(scan("F57"), "F57"), amended))
    if "F6" in forms and len(forms) > 1:
        found.append(_pairs(pl.concat([_told(scan(kind), kind) for kind in ("F65", "SA")]), amended))
    return pl.concat(found)


def _told(batches: Iterator[pl.DataFrame], kind: str) -> pl.DataFrame:
    """The rows of a kind, and whether each stands in a notice."""
    short = pl.col("report").is_in(SHORT) if kind == "F57" else pl.lit(value=True)
    is_notice = pl.col("form").is_in(NOTICED.get(kind, ())) & short
    rows = (read_money(kind, batch)[0].with_columns(is_notice=is_notice) for batch in batches)
    return pl.concat([pl.DataFrame(schema=TOLD), *(row.select(*TOLD).match_to_schema(TOLD) for row in rows)])


def _pairs(told: pl.DataFrame, amended: pl.DataFrame) -> pl.DataFrame:
    """Each notice with the row that tells it again."""
    current = told.filter(~pl.col("filing").is_in(amended["filing"].implode()), pl.col("date").is_not_null())
    nth = pl.int_range(pl.len()).over(SAME).alias("nth")
    notices, reports = (
        current.filter(test).with_columns(nth) for test in (pl.col("is_notice"), ~pl.col("is_notice"))
    )
    pairs = notices.join(reports, on=[*SAME, "nth"], nulls_equal=True, maintain_order="left")
    return pairs.select("filing", LINE, alsoReportedAs="id_right")
