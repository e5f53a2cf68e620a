"""The datasets of a build, converted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from graph.errors import MissingExtraError
from graph.store import Part
from graph.tables.batches import Selection
from graph.tables.conversion import Engine, Order, read_facts
from graph.tables.job import Tell
from graph.tables.kept import conversion_folder, conversion_name, ensure_converted
from graph.tables.local import convert_locally
from graph.tables.output import EVERY
from ontology import TABLES
from sources.dataset import Dataset
from sources.writing import counted

Progress = Callable[[str], None]
MANY = 1_000_000
"""Rows of tables above which they are virtual, if nothing else is said."""


class Rows(StrEnum):
    """Where rows are: in their tables alone, in the store too, or in both ways; auto is by their number."""

    AUTO = "auto"
    VIRTUAL = "virtual"
    LOADED = "loaded"
    BOTH = "both"


LINES = {Rows.AUTO: MANY, Rows.VIRTUAL: 0}
"""Most rows of a dataset whose statements are written while it is converted."""


@dataclass(frozen=True, slots=True)
class RowOptions:
    """How the rows of datasets are converted.

    Attributes:
        chosen: Which rows are taken.
        engine: Converts them.
        where: Where they are.
        rows: Told the dataset, the file, how many of its rows were read, and which part of it.
    """

    chosen: Selection = field(default_factory=Selection)
    engine: Engine = convert_locally
    where: Rows = Rows.AUTO
    rows: Callable[[str, str, int, float | None], None] = lambda _dataset, _file, _rows, _share: None


def names_of(datasets: Iterable[Dataset], base: str, options: RowOptions) -> list[str]:
    """The digests of what goes into the conversions of datasets."""
    return [conversion_name(Order(dataset, base, options.chosen)) for dataset in datasets]


def convert(
    target: Path, datasets: Iterable[Dataset], base: str, options: RowOptions, progress: Progress
) -> tuple[Part, ...]:
    """Convert the datasets that are not converted yet in the folder of a graph.

    Raises:
        SourceError: A dataset cannot be used.
    """
    return tuple(_converted(target, dataset, base, options, progress) for dataset in datasets)


def _order(dataset: Dataset, base: str, options: RowOptions, tell: Tell) -> Order:
    lines = LINES.get(options.where, EVERY)
    return Order(dataset, base, options.chosen, tell, options.engine, lines)


def where_rows_are(conversions: Iterable[Path], wished: Rows, progress: Progress) -> Rows:
    """Where the rows of conversions are; by their number if nothing is wished.

    Raises:
        MissingExtraError: They shall be virtual, and DuckDB is not installed.
    """
    rows = sum(sum(read_facts(folder).tables.get(name, 0) for name in TABLES) for folder in conversions)
    there = all(find_spec(name) for name in ("duckdb", "pyarrow"))
    if wished is not Rows.AUTO:
        if wished is not Rows.LOADED and not there:
            raise MissingExtraError(f"--rows {wished.value}", "columns")
        return wished
    if rows > MANY and not there:
        progress(
            f"{rows} rows are loaded as triples; pip install 'moneytrail[columns]' keeps them in columns"
        )
    return Rows.VIRTUAL if rows > MANY and there else Rows.LOADED


def _converted(target: Path, dataset: Dataset, base: str, options: RowOptions, progress: Progress) -> Part:
    def tell(file: str, rows: int, share: float | None) -> None:
        options.rows(dataset.id, file, rows, share)

    part = ensure_converted(target, _order(dataset, base, options, tell))
    facts = read_facts(conversion_folder(target, part))
    progress(
        f"converted {dataset.id}: {counted(facts.rows, 'row')}, {facts.rejected} rejected, {facts.left_out}"
        f" left out by rule, {counted(facts.problems, 'problem')}, {counted(facts.statements, 'quad')}"
    )
    return part
