"""Which tables a graph has beside its store, and which triples their rows are.

A row is a thing of one class; a column that has a value is a triple of it. This is what
`graph.tables.nquads` writes of a row, said once more for queries. It is kept as JSON in the folder of a
generation (`virtual/tables.json`).

A row is virtual when nothing else tells of its thing with a property of tables. So all that is known of a
thing stands in one row or in the store, but for plain edges (`EDGES`): those that sources state are in the
store, and those of rows alone are pairs beside it.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.nodes import TYPE, term
from graph.tables.edge_names import PREDICATES
from graph.virtual.opening import FILE, FOLDER
from ontology import NAMESPACE, TABLES

SHARED = "shared.parquet"
PLACE = "MONEYTRAIL_TABLES"
"""Variable of the environment with the folder or address that has `converted/` in place of the graph's."""
EDGES = frozenset(term(name).value for name in PREDICATES)
"""Properties of things that stand in no row of theirs."""
RDF_TYPE = TYPE.value


@dataclass(frozen=True, slots=True)
class Column:
    """A column of files.

    Attributes:
        name: Its name.
        kind: As `ontology.ColumnTerm` has it.
        several: Whether it holds lists.
        starts: First segments of the paths in a column of things, each once.
    """

    name: str
    kind: str
    several: bool = False
    starts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows of a table of a dataset.

    Attributes:
        name: Name of the table in `ontology.TABLES`.
        files: Where they are, as DuckDB reads Parquet: a path with wildcards, or an address.
        columns: Columns with a value somewhere.
        starts: First segments of the paths of its things.
        rows: How many there are.
        has_shared: Whether some of its rows are in the store.
        keys: Folder with the keys of its rows, "" for none.
    """

    name: str
    files: str
    columns: tuple[Column, ...]
    starts: tuple[str, ...]
    rows: int
    has_shared: bool = False
    keys: str = ""

    @property
    def cls(self) -> str:
        """IRI of the class of its things."""
        return term(TABLES[self.name].cls).value

    @cached_property
    def properties(self) -> Mapping[str, Column]:
        """Its columns by the IRI of their property."""
        known = TABLES[self.name].columns
        return {term(known[column.name].property).value: column for column in self.columns}


@dataclass(frozen=True, slots=True)
class Edge:
    """The plain edges of rows along one property that are not in the store.

    Attributes:
        predicate: IRI of the property.
        file: Where they are: columns `subject` and `object` with paths of things.
        subjects: First segments of the paths of subjects, each once.
        objects: The same of objects.
    """

    predicate: str
    file: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]

    @property
    def name(self) -> str:
        """Local name of the property."""
        return self.predicate.removeprefix(NAMESPACE)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a graph.

    Attributes:
        base: Base of the IRIs of things.
        tables: In order of dataset and name.
        shared: File of the paths of things whose rows are in the store, "" for none.
        edges: Plain edges of rows.
        steps: Folder with them by their ends, "" for none.
    """

    base: str
    tables: tuple[Table, ...]
    shared: str = ""
    edges: tuple[Edge, ...] = ()
    steps: str = ""

    @property
    def things(self) -> str:
        """What the IRIs of things start with."""
        return f"{self.base}id/"


def write_tables(tables: Tables, folder: Path) -> None:
    """Write what a generation has."""
    (folder / FILE).write_text(json.dumps(asdict(tables), indent=1, sort_keys=True) + "\n", "utf-8")


def read_tables(generation: Path) -> Tables:
    """The tables of a generation, their files found from its place."""
    told = json.loads((generation / FOLDER / FILE).read_text("utf-8"))
    place = os.environ.get(PLACE) or str(generation.parents[1])
    tables = tuple(_table(table, place, generation.parents[1]) for table in told["tables"])
    shared = str(generation / FOLDER / told["shared"]) if told["shared"] else ""
    edges = tuple(
        Edge(
            edge["predicate"],
            str(generation / FOLDER / edge["file"]),
            tuple(edge["subjects"]),
            tuple(edge["objects"]),
        )
        for edge in told["edges"]
    )
    steps = str(generation / FOLDER / told["steps"]) if told["steps"] else ""
    return Tables(told["base"], tables, shared, edges, steps)


def _table(told: Mapping[str, Any], place: str, graph: Path) -> Table:
    columns = tuple(
        Column(column["name"], column["kind"], column["several"], tuple(column["starts"]))
        for column in told["columns"]
    )
    files = f"{place.removesuffix('/')}/{told['files']}"
    keys = str(graph / told["keys"]) if told["keys"] else ""
    starts = tuple(told["starts"])
    return Table(told["name"], files, columns, starts, told["rows"], told["has_shared"], keys)
