"""The tables of a built graph, opened with its store."""

from pathlib import Path
from typing import cast

from pyoxigraph import Store

from graph.errors import MissingExtraError

FOLDER, FILE = "virtual", "tables.json"
"""Where a generation says which tables it has; this module imports next to nothing, mapping does."""
LOADED = "loaded"
"""Folder of the store that has rows as well, in a generation where rows are in both."""


def open_whole(generation: Path) -> Store:
    """The store of a generation; where it has virtual rows, it and its tables as one graph.

    Raises:
        MissingExtraError: Rows are virtual, and DuckDB is not installed.
        UnreadableTablesError: They are virtual, and their tables are not there.
    """
    store = Store.read_only(str(generation / "store"))
    if not (generation / FOLDER / FILE).is_file():
        return store
    try:
        from graph.virtual.columns import Columns
        from graph.virtual.mapping import read_tables
        from graph.virtual.whole import WholeGraph
    except ImportError as error:
        raise MissingExtraError("a graph whose rows are virtual", "columns") from error
    loaded = generation / LOADED
    both = Store.read_only(str(loaded)) if loaded.is_dir() else None
    # the store can have no subclass; a whole graph has what callers of a store that is read use
    return cast("Store", WholeGraph(Columns(read_tables(generation), store), both))
