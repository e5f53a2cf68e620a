"""A batch of records becomes rows of tables that keep their shapes: a pure function, run anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from graph.tables.checks import check
from ontology import TABLES
from sources.tables.layouts.layout import Layout
from sources.tables.layouts.rows import LINE, PROBLEM, Place, shaped


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows of a dataset are taken.

    Attributes:
        limit: How many records of each file, None for all.
        where: Columns of the publisher, in any case, and what must stand in them; kinds of record without the
            column are not touched.
        since: The first day of rows that have a date, as year-month-day; "" for any.
    """

    limit: int | None = None
    where: tuple[tuple[str, str], ...] = ()
    since: str = ""

    def __str__(self) -> str:
        return f"{self.limit} {self.where} {self.since}"


@dataclass(frozen=True, slots=True)
class Converted:
    """What a batch became.

    Attributes:
        tables: Rows by name of the table, as `shaped` makes them.
        problems: What could not be read or breaks a shape, with the columns of `PROBLEM`.
        left_out: How many records the layout or the selection left out by a rule.
    """

    tables: Mapping[str, pl.DataFrame]
    problems: pl.DataFrame
    left_out: int


def convert_batch(
    layout: Layout, kind: str, frame: pl.DataFrame, place: Place, chosen: Selection
) -> Converted:
    """The rows a batch of records makes.

    Args:
        layout: The reader of the publisher's files.
        kind: Kind of the records.
        frame: The publisher's columns, all of them text, and `line`.
        place: Where the batch stands.
        chosen: Which rows are taken.
    """
    selected = _where(frame, chosen)
    rows = layout.convert(kind, selected, place)
    problems = [rows.problems.select(*PROBLEM)]
    tables = {}
    for name, made in rows.tables.items():
        lines = (
            made[LINE]
            if LINE in made.columns
            else pl.Series(LINE, [0], pl.UInt32).new_from_index(0, made.height)
        )
        tables[name], broken = check(name, shaped(name, made, place), lines)
        problems.append(broken)
    converted = Converted(tables, pl.concat(problems), rows.left_out + frame.height - selected.height)
    return _since(converted, chosen.since) if chosen.since else converted


def _where(frame: pl.DataFrame, chosen: Selection) -> pl.DataFrame:
    spelt = {name.casefold(): name for name in frame.columns}
    for column, value in chosen.where:
        if column.casefold() in spelt:
            frame = frame.filter(pl.col(spelt[column.casefold()]).str.strip_chars() == value)
    return frame


def _since(converted: Converted, day: str) -> Converted:
    """What has no day, or one that is not before the first day."""
    tables = {}
    left_out = converted.left_out
    for name, rows in converted.tables.items():
        dated = "line" in TABLES[name].columns and "date" in rows.columns
        tables[name] = rows.filter(pl.col("date").is_null() | (pl.col("date") >= day)) if dated else rows
        left_out += rows.height - tables[name].height
    return replace(converted, tables=tables, left_out=left_out)
