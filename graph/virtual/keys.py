"""Rows of a table by the things they name, so that a few are found without a scan.

Beside the tables of a conversion stands, for each column of things, a file of numbers in order: half the
hash of a value, then the row that it stands in. What rows are asked for most, their things and amounts, is
kept once more in batches that are small enough to be read for one row; all else is read from the table.
"""

import json
import mmap
import os
import shutil
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

ID = "id"
FOLDER, TOLD, NEAR = "keys", "keys.json", "near{:05}.arrow"
KEPT = 256
"""Things whose hashes are remembered."""
BATCH = 256
"""Rows near at hand that are read to get at one of them."""
GAP = 4096
"""Rows of a table that are read rather than left out between two."""
HALF, ROW = 0xFFFFFFFF00000000, 0xFFFFFFFF
"""Bits of a key that are of a hash, and those that are the number of a row."""


def keys_folder(table: Path) -> Path:
    """Where the keys of a table are, whose files are in a folder of a conversion."""
    return table.parents[1] / FOLDER / table.name


def write_keys(table: Path, things: Sequence[str], near: Sequence[str]) -> None:
    """Write the keys of the things in a table, unless they are there; they are there whole or not at all.

    Args:
        table: Its folder of Parquet files.
        things: The columns that rows are found by.
        near: Those that are kept near.
    """
    folder = keys_folder(table)
    if open_keys(folder) is not None:
        return
    made = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        _write(table, made, things, near)
        shutil.rmtree(folder, ignore_errors=True)
        made.replace(folder)
    except OSError:
        if open_keys(folder) is None:  # and no other process has made them meanwhile
            raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _write(table: Path, folder: Path, things: Sequence[str], near: Sequence[str]) -> None:
    import polars as pl

    keys: dict[str, list[pl.Series]] = {name: [] for name in things}
    starts = [0]
    for number, file in enumerate(_files(table)):
        rows = pl.read_parquet(file, columns=list(dict.fromkeys([*things, *near])))
        if near:
            (folder / NEAR.format(number)).write_bytes(_batches(rows.select(near)))
        for name, found in keys.items():
            found.append(_keys_of(rows[name], starts[-1]))
        starts.append(starts[-1] + rows.height)
    for name, found in keys.items():
        (folder / name).write_bytes(pl.concat(found).sort().rechunk().to_arrow().buffers()[1] or b"")
    told = {"hashes": _probe(), "near": near, "starts": starts}
    (folder / TOLD).write_text(json.dumps(told) + "\n", "utf-8")


def _batches(rows: "pl.DataFrame") -> "pa.Buffer":
    """Rows as an Arrow file of small batches; Polars takes twice as long for many."""
    import pyarrow as pa

    table, out = rows.rechunk().to_arrow(), pa.BufferOutputStream()  # no batch ends with a row group
    options = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
    with pa.ipc.new_file(out, table.schema, options=options) as file:
        file.write_table(table, max_chunksize=BATCH)
    return out.getvalue()


def _keys_of(column: "pl.Series", first: int) -> "pl.Series":
    """The key of each value of a column, whose first row has this number."""
    import polars as pl

    rows = pl.int_range(first, first + column.len(), dtype=pl.UInt64, eager=True)
    return ((column.hash() & HALF) | rows).filter(column.is_not_null())


@lru_cache(KEPT)
def hashes(paths: tuple[str, ...]) -> tuple[int, ...]:
    """The hashes of things, by which rows are found."""
    import polars as pl

    return tuple(pl.Series(paths, dtype=pl.String).hash())


@cache
def _probe() -> str:
    """What tells whether texts have the hashes here that they had when keys were written."""
    return str(sum(hashes(tuple("x" * length for length in range(BATCH)))))


def _files(table: Path) -> list[Path]:
    return sorted(table.glob("**/*.parquet"))


@dataclass
class Keys:
    """The keys of a table, open.

    Attributes:
        folder: Where they are.
        files: The files of the table.
        starts: The number of the first row of each file, and that of all rows.
        near: The columns that are near at hand.
    """

    folder: Path
    files: Sequence[Path]
    starts: Sequence[int]
    near: Sequence[str]
    _numbers: dict[str, memoryview | None] = field(default_factory=dict)
    _near: "dict[tuple[int, tuple[str, ...]], pa.RecordBatchFileReader]" = field(default_factory=dict)

    def rows_with(self, column: str, hashed: int, most: int) -> list[int] | None:
        """The rows that may have a thing with this hash; None without keys, or where they are more."""
        keys = self._opened(column)
        if keys is None:
            return None
        first = hashed & HALF
        start = bisect_left(keys, first)
        end = bisect_right(keys, first | ROW, start, min(start + most + 1, len(keys)))
        return None if end - start > most else [key & ROW for key in keys[start:end]]

    def read(self, rows: Sequence[int], columns: Sequence[str]) -> "pl.DataFrame":
        """Columns of rows by their numbers, which are in order."""
        import polars as pl

        if len(rows) == 0:
            return pl.DataFrame({name: [] for name in columns})
        near = [name for name in columns if name in self.near]
        far = [name for name in columns if name not in near]
        if not near:
            return self._read_far(rows, far)
        read = self._read_near(rows, near)
        return read.hstack(self._read_far(rows, far)) if far else read

    def _read_near(self, rows: Sequence[int], columns: Sequence[str]) -> "pl.DataFrame":
        import polars as pl
        import pyarrow as pa

        found = []
        for file, some in self._by_file(rows):
            opened = self._opened_near(file, tuple(columns))
            for number, within in groupby(some, lambda row: row // BATCH):
                batch = opened.get_batch(number)
                found += [batch.slice(row % BATCH, 1) for row in within]
        schema = self._opened_near(0, tuple(columns)).schema
        return pl.DataFrame(pa.Table.from_batches(found, schema))

    def _read_far(self, rows: Sequence[int], columns: Sequence[str]) -> "pl.DataFrame":
        """Columns of rows from the table; rows that stand side by side are read in one go."""
        import polars as pl

        pieces, places = [], []
        for file, some in self._by_file(rows):
            table = pl.scan_parquet(self.files[file], glob=False, hive_partitioning=False).select(columns)
            for run in _runs(some):
                pieces.append(table.slice(run[0], run[-1] - run[0] + 1))
                places.append([row - run[0] for row in run])
        read = [piece.collect() for piece in pieces] if len(pieces) == 1 else pl.collect_all(pieces)
        if len(rows) == sum(piece.height for piece in read):
            return pl.concat(read)
        return pl.concat([piece[place] for piece, place in zip(read, places, strict=True)])

    def _by_file(self, rows: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Rows by the file they are in, with their numbers in it."""
        for file, some in groupby(rows, lambda row: bisect_right(self.starts, row) - 1):
            yield file, [row - self.starts[file] for row in some]

    def _opened(self, column: str) -> memoryview | None:
        if column not in self._numbers:
            self._numbers[column] = _opened(self.folder / column)
        return self._numbers[column]

    def _opened_near(self, number: int, columns: tuple[str, ...]) -> "pa.RecordBatchFileReader":
        import pyarrow as pa

        if (number, columns) not in self._near:
            wanted = sorted(map(self.near.index, columns))
            options = pa.ipc.IpcReadOptions(included_fields=wanted, use_threads=False)
            source = pa.memory_map(str(self.folder / NEAR.format(number)))
            self._near[number, columns] = pa.ipc.open_file(source, options=options)
        return self._near[number, columns]


def _opened(file: Path) -> memoryview | None:
    """The keys in a file; None where it is not there."""
    try:
        with file.open("rb") as opened:
            is_empty = os.fstat(opened.fileno()).st_size == 0
            view = memoryview(b"" if is_empty else mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError:
        return None
    return view.cast("Q")


def _runs(rows: Sequence[int]) -> list[list[int]]:
    """Rows in order, those together that are near one another."""
    runs = [[rows[0]]]
    for before, row in pairwise(rows):
        if row - before > GAP:
            runs.append([])
        runs[-1].append(row)
    return runs


def open_keys(folder: Path) -> Keys | None:
    """The keys in a folder; None where there are none that can be used, or their table is not beside them."""
    from graph.tables.output import EVENT_TABLES

    try:
        told = json.loads((folder / TOLD).read_text("utf-8"))
    except FileNotFoundError:
        return None
    files = _files(folder.parents[1] / EVENT_TABLES / folder.name)
    if told["hashes"] != _probe() or len(files) != len(told["starts"]) - 1:
        return None
    return Keys(folder, files, told["starts"], told["near"])
