"""Electronic filings with the Federal Election Commission as a layout."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.fec_filing.cover import convert_filing
from sources.fec_filing.filing import read_filing
from sources.fec_filing.gather import gather
from sources.fec_filing.money import convert_money
from sources.fec_filing.record_types import FILING, LEFT_OUT
from sources.tables.layouts.layout import Options, Records, Sample, Scan
from sources.tables.layouts.rows import Place, Rows
from sources.tables.reading.packed import open_packed

STARTS = (b"HDR\x1c", b"HDR,", b'"HDR"', b"/* Header")


@dataclass(frozen=True, slots=True)
class FilingLayout:
    """A reader of electronic filings; as `Layout`."""

    name: str = "fec-filing"
    title: str = "Electronic filings with the Federal Election Commission"
    publisher: str = "Federal Election Commission"
    record_layout: str = (
        "https://www.fec.gov/help-candidates-and-committees/filing-reports/filing-software-and-vendors/"
    )
    options: Options = field(
        default_factory=lambda: {"encoding": "the character encoding, where it should not be found out"}
    )
    mixes_kinds: bool = True
    final: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether a file starts as filings do."""
        return sample.head.startswith(STARTS) or sample.name.lower().endswith(".fec")

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each filing.

        Raises:
            TableError: One is none, or has a record that is not known.
        """
        for member in open_packed(file):
            yield member.name, read_filing(member, options)

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """Which filings are replaced, notes on records, and who files."""
        return gather(scan, options)

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""
        if kind == LEFT_OUT:
            return Rows({}, left_out=frame.height)
        return convert_filing(frame, place) if kind == FILING else convert_money(kind, frame, place)


LAYOUT = FilingLayout()
