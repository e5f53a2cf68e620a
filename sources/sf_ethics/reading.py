"""What is made of the fields of pages: the day of the election, and ids of committees."""

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from sources.tables.layouts.columns import Field, day, read_fields, words
from sources.tables.layouts.rows import LINE, PROBLEM

DAYS = ("%Y-%m-%d",)
FPPC_ID = r"^\d{5,7}$"
FEC_ID = r"^C\d{8}$"
WANTED_ID = "an id of a committee; the party is told by its name"
ELECTION = replace(day("day", "election", DAYS, required=True), rejects=True)


def read_page(
    frame: pl.DataFrame, fields: Iterable[Field] = (), ids: tuple[str, ...] = ()
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """The records with their fields and the day of the election, and the problems found.

    Args:
        frame: Records of a page.
        fields: What to make of them besides.
        ids: Columns of ids of committees, to be looked at.
    """
    read, problems = read_fields(frame, [ELECTION, *fields])
    return read, [problems, *(_odd_ids(read, name) for name in ids)]


def committee(source: str) -> pl.Expr:
    """The path of a committee by its id of the FPPC or the FEC, null where the text is none."""
    number = words(source)
    fppc = pl.when(number.str.contains(FPPC_ID)).then(pl.lit("committee/ca-fppc/") + number)
    federal = pl.when(number.str.contains(FEC_ID)).then(pl.lit("committee/fec/") + number)
    return pl.coalesce(fppc, federal)


def _odd_ids(read: pl.DataFrame, source: str) -> pl.DataFrame:
    """Where something stands for the id of a committee and is none."""
    odd = words(source).is_not_null() & (words(source) != "unknown") & committee(source).is_null()
    return read.filter(odd).select(
        pl.col(LINE).cast(PROBLEM[LINE]),
        pl.lit(source).alias("column"),
        pl.col(source).alias("found"),
        pl.lit(WANTED_ID).alias("wanted"),
        pl.lit(value=False).alias("rejected"),
    )
