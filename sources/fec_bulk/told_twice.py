"""Money told in two rows of a dataset, of which one counts.

The file of transactions between committees (itoth) holds every row of the file of contributions to
candidates (itpas2) too. Notices of independent expenditures within 24 or 48 hours are told again in the
next report, and stand once more for each amendment.
"""

import polars as pl

from sources.tables.layouts.rows import LINE, Place

TWICE = pl.lit("not-new-reported-twice")
SUPERSEDED = pl.lit("not-new-superseded")


def mark_told_in_itpas2(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Rows of itoth; one that itpas2 has too gets an id of its own and a link to that one, which counts."""
    repeated = pl.col("row").is_in(place.context["itpas2"]["row"].implode())
    own = pl.concat_str("table", pl.lit("/fec/itoth-"), "row")
    return told.with_columns(
        pl.when(repeated).then("id").alias("alsoReportedAs"),
        pl.when(repeated).then(own).otherwise("id").alias("id"),
        pl.when(repeated).then(TWICE).otherwise("notNewMoney").alias("notNewMoney"),
    )


def mark_notices(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Notices; one that an amendment replaces or whose spending a report tells again does not count."""
    amended, reported = place.context["amended"], place.context["reported"]
    here = reported.filter(pl.col("file") == place.file).select(LINE, "alsoReportedAs")
    replaced = pl.col("filing").replace_strict(
        amended["filing"], amended["supersededBy"], default=None, return_dtype=pl.String
    )
    marked = told.join(here, on=LINE, how="left", maintain_order="left").with_columns(supersededBy=replaced)
    twice = pl.when(pl.col("alsoReportedAs").is_not_null()).then(TWICE)
    mark = pl.when(pl.col("supersededBy").is_not_null()).then(SUPERSEDED).otherwise(twice)
    return marked.with_columns(notNewMoney=mark)
