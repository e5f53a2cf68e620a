"""Which bulk file is what, by name: most of them have no header line.

The names are those the FEC gives: itcont.txt in indiv24.zip, itpas2.txt in pas224.zip, itoth.txt in
oth24.zip, cm.txt in cm24.zip, and so on; in any case of letters, with or without the two digits.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from sources.errors import Position, TableError
from sources.fec_bulk.independent import convert_independent
from sources.fec_bulk.itemized import convert_itemized, convert_itoth
from sources.fec_bulk.masters import convert_candidates, convert_committees, convert_links
from sources.fec_bulk.operating import convert_operating
from sources.fec_bulk.record_layouts import CCL, CM, CN, IGNORED, INDEPENDENT, ITCONT, ITOTH, ITPAS2, OPPEXP
from sources.tables.layouts.rows import Place, Rows
from sources.tables.reading.packed import Member


@dataclass(frozen=True, slots=True)
class BulkFile:
    """One of the bulk files.

    Attributes:
        kind: Name of its kind of record.
        names: Regular expression of its file names.
        columns: Its columns in order.
        convert: Rows of a batch.
        has_header: Whether its first line names the columns, and commas separate them.
    """

    kind: str
    names: str
    columns: tuple[str, ...]
    convert: Callable[[pl.DataFrame, Place], Rows]
    has_header: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """The columns that are taken."""
        return tuple(name for name in self.columns if name not in IGNORED)


BULK_FILES = (
    BulkFile("itcont", r"(itcont(_.*)?|indiv\d+)\.(txt|zip)", ITCONT, convert_itemized),
    BulkFile("itpas2", r"(itpas2|pas2\d+)\.(txt|zip)", ITPAS2, convert_itemized),
    BulkFile("itoth", r"(itoth|oth\d+)\.(txt|zip)", ITOTH, convert_itoth),
    BulkFile("cm", r"cm\d*\.(txt|zip)", CM, convert_committees),
    BulkFile("cn", r"cn\d*\.(txt|zip)", CN, convert_candidates),
    BulkFile("ccl", r"ccl\d*\.(txt|zip)", CCL, convert_links),
    BulkFile("oppexp", r"oppexp\d*\.(txt|zip)", OPPEXP, convert_operating),
    BulkFile(
        "independent",
        r"independent_expenditure(_\d+)?\.csv",
        INDEPENDENT,
        convert_independent,
        has_header=True,
    ),
)
KNOWN = (
    "itcont.txt, itpas2.txt, itoth.txt, cm.txt, cn.txt, ccl.txt, oppexp.txt, independent_expenditure_2024.csv"
)
SUMMARIES = re.compile(
    r"(web(all|[kl])\d*\.(txt|zip)|(candidate|committee)_summary(_\d+)?\.csv)", re.IGNORECASE
)


def find_bulk_file(name: str) -> BulkFile | None:
    """The bulk file with a file name, None when there is none."""
    base = name.rpartition("/")[2]
    return next((one for one in BULK_FILES if re.fullmatch(one.names, base, re.IGNORECASE)), None)


def is_summary(name: str) -> bool:
    """Whether a file holds sums by candidate or committee."""
    return SUMMARIES.fullmatch(name.rpartition("/")[2]) is not None


def bulk_file(member: Member) -> BulkFile:
    """The bulk file a member is.

    Raises:
        TableError: It is none, or one of sums.
    """
    found = find_bulk_file(member.name)
    if found is not None:
        return found
    if is_summary(member.name):
        message = "sums by candidate or committee are not read: they are made of rows; take the file away"
        raise TableError(Position(member.file), message)
    raise TableError(Position(member.file), f"no bulk file of the FEC has this name; wanted one of {KNOWN}")
