"""Which filing with the Federal Election Commission replaces which: the last amendment of a report counts."""

import polars as pl


def superseded(filings: pl.DataFrame) -> pl.DataFrame:
    """The filings that another one replaces: columns `filing` and `supersededBy`, numbers as text.

    An amendment names the report it amends, or an earlier amendment of it; both have lower numbers. All
    filings that lead to one report belong together, and the last one, with the highest number, replaces
    the others.

    Args:
        filings: Columns `filing` and `amends`, numbers as text; `amends` is null for a new report.
    """
    there = filings.drop_nulls("filing").group_by("filing").agg(_amended().min().alias("amends"))
    parents = there.drop_nulls("amends")
    groups = there.select("filing", pl.coalesce("amends", "filing").alias("root"))
    while True:
        further = groups.with_columns(pl.col("root").replace(parents["filing"], parents["amends"]))
        if further["root"].equals(groups["root"]):
            break
        groups = further
    last = pl.col("filing").sort_by(_number("filing")).last().over("root")
    replaced = groups.select("filing", last.alias("supersededBy"))
    return replaced.filter(pl.col("filing") != pl.col("supersededBy")).sort("filing")


def _amended() -> pl.Expr:
    """The report a filing amends, null unless it was filed before."""
    return pl.when(_number("amends") < _number("filing")).then(pl.col("amends"))


def _number(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.Int64, strict=False)
