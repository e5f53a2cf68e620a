"""What records need to know of all filings of the dataset."""

import polars as pl

from sources.fec_filing.context import COVER, NOTE, parts
from sources.fec_filing.notices import told_again
from sources.tables.filings.fec import agent
from sources.tables.filings.fec_amendments import superseded
from sources.tables.layouts.layout import Options, Scan


def gather(scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
    """Frames by name: `amended` filings, `filers`, `notes`, and notices that are `reported` again."""
    batches = [parts(batch) for batch in scan("filing")]
    covers = pl.concat([pl.DataFrame(schema=COVER), *(cover for cover, _ in batches)])
    notes = pl.concat([pl.DataFrame(schema=NOTE), *(note for _, note in batches)])
    amended = superseded(covers.select("filing", "amends"))
    joined = notes.group_by("filing", "transaction", maintain_order=True).agg(pl.col("text").str.join("\n\n"))
    return {
        "amended": amended,
        "filers": covers.select(id=agent(pl.col("filer"))).drop_nulls().unique().sort("id"),
        "notes": joined,
        "reported": told_again(scan, covers, amended),
    }
