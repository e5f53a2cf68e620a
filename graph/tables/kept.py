"""Conversions of datasets beside the generations of a graph: made once, kept while they are used."""

import os
import shutil
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from graph.store import Part, generation_folder, read_manifest
from graph.tables.batches import Selection
from graph.tables.conversion import PROBLEMS, Engine, convert_dataset, read_facts
from graph.tables.facts import FACTS
from graph.tables.job import Tell
from sources.dataset import Dataset
from sources.errors import SourceError

CONVERTED, REPORTS = "converted", "problems"
LETTERS = 16
CODE_AND_DATA = (".py", ".csv", ".toml", ".ttl", ".yaml")
OWN = (
    "graph/tables",
    "graph/nodes.py",
    "sources/tables",
    "sources/counties",
    "sources/prosecutor_districts",
    "ontology/tables.ttl",
    "ontology/records.ttl",
)


def conversion_name(dataset: Dataset, base: str, chosen: Selection) -> str:
    """Name of the conversion of a dataset: the digest of what goes into it."""
    reader = type(dataset.layout).__module__.split(".")[1] if dataset.layout else ""
    parts = (dataset.digest, base, str(chosen), code_digest(OWN), code_digest((f"sources/{reader}",)))
    return sha256("\n".join(parts).encode()).hexdigest()[:LETTERS]


@cache
def code_digest(places: tuple[str, ...]) -> str:
    """Digest of files, and of the code and data in folders, of the installed packages."""
    content = sha256()
    for place in places:
        package, _, rest = place.partition("/")
        path = Path(str(files(package))) / rest
        inside = sorted(file for file in path.glob("**/*") if file.suffix in CODE_AND_DATA)
        for file in inside if path.is_dir() else [path]:
            content.update(f"{file.name}\0".encode() + file.read_bytes())
    return content.hexdigest()


def ensure_converted(
    target: Path, dataset: Dataset, base: str, chosen: Selection, tell: Tell, engine: Engine
) -> Part:
    """The conversion of a dataset in the folder of a graph, made if it is not there.

    Raises:
        SourceError: The dataset cannot be used.
    """
    name = conversion_name(dataset, base, chosen)
    folder = target / CONVERTED / name
    if not (folder / FACTS).is_file():
        new = target / CONVERTED / f".new-{os.getpid()}"
        shutil.rmtree(new, ignore_errors=True)
        try:
            _convert(target, new, dataset, base, chosen, tell, engine)
            shutil.rmtree(folder, ignore_errors=True)
            new.rename(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return Part(dataset.id, name, 0, read_facts(folder).statements)


def _convert(  # noqa: PLR0913, PLR0917 - as convert_dataset
    target: Path, new: Path, dataset: Dataset, base: str, chosen: Selection, tell: Tell, engine: Engine
) -> None:
    """Convert, and leave the report of what could not be read where a person finds it."""
    report = target / REPORTS / f"{dataset.id}.csv"
    try:
        convert_dataset(dataset, new, base, chosen, tell, engine)
    except SourceError as error:
        if (new / PROBLEMS).is_file():
            report.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new / PROBLEMS, report)
            raise SourceError(error.position, f"{error.message}\nAll of them: {report}") from error
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
