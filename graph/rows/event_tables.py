"""The event tables of a built graph: a table a class, a column a property, of all its datasets.

The store answers what is asked of one thing; these answer what is asked of many rows at once, such as
who is called so, or who gave most, however many rows there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
from pyoxigraph import NamedNode

from graph.identity.reading import stands_for_in
from graph.nodes import BASE
from graph.store import generation_folder, read_manifest
from graph.tables.conversion import read_facts
from graph.tables.converted import has_table, scan_table
from graph.tables.facts import Facts
from graph.tables.kept import conversion_folder
from graph.tables.output import EVENT_TABLES
from ontology import TABLES
from sources.tables.layouts.rows import ID, TYPES

DATASET = "dataset"


@dataclass(frozen=True, slots=True)
class EventTables:
    """The event tables of a built graph.

    Attributes:
        base: Base of the IRIs of its things.
        folders: The conversion of each dataset, by its id.
        stands_for: The path of the thing that stands for another, as people decided, by the other's path.
    """

    base: str = BASE
    folders: Mapping[str, Path] = field(default_factory=dict)
    stands_for: Mapping[str, str] = field(default_factory=dict)

    def scan(self, table: str) -> pl.LazyFrame:
        """The rows of a table of all datasets; a column has the path of their dataset.

        What a row refers to is the thing that stands for it; the rows keep their own ids.
        """
        found = [
            rows.with_columns(self._canonical(table)).with_columns(pl.lit(f"{DATASET}/{name}").alias(DATASET))
            for name, folder in sorted(self.folders.items())
            for rows in [scan_table(folder / EVENT_TABLES, table)]
            if rows is not None
        ]
        return pl.concat(found) if found else pl.LazyFrame(schema=_schema(table))

    def _canonical(self, table: str) -> list[pl.Expr]:
        """References of a table to canonical things; none where nobody decided anything."""
        if not self.stands_for:
            return []
        columns = TABLES[table].columns.items()
        names = (name for name, column in columns if column.kind == ID and not column.many)
        return [pl.col(name).replace(self.stands_for) for name in names]

    def has(self, table: str) -> bool:
        """Whether a dataset has rows of a table."""
        return any(has_table(folder / EVENT_TABLES, table) for folder in self.folders.values())

    def facts(self) -> dict[str, Facts]:
        """What was read of each dataset, by its id."""
        return {name: read_facts(folder) for name, folder in sorted(self.folders.items())}

    def path(self, thing: NamedNode) -> str:
        """The path of a thing under `id/`, "" for one that is not there."""
        start = f"{self.base}id/"
        return thing.value.removeprefix(start) if thing.value.startswith(start) else ""

    def node(self, path: str) -> NamedNode:
        """The thing at a path under `id/`."""
        return NamedNode(f"{self.base}id/{path}")


def open_tables(folder: Path) -> EventTables:
    """The event tables of the graph in a folder.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    manifest = read_manifest(folder)
    start = f"{manifest.base}id/"
    decided = stands_for_in(generation_folder(folder)).items()
    return EventTables(
        manifest.base,
        {part.name: conversion_folder(folder, part) for part in manifest.datasets},
        {old.removeprefix(start): new.removeprefix(start) for old, new in decided},
    )


def _schema(table: str) -> dict[str, pl.DataType]:
    """The columns of a table that no dataset has."""
    term = TABLES[table]
    columns: dict[str, pl.DataType] = {ID: pl.String()}
    for name, column in term.columns.items():
        kind = TYPES[column.kind]
        columns[name] = pl.List(kind) if column.many and not term.keeps_rows else kind
    return columns | {DATASET: pl.String()}
