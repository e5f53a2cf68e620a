"""What a batch of a publisher's records says: rows of tables, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import polars as pl

from ontology import TABLES

LINE = "line"
ID = "id"
PROBLEM = pl.Schema(
    {
        LINE: pl.UInt32,
        "column": pl.String,
        "found": pl.String,
        "wanted": pl.String,
        "rejected": pl.Boolean,
    }
)
"""Columns of a frame of problems: where, what was there, what was wanted, and whether the row is left out."""
NO_PROBLEMS = pl.DataFrame(schema=PROBLEM)
TYPES = {
    "id": pl.String(),
    "code": pl.String(),
    "label": pl.String(),
    "text": pl.String(),
    "decimal": pl.Decimal(18, 2),
    "integer": pl.Int64(),
    "date": pl.Date(),
    "boolean": pl.Boolean(),
}
"""Type of a column by its kind; money has two decimal places."""
ROW_CLASS = "MoneyFlow"
"""The class of rows that other rows name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a batch stands: what a converter may know besides the records.

    Attributes:
        dataset: Id of the dataset.
        file: Name of the file within the dataset, as in the path of a thing.
        options: What `source.toml` says in `[options]`.
        context: Small frames gathered from all files of the dataset before rows are converted, by name.
    """

    dataset: str
    file: str
    options: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, pl.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of tables.

    Attributes:
        tables: Frames by name of the table in `ontology.TABLES`, with `id` and columns of the table in their
            types; a table that keeps rows has `line` too. `dataset` and `sourceFile` are filled in later.
        problems: What could not be read, with the columns of `PROBLEM`.
        left_out: How many records a rule of the layout leaves out, for example contests not asked for.
    """

    tables: dict[str, pl.DataFrame]
    problems: pl.DataFrame = field(default_factory=lambda: NO_PROBLEMS)
    left_out: int = 0


@cache
def table_schema(name: str) -> pl.Schema:
    """Columns of a table in their order, `id` first, with their types."""
    columns = TABLES[name].columns
    return pl.Schema(
        {ID: pl.String()} | {column: TYPES[term.kind] for column, term in sorted(columns.items())}
    )


def shaped(name: str, frame: pl.DataFrame, place: Place) -> pl.DataFrame:
    """A frame of a converter as the table asks for, each row with an id of its dataset.

    A row is what one dataset tells, so its id has the dataset after its first part: `contribution/fec/1`
    becomes `contribution/<dataset>/fec/1`, also where another row names it. What stands in many rows, as a
    committee, is one thing whoever tells of it.

    Raises:
        ValueError: The frame has a column the table has not; the converter is at fault.
    """
    table = TABLES[name]
    named = [column for column, term in table.columns.items() if term.target == ROW_CLASS]
    own = [ID, *named] if table.keeps_rows or LINE in table.columns else []
    whole = filled(name, frame, place)
    return whole.with_columns(pl.col(own).str.replace("/", f"/{place.dataset}/", literal=True))


def filled(name: str, frame: pl.DataFrame, place: Place) -> pl.DataFrame:
    """A frame of a converter with all columns of the table, in order and type.

    Raises:
        ValueError: The frame has a column the table has not; the converter is at fault.
    """
    schema = table_schema(name)
    unknown = sorted(set(frame.columns) - set(schema) - {LINE})
    if unknown:
        raise ValueError(f"table {name} has no column {', '.join(unknown)}")
    filled = {
        "dataset": pl.lit(f"dataset/{place.dataset}"),
        "sourceFile": pl.lit(f"dataset/{place.dataset}/{place.file}"),
    }
    columns = []
    for column, kind in schema.items():
        value = pl.col(column) if column in frame.columns else filled.get(column, pl.lit(None))
        columns.append(value.cast(kind).alias(column))
    return frame.select(columns)
