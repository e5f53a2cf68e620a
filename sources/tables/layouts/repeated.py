"""Columns in which few texts stand in many rows: each distinct text is read once.

Days, codes, amounts and the ids of committees are like that. What comes out is the same as from
`read_fields`; only the work is less.
"""

from collections.abc import Sequence

import polars as pl

from sources.tables.layouts.columns import Field
from sources.tables.layouts.rows import LINE, PROBLEM


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
    problems = [pl.DataFrame(schema=PROBLEM)]
    made = []
    for one in (*fields, *single):
        texts = frame[one.source] if one in single else frame[one.source].unique()
        values = texts.to_frame().select(one.value.alias(one.name))[one.name]
        made.append(values if one in single else _told(one.source, texts, values))
        unread = texts.filter(values.is_null())
        problems += [] if unread.len() == 0 else [_problems(frame, one, unread)]
    return frame.with_columns(made), pl.concat(problems)


def by_text(frame: pl.DataFrame, source: str, **values: pl.Expr) -> list[pl.Expr]:
    """Columns of values made from a column, from each distinct text once; a null is no problem.

    Args:
        frame: Where the column stands.
        source: The column.
        values: What to make of it, by name.
    """
    texts = frame[source].unique()
    made = texts.to_frame().select(**values)
    return [_told(source, texts, made[name]) for name in values]


def _told(source: str, texts: pl.Series, values: pl.Series) -> pl.Expr:
    """The value of each text, with the name of the values."""
    told = pl.col(source).replace_strict(texts, values, default=None, return_dtype=values.dtype)
    return told.alias(values.name)


def _problems(frame: pl.DataFrame, one: Field, unread: pl.Series) -> pl.DataFrame:
    """The rows with one of the texts that were not read, where they are not blank or must not be."""
    bad = unread if one.required else unread.filter(unread.str.contains(r"\S"))
    if bad.len() == 0:
        return pl.DataFrame(schema=PROBLEM)
    blank = pl.col(one.source).fill_null("").str.strip_chars() == ""
    return frame.filter(pl.col(one.source).is_in(bad.unique().implode(), nulls_equal=True)).select(
        LINE,
        pl.lit(one.source).alias("column"),
        pl.col(one.source).fill_null("").alias("found"),
        pl.lit(one.wanted).alias("wanted"),
        (blank | pl.lit(one.rejects)).alias("rejected"),
    )
