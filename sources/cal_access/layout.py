"""The layout of CAL-ACCESS: the tables of dbwebexport.zip as tab-separated text, or copies of them as CSV.

CAL-ACCESS Tables, Columns and Indexes (Secretary of State of California),
https://www.documentcloud.org/documents/2711614-CalAccessTablesWeb.html. In the state's files quotation marks
are characters like others; a tab or line break inside a field makes a row too long or short, and such a
row is rejected with its line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sources.cal_access import filer_columns as filers
from sources.cal_access import money_columns as money
from sources.cal_access.covers import covers, listed_filings, related_committees
from sources.cal_access.filers import filer_kinds, filer_links, filer_names
from sources.cal_access.gather import gather
from sources.cal_access.late import late_gifts, late_spending, slate_payments
from sources.cal_access.left_out import LEFT_OUT_KIND, is_unread_table, left_out, why_left_out
from sources.cal_access.loans import debts, loans
from sources.cal_access.measures import measures
from sources.cal_access.payments import payments
from sources.cal_access.receipts import receipts
from sources.cal_access.totals import splits, summaries
from sources.tables.layouts.layout import Kind, Options, Records, Sample
from sources.tables.layouts.rows import Place, Rows
from sources.tables.layouts.tabular import TabularLayout
from sources.tables.reading.packed import open_packed
from sources.tables.reading.sniff import sniff

Convert = Callable[[pl.DataFrame, Place], Rows]


def nothing(frame: pl.DataFrame, _place: Place) -> Rows:
    """No rows: what a table says is used in reading the others."""
    return Rows({}, left_out=frame.height)


TABLES: dict[str, tuple[dict[str, str], Convert]] = {
    "ballot_measures": (filers.BALLOT_MEASURES, measures),
    "cvr2_campaign_disclosure": (filers.COVERS_2, related_committees),
    "cvr_campaign_disclosure": (filers.COVERS, covers),
    "debt": (money.DEBTS, debts),
    "expn": (money.PAYMENTS, payments),
    "filer_filings": (filers.FILINGS, listed_filings),
    "filer_links": (filers.FILER_LINKS, filer_links),
    "filer_to_filer_type": (filers.FILER_KINDS, filer_kinds),
    "filer_types": (filers.FILER_TYPES, nothing),
    "filername": (filers.FILER_NAMES, filer_names),
    "filers": (filers.FILERS, nothing),
    "loan": (money.LOANS, loans),
    "lookup_codes": (filers.LOOKUP_CODES, nothing),
    "rcpt": (money.RECEIPTS, receipts),
    "s496": (money.LATE_SPENDING, late_spending),
    "s497": (money.LATE_GIFTS, late_gifts),
    "s498": (money.SLATE_PAYMENTS, slate_payments),
    "smry": (filers.SUMMARIES, summaries),
    "splt": (filers.SPLITS, splits),
}
"""Columns and converter of each table that is read, by its name without _CD."""


class OfOneKind(Iterator[Records]):
    """Batches of records that are all of one kind, which is known before the first is read.

    Attributes:
        kind: The kind.
    """

    __slots__ = ("_batches", "kind")

    def __init__(self, kind: str, batches: Iterator[Records]) -> None:
        self.kind, self._batches = kind, batches

    def __next__(self) -> Records:
        """The next batch."""
        return next(self._batches)


@dataclass(frozen=True, slots=True)
class CalAccessLayout(TabularLayout):
    """A tabular layout that knows which members of the state's export are not read."""

    def recognises(self, sample: Sample) -> bool:
        """Whether a file is a table of the export, read or not."""
        return is_unread_table(sample.name) or TabularLayout.recognises(self, sample)

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each table, and a notice for each that is left out."""
        for member in open_packed(file):
            why = why_left_out(member.name)
            if why:
                yield member.name, OfOneKind(LEFT_OUT_KIND, iter([left_out(member.name, why)]))
            else:
                kind = self._kind(Sample(member.name, header=sniff(member)[1]), file)
                yield member.name, OfOneKind(kind.name, self._batches(member, file, options))

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:
        """The rows a batch of records makes; none of a table that is left out."""
        if kind == LEFT_OUT_KIND:
            return Rows({})
        return TABLES[kind][1](frame, place)


def _kinds(table: str) -> tuple[Kind, Kind]:
    """A table as the state writes it, and as CSV."""
    taken, convert = TABLES[table]
    name, required = rf"(?:.*/)?{table}_cd[-.\w]*", frozenset(taken)
    state = Kind(table, taken, required, convert, rf"{name}\.(?:tsv|txt)", separator="\t", quoted=False)
    return state, Kind(table, taken, required, convert, rf"{name}\.csv", separator=",")


LAYOUT = CalAccessLayout(
    name="cal-access",
    title="Raw tables of CAL-ACCESS",
    publisher="Secretary of State of California",
    record_layout="https://www.documentcloud.org/documents/2711614-CalAccessTablesWeb.html",
    kinds=tuple(kind for table in TABLES for kind in _kinds(table)),
    options={"encoding": "name of the character encoding, when it cannot be found out"},
    gather=gather,
)
