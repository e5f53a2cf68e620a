"""Whom or what spending is for or against: a candidate or a measure as printed.

Filings give candidates no id and measures no day of vote. A candidate is told by name, office and
district, a measure by title, or by number and day where it has no title, with its jurisdiction, all as
printed; who is who is left to people.
"""

import polars as pl

from sources.netfile.identity import DASH, full_name
from sources.tables.layouts.columns import path, words

CANDIDATE, MEASURE = "candidate", "measure"


def with_target(read: pl.DataFrame) -> pl.DataFrame:
    """The frame with `target` and what is known of it, null where neither candidate nor measure is named.

    Args:
        read: Records with the columns of a candidate and of a measure, and `election`, the day of the
            election on the cover page.
    """
    named = read.with_columns(
        candidate=full_name("Cand"),
        target_office=pl.coalesce(words("Offic_Dscr"), words("Office_Cd")),
        district=_joined(pl.coalesce(words("Juris_Dscr"), words("Juris_Cd")), words("Dist_No")),
        measure=words("Bal_Name"),
        number=words("Bal_Num"),
    )
    is_candidate = pl.col("candidate").is_not_null()
    label = pl.coalesce("measure", pl.format("Measure {}", "number"))
    is_measure = ~is_candidate & label.is_not_null()
    place = pl.coalesce(_joined(pl.col("target_office"), pl.col("district")), DASH)
    vote = pl.coalesce(
        pl.when(pl.col("measure").is_null()).then(pl.col("election").dt.to_string("%Y-%m-%d")), DASH
    )
    to_candidate = path("party/ca-fppc", pl.col("candidate"), place)
    which, where = pl.coalesce("measure", "number"), pl.coalesce(words("Bal_Juris"), DASH)
    to_measure = path("printed-measure/ca-fppc", which, where, vote)
    return named.with_columns(
        target=pl.when(is_candidate).then(to_candidate).when(is_measure).then(to_measure),
        target_kind=pl.when(is_candidate).then(pl.lit(CANDIDATE)).when(is_measure).then(pl.lit(MEASURE)),
        target_name=pl.coalesce("candidate", label),
        target_number=pl.when(is_measure).then("number"),
        target_office=pl.when(is_candidate).then("target_office"),
        target_place=pl.when(is_candidate).then("district").otherwise(words("Bal_Juris")),
    )


def _joined(*parts: pl.Expr) -> pl.Expr:
    """What there is of some parts, with spaces between; null where there is none."""
    joined = pl.concat_str(parts, separator=" ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)
