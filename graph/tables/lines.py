"""The statements of rows, written from their tables when somebody needs them after all."""

from pathlib import Path

import polars as pl

from graph.nodes import Names
from graph.tables.nquads import to_nquads, write_lines
from graph.tables.output import EVENT_TABLES, ROWS, TOLD


def write_missing_lines(conversion: Path, dataset: str, base: str) -> None:
    """Write the statements of the tables of a conversion that has none, as the conversion would have.

    Args:
        conversion: The folder of the conversion.
        dataset: Id of the dataset.
        base: Base of the IRIs of things.
    """
    graph = Names(base).graph(f"dataset/{dataset}").value
    for table in sorted((conversion / EVENT_TABLES).glob("*")):
        whole = conversion / ROWS / f"{table.name}.nq"
        if whole.is_file() or (conversion / ROWS / table.name).is_dir():
            continue
        new = whole.with_suffix(".new")
        with new.open("wb") as out:
            for part in sorted(table.glob("**/*.parquet")):
                for some in pl.read_parquet(part).iter_slices(TOLD):
                    write_lines(to_nquads(table.name, some, base, graph), out)
        new.rename(whole)
