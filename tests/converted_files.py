"""Files that a test makes up, converted as a build converts them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph.nodes import BASE
from graph.tables.conversion import Order, convert_dataset
from graph.tables.facts import Facts
from sources.dataset import read_dataset

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Converted:
    """What files became."""

    tables: dict[str, pl.DataFrame]
    problems: list[dict[str, str]]
    facts: Facts

    def rows(self, table: str) -> list[Row]:
        """The rows of a table by id, without empty columns."""
        frame = self.tables.get(table, pl.DataFrame({"id": []})).sort("id")
        return [{key: value for key, value in row.items() if value is not None} for row in frame.to_dicts()]

    def row(self, table: str) -> Row:
        """The one row of a table."""
        (row,) = self.rows(table)
        return row


def convert_files(
    folder: Path, layout: str, files: Mapping[str, str | bytes], allow_rejected: int = 0
) -> Converted:
    """Files, by their names, written into a folder and converted as the dataset `fec`."""
    toml = [
        'id = "fec"',
        'kind = "dataset"',
        f'layout = "{layout}"',
        'licence = "public domain"',
        f"allow_rejected = {allow_rejected}",
    ]
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        toml += ["[[files]]", f'path = "{name}"']
    (folder / "source.toml").write_text("\n".join(toml))
    target = folder / "out"
    facts = convert_dataset(Order(read_dataset(folder), BASE), target)
    found = {path.name: pl.read_parquet(f"{path}/*.parquet") for path in target.glob("tables/*")}
    with (target / "problems.csv").open(newline="") as file:
        return Converted(found, list(csv.DictReader(file)), facts)


def problem(file: str, line: str, column: str, found: str, wanted: str, left_out: str) -> dict[str, str]:
    """A row of `problems.csv`."""
    return {
        "file": file,
        "line": line,
        "column": column,
        "found": found,
        "wanted": wanted,
        "left_out": left_out,
    }
