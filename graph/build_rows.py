"""The datasets of a build, converted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.store import Part
from graph.tables.batches import Selection
from graph.tables.conversion import Engine, Order, read_facts
from graph.tables.kept import conversion_folder, conversion_name, ensure_converted
from graph.tables.local import convert_locally
from sources.dataset import Dataset
from sources.writing import counted

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RowOptions:
    """How the rows of datasets are converted.

    Attributes:
        chosen: Which rows are taken.
        engine: Converts them.
        rows: Told the dataset, the file, how many of its rows were read, and which part of it.
    """

    chosen: Selection = field(default_factory=Selection)
    engine: Engine = convert_locally
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


def _converted(target: Path, dataset: Dataset, base: str, options: RowOptions, progress: Progress) -> Part:
    def tell(file: str, rows: int, share: float | None) -> None:
        options.rows(dataset.id, file, rows, share)

    part = ensure_converted(target, Order(dataset, base, options.chosen, tell, options.engine))
    facts = read_facts(conversion_folder(target, part))
    progress(
        f"converted {dataset.id}: {counted(facts.rows, 'row')}, {facts.rejected} rejected, {facts.left_out}"
        f" left out by rule, {counted(facts.problems, 'problem')}, {counted(facts.statements, 'quad')}"
    )
    return part
