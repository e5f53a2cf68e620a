"""Candidates of a graph, kept beside it: comparing takes long where rows are many, and looking does not.

They are kept in the folder of the generation they are of, and go with it. What they are worked out by is
in the names of the files, so that another version of the model finds none.
"""

import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import polars as pl

from graph.identity.candidates import LEAST_WEIGHT, Proposals, propose
from graph.identity.model.comparison import CHANCE
from graph.identity.records import BASE_SHARES
from graph.identity.scoring import MODELS
from graph.nodes import digest
from graph.store import generation_folder

PAIRS, RECORDS = "pairs", "records"


def kept_proposals(folder: Path, printed: Callable[[], pl.DataFrame]) -> Proposals:
    """What may be one in a graph: as it is kept, else worked out and kept, where the folder can be written.

    Args:
        folder: The graph.
        printed: Reads the things of the graph, as `propose` takes them.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
        NoGraphError: Nothing is built in the folder.
    """
    place = generation_folder(folder)
    files = {name: place / f"candidates-{_model()}-{name}.parquet" for name in (PAIRS, RECORDS)}
    if all(file.is_file() for file in files.values()):
        return Proposals(pairs=pl.read_parquet(files[PAIRS]), records=pl.read_parquet(files[RECORDS]))
    found = propose(printed())
    paths = pl.concat([found.pairs["left"], found.pairs["right"]]).unique()
    records = found.records.filter(pl.col("path").is_in(paths.implode()))
    for name, frame in ((RECORDS, records), (PAIRS, found.pairs)):
        _keep(frame, files[name])
    return Proposals(found.pairs, records)


def _keep(frame: pl.DataFrame, file: Path) -> None:
    """Write a file, whole or not at all; not where the graph is read-only, or gone meanwhile."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        frame.write_parquet(new)
        new.replace(file)
    except OSError:
        return


def _model() -> str:
    """A digest of what candidates are worked out by."""
    return digest(version("moneytrail"), repr(MODELS), repr(BASE_SHARES), str(CHANCE), str(LEAST_WEIGHT))
