"""Files of Open Disclosure Oakland on committees: contributions (JSON) and names (YAML front matter).

Open Disclosure makes them of what the Oakland Public Ethics Commission publishes through NetFile
(https://github.com/caciviclab/disclosure-backend-static, `bin/make_view`): gifts of money and in kind
of Form 460 and of Part 1 of Form 497 that no Form 460 covers yet, without the number of a transaction.
A file is named by the FPPC id of its committee. Its rows are gifts; its sums are told as sums.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import polars as pl

from sources.errors import SheetError
from sources.files import decode
from sources.oakland_open_disclosure.gifts import committees, contributions, sums_by_election, totals
from sources.tables.layouts.layout import Options, Records, Sample, Scan
from sources.tables.layouts.nested import front_matter, read_nested
from sources.tables.layouts.nested_plan import TAKEN, Cells, Each, Fields, Rule
from sources.tables.layouts.rows import Place, Rows
from sources.tables.reading.packed import Member, open_packed
from sources.yaml_file import YamlFile, parse_yaml

SHOWN = "says how the page is shown"
GIFT: dict[str, Rule] = {
    "date": TAKEN,
    "title": "the election in words",
    "election_name": "the election in words",
    "Filer_ID": TAKEN,
    "Cmte_ID": TAKEN,
    "Entity_Cd": TAKEN,
    "Tran_NamF": TAKEN,
    "Tran_NamL": TAKEN,
    "Tran_Zip4": TAKEN,
    "Tran_Emp": TAKEN,
    "Tran_Occ": TAKEN,
    "Tran_Date": TAKEN,
    "Tran_Amt1": TAKEN,
}
BY_ELECTION = Cells((("date", TAKEN), ("sum", Cells((("title", TAKEN), ("amount", TAKEN))))))
MONEY = Fields(
    {
        "iec": SHOWN,
        "total_contributions": TAKEN,
        "contributions": Each("contribution", Fields(GIFT, ("Filer_ID", "Tran_NamL", "Tran_Amt1"))),
        "contributions_by_election": Each("by-election", BY_ELECTION),
    },
    ("total_contributions", "contributions"),
)
NAMES = Fields(
    {
        "filer_id": TAKEN,
        "name": TAKEN,
        "candidate_controlled_id": "the committee of who controls this one; no table has a place for it",
        "data_warning": SHOWN,
        "title": "the name once more",
    },
    ("filer_id", "name"),
)
CONVERTERS: Mapping[str, Callable[[pl.DataFrame, Place], Rows]] = {
    "total": totals,
    "contribution": contributions,
    "by-election": sums_by_election,
    "committee": committees,
}


@dataclass(frozen=True, slots=True)
class DisclosureLayout:
    """The reader of the files; as `Layout`."""

    name: str
    title: str
    publisher: str
    record_layout: str
    options: Options = field(default_factory=dict)
    mixes_kinds: bool = True
    final: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether a file is one of a committee."""
        money = b'"iec"' in sample.head and b'"total_contributions"' in sample.head
        return money or (
            sample.head.startswith(b"---\nfiler_id:") and b"\ncandidate_controlled_id:" in sample.head
        )

    def records(self, file: Path, _options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of a file, or of each file in an archive."""
        for member in open_packed(file):
            yield member.name, _read(member)

    def context(self, _scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
        """Nothing: every file stands by itself."""
        return {}

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes."""
        return CONVERTERS[kind](frame, place)


def _read(member: Member) -> Iterator[Records]:
    """The records of a file, kind by kind, with `filer`, the id in its name.

    Raises:
        SheetError: It is neither of the two kinds, or has a field that is not known.
    """
    with member.open() as stream:
        text = decode(stream.read(), Path(member.file), "utf-8-sig")
    if text.startswith("---"):
        yield from _kinds(front_matter(text, member.file), "committee", NAMES, "")
        return
    if not text.lstrip().startswith("{"):
        read = YamlFile(member.file, None, {}, {})
        raise SheetError(read.at(), "neither JSON nor YAML front matter; wanted a file of a committee")
    filer = PurePosixPath(member.name).stem
    yield from _kinds(parse_yaml(text, member.file), "total", MONEY, filer)


def _kinds(read: YamlFile, kind: str, plan: Fields, filer: str) -> Iterator[Records]:
    for name, frame in read_nested(read, kind, plan).items():
        if frame.height > 0:
            yield Records(name, frame.with_columns(filer=pl.lit(filer)))


LAYOUT = DisclosureLayout(
    name="open-disclosure",
    title="Contributions to committees in Oakland, as Open Disclosure shows them",
    publisher="Open Disclosure Oakland (OpenOakland)",
    record_layout="https://github.com/caciviclab/disclosure-backend-static",
)
