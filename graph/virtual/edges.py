"""Plain edges as columns beside those in the store: pairs of things, each pair once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from graph.virtual.mapping import EDGES, Edge

PARTS = ("subject", "predicate", "object", "graph", "end")
OUTSIDE = "/graph/outside/"


def write_edges(quads: Sequence[Path], base: str, folder: Path) -> Iterator[Edge]:
    """Write the pairs of each property; one that leads to what is no thing of the graph is left out.

    Args:
        quads: Files of statements that are loaded, with their graphs.
        base: Base of the IRIs of things.
        folder: Where the files are written.
    """
    things = f"<{base}id/"
    told = pl.concat([_edges(file) for file in quads if file.stat().st_size]).filter(
        ~pl.col("graph").str.contains(OUTSIDE, literal=True)
    )
    for number, predicate in enumerate(sorted(EDGES)):
        pairs = told.filter(pl.col("predicate") == f"<{predicate}>").select("subject", "object")
        once = pairs.unique().sort("subject", "object").collect(engine="streaming")
        paths = once.filter(pl.all_horizontal(pl.all().str.starts_with(things)))
        if paths.height < once.height or once.height == 0:
            continue
        file = f"edges{number}.parquet"
        short = paths.select(pl.all().str.strip_prefix(things).str.strip_suffix(">"))
        short.write_parquet(folder / file, compression="zstd", row_group_size=100_000)
        yield Edge(predicate, file, _starts(short["subject"]), _starts(short["object"]))


def _edges(file: Path) -> pl.LazyFrame:
    """The plain edges of a file of N-Quads; what has spaces in its object is none."""
    lines = pl.scan_csv(
        file, separator="\x01", has_header=False, quote_char=None, new_columns=["line"], infer_schema=False
    )
    kinds = "|".join(predicate.rpartition("#")[2] for predicate in sorted(EDGES))
    parts = pl.col("line").str.splitn(" ", len(PARTS)).struct.rename_fields(list(PARTS))
    return (
        lines.filter(pl.col("line").str.contains(f"#(?:{kinds})> <"))
        .select(parts.alias("parts"))
        .unnest("parts")
    )


def _starts(paths: pl.Series) -> tuple[str, ...]:
    """The first segments of paths."""
    return tuple(sorted(paths.str.extract(r"^([^/]*)", 1).unique()))
