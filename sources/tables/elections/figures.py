"""The figures of rows: one for each way of voting a row gives, and one for all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sources.tables.elections.printed import RAW
from sources.tables.elections.problems import problems_of
from sources.tables.layouts.columns import words
from sources.tables.layouts.rows import LINE

TOTAL = "mode-total"
VOTES = r"^-?\d{1,3}(?:,\d{3})+(?:\.0+)?$|^-?\d+(?:\.0+)?$"
WANTED = "a number of votes"


@dataclass(frozen=True, slots=True)
class VoteColumns:
    """The columns of votes of a row.

    Attributes:
        whole: Columns that may hold the votes of all modes; the first that is there does.
        modes: Code of `VoteMode` of each column that holds those of one mode.
    """

    whole: Sequence[str]
    modes: Mapping[str, str]


def figures_of(rows: pl.DataFrame, columns: VoteColumns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of rows, with a column for each mode or one figure each; and what cannot be read."""
    wide = any(name.startswith(RAW) for name in rows.columns)
    return wide_figures(rows, columns) if wide else long_figures(rows)


def wide_figures(rows: pl.DataFrame, columns: VoteColumns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of rows with a column for each mode, and what cannot be read.

    Returns:
        A row for each figure, with `part` (null for the whole), `mode`, `whole` and `value`; and problems. A
        row without any figure is rejected.
    """
    whole = next(name for name in (*columns.whole, "") if RAW + name in rows.columns or name == "")
    names = [name for name in (whole, *columns.modes) if RAW + name in rows.columns]
    given = [RAW + name for name in names]
    made = {"part", "mode", "whole", "votes"}
    rest = [name for name in rows.columns if name not in made and not name.startswith(RAW)]
    read = rows.with_columns(number(name).alias(name) for name in given)
    long = [_column(read, name, columns, rest) for name in names]
    figures = pl.concat(long).drop_nulls("value").sort(LINE, "part", nulls_last=False, maintain_order=True)
    return figures, _unread(rows, read, given)


def long_figures(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of rows that have one each, in `votes`, and what cannot be read.

    Several rows may be of one line of the file; it is rejected where none of them has a figure.
    """
    read = rows.with_columns(number("votes").alias("value"))
    figures = read.drop_nulls("value").drop("votes")
    unread = read.filter(pl.col("value").is_null())
    told = pl.col(LINE).is_in(figures[LINE].unique().implode())
    column, blank = pl.coalesce("part", pl.lit("votes")), pl.col("votes").fill_null("")
    doubts = [
        problems_of(unread.filter(told), column, blank, WANTED),
        problems_of(unread.filter(~told), column, blank, WANTED, rejected=True),
    ]
    return figures, pl.concat(doubts).sort(LINE, "column")


def number(name: str) -> pl.Expr:
    """The votes in a column: 1079, 1,079 or 1079.0; null for anything else, and below nought."""
    text = words(name)
    digits = pl.when(text.str.contains(VOTES)).then(text.str.replace_all(",", "").str.replace(r"\.0+$", ""))
    votes = digits.cast(pl.Int64, strict=False)
    return pl.when(votes >= 0).then(votes)


def _column(read: pl.DataFrame, name: str, columns: VoteColumns, rest: Sequence[str]) -> pl.DataFrame:
    """The figures of a column of votes."""
    whole = name not in columns.modes
    return read.select(
        *rest,
        pl.lit(None if whole else name, dtype=pl.String).alias("part"),
        pl.lit(columns.modes.get(name, TOTAL)).alias("mode"),
        pl.lit(whole).alias("whole"),
        pl.col(RAW + name).alias("value"),
    )


def _unread(rows: pl.DataFrame, read: pl.DataFrame, given: Sequence[str]) -> pl.DataFrame:
    """Figures that cannot be read, such as the * of one withheld; a row without any is rejected."""
    none = read.select(pl.all_horizontal(pl.col(name).is_null() for name in given)).to_series()
    blank = rows.select(words(name).is_null().alias(name) for name in given)
    problems = []
    for name in given:
        odd = read[name].is_null() & ~blank[name] & ~none
        if odd.any():
            problems.append(problems_of(rows.filter(odd), name.removeprefix(RAW), pl.col(name), WANTED))
    said = pl.concat_str([pl.col(name).fill_null("") for name in given], separator=",")
    first = given[0].removeprefix(RAW)
    return pl.concat([*problems, problems_of(rows.filter(none), first, said, WANTED, rejected=True)])
