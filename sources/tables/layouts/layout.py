"""What a reader of a publisher's files is: a layout, found in the folder of its source.

A folder of `sources/` with a module `layout.py` that has a `LAYOUT` is a reader; adding one touches
no other file. A layout recognises its files, reads them as records of some kinds, and converts
batches of records to rows of the tables of the ontology. Converting is a pure function of the batch
and its place, so that a batch may be converted anywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.tables.layouts.rows import PROBLEM, Place, Rows

Options = Mapping[str, str]


class FileOption(str):
    """What an option means whose value is a file of the folder of the dataset; it must be given.

    Where the layout reads the option, it is the path of the file. Its bytes are part of what the dataset is.
    """

    __slots__ = ()


Scan = Callable[[str], Iterator[pl.DataFrame]]
"""All records of a kind in a dataset, batch by batch, with a column `file` besides those of the kind."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The start of a file, to recognise it by.

    Attributes:
        name: File name, or name of the member of an archive, without its folders.
        head: First bytes, uncompressed.
        header: Cells of the first line or row, () when it is not a table.
    """

    name: str
    head: bytes = b""
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """A batch of records of one kind.

    Attributes:
        kind: Which kind of record.
        frame: The publisher's columns, all of them text, and `line`.
        rejects: Records that are none: short, long or broken; the columns of `PROBLEM`.
        encoding: The character encoding they were read in.
        share: The part of the file that has been read, from 0 to 1; None when it is not known.
    """

    kind: str
    frame: pl.DataFrame
    rejects: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=PROBLEM))
    encoding: str = "utf-8"
    share: float | None = None


class Layout(Protocol):
    """A reader of the files of a publisher.

    Attributes:
        name: Name of the layout, as in `source.toml`.
        title: What the files are.
        publisher: Who publishes them.
        record_layout: Where the publisher describes the columns.
        options: Options of `[options]` in `source.toml`, with what they mean.
        mixes_kinds: Whether records of several kinds may stand in one table.
        final: Whether the publisher's counts of votes are the final official ones.
    """

    name: str
    title: str
    publisher: str
    record_layout: str
    options: Options
    mixes_kinds: bool
    final: bool

    def recognises(self, sample: Sample) -> bool:
        """Whether a file is one of this layout."""

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each table in a file: itself, members of an archive, sheets of a workbook; by name.

        Raises:
            SourceError: The file is not what the layout asks for, with file, line and column.
        """

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """Small frames that converting needs of the whole dataset, for example the latest amendments."""

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record with named columns.

    Attributes:
        name: Name of the kind.
        columns: The publisher's columns: "" for one that is taken, else why it is ignored.
        required: Columns a file must have.
        convert: Rows of a batch.
        file_name: Regular expression the whole file name matches, in any case; "" for any.
        header: The columns of a file without a header line, () for a file that has one.
        separator: What separates fields; "" to find out.
        quoted: Whether quotation marks enclose fields.
    """

    name: str
    columns: dict[str, str]
    required: frozenset[str]
    convert: Callable[[pl.DataFrame, Place], Rows]
    file_name: str = ""
    header: tuple[str, ...] = ()
    separator: str = ""
    quoted: bool = True


@cache
def layouts() -> MappingProxyType[str, Layout]:
    """Every layout by name."""
    return MappingProxyType({layout.name: layout for layout in _by_folder().values()})


def layout_named(name: str, asked: Position) -> Layout:
    """The layout of a name.

    Args:
        name: The name.
        asked: Where it is asked for.

    Raises:
        SheetError: There is none.
    """
    known = layouts()
    if name not in known:
        hint = did_you_mean(name, list(known)) or f"; wanted one of {', '.join(known)}"
        raise SheetError(asked, f"there is no layout {name!r}{hint}")
    return known[name]


def layout_folder(layout: Layout) -> str:
    """The name of the folder of `sources/` a layout is in, "" for one of somewhere else."""
    return next((folder for folder, found in _by_folder().items() if found is layout), "")


@cache
def _by_folder() -> MappingProxyType[str, Layout]:
    """Every layout by the name of its folder."""
    folders = [path.parent.name for path in sorted(Path(str(files("sources"))).glob("*/layout.py"))]
    modules = {name: import_module(f"sources.{name}.layout") for name in folders}
    return MappingProxyType({name: one.LAYOUT for name, one in modules.items()})
