"""What NetFile's converter must know of the whole dataset before it converts a row of it."""

from collections.abc import Callable

import polars as pl

from sources.netfile.entries import ENTRY
from sources.netfile.late_gifts import LATE_GIFT, read_late_gifts
from sources.netfile.links import find_links
from sources.netfile.loans import DEBT, LOAN, read_debts, read_loans
from sources.netfile.receipts import RECEIPT, read_receipts
from sources.netfile.spending import LATE, SPENT, read_late_spending, read_spending
from sources.netfile.totals import TOTAL, read_totals
from sources.tables.layouts.layout import Options, Scan

Read = Callable[[pl.DataFrame, str], tuple[pl.DataFrame, list[pl.DataFrame]]]
READERS: dict[str, Read] = {
    RECEIPT: read_receipts,
    SPENT: read_spending,
    LATE: read_late_spending,
    LATE_GIFT: read_late_gifts,
    LOAN: read_loans,
    DEBT: read_debts,
    TOTAL: read_totals,
}
NO_AGENCY = "-"
STATEMENT = ("series", "filing", "report", "filed")
KEPT = (
    *("file", "line", "kind", "part", "id", "schedule", "table", "direction", "filer", "form"),
    *("filing", "filed", "start", "end", "transaction", "day", "amount", "other", "other_name"),
    *("target_name", "independent", "code", "series", "report"),
)
"""What links are found by."""


def agency_of(options: Options) -> str:
    """With whom was filed, as it stands in paths."""
    return options.get("agency", NO_AGENCY)


def gather(scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
    """Which filing replaces which, and which rows tell the same money.

    Frames: filings (filing, superseded, amends) and links (see `find_links`).
    """
    schema = {name: ENTRY[name] for name in KEPT}
    found = [pl.DataFrame(schema=schema)]
    for kind, read in READERS.items():
        for batch in scan(kind):
            entries, _ = read(batch, agency_of(options))
            given = {name: pl.col(name) for name in KEPT if name in entries.columns}
            found.append(
                entries.select(
                    given.get(name, pl.lit(None)).cast(dtype).alias(name) for name, dtype in schema.items()
                )
            )
    entries = pl.concat(found)
    filings = find_filings(entries)
    known = entries.join(filings, on="filing", how="left", maintain_order="left")
    replaced = known.with_columns(replaced=pl.col("superseded").is_not_null())
    return {"filings": filings, "links": find_links(replaced.drop("superseded", "amends"))}


def find_filings(entries: pl.DataFrame) -> pl.DataFrame:
    """Every filing with the one that replaces it and the one it amends, null for none.

    Filings are versions of one statement when filer, form and period are the same, or the number of a
    late report. The highest report number replaces all lower ones; equal numbers do not replace each other.
    """
    known = entries.select(STATEMENT).unique().with_columns(pl.col("report").fill_null(0))
    known = known.sort("series", "report", "filed", "filing", nulls_last=False)
    newest = known.group_by("series", maintain_order=True).agg(
        top=pl.col("report").last(), newest=pl.col("filing").last()
    )
    before = known.join(known, on="series", suffix="_before", maintain_order="left_right")
    before = before.filter(pl.col("report_before") < pl.col("report"))
    amended = before.group_by("filing", maintain_order=True).agg(amends=pl.col("filing_before").last())
    return (
        known.join(newest, on="series", how="left", maintain_order="left")
        .join(amended, on="filing", how="left", maintain_order="left")
        .select(
            "filing", "amends", superseded=pl.when(pl.col("report") < pl.col("top")).then(pl.col("newest"))
        )
    )
