"""Converting in this process: batch by batch as files are read, in bounded memory."""

from collections.abc import Iterator

import polars as pl

from graph.tables.batches import convert_batch
from graph.tables.facts import FileFacts
from graph.tables.job import Job, tables_of, taken
from graph.tables.output import Output
from graph.tables.problems import Problems
from graph.tables.ranges import in_ranges
from graph.tables.things import told_once
from sources.tables.layouts.layout import Records
from sources.tables.layouts.rows import ID


def convert_locally(job: Job, output: Output, problems: Problems) -> list[FileFacts]:
    """Convert every file, then put the things that stand in many rows together."""
    files = [_convert_file(job, name, records, output, problems) for name, records in tables_of(job.dataset)]
    for table, rows in output.tables_aside():
        for part in in_ranges(rows, pl.col(ID), output.folder):
            output.add_told(table, told_once(table, part.collect()))
    return files


def _convert_file(
    job: Job, name: str, records: Iterator[Records], output: Output, problems: Problems
) -> FileFacts:
    facts = FileFacts(name)
    for batch in taken(records, job.chosen.limit):
        converted = convert_batch(job.dataset.layout, batch.kind, batch.frame, job.place(name), job.chosen)
        for table, rows in sorted(converted.tables.items()):
            output.add(table, rows)
        rejected = problems.add(name, pl.concat([batch.rejects, converted.problems]))
        facts = facts.with_batch(batch, rejected, converted.left_out)
        job.tell(name, facts.rows, batch.share)
    return facts
