"""Capitals and small letters beyond ASCII as Python has them, which is as in the store: `ß` becomes `SS`."""

from collections.abc import Callable, Mapping

from duckdb import DuckDBPyConnection
from duckdb.sqltypes import VARCHAR

CASES: Mapping[str, tuple[str, str]] = {"UCASE": ("upper", "our_upper"), "LCASE": ("lower", "our_lower")}
"""What DuckDB calls its own function, and ours."""
FUNCTIONS: Mapping[str, Callable[[str], str]] = {"our_upper": str.upper, "our_lower": str.lower}


def uses_cases(sql: str) -> bool:
    """Whether SQL may use one of the functions."""
    return any(f"{name}(" in sql for name in FUNCTIONS)


def add_cases(connection: DuckDBPyConnection) -> None:
    """Give a connection the functions."""
    for name, function in FUNCTIONS.items():
        connection.create_function(name, function, [VARCHAR], VARCHAR)
