"""Plain edges of rows by their ends: what is a step away from a thing along a property, found without a scan.

Beside the pairs in Parquet stand the paths of all things at their ends, in order, one behind the other. A
thing is its number among them. A file for each property has four rows of such numbers: subjects and
objects in order of the subjects, then objects and subjects in order of the objects.
"""

import mmap
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from graph.tables.edge_names import ENDS

if TYPE_CHECKING:
    from array import array

    import polars as pl
    import pyarrow as pa

FOLDER = "steps"
PATHS, STARTS = "paths", "starts"
THING = "thing"
PIECE = 100_000
"""Paths that are put one behind the other at a time."""
EVERY = 2**32
"""Things are fewer."""


def write_steps(files: Mapping[str, Path], folder: Path) -> str:
    """Write the steps along some properties; give the name of the folder.

    Args:
        files: The pairs of each property, each once.
        folder: Where the steps go.
    """
    import polars as pl

    folder.mkdir()
    things = _ends([pl.scan_parquet(file) for file in files.values()])
    _write_paths(things, folder)
    numbers = things.to_frame().with_row_index("number", 0).lazy()
    for name, file in files.items():
        ends = {end: _numbered(file, end, numbers) for end in ENDS}
        with (folder / name).open("wb") as out:
            for first, second in (ENDS, ENDS[::-1]):
                both = (ends[first] * EVERY + ends[second]).sort()  # quicker than to sort by two columns
                for end in (both // EVERY, both % EVERY):
                    out.write(end.cast(pl.UInt32).rechunk().to_arrow().buffers()[1])
    return folder.name


def _numbered(file: Path, end: str, numbers: "pl.LazyFrame") -> "pl.Series":
    """The numbers of the things at one end of pairs; one end at a time takes less memory."""
    import polars as pl

    told = pl.scan_parquet(file).select(pl.col(end).alias(THING))
    found = told.join(numbers, on=THING, how="left", maintain_order="left")
    return found.select(pl.col("number").cast(pl.UInt64)).collect(engine="streaming")["number"]


def _ends(pairs: "list[pl.LazyFrame]") -> "pl.Series":
    """The things at the ends of pairs, in order, each once; the same subject often follows itself."""
    import polars as pl

    is_new = pl.col(THING).ne_missing(pl.col(THING).shift())
    found = [one.select(pl.col("subject").alias(THING)).filter(is_new).sort(THING) for one in pairs]
    found += [one.select(pl.col("object").alias(THING)).unique().sort(THING) for one in pairs]
    every = reduce(lambda one, other: one.merge_sorted(other, THING), found)
    return every.filter(is_new).collect(engine="streaming")[THING]


def _write_paths(things: "pl.Series", folder: Path) -> None:
    """Write paths one behind the other, and where each starts; the last number is where the last ends."""
    import polars as pl

    ends = things.str.len_bytes().cast(pl.Int64).cum_sum()
    starts = pl.concat([pl.Series([0], dtype=pl.Int64), ends.rename("")])
    (folder / STARTS).write_bytes(starts.rechunk().to_arrow().buffers()[1])
    with (folder / PATHS).open("wb") as out:
        for some in things.to_frame().iter_slices(PIECE):
            out.write("".join(some[THING]).encode())


@dataclass
class Steps:
    """The steps along the plain edges of a graph, open."""

    folder: Path
    _numbers: dict[str, tuple[memoryview, ...]] = field(default_factory=dict)

    @cached_property
    def _paths(self) -> memoryview:
        return _mapped(self.folder / PATHS)

    @cached_property
    def _starts(self) -> memoryview:
        return _mapped(self.folder / STARTS).cast("q")

    def number(self, path: str) -> int | None:
        """The number of a thing; None where no edge has it."""
        wanted, count = path.encode(), len(self._starts) - 1
        place = bisect_left(range(count), wanted, key=self._path)
        return place if place < count and self._path(place) == wanted else None

    def _path(self, number: int) -> bytes:
        return bytes(self._paths[self._starts[number] : self._starts[number + 1]])

    def path(self, number: int) -> str:
        """The path of a thing."""
        return self._path(number).decode()

    def paths(self, numbers: "array[int]") -> "pa.Array":
        """The paths of many things."""
        import pyarrow as pa

        parts = (pa.py_buffer(self._starts), pa.py_buffer(self._paths))
        wanted = pa.UInt32Array.from_buffers(pa.uint32(), len(numbers), [None, pa.py_buffer(numbers)])
        return pa.LargeStringArray.from_buffers(len(self._starts) - 1, *parts).take(wanted)

    def reached(self, name: str, number: int, *, back: bool = False) -> memoryview:
        """The numbers of the things that edges of a property lead to from one, or come from to it."""
        here, there = self.pairs(name, back=back)
        first = bisect_left(here, number)
        return there[first : bisect_right(here, number, first)]

    def pairs(self, name: str, *, back: bool = False) -> tuple[memoryview, memoryview]:
        """Subjects and objects of all edges of a property; `back`, objects and subjects, in their order."""
        if name not in self._numbers:
            view = _mapped(self.folder / name)
            size = len(view) // 4
            self._numbers[name] = tuple(view[at * size : (at + 1) * size].cast("I") for at in range(4))
        first, second, third, fourth = self._numbers[name]
        return (third, fourth) if back else (first, second)

    def edges(self, name: str, subject: int | None, target: int | None) -> Iterator[tuple[int, int]]:
        """The edges of a property with these ends; None for any."""
        if subject is None and target is None:
            yield from zip(*self.pairs(name), strict=True)
        elif subject is None and target is not None:
            yield from ((one, target) for one in self.reached(name, target, back=True))
        elif subject is not None:
            there = self.reached(name, subject)
            yield from ((subject, one) for one in there if target in (None, one))


def _mapped(file: Path) -> memoryview:
    with file.open("rb") as content:
        return memoryview(mmap.mmap(content.fileno(), 0, access=mmap.ACCESS_READ))
