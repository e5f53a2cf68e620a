"""The rows of a built graph held against the shapes of their tables, on the columns.

A million triples of rows take pySHACL minutes; the constraints compiled from the same shapes take
seconds. Whether what a row refers to is there at all, and of the right class, is asked of all tables
together.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
from pyoxigraph import Literal, RdfFormat, parse

from graph.nodes import TYPE, Names, term
from graph.store import generation_folder, read_manifest
from graph.tables.checks import broken_values
from graph.tables.kept import conversions
from graph.tables.output import EVENT_TABLES, ROWS
from graph.validation.breach import Breach
from ontology import CLASSES, NAMESPACE, TABLES
from sources.tables.rows import ID

BATCH = 100_000
THING = {"thing": pl.String, "class": pl.String}


def row_breaches(folder: Path) -> Iterator[Breach]:
    """The values of rows of a built graph that break a shape.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    names = Names(read_manifest(folder).base)
    for conversion in conversions(folder):
        for table in sorted((conversion / EVENT_TABLES).glob("*")):
            if table.name not in TABLES:
                continue
            for rows in pl.scan_parquet(table).collect_batches(chunk_size=BATCH, maintain_order=True):
                for thing, column, value, wanted in broken_values(table.name, rows):
                    yield _breach(names, table.name, thing, column, value, wanted)
    yield from _dangling(folder, names)


def _dangling(folder: Path, names: Names) -> Iterator[Breach]:
    """References to things that no table and no source tells of, or not of the class that is wanted."""
    things = _things(folder, names)
    for conversion in conversions(folder):
        for table in sorted((conversion / EVENT_TABLES).glob("*")):
            for column, target in _references(table.name):
                right = things.filter(pl.col("class").is_in(_with_subclasses(target))).select("thing")
                rows = pl.scan_parquet(table).select(ID, pl.col(column).alias("thing"))
                several = isinstance(rows.collect_schema()["thing"], pl.List)
                told = rows.explode("thing") if several else rows
                wrong = told.drop_nulls().join(right, on="thing", how="anti").unique("thing").sort("thing")
                for thing, value in wrong.collect(engine="streaming").iter_rows():
                    yield _breach(names, table.name, thing, column, value, f"a thing of class {target}")


def _things(folder: Path, names: Names) -> pl.LazyFrame:
    """Everything that tables, single statements of datasets and sources tell of, with its class."""
    start = f"{names.base}id/"
    single = [conversion / ROWS / "dataset.nq" for conversion in conversions(folder)]
    prose = [
        (quad.subject.value.removeprefix(start), quad.object.value.removeprefix(NAMESPACE))
        for path in [*sorted((generation_folder(folder) / "quads").glob("*.nq")), *single]
        for quad in parse(path=str(path), format=RdfFormat.N_QUADS)
        if quad.predicate == TYPE
    ]
    frames = [pl.LazyFrame(prose, schema=THING, orient="row")]
    for conversion in conversions(folder):
        for table in sorted((conversion / EVENT_TABLES).glob("*")):
            rows = pl.scan_parquet(table).select(pl.col(ID).alias("thing"))
            frames.append(rows.with_columns(pl.lit(TABLES[table.name].cls).alias("class")))
    return pl.concat(frames)


def _references(table: str) -> list[tuple[str, str]]:
    """The columns of a table that name things of a class, with the class."""
    columns = TABLES[table].columns.items()
    return [(name, column.target) for name, column in columns if column.kind == "id" and column.target]


def _with_subclasses(name: str) -> list[str]:
    """A class and the classes below it."""
    below = [child for child, term_of in CLASSES.items() if name in term_of.parents]
    return [name, *(one for child in below for one in _with_subclasses(child))]


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
