"""Exports of NetFile: the sheets of a year of Forms 460, 496 and 497, as a workbook or as CSV files.

The columns are those of the Secretary of State's format CAL 2.01, which NetFile exports by sheet; its
interface is described at https://netfile.com/Connect2/api/swagger-ui/. What a schedule is for, the
instructions of the Fair Political Practices Commission say: https://www.fppc.ca.gov/forms/460.html,
496.html and 497.html there.
"""

from functools import partial

import polars as pl

from sources.netfile import columns
from sources.netfile.gather import READERS, agency_of, gather
from sources.netfile.late_gifts import LATE_GIFT
from sources.netfile.loans import DEBT, LOAN, count_guarantees
from sources.netfile.receipts import RECEIPT
from sources.netfile.spending import LATE, SPENT
from sources.netfile.told import tell
from sources.netfile.totals import TOTAL, convert_totals
from sources.tables.layouts.layout import Kind
from sources.tables.layouts.rows import Place, Rows
from sources.tables.layouts.tabular import TabularLayout

COVER = frozenset(("Filer_ID", "Filer_NamL", "Report_Num", "Rpt_Date", "Form_Type"))


def _convert(kind: str, frame: pl.DataFrame, place: Place) -> Rows:
    """Rows of the records of a kind that has entries."""
    entries, problems = READERS[kind](frame.with_columns(file=pl.lit(place.file)), agency_of(place.options))
    tables, odd = tell(entries, place)
    left_out = count_guarantees(frame) if kind == LOAN else 0
    return Rows(tables, pl.concat([*problems, *odd]), left_out)


def _kind(name: str, taken: dict[str, str], *required: str) -> Kind:
    return Kind(name, taken, COVER | set(required), partial(_convert, name))


LAYOUT = TabularLayout(
    name="netfile",
    title="Campaign statements filed with cities and counties of California, as NetFile exports them",
    publisher="NetFile, for the agency",
    record_layout="https://assets.documentcloud.org/documents/2712034/Cal-Format-201.txt",
    kinds=(
        _kind(RECEIPT, columns.RECEIPTS, "Tran_NamL", "Tran_Date", "Tran_Amt1"),
        _kind(SPENT, columns.SPENDING, "Payee_NamL", "Expn_Date", "Amount"),
        _kind(LATE, columns.LATE_SPENDING, "Exp_Date", "Amount", "Sup_Opp_Cd"),
        _kind(LATE_GIFT, columns.LATE_GIFTS, "Enty_NamL", "Ctrib_Date", "Amount"),
        _kind(LOAN, columns.LOANS, "Lndr_NamL", "Loan_Amt1", "Loan_Amt2"),
        _kind(DEBT, columns.DEBTS, "Payee_NamL", "End_Bal"),
        Kind(TOTAL, columns.TOTALS, COVER | {"Line_Item", "Amount_A"}, convert_totals),
    ),
    options={
        "agency": "NetFile's short name of the agency, such as COAK for Oakland",
        "encoding": "encoding",
    },
    gather=gather,
)
