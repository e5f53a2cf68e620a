"""DuckDB as queries use it: with bounded memory, and a folder of its own for what does not fit."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime

import duckdb

from graph.errors import UnreadableTablesError
from graph.spilled import spilled
from graph.virtual.mapping import Tables
from graph.virtual.terms import quoted

MEMORY, USUAL = "MONEYTRAIL_MEMORY", "1GB"
"""Variable of the environment with the memory that a process may use for tables, and what it is otherwise."""
THREADS = 2
EXACTLY = {
    "http": {"cache_type": "none"},
    "https": {"cache_type": "none"},
    "s3": {"default_cache_type": "none"},
}
"""How fsspec reads the bytes that are asked for, and none ahead."""


def memory() -> str:
    """The memory that DuckDB may use, such as 1GB or 500MB."""
    return os.environ.get(MEMORY) or USUAL


def open_engine() -> duckdb.DuckDBPyConnection:
    """A connection without tables.

    Raises:
        UnreadableTablesError: The limit of memory in the environment is none.
    """
    connection = duckdb.connect(":memory:")
    try:
        connection.execute(f"SET memory_limit = {quoted(memory())}")
    except duckdb.Error as error:
        words = f"{MEMORY}={memory()} is no size of memory such as 500MB or 2GB"
        raise UnreadableTablesError(words) from error
    connection.execute(f"SET temp_directory = {quoted(str(spilled(os.getpid())))}")
    connection.execute(f"SET threads = {THREADS}")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("SET parquet_metadata_cache = true")
    return connection


def reach(connection: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Let a connection read tables that lie on servers.

    DuckDB reads them itself with its extension httpfs. Where that was not installed, fsspec reads for it, if
    it is there; otherwise DuckDB tries to fetch the extension.
    """
    schemes = {table.files.partition("://")[0] for table in tables.tables if "://" in table.files}
    if not schemes:
        return
    try:
        connection.load_extension("httpfs")
    except duckdb.Error:
        _read_by_fsspec(connection, schemes)


def _read_by_fsspec(connection: duckdb.DuckDBPyConnection, schemes: Iterable[str]) -> None:
    try:
        import fsspec
    except ImportError:
        return
    for scheme in sorted(schemes):
        files = fsspec.filesystem(scheme, **EXACTLY.get(scheme, {}))
        files.modified = _modified  # which HTTP has not, and DuckDB asks for
        connection.register_filesystem(files)


def _modified(_path: str) -> datetime:
    """When a file of a table was changed: never since it was converted."""
    return datetime(1970, 1, 1, tzinfo=UTC)
