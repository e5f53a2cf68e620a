"""Where a conversion writes: files of N-Quads, and event tables as Parquet."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import polars as pl
from pyoxigraph import Quad

from graph.nodes import Names
from graph.tables.nquads import edges_to_nquads, statements, to_nquads, write_lines
from graph.tables.things import distinct
from ontology import TABLES

TOLD = 50_000
"""Rows whose values are text in memory at a time."""
WAITING = 500_000
"""Rows that wait to be written, many at once: small files cost more to write and to read. All tables are
written together, as a few rows keep the text of the whole batch they are from in memory."""
GROUP, PAGE = 16_384, 1 << 16
"""Rows of a group and bytes of a page of a column, of which queries read those with what they ask for."""
EVERY = sys.maxsize
"""No number of rows is more."""
ROWS, EVENT_TABLES, PAIRS, PARTS = "rows", "tables", "pairs", "parts"
SINGLE = "dataset.nq"
"""Single statements of a dataset, on itself and on rules, which have no event table."""


@dataclass
class Output:
    """The folder of a conversion while it is written.

    Attributes:
        folder: Where.
        dataset: Id of the dataset.
        base: Base of the IRIs of things.
        most: Rows whose statements are written; when there are more, those of no row or edge are.
        statements: Number of statements written.
        counts: Number of rows by table.
    """

    folder: Path
    dataset: str
    base: str
    most: int = EVERY
    statements: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    _waiting: dict[tuple[str, str], list[pl.DataFrame]] = field(default_factory=dict)
    _rows_waiting: int = 0
    _files: dict[str, IO[bytes]] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        (self.folder / ROWS).mkdir(parents=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        if error is None:
            self.settle()

    @property
    def graph(self) -> str:
        """IRI of the graph of the dataset."""
        return Names(self.base).graph(f"dataset/{self.dataset}").value

    @property
    def _has_many(self) -> bool:
        """Whether there are too many rows for their statements to be written."""
        return sum(self.counts.get(name, 0) for name in TABLES) > self.most

    def add(self, table: str, rows: pl.DataFrame) -> None:
        """Write rows of a table; things that stand in many rows are put aside."""
        if rows.height == 0:
            return
        if TABLES[table].keeps_rows:
            self.add_told(table, rows)
        else:
            self.write(PARTS, table, rows)

    def add_told(self, table: str, rows: pl.DataFrame) -> None:
        """Write rows of which each is told once."""
        self.count(table, rows.height, statements(rows))
        if self._has_many:
            self._forget_lines()
        else:
            for some in rows.iter_slices(TOLD):
                write_lines(to_nquads(table, some, self.base, self.graph), self.lines(table))
        self.write(EVENT_TABLES, table, rows)

    def add_edges(self, predicate: str, pairs: pl.DataFrame) -> None:
        """Write statements between things: columns `subject` and `object` with their paths."""
        if not self._has_many:
            write_lines(edges_to_nquads(pairs, predicate, self.base, self.graph), self.lines("edges"))
        self.write(PAIRS, predicate, pairs)
        self.count("edges", pairs.height, pairs.height)

    def add_quads(self, quads: Iterable[Quad]) -> None:
        """Write single statements."""
        made = sorted({f"{quad} .\n" for quad in quads})
        self.lines("dataset").writelines(line.encode() for line in made)
        self.count("dataset", 0, len(made))

    def count(self, table: str, rows: int, quads: int) -> None:
        """Count rows of a table and their statements."""
        self.counts[table] = self.counts.get(table, 0) + rows
        self.statements += quads

    def lines(self, name: str) -> IO[bytes]:
        """The file that statements of a table go to."""
        if name not in self._files:
            path = self.folder / ROWS / f"{name}.nq"
            self._files[name] = self._open.enter_context(path.open("wb"))
        return self._files[name]

    def _forget_lines(self) -> None:
        """Remove the statements of tables that were written: there are too many rows for them."""
        for name in sorted(self._files.keys() & TABLES.keys()):
            self._files.pop(name).close()
            (self.folder / ROWS / f"{name}.nq").unlink()

    def write(self, kind: str, table: str, rows: pl.DataFrame) -> None:
        """Write rows of a table, many at once; `settle` writes those that wait."""
        self._waiting.setdefault((kind, table), []).append(rows)
        self._rows_waiting += rows.height
        if self._rows_waiting >= WAITING:
            self.settle()

    def settle(self) -> None:
        """Write what waits, so that it can be read."""
        for kind, table in sorted(self._waiting):
            self._write(kind, table)
        self._rows_waiting = 0

    def _write(self, kind: str, table: str) -> None:
        """Write the rows of a table that wait as its next part."""
        rows = pl.concat(self._waiting.pop((kind, table)))
        folder = self.folder / kind / table
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{len(list(folder.iterdir())):05}.parquet"
        if kind == PARTS:
            told = distinct(rows).select(
                name for name in rows.columns if rows[name].null_count() < rows.height
            )
            told.write_ipc(file.with_suffix(".arrow"))  # read once, and removed
        else:
            rows.write_parquet(
                file, compression="zstd", compression_level=1, row_group_size=GROUP, data_page_size=PAGE
            )

    def tables_aside(self) -> Iterator[tuple[str, pl.LazyFrame]]:
        """What was put aside, table by table, with the columns that have values."""
        self.settle()
        for folder in sorted((self.folder / PARTS).glob("*")):
            yield folder.name, pl.concat(map(pl.scan_ipc, sorted(folder.iterdir())), how="diagonal")
