"""The table lane of this project: from the frame to the lines of its N-Quads."""

import sys
from pathlib import Path

import polars as pl

from graph.nodes import BASE
from graph.tables.nquads import to_nquads, write_lines
from peers.shape import ROWS
from sources.tables.layouts.columns import path
from sources.tables.layouts.repeated import by_text
from sources.tables.layouts.rows import TYPES

TABLE = "contribution"
GRAPH = f"{BASE}id/graph/dataset/fec"
BATCH = 50_000
COLUMNS = {
    "id": path("contribution/fec", pl.col("SUB_ID")),
    "payer": path("contributor/fec", pl.col("NAME"), pl.col("ZIP_CODE")),
    "amount": pl.col("AMOUNT").cast(TYPES["decimal"]),
    "currency": pl.lit("USD"),
    "date": pl.col("DATE"),
    "transactionType": pl.col("TRANSACTION_TP"),
    "sourceFile": pl.lit("dataset/fec/itcont.txt"),
    "line": pl.col("LINE").cast(TYPES["integer"]),
    "employer": pl.col("EMPLOYER"),
}
REPEATED = {"payee": ("CMTE_ID", "committee/fec"), "filing": ("FILE_NUM", "filing/fec")}
"""Columns in which few texts stand in many rows, and the starts of the paths they become."""


def main() -> None:
    """Write N-Quads, a batch at a time."""
    rows = pl.scan_csv(ROWS, infer_schema=False)
    with Path(sys.argv[1]).open("wb") as out:
        for batch in rows.collect_batches(chunk_size=BATCH, maintain_order=True):
            write_lines(to_nquads(TABLE, told(batch), BASE, GRAPH), out)


def told(batch: pl.DataFrame) -> pl.DataFrame:
    """The rows of a batch as the table asks for."""
    repeated = [
        by_text(batch, source, **{name: path(start, pl.col(source))})[0]
        for name, (source, start) in REPEATED.items()
    ]
    return batch.select(*(value.alias(name) for name, value in COLUMNS.items()), *repeated)


if __name__ == "__main__":
    main()
