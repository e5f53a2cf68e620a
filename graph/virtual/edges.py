"""Plain edges as columns beside those in the store: pairs of things, each pair once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from graph.virtual.counting import starts, values_of
from graph.virtual.mapping import EDGES, Edge

ENDS = ("subject", "object")
PARTS = ("subject", "predicate", "object", "graph", "end")
OUTSIDE = "/graph/outside/"


def write_edges(quads: Sequence[Path], pairs: Sequence[Path], base: str, folder: Path) -> Iterator[Edge]:
    """Write the pairs of each property; one that leads to what is no thing of the graph is left out.

    Args:
        quads: Files of statements that are loaded, with their graphs.
        pairs: Folders with the pairs of datasets, a folder for each property in them.
        base: Base of the IRIs of things.
        folder: Where the files are written.
    """
    things = f"<{base}id/"
    lines = [_edges(file) for file in quads if file.stat().st_size]
    told = pl.concat(lines).filter(~pl.col("graph").str.contains(OUTSIDE, literal=True)).collect()
    for number, predicate in enumerate(sorted(EDGES)):
        stated = told.filter(pl.col("predicate") == f"<{predicate}>").select(ENDS)
        paths = stated.filter(pl.all_horizontal(pl.all().str.starts_with(things)))
        if paths.height < stated.height:
            continue
        short = paths.select(pl.all().str.strip_prefix(things).str.strip_suffix(">"))
        name = predicate.rpartition("#")[2]
        places = [place / name for place in pairs if (place / name).is_dir()]
        file = f"edges{number}.parquet"
        _write_once(short, places, folder / file)
        found = values_of(folder / file)
        if not any(one.rows for one in found):
            (folder / file).unlink()
            continue
        yield Edge(predicate, file, *(starts(one for one in found if one.column == end) for end in ENDS))


def _write_once(stated: pl.DataFrame, places: Sequence[Path], file: Path) -> None:
    """Write pairs in order, each once; those of one dataset are so already, and need no memory."""
    rows = [pl.scan_parquet(place) for place in places]
    if stated.height == 0 and len(rows) == 1:
        once = rows[0]
    else:
        once = pl.concat([stated.lazy(), *rows]).unique().sort(ENDS)
    once.sink_parquet(file, compression="zstd", row_group_size=100_000)


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
