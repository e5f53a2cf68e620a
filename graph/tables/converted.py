"""The event tables of one conversion, each there or not."""

from pathlib import Path

import polars as pl


def has_table(tables: Path, name: str) -> bool:
    """Whether a folder of event tables has one."""
    return (tables / name).is_dir()


def scan_table(tables: Path, name: str) -> pl.LazyFrame | None:
    """The rows of a table in a folder of event tables; None where it has none."""
    return pl.scan_parquet(tables / name) if has_table(tables, name) else None
