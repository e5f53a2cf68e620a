"""A layout of tables with named columns: delimited text and workbooks, plain or packed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.tables.layouts.layout import Kind, Options, Records, Sample, Scan
from sources.tables.layouts.rows import LINE, Place, Rows
from sources.tables.reading.counting import Counter
from sources.tables.reading.delimited import Dialect, read_delimited, sniff
from sources.tables.reading.first_bytes import find_packing
from sources.tables.reading.packed import Member, open_packed, read_head
from sources.tables.reading.workbook import is_workbook, read_workbook

Context = Callable[[Scan, Options], dict[str, pl.DataFrame]]


def no_context(_scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
    """For layouts whose records can be converted one by one."""
    return {}


@dataclass(frozen=True, slots=True)
class TabularLayout:
    """A layout whose kinds of record are told apart by file name or header; as `Layout`."""

    name: str
    title: str
    publisher: str
    record_layout: str
    kinds: tuple[Kind, ...]
    options: Options = field(default_factory=dict)
    gather: Context = no_context
    final: bool = False
    mixes_kinds: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether one of the kinds has this file name and these columns."""
        return any(_fits(kind, sample) for kind in self.kinds)

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each member or sheet."""
        if is_workbook(file):
            for sheet, frame in read_workbook(file):
                kind = self._kind(Sample(sheet, header=_columns(frame)), file)
                yield sheet, iter([Records(kind.name, _named(kind, frame, str(file)))])
            return
        for member in open_packed(file):
            yield member.name, self._batches(member, file, options)

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """What the layout gathers from the whole dataset."""
        return self.gather(scan, options)

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""
        return next(one for one in self.kinds if one.name == kind).convert(frame, place)

    def _batches(self, member: Member, file: Path, options: Options) -> Iterator[Records]:
        sniffed, header = sniff(member)
        kind = self._kind(Sample(member.name, header=header), file)
        dialect = Dialect(
            separator=kind.separator or sniffed.separator,
            quote='"' if kind.quoted else None,
            header=kind.header or True,
            encoding=options.get("encoding", ""),
        )
        packed = find_packing(read_head(file)) != ""
        counter = Counter(None if packed else file.stat().st_size)
        for batch in read_delimited(counter.counted(member), dialect):
            frame = _named(kind, batch.frame, str(file))
            rejects = batch.rejects.with_columns(pl.lit(value=True).alias("rejected"))
            yield Records(kind.name, frame, rejects, batch.encoding, counter.share)

    def _kind(self, sample: Sample, file: Path) -> Kind:
        """The kind of record of a table.

        Raises:
            SheetError: No kind has these columns.
        """
        fitting = [kind for kind in self.kinds if _fits(kind, sample)]
        if fitting:
            return fitting[0]
        named = [kind for kind in self.kinds if _is_named(kind, sample.name)] or list(self.kinds)
        nearest = max(named, key=lambda kind: len(_known(kind) & set(_folded(sample.header))))
        raise SheetError(Position(str(file), 1, 1), _mismatch(nearest, sample))


def _fits(kind: Kind, sample: Sample) -> bool:
    if not _is_named(kind, sample.name):
        return False
    if kind.header:
        return kind.file_name != ""
    columns = set(_folded(sample.header))
    return set(_folded(tuple(kind.required))) <= columns <= _known(kind)


def _is_named(kind: Kind, name: str) -> bool:
    return kind.file_name == "" or re.fullmatch(kind.file_name, name, re.IGNORECASE) is not None


def _known(kind: Kind) -> set[str]:
    return set(_folded(tuple(kind.columns)))


def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip().casefold() for name in names)


def _columns(frame: pl.DataFrame) -> tuple[str, ...]:
    return tuple(name for name in frame.columns if name != LINE)


def _mismatch(kind: Kind, sample: Sample) -> str:
    """What is wrong with the columns of a table, held against the kind it is most like."""
    columns = _folded(sample.header)
    missing = sorted(name for name in kind.required if name.casefold() not in columns)
    unknown = [name for name in sample.header if name.strip().casefold() not in _known(kind)]
    parts = [f"column {name!r} is missing" for name in missing]
    parts += [f"column {name!r} is not known{did_you_mean(name, list(kind.columns))}" for name in unknown]
    return f"{sample.name}: no table of kind {kind.name}: {'; '.join(parts)}"


def _named(kind: Kind, frame: pl.DataFrame, file: str) -> pl.DataFrame:
    """The frame with the columns spelt as the kind spells them, without those that are ignored."""
    spelt = {name.casefold(): name for name in kind.columns}
    new = {name: spelt[name.strip().casefold()] for name in _columns(frame)}
    if len(set(new.values())) < len(new):
        raise SheetError(Position(file, 1, 1), f"columns that differ in case only: {', '.join(new)}")
    return frame.rename(new).select(LINE, *(name for name in new.values() if kind.columns[name] == ""))
