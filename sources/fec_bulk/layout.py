"""The bulk files of the Federal Election Commission as a layout."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.errors import Position, TableError, did_you_mean
from sources.fec_bulk.files import BULK_FILES, BulkFile, bulk_file, find_bulk_file, is_summary
from sources.fec_bulk.gather import gather
from sources.fec_bulk.record_layouts import AFTER_LAST
from sources.tables.layouts.layout import Options, Records, Sample, Scan
from sources.tables.layouts.rows import LINE, PROBLEM, Place, Rows
from sources.tables.reading.delimited import read_delimited
from sources.tables.reading.dialect import Dialect
from sources.tables.reading.packed import Member, open_packed

PARTS = "by_date/"
"""The folder of the zip file of contributions in which the rows of itcont.txt stand once more, by day."""
LONGEST_LINE = 1 << 16


@dataclass(frozen=True, slots=True)
class BulkLayout:
    """A reader of the bulk files; as `Layout`."""

    name: str = "fec-bulk"
    title: str = "Bulk files of the Federal Election Commission"
    publisher: str = "Federal Election Commission"
    record_layout: str = "https://www.fec.gov/data/browse-data/?tab=bulk-data"
    options: Options = field(
        default_factory=lambda: {"encoding": "the character encoding, where it should not be found out"}
    )
    mixes_kinds: bool = False
    final: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether a file has the name of a bulk file."""
        return find_bulk_file(sample.name) is not None or is_summary(sample.name)

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each member.

        Raises:
            TableError: A member is no bulk file, or has other columns.
        """
        members = list(open_packed(file))
        whole = any(member.name.lower() == "itcont.txt" for member in members)
        for member in members:
            is_part = whole and member.name.lower().startswith(PARTS)
            yield member.name, _left_out(member) if is_part else _read(member, options)

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """Names in master files, and money that is told twice."""
        return gather(scan, options)

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""
        return next(one for one in BULK_FILES if one.kind == kind).convert(frame, place)


LAYOUT = BulkLayout()


def _read(member: Member, options: Options) -> Iterator[Records]:
    """The records of a member; the first batch is empty, so that its kind is known before it is read."""
    found = bulk_file(member)
    yield Records(found.kind, _nothing(found))
    for batch in read_delimited(member, _dialect(found, member, options)):
        frame = _checked(found, batch.frame, member.file) if found.has_header else batch.frame
        rejects = batch.rejects.with_columns(rejected=pl.lit(value=True))
        yield Records(found.kind, frame.select(LINE, *found.told), rejects, batch.encoding)


def _nothing(found: BulkFile) -> pl.DataFrame:
    """No record of a kind."""
    return pl.DataFrame(schema=dict.fromkeys(found.told, pl.String()) | {LINE: pl.UInt32()})


def _dialect(found: BulkFile, member: Member, options: Options) -> Dialect:
    """How a file is written; rows of operating expenditures may end in a separator."""
    encoding = options.get("encoding", "")
    if found.has_header:
        return Dialect(",", encoding=encoding)
    with member.open() as stream:
        fields = stream.readline(LONGEST_LINE).count(b"|") + 1
    trailing = found.kind == "oppexp" and fields == len(found.columns) + 1
    header = (*found.columns, AFTER_LAST) if trailing else found.columns
    return Dialect("|", None, header, encoding)


def _checked(found: BulkFile, frame: pl.DataFrame, file: str) -> pl.DataFrame:
    """The frame with the columns spelt as described.

    Raises:
        TableError: A column is missing, not known, or there twice.
    """
    spelt = {name: name.strip().lower() for name in frame.columns if name != LINE}
    missing = sorted(set(found.columns) - set(spelt.values()))
    unknown = [name for name, small in spelt.items() if small not in found.columns]
    parts = [f"column {name!r} is missing" for name in missing]
    parts += [f"column {name!r} is not known{did_you_mean(name, list(found.columns))}" for name in unknown]
    if parts or len(set(spelt.values())) < len(spelt):
        raise TableError(Position(file, 1, 1), "; ".join(parts) or "columns that differ in case only")
    return frame.rename(spelt)


def _left_out(member: Member) -> Iterator[Records]:
    """A part of itcont.txt, which is read whole."""
    found = bulk_file(member)
    told = {
        LINE: 1,
        "column": "",
        "found": member.name,
        "wanted": "itcont.txt alone, which has the same rows",
    }
    yield Records(found.kind, _nothing(found), pl.DataFrame([told | {"rejected": False}], schema=PROBLEM))
