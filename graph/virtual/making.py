"""Which rows of a graph need not be loaded, found out when it is built.

A row stays in its table alone when nothing else tells of its thing with a property of tables: no other
row, no source. The others are loaded as triples; there are few.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from graph.nodes import Names
from graph.tables.nquads import to_nquads, write_lines
from graph.tables.output import EVENT_TABLES, TOLD
from graph.virtual.counting import Values, starts, values_of
from graph.virtual.edges import write_edges
from graph.virtual.keys import keys_folder, write_keys
from graph.virtual.mapping import EDGES, SHARED, Column, Table, Tables, write_tables
from graph.virtual.opening import FOLDER
from graph.virtual.steps import FOLDER as STEPS
from graph.virtual.steps import write_steps
from ontology import TABLES
from sources.tables.layouts.rows import ID

LOADED = "{dataset}.nq"
PROVENANCE = ("dataset", "sourceFile")
"""Things that are the same for very many rows, which are not found by them."""
GROUPED = 2
"""So many first segments of their paths are alike of things that may be one."""


def make_virtual(
    conversions: Mapping[str, Path],
    quads: Sequence[Path],
    pairs: Sequence[Path],
    names: Names,
    generation: Path,
) -> dict[str, Path]:
    """Write what queries over the tables of a generation need.

    Gives the file with the statements of rows that have to be loaded, by dataset.

    Args:
        conversions: The folders of the conversions of datasets, by the id of the dataset.
        quads: Files of everything else that is loaded.
        pairs: Folders with the plain edges of datasets.
        names: Mints the IRIs.
        generation: The folder of the generation; that of its graph is two above it.
    """
    folder = generation / FOLDER
    folder.mkdir()
    graph = generation.parents[1]
    places = [(name, place) for name, one in sorted(conversions.items()) for place in _tables(one)]
    values = {place: values_of(place) for _, place in places}
    tables = {place: _table(place, graph, values[place]) for _, place in places}
    told = _told(quads, f"<{names.base}id/", {start for table in tables.values() for start in table.starts})
    shared = _shared(values, told)
    if shared.height:
        shared.write_parquet(folder / SHARED)
    files = {name: folder / LOADED.format(dataset=name) for name in conversions}
    for name, place in places if shared.height else ():
        rows = _rows_of(place, shared)
        tables[place] = replace(tables[place], has_shared=rows.height > 0)
        _write(place.name, rows, files[name], names, names.graph(f"dataset/{name}").value)
    tables = {place: _with_keys(place, table, graph) for place, table in tables.items()}
    edges = tuple(write_edges(quads, pairs, names.base, folder))
    steps = write_steps({edge.name: folder / edge.file for edge in edges}, folder / STEPS) if edges else ""
    has_shared = SHARED if shared.height else ""
    write_tables(Tables(names.base, tuple(tables.values()), has_shared, edges, steps), folder)
    return {name: file for name, file in files.items() if file.is_file()}


def _tables(conversion: Path) -> list[Path]:
    return sorted((conversion / EVENT_TABLES).glob("*"))


def _table(place: Path, graph: Path, values: Sequence[Values]) -> Table:
    """A table as its rows are."""
    schema = pl.scan_parquet(place).collect_schema()
    found: dict[str, list[Values]] = {}
    for one in values:
        if not one.is_empty:
            found.setdefault(one.column, []).append(one)
    columns = [
        _column(place.name, found[name], name, several=isinstance(kind, pl.List))
        for name, kind in sorted(schema.items())
        if name != ID and name in found
    ]
    files = f"{place.relative_to(graph)}/**/*.parquet"
    ids = found.get(ID, [])
    return Table(place.name, files, tuple(columns), starts(ids), sum(one.rows for one in ids))


def _with_keys(place: Path, table: Table, graph: Path) -> Table:
    """A table with its keys written, if it has rows."""
    if table.rows == 0:
        return table
    single = [column for column in table.columns if not column.several and column.name not in PROVENANCE]
    things, amounts = ([one.name for one in single if one.kind == kind] for kind in ("id", "decimal"))
    write_keys(place, (ID, *things), (ID, *things, *amounts) if things else ())
    return replace(table, keys=str(keys_folder(place).relative_to(graph)))


def _column(table: str, values: Sequence[Values], name: str, *, several: bool) -> Column:
    """A column that has values."""
    kind = TABLES[table].columns[name].kind
    return Column(name, kind, several, starts(values) if kind == "id" else ())


def _told(quads: Iterable[Path], things: str, starts: set[str]) -> pl.DataFrame:
    """The things that files of statements tell of with more than plain edges."""
    paths = {path for file in quads for path in _subjects(file, things) if path.partition("/")[0] in starts}
    return pl.DataFrame({ID: sorted(paths)}, schema={ID: pl.String})


def _subjects(file: Path, things: str) -> Iterator[str]:
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.startswith(things):
                subject, predicate, _ = line.split(" ", 2)
                if predicate[1:-1] not in EDGES:
                    yield subject[len(things) : -1]


def _shared(tables: Mapping[Path, Sequence[Values]], told: pl.DataFrame) -> pl.DataFrame:
    """The paths of things with rows in several tables, or that are told of elsewhere."""
    found = [told.lazy()]
    seen: dict[str, list[Path]] = {}
    for table, values in tables.items():
        for group in starts([one for one in values if one.column == ID], GROUPED):
            seen.setdefault(group, []).append(table)
    for group, places in sorted(seen.items()):
        if len(places) > 1:
            ids = pl.concat([pl.scan_parquet(place).select(ID) for place in places])
            ids = ids.filter((pl.col(ID) == group) | pl.col(ID).str.starts_with(f"{group}/"))
            found.append(ids.group_by(ID).len().filter(pl.col("len") > 1).select(ID))
    return pl.concat(found).unique().sort(ID).collect(engine="streaming")


def _rows_of(table: Path, things: pl.DataFrame) -> pl.DataFrame:
    """The rows of things; the ids are looked at before anything else is read."""
    rows = pl.scan_parquet(table)
    there = rows.select(ID).join(things.lazy(), on=ID, how="semi").collect(engine="streaming")
    return rows.filter(pl.col(ID).is_in(there[ID].implode())).collect(engine="streaming")


def _write(table: str, rows: pl.DataFrame, file: Path, names: Names, graph: str) -> None:
    """Add the statements of rows to a file."""
    if rows.height == 0:
        return
    with file.open("ab") as out:
        for some in rows.iter_slices(TOLD):
            write_lines(to_nquads(table, some, names.base, graph), out)
