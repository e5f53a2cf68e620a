"""Conversions of datasets beside the generations of a graph: made once, kept while they are used."""

import os
import shutil
from hashlib import sha256
from pathlib import Path

from graph.code_digest import code_digest
from graph.store import Part, generation_folder, read_manifest
from graph.tables.conversion import PROBLEMS, Order, convert_dataset, read_facts
from graph.tables.facts import FACTS
from graph.tables.problems import tells_any
from sources.errors import SourceError
from sources.tables.layouts.layout import Layout, layout_folder

CONVERTED, REPORTS = "converted", "problems"
LETTERS = 16
CONVERTER = (
    "graph/derive/electoral_rules.py",
    "graph/derive/outcome_words.py",
    "graph/derive/outcomes.py",
    "graph/described_quads.py",
    "graph/nodes.py",
    "graph/tables",
    "ontology/electoral_rules.ttl",
    "ontology/records.ttl",
    "ontology/tables.ttl",
    "sources/counties",
    "sources/prosecutor_districts",
    "sources/tables",
)
"""The code and data that every conversion depends on."""
PACKAGES = ("fastexcel", "fecfile", "polars")
"""What reads workbooks and names the columns of filings, and what frames are made with."""


def conversion_name(order: Order) -> str:
    """Name of a conversion: the digest of what goes into it."""
    dataset = order.dataset
    parts = (dataset.digest, order.base, str(order.chosen), reader_digest(dataset.layout))
    return sha256("\n".join(parts).encode()).hexdigest()[:LETTERS]


def reader_digest(layout: Layout, root: Path | None = None) -> str:
    """Digest of what turns records of a layout into rows: its own folder, and what all have in common.

    Args:
        layout: The reader.
        root: Where the packages of the project are; None for those that are installed.
    """
    own = layout_folder(layout)
    return code_digest((*CONVERTER, f"sources/{own}") if own else CONVERTER, PACKAGES, root)


def ensure_converted(target: Path, order: Order) -> Part:
    """The conversion of a dataset in the folder of a graph, made if it is not there.

    Raises:
        SourceError: The dataset cannot be used.
    """
    name = conversion_name(order)
    folder = target / CONVERTED / name
    if not (folder / FACTS).is_file():
        new = target / CONVERTED / f".new-{os.getpid()}"
        shutil.rmtree(new, ignore_errors=True)
        try:
            _convert(target, new, order)
            shutil.rmtree(folder, ignore_errors=True)
            new.rename(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return Part(order.dataset.id, name, 0, read_facts(folder).statements)


def _convert(target: Path, new: Path, order: Order) -> None:
    """Convert, and leave the report of what could not be read where a person finds it."""
    report = target / REPORTS / f"{order.dataset.id}.csv"
    try:
        convert_dataset(order, new)
    except SourceError as error:
        if tells_any(new / PROBLEMS):
            report.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new / PROBLEMS, report)
            raise SourceError(error.position, f"{error.message}\nAll of them: {report}") from error
        report.unlink(missing_ok=True)  # it was of what the files were before
        raise
    report.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(new / PROBLEMS, report)


def conversion_folder(graph: Path, part: Part) -> Path:
    """Where the conversion of a dataset of a built graph is."""
    return graph / CONVERTED / part.digest


def conversions(graph: Path) -> tuple[Path, ...]:
    """The conversions of a built graph, by id of their dataset.

    Raises:
        NoGraphError: Nothing is built here.
    """
    return tuple(conversion_folder(graph, part) for part in read_manifest(graph).datasets)


def remove_unused(target: Path) -> None:
    """Remove conversions that the graph in use has not."""
    generation_folder(target)
    used = {folder.name for folder in conversions(target)}
    for folder in sorted((target / CONVERTED).glob("*")) + sorted((target / CONVERTED).glob(".new-*")):
        if folder.name not in used:
            shutil.rmtree(folder)
