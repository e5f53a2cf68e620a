"""Plain edges of rows that no source states: pairs of things, each once, in columns and by their ends."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polars as pl

from graph.tables.edge_names import ENDS
from graph.virtual.counting import starts, values_of
from graph.virtual.mapping import EDGES, Edge

PARTS = ("subject", "predicate", "object", "graph", "end")
OUTSIDE = "/graph/outside/"


def write_edges(quads: Iterable[Path], pairs: Sequence[Path], base: str, folder: Path) -> Iterator[Edge]:
    """Write the pairs of each property that are not loaded.

    Args:
        quads: Files of statements that are loaded, with their graphs.
        pairs: Folders with the pairs of datasets, a folder for each property in them.
        base: Base of the IRIs of things.
        folder: Where the files are written.
    """
    told = _told(quads, f"<{base}id/")
    for number, predicate in enumerate(sorted(EDGES)):
        name = predicate.rpartition("#")[2]
        places = [place / name for place in pairs if (place / name).is_dir()]
        if not places:
            continue
        file = f"edges{number}.parquet"
        stated = told.filter(pl.col("predicate") == f"<{predicate}>").select(ENDS)
        _write_once(stated, places, folder / file)
        found = values_of(folder / file)
        if not any(one.rows for one in found):
            (folder / file).unlink()
            continue
        yield Edge(predicate, file, *(starts(one for one in found if one.column == end) for end in ENDS))


def _write_once(stated: pl.DataFrame, places: Sequence[Path], file: Path) -> None:
    """Write pairs, each once; those of one dataset are so already, and need no memory."""
    once = pl.scan_parquet(places[0])
    if len(places) > 1:
        once = pl.concat([pl.scan_parquet(place) for place in places]).unique().sort(ENDS)
    if stated.height:
        once = once.join(stated.lazy(), on=ENDS, how="anti", maintain_order="left")
    once.sink_parquet(file, compression="zstd", row_group_size=100_000)


def _told(quads: Iterable[Path], things: str) -> pl.DataFrame:
    """The plain edges between things in files of N-Quads."""
    lines = [_edges(file) for file in quads if file.stat().st_size]
    told = pl.concat(lines).filter(~pl.col("graph").str.contains(OUTSIDE, literal=True)).collect()
    between = told.filter(pl.all_horizontal(pl.col(ENDS).str.starts_with(things)))
    return between.with_columns(pl.col(ENDS).str.strip_prefix(things).str.strip_suffix(">"))


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
