"""The statements of rows and their edges, written from their tables when somebody needs them after all."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from graph.nodes import Names
from graph.tables.edge_names import PREDICATES
from graph.tables.nquads import edges_to_nquads, to_nquads, write_lines
from graph.tables.output import EVENT_TABLES, PAIRS, ROWS, TOLD

EDGES = "edges.nq"


def write_missing_lines(conversion: Path, dataset: str, base: str) -> None:
    """Write the statements of a conversion that has none, as the conversion would have.

    Args:
        conversion: The folder of the conversion.
        dataset: Id of the dataset.
        base: Base of the IRIs of things.
    """
    graph = Names(base).graph(f"dataset/{dataset}").value
    for table in sorted((conversion / EVENT_TABLES).glob("*")):
        if not (conversion / ROWS / table.name).is_dir():
            pieces = (
                lines
                for part in sorted(table.glob("**/*.parquet"))
                for some in pl.read_parquet(part).iter_slices(TOLD)
                for lines in to_nquads(table.name, some, base, graph)
            )
            _write_once(pieces, conversion / ROWS / f"{table.name}.nq")
    if (conversion / PAIRS).is_dir():
        write_missing_edges(conversion / PAIRS, conversion / ROWS / EDGES, dataset, base)


def write_missing_edges(pairs: Path, file: Path, dataset: str, base: str) -> None:
    """Write plain edges as statements, if the file is not there.

    Args:
        pairs: A folder with a folder of pairs for each property.
        file: Where the statements go.
        dataset: Id of the dataset.
        base: Base of the IRIs of things.
    """
    graph = Names(base).graph(f"dataset/{dataset}").value
    pieces = (
        lines
        for predicate in PREDICATES
        for part in sorted((pairs / predicate).glob("*.parquet"))
        for lines in edges_to_nquads(pl.read_parquet(part), predicate, base, graph)
    )
    _write_once(pieces, file)


def _write_once(pieces: Iterable[pl.DataFrame], file: Path) -> None:
    """Write lines, if the file is not there; it is whole or not there."""
    if file.is_file():
        return
    new = file.with_suffix(".new")
    with new.open("wb") as out:
        write_lines(pieces, out)
    new.rename(file)
