"""Rows of a table by the things they name, so that a few are found without a scan.

Beside the tables of a conversion stands a copy of each that is read a row at a time (Arrow files in
small batches), and for each column of things a file of numbers: the hashes of its values in order, then the
row each stands in. A hash is Polars' own, so that files of another version of it are not used.
"""

import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

ID = "id"
FOLDER, TOLD, ROWS = "keys", "keys.json", "rows"
BATCH = 2048
"""Rows that are read to get at one of them."""
HASH, ROW = 8, 4
"""Bytes of a hash, and of the number of a row."""


def write_keys(table: Path, folder: Path, columns: Sequence[str], things: Sequence[str]) -> None:
    """Write the rows of a table and the keys of its things, unless they are there.

    Args:
        table: Its folder of Parquet files.
        folder: Where they go.
        columns: Its columns that have values.
        things: Those of them that things are found by.
    """
    import polars as pl

    if _is_readable(folder):
        return
    (folder / ROWS).mkdir(parents=True, exist_ok=True)
    hashes: dict[str, list[pl.Series]] = {name: [] for name in (ID, *things)}
    starts = [0]
    for number, file in enumerate(sorted(table.glob("**/*.parquet"))):
        rows = pl.read_parquet(file, columns=[ID, *columns])
        rows.write_ipc(
            folder / ROWS / f"{number:05}.arrow",
            compression="lz4",
            record_batch_size=BATCH,
            compat_level=pl.CompatLevel.oldest(),
        )
        starts.append(starts[-1] + rows.height)
        for name, found in hashes.items():
            found.append(rows.select(pl.when(pl.col(name).is_not_null()).then(pl.col(name).hash()))[name])
    for name, found in hashes.items():
        _write_numbers(pl.concat(found), folder / name)
    told = {"polars": version("polars"), "starts": starts}
    (folder / TOLD).write_text(json.dumps(told) + "\n", "utf-8")


def _write_numbers(hashes: "pl.Series", file: Path) -> None:
    """Write hashes in order, and behind them the row of each."""
    rows = hashes.to_frame("hash").with_row_index("row").drop_nulls().sort("hash", "row")
    with file.open("wb") as out:
        for name in ("hash", "row"):
            out.write(rows[name].rechunk().to_arrow().buffers()[1])


def _is_readable(folder: Path) -> bool:
    told = folder / TOLD
    return told.is_file() and json.loads(told.read_text("utf-8"))["polars"] == version("polars")


@dataclass
class Keys:
    """The keys of a table, open.

    Attributes:
        folder: Where they are.
        starts: The number of the first row of each file, and that of all rows.
    """

    folder: Path
    starts: Sequence[int]
    _numbers: dict[str, tuple[memoryview, memoryview]] = field(default_factory=dict)
    _files: "dict[int, pa.RecordBatchFileReader]" = field(default_factory=dict)

    def rows_with(self, column: str, path: str, most: int) -> list[int] | None:
        """The rows that may have a thing in a column; None without keys, or where there are more."""
        if not (self.folder / column).is_file():
            return None
        import polars as pl

        hashes, rows = self._opened(column)
        hashed = int(pl.Series([path]).hash()[0])
        place = bisect_left(hashes, hashed)
        found: list[int] = []
        while place < len(hashes) and hashes[place] == hashed:
            found.append(rows[place])
            place += 1
            if len(found) > most:
                return None
        return found

    def read(self, rows: Sequence[int]) -> "pa.Table":
        """Rows by their numbers, which are in order."""
        import pyarrow as pa

        schema = self._file(0).schema
        return pa.Table.from_batches(self._batches(rows), schema)

    def _batches(self, rows: Sequence[int]) -> "Iterator[pa.RecordBatch]":
        import pyarrow as pa

        for (file, batch), some in groupby(rows, self._place):
            first = self.starts[file] + batch * BATCH
            yield self._file(file).get_batch(batch).take(pa.array([row - first for row in some]))

    def _place(self, row: int) -> tuple[int, int]:
        """The file that a row is in, and the batch of it."""
        file = bisect_left(self.starts, row + 1) - 1
        return file, (row - self.starts[file]) // BATCH

    def _opened(self, column: str) -> tuple[memoryview, memoryview]:
        if column not in self._numbers:
            with (self.folder / column).open("rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            end = len(view) // (HASH + ROW) * HASH
            self._numbers[column] = view[:end].cast("Q"), view[end:].cast("I")
        return self._numbers[column]

    def _file(self, number: int) -> "pa.RecordBatchFileReader":
        import pyarrow as pa

        if number not in self._files:
            source = pa.memory_map(str(self.folder / ROWS / f"{number:05}.arrow"))
            self._files[number] = pa.ipc.open_file(source)
        return self._files[number]


def open_keys(folder: Path) -> Keys | None:
    """The keys in a folder; None where there are none that can be used."""
    if not _is_readable(folder):
        return None
    return Keys(folder, json.loads((folder / TOLD).read_text("utf-8"))["starts"])
