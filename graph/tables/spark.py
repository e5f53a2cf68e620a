"""Converting on Apache Spark: the same function of a batch, run on Arrow batches in the executors.

The driver reads dirty text, once and strictly, into Parquet, so that engines cannot differ in what a
record is. Executors turn batches of records into rows (`mapInArrow`), and rows into N-Quads; both are
the functions the local engine uses. Files are partitioned, on a local disk or in an object store.
Sorted, the statements are those of the local engine, byte for byte.
"""

import io
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import MissingExtraError
from graph.tables.batches import Selection, convert_batch
from graph.tables.facts import FileFacts
from graph.tables.job import Job, tables_of, taken
from graph.tables.nquads import LINES, statements, to_nquads
from graph.tables.output import EVENT_TABLES, ROWS, Output
from graph.tables.problems import Problems
from graph.tables.spark_storage import Storage, storage_of
from graph.tables.things import told_once
from ontology import TABLES
from sources.tables.layouts.layout import Layout
from sources.tables.layouts.rows import ID, LINE, PROBLEM, Place, table_schema

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

RAW, PACKED = "raw", "packed"
FILE, TABLE, ROWS_OF, LEFT_OUT = "=file", "table", "rows", "left_out"
PROBLEMS_OF = "=problems"
PARTS_A_CORE = 4
"""Things are put together in so many parts a core of the cluster, by their ids."""


def on_spark(master: str, storage: str = "") -> Callable[[Job, Output, Problems], list[FileFacts]]:
    """An engine that converts on Spark.

    Args:
        master: Address of the cluster, for example "local[2]" or "spark://host:7077".
        storage: Address below which the executors read and write, such as "s3a://bucket/prefix"; "" for the
            folder of the conversion, which they then must see.

    Raises:
        MissingExtraError: PySpark is not installed.
    """
    try:
        import pyarrow  # noqa: F401, ICN001 - asked for before work begins
        import pyspark  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("--engine spark", "spark") from error
    return partial(_convert, master, storage)


def _convert(master: str, url: str, job: Job, output: Output, problems: Problems) -> list[FileFacts]:
    files = _stage(job, output.folder / RAW, problems)
    with (
        _session(master) as session,
        storage_of(session, output.folder, url) as storage,
        warnings.catch_warnings(),
    ):
        # Spark asks for pandas of an older version; no frame of pandas is made here
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        packed = _pack(session, job, output.folder / RAW, storage)
        names = sorted(row[TABLE] for row in packed.select(TABLE).distinct().collect())
        for name in names:
            if name != PROBLEMS_OF:
                _write(packed.where(packed[TABLE] == name), name, output, storage)
        files = _with_problems(packed, files, problems)
        _bring_back(output, storage)
    for folder in (RAW, PACKED):
        shutil.rmtree(output.folder / folder, ignore_errors=True)
    return files


def _pack(session: "SparkSession", job: Job, raw: Path, storage: Storage) -> "DataFrame":
    """The rows that all records make, packed, a line for each batch and table."""
    kinds = sorted(folder.name for folder in raw.glob("*"))
    storage.give(RAW)
    for kind in kinds:
        records = session.read.option("mergeSchema", "true").parquet(storage.address(RAW, kind))
        work = _Work(job.dataset.layout, kind, job.place(""), job.chosen)
        schema = f"`{FILE}` string, {TABLE} string, {ROWS_OF} binary, {LEFT_OUT} long"
        records.mapInArrow(work, schema).write.mode("append").parquet(storage.address(PACKED))
    return session.read.parquet(storage.address(PACKED))


@contextmanager
def _session(master: str) -> "Iterator[SparkSession]":
    """A session on a cluster, ended with the work."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("moneytrail")
    session = (
        builder.config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def _stage(job: Job, folder: Path, problems: Problems) -> list[FileFacts]:
    """Write the records of every file as Parquet, by kind, with the name of their file."""
    files: list[FileFacts] = []
    number = 0
    for name, records in tables_of(job.dataset):
        facts = FileFacts(name)
        for batch in taken(records, job.chosen.limit):
            place = folder / batch.kind
            place.mkdir(parents=True, exist_ok=True)
            batch.frame.with_columns(pl.lit(name).alias(FILE)).write_parquet(place / f"{number:06}.parquet")
            number += 1
            facts = facts.with_batch(batch, problems.add(name, batch.rejects), 0)
            job.tell(name, facts.rows, batch.share)
        files.append(facts)
    return files


class _Work:
    """Converts Arrow batches of records of one kind; what Spark sends to its executors."""

    def __init__(self, layout: Layout, kind: str, place: Place, chosen: Selection) -> None:
        self._layout = layout
        self._kind = kind
        self._place = place
        self._chosen = chosen

    def __call__(self, batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        """Rows of tables, packed: a line for each batch and table."""
        for batch in batches:
            frame = pl.from_arrow(batch)
            if not isinstance(frame, pl.DataFrame):
                raise TypeError(f"{type(frame).__name__} is no frame")
            for (file,), records in frame.group_by(FILE, maintain_order=True):
                yield self._packed(str(file), records.drop(FILE))

    def _packed(self, file: str, records: pl.DataFrame) -> "pa.RecordBatch":
        # a column that no record of the batch has comes from files of another shape
        there = [name for name in records.columns if records[name].null_count() < records.height]
        records = records.select(there).with_columns(
            pl.col(LINE).cast(PROBLEM[LINE])
        )  # Spark has no unsigned kind
        place = Place(self._place.dataset, file, self._place.options, self._place.context)
        made = convert_batch(self._layout, self._kind, records, place, self._chosen)
        tables = {**made.tables, PROBLEMS_OF: made.problems}
        rows = [(file, name, _bytes(rows), 0) for name, rows in sorted(tables.items()) if rows.height]
        rows.append((file, PROBLEMS_OF, _bytes(made.problems.head(0)), made.left_out))
        schema = {FILE: pl.String, TABLE: pl.String, ROWS_OF: pl.Binary, LEFT_OUT: pl.Int64}
        return _batch(pl.DataFrame(rows, schema=schema, orient="row"))


def _write(packed: "DataFrame", name: str, output: Output, storage: Storage) -> None:
    """Write the rows of a table and their statements, partitioned."""
    rows = packed.mapInArrow(_unpacked, _spark_schema(name))
    if not TABLES[name].keeps_rows:
        parts = rows.sparkSession.sparkContext.defaultParallelism * PARTS_A_CORE
        rows = rows.repartition(parts, ID).mapInArrow(partial(_once, name), _spark_schema(name, once=True))
    table = storage.address(EVENT_TABLES, name)
    rows.write.mode("overwrite").option("compression", "zstd").parquet(table)
    told = rows.sparkSession.read.parquet(table)
    lines = told.mapInArrow(partial(_lines, name, output.base, output.graph), f"{LINES} string")
    lines.write.mode("overwrite").text(storage.address(ROWS, name))
    counted = told.mapInArrow(_counted, "things long, quads long").groupBy().sum("things", "quads").first()
    output.count(name, *(counted or (0, 0)))


def _bring_back(output: Output, storage: Storage) -> None:
    """Fetch tables and statements, without the marks of Spark's file system; statements are N-Quads."""
    for name in (EVENT_TABLES, ROWS):
        storage.fetch(name)
        for mark in (*(output.folder / name).glob("**/.*.crc"), *(output.folder / name).glob("**/_SUCCESS")):
            mark.unlink()
    for part in sorted((output.folder / ROWS).glob("*/part-*.txt")):
        part.rename(part.with_suffix(".nq"))


def _with_problems(packed: "DataFrame", files: list[FileFacts], problems: Problems) -> list[FileFacts]:
    """Write the problems of all batches, and count what was rejected and left out in each file."""
    found: dict[str, list[pl.DataFrame]] = {}
    left_out: dict[str, int] = {}
    for row in packed.where(packed[TABLE] == PROBLEMS_OF).toLocalIterator():
        found.setdefault(row[FILE], []).append(pl.read_ipc(io.BytesIO(row[ROWS_OF])))
        left_out[row[FILE]] = left_out.get(row[FILE], 0) + row[LEFT_OUT]
    counted = []
    for facts in files:
        frames = found.get(facts.name, [pl.DataFrame(schema=PROBLEM)])
        rejected = problems.add(facts.name, pl.concat(frames).sort(*PROBLEM))
        counted.append(facts.with_counts(rejected, left_out.get(facts.name, 0)))
    return counted


def _unpacked(batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
    for batch in batches:
        for data in batch.column(ROWS_OF):
            yield _batch(pl.read_ipc(io.BytesIO(data.as_py())))


def _once(name: str, batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
    """The things of one part of the ids, each once."""
    import pyarrow as pa

    schema = table_schema(name)
    frames = [pl.from_arrow(batch) for batch in batches]
    together = pl.concat([pl.DataFrame(frame) for frame in frames]) if frames else pl.DataFrame(schema=schema)
    things = told_once(name, together.cast(schema))
    yield from pa.Table.to_batches(_table(things))


def _lines(
    name: str, base: str, graph: str, batches: Iterable["pa.RecordBatch"]
) -> Iterator["pa.RecordBatch"]:
    for batch in batches:
        frame = pl.DataFrame(pl.from_arrow(batch))
        for lines in to_nquads(name, frame, base, graph):
            yield _batch(lines.select(pl.col(LINES).str.strip_suffix("\n")))


def _counted(batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
    """How many things batches have, and how many statements they make."""
    for batch in batches:
        frame = pl.DataFrame(pl.from_arrow(batch))
        yield _batch(pl.DataFrame({"things": [frame.height], "quads": [statements(frame)]}))


def _bytes(frame: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.write_ipc(out, compression="zstd", compat_level=pl.CompatLevel.oldest())
    return out.getvalue()


def _table(frame: pl.DataFrame) -> "pa.Table":
    """The frame as Spark takes it: lists have short offsets."""
    import pyarrow as pa

    table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
    fields = [
        pa.field(field.name, pa.list_(field.type.value_type)) if pa.types.is_large_list(field.type) else field
        for field in table.schema
    ]
    return table.cast(pa.schema(fields))


def _batch(frame: pl.DataFrame) -> "pa.RecordBatch":
    import pyarrow as pa

    table = _table(frame).combine_chunks()
    batches = table.to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)


def _spark_schema(name: str, *, once: bool = False) -> str:
    """The columns of a table for Spark; of things told once, columns of several values are lists."""
    kinds = {pl.String(): "string", pl.Int64(): "long", pl.Date(): "date", pl.Boolean(): "boolean"}
    columns = []
    for column, kind in table_schema(name).items():
        spark = kinds.get(kind, "decimal(18,2)")
        many = once and column != ID and TABLES[name].columns[column].many
        columns.append(f"`{column}` {f'array<{spark}>' if many else spark}")
    return ", ".join(columns)
