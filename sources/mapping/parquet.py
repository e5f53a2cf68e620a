"""The rows of a Parquet file as text, each column in one form whatever its type.

A date is 2018-05-02, a time 13:05:00, both 2018-05-02T13:05:00 with the zone behind it if there is one,
a number in its shortest form, a logical value true or false, null "". `line` is the number of the row.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

from sources.errors import Position, TableError
from sources.tables.layouts.rows import LINE
from sources.tables.reading.packed import read_head

MAGIC = b"PAR1"
ROWS = 100_000
NO_FRACTION = r"\.0+($|[+-])"


def is_parquet(file: Path) -> bool:
    """Whether a file is Parquet, by how it starts.

    Raises:
        MissingSourceError: It is not there.
        TableError: It cannot be read.
    """
    return read_head(file).startswith(MAGIC)


def read_parquet(
    file: Path, choose: Callable[[list[str]], list[str]]
) -> Iterator[tuple[pl.DataFrame, float]]:
    """The rows of a file in batches, each with the part of the file read so far.

    Args:
        file: The file.
        choose: Told the names of the columns; gives those that are read.

    Raises:
        TableError: It is broken, or a column that is read holds no single values.
    """
    try:
        yield from _batches(file, choose)
    except PolarsError as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise TableError(Position(str(file)), f"broken Parquet file: {reason}") from error


def _batches(file: Path, choose: Callable[[list[str]], list[str]]) -> Iterator[tuple[pl.DataFrame, float]]:
    rows = pl.scan_parquet(file, glob=False)
    schema = rows.collect_schema()
    chosen = choose(schema.names())
    texts = [_text(name, schema[name], file) for name in chosen]
    if LINE in schema:
        raise TableError(
            Position(str(file)), f"a column is named {LINE!r}, as the number of a row; give it another name"
        )
    total = rows.select(pl.len()).collect().item()
    numbered = rows.with_row_index(LINE, offset=1).select(LINE, *texts)
    done = 0
    for batch in numbered.collect_batches(chunk_size=ROWS, maintain_order=True):
        done += batch.height
        yield batch, done / total
    if done == 0:
        yield numbered.head(0).collect(), 1.0


def _text(name: str, kind: pl.DataType, file: Path) -> pl.Expr:
    """A column as text.

    Raises:
        TableError: It holds lists, structures, bytes or spans of time.
    """
    value = pl.col(name)
    if isinstance(kind, pl.Datetime):
        told = value.dt.to_string("iso:strict").str.replace(NO_FRACTION, "$1")
    elif kind.is_nested() or isinstance(kind, pl.Binary | pl.Duration | pl.Object | pl.Unknown):
        raise TableError(
            Position(str(file)), f"column {name!r} holds {kind}; wanted text, numbers, days or logical values"
        )
    else:
        told = value.cast(pl.String)
    return told.fill_null("").alias(name)
