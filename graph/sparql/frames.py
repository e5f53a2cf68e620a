"""Rows as data frames, with a type for each column; needs the extra `frames`."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from graph.errors import MissingExtraError
from graph.sparql.terms import Value

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]
    import polars as pl

    from graph.sparql.results import Result

LARGEST = 2**63 - 1
DIGITS = 38
PANDAS = {int: "Int64", bool: "boolean", float: "Float64"}


def polars_frame(result: "Result") -> "pl.DataFrame":
    """Rows as a polars frame; raises MissingExtraError without polars."""
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtraError("a polars frame", "frames") from error
    columns = {name: [row[name] for row in result.rows] for name in result.columns}
    return pl.DataFrame([_series(name, values) for name, values in columns.items()])


def pandas_frame(result: "Result") -> "pd.DataFrame":
    """Rows as a pandas frame: Int64, boolean, and Decimal and date as objects.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("a pandas frame", "frames") from error
    frame = pd.DataFrame({name: pd.Series(dtype=object) for name in result.columns})
    for name in result.columns:
        values = _same_kind([row[name] for row in result.rows])
        frame[name] = pd.Series(values, dtype=PANDAS.get(_kind(values) or object, "object"))
    return frame


def write_parquet(result: "Result") -> bytes:
    """Rows as a Parquet file; raises MissingExtraError without polars."""
    try:
        frame = polars_frame(result)
    except MissingExtraError as error:
        raise MissingExtraError("Parquet", "frames") from error
    buffer = BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def _series(name: str, values: list[Value]) -> "pl.Series":
    import polars as pl

    kept = _same_kind(values)
    kind = _kind(kept)
    if kind is Decimal:
        places = max(-exponent_of(value) for value in kept if isinstance(value, Decimal))
        return pl.Series(name, kept, dtype=pl.Decimal(DIGITS, max(places, 0)))
    plain = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, date: pl.Date}
    return pl.Series(name, kept, dtype=plain.get(kind, pl.String) if kind is not None else pl.String)


def exponent_of(number: Decimal) -> int:
    """The power of ten of the last digit of a finite number."""
    return int(number.as_tuple().exponent)


def _kind(values: list[Value]) -> type | None:
    return next((type(value) for value in values if value is not None), None)


def _same_kind(values: list[Value]) -> list[Value]:
    """Values of one type: the type they share, decimals for whole and decimal numbers, else strings."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int, Decimal}:
        return [None if value is None else Decimal(str(value)) for value in values]
    fits = all(abs(value) <= LARGEST for value in values if isinstance(value, int))
    if len(kinds) == 1 and kinds <= {bool, int, float, Decimal, date} and fits:
        return values
    return [None if value is None else str(value) for value in values]
