"""What a conversion is to do, whoever does it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

import polars as pl

from graph.tables.batches import Selection
from sources.dataset import Dataset
from sources.tables.layouts.layout import Records
from sources.tables.layouts.rows import Place

Tell = Callable[[str, int, float | None], None]
"""Told which file is read, how many of its rows were read, and the part of it from 0 to 1, if it is known."""


@dataclass(frozen=True, slots=True)
class Job:
    """A dataset to convert.

    Attributes:
        context: Small frames gathered from the whole dataset, by name.
        chosen: Which rows are taken.
        tell: Told how far it is.
    """

    dataset: Dataset
    context: Mapping[str, pl.DataFrame]
    chosen: Selection
    tell: Tell

    def place(self, file: str) -> Place:
        """Where the records of a file stand."""
        return Place(self.dataset.id, file, self.dataset.options, self.context)


def taken(records: Iterable[Records], limit: int | None) -> Iterator[Records]:
    """The batches of a table, up to as many records as are taken; those rejected for their form count."""
    left = limit
    for batch in records:
        if left is None:
            yield batch
            continue
        first = replace(batch, frame=batch.frame.head(max(left, 0)))
        yield first
        left -= first.frame.height + first.rejects.height
        if left <= 0:
            return


def tables_of(dataset: Dataset) -> Iterator[tuple[str, Iterator[Records]]]:
    """Every table of a dataset by its name in paths: the file, and its member or sheet if it has several."""
    for file in dataset.files:
        found = list(dataset.layout.records(file.path, dataset.options))
        for name, records in found:
            yield file.name if len(found) == 1 else f"{file.name}/{quote(name, safe='/-._~')}", records
