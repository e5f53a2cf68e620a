"""Contributions as a comma-separated file that every converter can read, made before anything is timed.

The peers get a header, days in ISO form, amounts that are decimals, and text without control
characters: reading the Commission's file is work they are spared. A day or an amount that is none
is left empty. Quotes, backslashes and letters of any alphabet stay, as they belong to names.
"""

import sys
from pathlib import Path

import polars as pl
from fec.rows import ITCONT

from peers.shape import ROWS

COLUMNS = (
    "SUB_ID",
    "LINE",
    "CMTE_ID",
    "NAME",
    "ZIP_CODE",
    "EMPLOYER",
    "AMOUNT",
    "DATE",
    "TRANSACTION_TP",
    "FILE_NUM",
)
CONTROL = r"[\x00-\x1f\x7f]"
AMOUNT = r"^-?[0-9]+(\.[0-9]+)?$"


def prepared(path: Path) -> pl.LazyFrame:
    """The rows of a file in the Commission's form, with the columns the mappings read."""
    rows = pl.scan_csv(
        path,
        separator="|",
        has_header=False,
        quote_char=None,
        new_columns=ITCONT,
        infer_schema=False,
        row_index_name="LINE",
        row_index_offset=1,
    )
    amount, day = pl.col("TRANSACTION_AMT"), pl.col("TRANSACTION_DT")
    return rows.with_columns(
        pl.col("NAME", "EMPLOYER").str.replace_all(CONTROL, "").str.strip_chars().replace("", None),
        pl.when(amount.str.contains(AMOUNT)).then(_shortest(amount)).alias("AMOUNT"),
        day.str.to_date("%m%d%Y", strict=False).dt.to_string("%Y-%m-%d").alias("DATE"),
    ).select(COLUMNS)


def _shortest(amount: pl.Expr) -> pl.Expr:
    """The amount without zeros that say nothing, so that no converter is faulted for leaving them out."""
    whole = amount.str.replace(r"\.0+$", "")
    return (
        pl.when(whole.str.contains(".", literal=True)).then(whole.str.strip_chars_end("0")).otherwise(whole)
    )


def main() -> None:
    """Write the prepared file into a folder."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    prepared(source).sink_csv(folder / ROWS, maintain_order=True)


if __name__ == "__main__":
    main()
