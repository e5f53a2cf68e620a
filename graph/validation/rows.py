"""The rows of a built graph held against the shapes of their tables, on the columns.

A million triples of rows take pySHACL minutes; the constraints compiled from the same shapes take
seconds. Whether what a row refers to is there at all, and of the right class, is asked of all tables
together.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import polars as pl
from pyoxigraph import Literal, RdfFormat, parse

from graph.nodes import TYPE, Names, term
from graph.store import generation_folder, read_manifest
from graph.tables.checks import broken_values
from graph.tables.kept import conversions
from graph.tables.output import EVENT_TABLES, ROWS, SINGLE
from graph.validation.breach import Breach
from ontology import NAMESPACE, TABLES
from sources.check import subclasses
from sources.tables.layouts.rows import ID

BATCH = 100_000


def row_breaches(folder: Path) -> Iterator[Breach]:
    """The values of rows of a built graph that break a shape.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    names = Names(read_manifest(folder).base)
    for conversion in conversions(folder):
        for table in _tables(conversion):
            for rows in pl.scan_parquet(table).collect_batches(chunk_size=BATCH, maintain_order=True):
                for thing, column, value, wanted in broken_values(table.name, rows):
                    yield _breach(names, table.name, thing, column, value, wanted)
    yield from _dangling(folder, names)


def _dangling(folder: Path, names: Names) -> Iterator[Breach]:
    """References to things that no table and no source tells of, or not of the class that is wanted."""
    tables = [table for conversion in conversions(folder) for table in _tables(conversion)]
    asked = [(target, table, column) for table in tables for column, target in _references(table.name)]
    prose = _told_in_prose(folder, names)
    for target, columns in groupby(sorted(asked), key=itemgetter(0)):
        places = [(table, column) for _, table, column in columns]
        named = pl.concat([_named(table, column) for table, column in places]).unique()
        if named.len() == 0:
            continue
        unknown = named.filter(~named.is_in(_of_class(target, tables, prose).implode()))
        for table, column in places if unknown.len() else ():
            for thing, value in _first_with(table, column, unknown):
                yield _breach(names, table.name, thing, column, value, f"a thing of class {target}")


def _tables(conversion: Path) -> list[Path]:
    """The event tables of a conversion."""
    return sorted((conversion / EVENT_TABLES).glob("*"))


def _of_class(target: str, tables: list[Path], prose: pl.DataFrame) -> pl.Series:
    """The paths of all things of a class, each once."""
    classes = subclasses(target)
    paths = [prose.lazy().filter(pl.col("class").is_in(classes)).select(ID)]
    paths += [pl.scan_parquet(table).select(ID) for table in tables if TABLES[table.name].cls in classes]
    return pl.concat(paths).unique().collect(engine="streaming").to_series()


def _told(table: Path, column: str) -> pl.LazyFrame:
    """Things, and what a column of their table names."""
    rows = pl.scan_parquet(table)
    several = isinstance(rows.collect_schema()[column], pl.List)
    return (rows.explode(column) if several else rows).select(ID, pl.col(column).alias("value"))


def _named(table: Path, column: str) -> pl.Series:
    """All that a column names, each once."""
    values = _told(table, column).select("value").drop_nulls().unique()
    return values.collect(engine="streaming").to_series()


def _first_with(table: Path, column: str, values: pl.Series) -> Iterator[tuple[str, str]]:
    """For each of some values in order, the first thing that names it in a column, and the value."""
    told = _told(table, column).filter(pl.col("value").is_in(values.implode()))
    first = told.group_by("value").agg(pl.col(ID).min()).sort("value").select(ID, "value")
    yield from first.collect(engine="streaming").iter_rows()


def _told_in_prose(folder: Path, names: Names) -> pl.DataFrame:
    """Everything that sources and single statements of datasets tell of: its path and class."""
    start = f"{names.base}id/"
    single = [conversion / ROWS / SINGLE for conversion in conversions(folder)]
    told = [
        (quad.subject.value.removeprefix(start), quad.object.value.removeprefix(NAMESPACE))
        for path in [*sorted((generation_folder(folder) / "quads").glob("*.nq")), *single]
        for quad in parse(path=str(path), format=RdfFormat.N_QUADS)
        if quad.predicate == TYPE
    ]
    return pl.DataFrame(told, schema={ID: pl.String, "class": pl.String}, orient="row")


def _references(table: str) -> list[tuple[str, str]]:
    """The columns of a table that name things of a class, with the class."""
    columns = TABLES[table].columns.items()
    return [(name, column.target) for name, column in columns if column.kind == "id" and column.target]


def _breach(names: Names, table: str, thing: str, column: str, value: str, wanted: str) -> Breach:
    path = TABLES[table].columns[column].property if column in TABLES[table].columns else ""
    return Breach(
        focus=f"{names.base}id/{thing}",
        rule=f"table-{table}",
        severity="violation",
        message=f"{column}: wanted {wanted}",
        path=term(path).value if path else "",
        value=Literal(value) if value else None,
    )
