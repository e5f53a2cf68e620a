"""A dataset converted: rows of tables as Parquet, the N-Quads made from them, and what was found on the way.

converted/<name>/
  facts.json                    what was read, file by file; written last
  problems.csv                  file, line, column, what was there, what was wanted, what is left out
  rows/<table>.nq               N-Quads: rows in the order of the files, things and sums by id; not there
                                for tables while rows are virtual (graph/tables/lines.py)
  tables/<table>/*.parquet      event tables: a table a class, a column a property

A conversion is whole or not there, and is kept by the digest of what goes in, so that a build that
was stopped goes on with the next dataset.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import polars as pl
from pyoxigraph import NamedNode

from graph.derive.laws import law_quads
from graph.nodes import Names
from graph.tables.batches import Selection
from graph.tables.dataset_quads import dataset_quads
from graph.tables.facts import FACTS, Facts, FileFacts
from graph.tables.job import Job, Tell, tables_of
from graph.tables.local import convert_locally
from graph.tables.output import EVENT_TABLES, EVERY, PARTS, Output
from graph.tables.problems import Problems
from graph.tables.row_edges import write_row_edges
from graph.tables.row_outcomes import row_outcomes, used_rules
from graph.tables.totals import totals
from ontology import TABLES
from sources.dataset import Dataset
from sources.document import FILE
from sources.errors import Position, SourceError
from sources.tables.layouts.rows import ID, LINE, Place, shaped
from sources.writing import counted

PROBLEMS = "problems.csv"
Engine = Callable[[Job, Output, Problems], list[FileFacts]]
"""Converts the records of a job, writes the rows and things they make, and tells what it read."""


def _silent(_file: str, _rows: int, _share: float | None) -> None:
    """Nobody is told how far a conversion is."""


@dataclass(frozen=True, slots=True)
class Order:
    """A conversion that is asked for.

    Attributes:
        dataset: The files, and who reads them.
        base: Base of the IRIs of things.
        chosen: Which rows are taken.
        tell: Told how far it is.
        engine: Converts the records.
        lines: Most rows whose statements are written as well; with more, those of no table are.
    """

    dataset: Dataset
    base: str
    chosen: Selection = field(default_factory=Selection)
    tell: Tell = _silent
    engine: Engine = convert_locally
    lines: int = EVERY


def convert_dataset(order: Order, folder: Path) -> Facts:
    """Convert the files of a dataset into a folder, which must not be there yet.

    Raises:
        SourceError: A file is not what its layout asks for, more rows are rejected than the dataset allows,
            two rows have one id, or there are fewer or more rows than the dataset says.
    """
    folder.mkdir(parents=True)
    dataset, names = order.dataset, Names(order.base)
    context = dataset.layout.context(lambda kind: _scan(dataset, kind), dataset.options)
    job = Job(dataset, context, order.chosen, order.tell)
    output = Output(folder, dataset.id, order.base, order.lines)
    with output, Problems(folder / PROBLEMS) as problems:
        files = order.engine(job, output, problems)
        open_contests = _derive(dataset, output)
        output.add_quads(dataset_quads(dataset, files, names, output.graph))
    shutil.rmtree(folder / PARTS, ignore_errors=True)
    is_whole = order.chosen == Selection()
    facts = Facts(tuple(files), output.counts, output.statements, problems.count, open_contests, is_whole)
    _check_rows(job, facts, problems)
    for name in sorted(name for name in output.counts if name in TABLES and TABLES[name].keeps_rows):
        _check_ids(folder / EVENT_TABLES / name)
    (folder / FACTS).write_text(json.dumps(asdict(facts), indent=2, sort_keys=True) + "\n", "utf-8")
    return facts


def _derive(dataset: Dataset, output: Output) -> dict[str, str]:
    """Write what follows from the rows of a dataset; give the contests without an outcome, and why."""
    tables, names = output.folder / EVENT_TABLES, Names(output.base)
    output.settle()
    for name, sums in totals(tables, dataset.id):
        output.add_told(name, sums)
    found = row_outcomes(tables, is_final=dataset.final)
    if found is not None and found.results.height:
        output.add_told("outcome", shaped("outcome", found.results, Place(dataset.id, "")))
        output.add_quads(law_quads(names, used_rules(found), NamedNode(output.graph)))
    output.settle()
    write_row_edges(tables, output)
    return {} if found is None else dict(found.undecided.select("contest", "reason").iter_rows())


def read_facts(folder: Path) -> Facts:
    """What a conversion found."""
    values = json.loads((folder / FACTS).read_text("utf-8"))
    files = tuple(FileFacts(**file) for file in values.pop("files"))
    return Facts(files=files, **values)


def _scan(dataset: Dataset, kind: str) -> Iterator[pl.DataFrame]:
    """All records of a kind, with the name of their file."""
    for name, records in tables_of(dataset):
        if getattr(records, "kind", kind) != kind:
            continue  # the layout knows the kind of a table before it reads it
        for batch in records:
            if batch.kind == kind:
                yield batch.frame.with_columns(pl.lit(name).alias("file"))
            elif not dataset.layout.mixes_kinds:
                break  # all of the table is of another kind


def _check_ids(table: Path) -> None:
    """Make sure that no two rows of files have one id; hashes come first, which take little memory."""
    rows = pl.scan_parquet(table)
    hashes = rows.select(pl.col(ID).hash()).collect(engine="streaming").to_series()
    if hashes.n_unique() == hashes.len():
        return
    names = rows.collect_schema().names()
    twice = rows.filter(pl.col(ID).hash().is_in(hashes.filter(hashes.is_duplicated()).implode()))
    found = twice.select(name for name in (ID, "sourceFile", LINE) if name in names).collect()
    found = found.filter(pl.col(ID).is_duplicated())
    if found.height:
        first = found.row(0, named=True)
        position = Position(str(first.get("sourceFile", table.name)), first.get(LINE, 0), 1)
        more = f"{found.height} rows of table {table.name} share an id with another"
        raise SourceError(position, f"{more}, the first {first[ID]!r}")


def _check_rows(job: Job, facts: Facts, problems: Problems) -> None:
    """Hold what was read against what the dataset says."""
    dataset, rejected = job.dataset, facts.rejected
    position = Position(str(dataset.folder / FILE))
    if rejected > dataset.allow_rejected:
        message = (
            f"{counted(rejected, 'row')} of {facts.rows} cannot be used;"
            f" source.toml allows {dataset.allow_rejected} (allow_rejected = {rejected} builds without them)."
            f" The first:\n{problems.first()}"
        )
        raise SourceError(position, message)
    if job.chosen == Selection() and not dataset.rows_min <= facts.rows <= dataset.rows_max:
        raise SourceError(
            position, f"{counted(facts.rows, 'row')}, wanted {dataset.rows_min} to {dataset.rows_max}"
        )
