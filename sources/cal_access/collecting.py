"""How small frames are gathered from all records of a kind."""

from collections.abc import Callable, Iterable

import polars as pl

from sources.cal_access.filings import AMENDMENT, NUMBER
from sources.cal_access.known import CONTEXT
from sources.tables.layouts.columns import Field, read_fields
from sources.tables.layouts.layout import Scan

Take = Callable[[pl.DataFrame], pl.DataFrame]


def collect(scan: Scan, kind: str, take: Take, schema: pl.Schema) -> pl.DataFrame:
    """What is taken of each batch of a kind of record, in one frame."""
    taken = (
        take(batch).select(pl.col(name).cast(dtype) for name, dtype in schema.items()) for batch in scan(kind)
    )
    return pl.concat([pl.DataFrame(schema=schema), *taken])


def fields_of(frame: pl.DataFrame, fields: Iterable[Field]) -> pl.DataFrame:
    """A batch with its fields; what cannot be read is told when the batch is converted."""
    return read_fields(frame, fields)[0]


def versions_of(frame: pl.DataFrame) -> pl.DataFrame:
    """The highest amendment of each filing in a batch."""
    read = fields_of(frame.select("line", "FILING_ID", "AMEND_ID"), (NUMBER, AMENDMENT))
    return highest(read.select("number", latest="amendment"))


def highest(versions: pl.DataFrame) -> pl.DataFrame:
    """The highest amendment of each filing."""
    return versions.group_by("number").agg(pl.col("latest").max()).sort("number")


def collect_with_versions(
    scan: Scan, kind: str, take: Take, schema: pl.Schema
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What is taken of each batch, and the highest amendment of each filing, in one reading."""
    versions, taken = [pl.DataFrame(schema=CONTEXT["amendments"])], [pl.DataFrame(schema=schema)]
    for batch in scan(kind):
        versions.append(versions_of(batch))
        taken.append(take(batch).select(pl.col(name).cast(dtype) for name, dtype in schema.items()))
    return pl.concat(taken), highest(pl.concat(versions))
