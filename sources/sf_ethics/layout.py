"""Pages of the San Francisco Ethics Commission on the money of an election, as YAML front matter.

The Commission publishes them at https://github.com/tylerfieldccsf/dashboards-2025; the same filings as
open data: https://data.sfgov.org/ (Campaign Finance - Transactions).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.errors import SheetError
from sources.files import decode
from sources.sf_ethics import committees, donors, elections
from sources.sf_ethics.filings import filings
from sources.sf_ethics.known import gather
from sources.sf_ethics.pages import PAGES
from sources.tables.layouts.layout import Options, Records, Sample, Scan
from sources.tables.layouts.nested import front_matter, read_nested
from sources.tables.layouts.rows import Place, Rows
from sources.tables.reading.packed import Member, open_packed

HEAD = re.compile(rf"---\r?\nlayout: ({'|'.join(PAGES)})\r?\n".encode())
CONVERTERS: Mapping[str, Callable[[pl.DataFrame, Place], Rows]] = {
    "committee": committees.committees,
    "contributor": committees.contributors,
    "category": committees.categories,
    "gift": committees.gifts,
    "filing": filings,
    "factoid": committees.factoids,
    "for-others": committees.for_others,
    "late-gift": committees.late_gifts,
    "late-for-candidate": committees.late_for_candidates,
    "late-for-measure": committees.late_for_measures,
    "third-party": committees.third_parties,
    "contest": elections.contests,
    "candidate": elections.candidates,
    "candidate-spending": elections.spent_on,
    "for-candidate": elections.for_candidates,
    "measure": elections.measures,
    "for-measure": elections.for_measure,
    "for-measures": elections.for_measures,
    "top-contributor": donors.top_contributors,
    "donors": elections.nothing,
    "donor": donors.donors,
    "donor-committee": donors.donors_by_committee,
    "election": elections.nothing,
    "race": elections.races,
    "race-spending": elections.spending_on_races,
    "race-measure": elections.races_of_measures,
}
"""What becomes of each kind of record."""


@dataclass(frozen=True, slots=True)
class EthicsLayout:
    """The reader of the pages; as `Layout`."""

    name: str
    title: str
    publisher: str
    record_layout: str
    options: Options = field(default_factory=dict)
    mixes_kinds: bool = True
    final: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether a file is a page of a kind that is read."""
        return HEAD.match(sample.head) is not None

    def records(self, file: Path, _options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of a page, or of each page in an archive."""
        for member in open_packed(file):
            yield member.name, self._read(member)

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """What is known of all pages."""
        return gather(scan, options)

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""
        return CONVERTERS[kind](frame, place)

    def _read(self, member: Member) -> Iterator[Records]:
        """The records of a page, kind by kind.

        Raises:
            SheetError: The page is none of the kinds that are read, or has a field that is not known.
        """
        with member.open() as stream:
            read = front_matter(decode(stream.read(), Path(member.file), "utf-8-sig"), member.file)
        layout = read.value.get("layout") if isinstance(read.value, dict) else None
        if not isinstance(layout, str) or layout not in PAGES:
            wanted = ", ".join(sorted(PAGES))
            raise SheetError(read.at("layout"), f"the layout {layout!r} is not known; wanted one of {wanted}")
        kind, plan = PAGES[layout]
        for name, frame in read_nested(read, kind, plan).items():
            if frame.height > 0:
                yield Records(name, frame)


LAYOUT = EthicsLayout(
    name="sf-ethics",
    title="Money of elections in San Francisco, page by page",
    publisher="San Francisco Ethics Commission",
    record_layout="https://github.com/tylerfieldccsf/dashboards-2025",
)
