"""What files on money become, for tests of their readers."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import polars as pl

from graph.tables.checks import check
from sources.tables.layouts.layout import Layout, Records
from sources.tables.layouts.rows import LINE, Place, filled


@dataclass(frozen=True, slots=True)
class Told:
    """What files became.

    Attributes:
        tables: Rows by table.
        problems: What could not be read.
        read: How many records of each kind were read.
        left_out: How many of them a rule left out.
    """

    tables: Mapping[str, pl.DataFrame]
    problems: pl.DataFrame
    read: Counter[str]
    left_out: Counter[str]

    def __getitem__(self, table: str) -> list[dict[str, object]]:
        """The rows of a table in the order of their ids."""
        return self.frame(table).sort("id", maintain_order=True).to_dicts()

    def frame(self, table: str) -> pl.DataFrame:
        """The rows of a table."""
        return self.tables.get(table, pl.DataFrame(schema={"id": pl.String}))

    def one(self, table: str) -> dict[str, object]:
        """The only row of a table."""
        (row,) = self[table]
        return row

    def new(self, *tables: str) -> Decimal:
        """The money of tables that is new."""
        rows = [self.frame(name) for name in tables if name in self.tables]
        return sum((row.filter(pl.col("notNewMoney").is_null())["amount"].sum() for row in rows), Decimal())

    def wanted(self) -> list[tuple[object, ...]]:
        """The problems: line, column, what was found, what was wanted, and whether the row is left out."""
        return self.problems.select(LINE, "column", "found", "wanted", "rejected").rows()


def tell_all(layout: Layout, files: Sequence[Path], **options: str) -> Told:
    """Convert files as one dataset; what breaks a shape is a failure."""
    every = list(_read(layout, files, options))
    context = layout.context(
        lambda kind: (
            batch.frame.with_columns(file=pl.lit(name)) for name, batch in every if batch.kind == kind
        ),
        options,
    )
    tables: dict[str, list[pl.DataFrame]] = {}
    problems, read, left_out = [], Counter[str](), Counter[str]()
    for name, batch in every:
        place = Place("made", name, options, context)
        rows = layout.convert(batch.kind, batch.frame, place)
        for table, frame in rows.tables.items():
            checked, broken = check(table, filled(table, frame, place), _lines(frame))
            assert broken.rows() == []
            tables.setdefault(table, []).append(checked)
        problems.append(rows.problems)
        read[batch.kind] += batch.frame.height
        left_out[batch.kind] += rows.left_out
    return Told(
        {name: pl.concat(frames) for name, frames in tables.items()}, pl.concat(problems), read, left_out
    )


def _read(layout: Layout, files: Sequence[Path], options: Mapping[str, str]) -> Iterator[tuple[str, Records]]:
    """The batches of files, each with a name no other file has."""
    for number, file in enumerate(files):
        for name, batches in layout.records(file, options):
            for batch in batches:
                yield f"{number}/{name}", batch


def _lines(frame: pl.DataFrame) -> pl.Series:
    lines = frame[LINE] if LINE in frame.columns else pl.Series(LINE, [0]).new_from_index(0, frame.height)
    return lines.cast(pl.UInt32)
