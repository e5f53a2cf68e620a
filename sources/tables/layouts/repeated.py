"""Columns in which few texts stand in many rows: each distinct text is read once.

Days, codes, amounts and the ids of committees are like that. What comes out is the same as from
`read_fields`; only the work is less.
"""

from collections.abc import Sequence

import polars as pl

from sources.tables.layouts.columns import Field
from sources.tables.layouts.rows import LINE, NO_PROBLEMS


def read_repeated(
    frame: pl.DataFrame, fields: Sequence[Field], single: Sequence[Field] = ()
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame with its fields and without rejected rows, and the problems found; as `read_fields`.

    Args:
        frame: A publisher's columns, all of them text, and `line`.
        fields: What to make of columns in which few texts stand in many rows.
        single: What to make of other columns. No field is named like a column of the frame.
    """
    made, problems = read_all(frame, fields, single)
    rejected = problems.filter("rejected")[LINE]
    return made if rejected.len() == 0 else made.filter(~pl.col(LINE).is_in(rejected.implode())), problems


def read_all(
    frame: pl.DataFrame, fields: Sequence[Field], single: Sequence[Field] = ()
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same with rows that a problem rejects, for who leaves them out later."""
    problems = [NO_PROBLEMS]
    made = []
    for one in (*fields, *single):
        column = frame[one.source]
        texts, places = (column, None) if one in single else distinct(column)
        values = texts.to_frame().select(one.value.alias(one.name)).to_series()
        made.append(values if places is None else values.gather(places))
        unread = texts.filter(values.is_null() if one.required else values.is_null() & (texts != ""))
        problems += [] if unread.len() == 0 else [_problems(frame, one, unread)]
    return frame.with_columns(made), pl.concat(problems)


def by_text(frame: pl.DataFrame, source: str, **values: pl.Expr) -> list[pl.Series]:
    """Columns of values made from a column, from each distinct text once.

    Args:
        frame: Where the column stands.
        source: The column.
        values: What to make of it, by name.
    """
    texts, places = distinct(frame[source])
    return [made.gather(places) for made in texts.to_frame().select(**values)]


def distinct(column: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The distinct texts of a column, and for each row the place of its text among them."""
    codes = column.cast(pl.Categorical(pl.Categories.random())).to_physical()
    if column.null_count() > 0:
        codes = codes.fill_null(codes.n_unique() - 1)  # null is the last of them
    first = codes.arg_unique()
    return column.gather(first.gather(codes.gather(first).arg_sort())), codes


def _problems(frame: pl.DataFrame, one: Field, unread: pl.Series) -> pl.DataFrame:
    """The rows with one of the texts that were not read, where they are not blank or must not be."""
    bad = unread if one.required else unread.filter(unread.str.contains(r"\S"))
    if bad.len() == 0:
        return NO_PROBLEMS
    blank = pl.col(one.source).fill_null("").str.strip_chars() == ""
    return frame.filter(pl.col(one.source).is_in(bad.unique().implode(), nulls_equal=True)).select(
        LINE,
        pl.lit(one.source).alias("column"),
        pl.col(one.source).fill_null("").alias("found"),
        pl.lit(one.wanted).alias("wanted"),
        (blank | pl.lit(one.rejects)).alias("rejected"),
    )
