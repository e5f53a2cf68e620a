"""Where the rows of a star are read from: all of a table, or the few that the things it names stand in."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from pyoxigraph import NamedNode

from graph.virtual.candidates import column_of
from graph.virtual.keys import ID, Keys, hashes, open_keys
from graph.virtual.mapping import Column, Table, Tables
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.scan import all_but_shared
from graph.virtual.stars import Star

if TYPE_CHECKING:
    import polars as pl

Values = Mapping[str, Collection[str]]
"""Paths of the things that variables can be, by name."""
MOST, LEAST = 5_000, 500
"""Rows that are looked up at most in a large table and in a small one; more are scanned for."""
SHARE = 1_000
"""In the time in which so many rows are scanned, one is looked up."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows for a star are read from.

    Attributes:
        sql: What stands behind FROM.
        rows: The rows that were looked up, None for all of the table.
    """

    sql: str
    rows: "pl.DataFrame | None" = None

    @property
    def is_empty(self) -> bool:
        """Whether it is known that there is no row."""
        return self.rows is not None and self.rows.height == 0


@dataclass
class Opened:
    """The keys of tables, opened when they are needed, and kept."""

    tables: Tables
    _keys: dict[int, Keys | None] = field(default_factory=dict)

    def keys(self, number: int) -> Keys | None:
        """The keys of a table, by its number."""
        if number not in self._keys:
            place = self.tables.tables[number].keys
            self._keys[number] = open_keys(Path(place)) if place else None
        return self._keys[number]


class NotFewError(Exception):
    """What a query can meet is not found by keys alone, or is too much to be looked up."""


@dataclass
class Lookup:
    """Gives the rows of stars for one query.

    Attributes:
        opened: The keys of all tables.
    """

    opened: Opened
    _connection: duckdb.DuckDBPyConnection | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """Where tables are views, and rows that were found become tables.

        Raises:
            NotFewError: Rows are looked up by keys alone.
        """
        if self._connection is None:
            raise NotFewError
        return self._connection

    @property
    def tables(self) -> Tables:
        """All tables."""
        return self.opened.tables

    def source(self, star: Star, table: Table, values: Values) -> Source:
        """Where the rows are read from that a star may hold for.

        Args:
            star: The patterns.
            table: The table.
            values: What is known of variables; rows with other values may be left out.
        """
        rows = self.rows(star, table, values, columns_of(star, table))
        if rows is None or rows.height == 0:
            return Source(self.all_rows(table), rows)
        name = f"rows{next(self._numbers)}"
        self.connection.register(name, rows.to_arrow())
        return Source(f"({all_but_shared(name, table, self.tables.shared)})", rows)

    def all_rows(self, table: Table) -> str:
        """The view of a table."""
        return f"t{self.tables.tables.index(table)}"

    def rows(self, star: Star, table: Table, values: Values, columns: Sequence[str]) -> "pl.DataFrame | None":
        """The fewest rows with what one of the things says that a star names, in some columns.

        None for all rows, or for more than it takes less time to scan for.
        """
        keys = self.opened.keys(self.tables.tables.index(table))
        if keys is None:
            return None
        most = max(LEAST, min(MOST, table.rows // SHARE))
        found = [_rows_with(keys, [ID], self._paths(star.subject, values), most)]
        for pattern in star.patterns:
            named = _columns(table, pattern, self.tables.things)
            found.append(_rows_with(keys, named, self._paths(pattern.object, values), most))
        rows = min((some for some in found if some is not None), key=len, default=None)
        return None if rows is None else keys.read(rows, columns)

    def _paths(self, part: object, values: Values) -> Collection[str] | None:
        """The paths of the things that a part of a pattern may be; None where they are not known."""
        if isinstance(part, Variable):
            return values.get(part.name)
        if not isinstance(part, NamedNode) or not part.value.startswith(self.tables.things):
            return None
        return (part.value.removeprefix(self.tables.things),)


def known_values(star: Star, tables: Sequence[Table], sources: Sequence[Source]) -> dict[str, set[str]]:
    """The things that the variables of a star can be, by name; none where all rows of a table are read."""
    found: dict[str, set[str]] = {}
    for table, source in zip(tables, sources, strict=True):
        if source.rows is None:
            return {}
        for name, column in things_in(star, table).items():
            found.setdefault(name, set()).update(source.rows[column].drop_nulls())
    return found


def things_in(star: Star, table: Table) -> dict[str, str]:
    """The variables of a star that are things, and the column of a table that has them."""
    columns = {ID: star.subject}
    for pattern in star.patterns:
        column = column_of(table, pattern)
        if column is not None and column.kind == "id" and not column.several:
            columns[column.name] = pattern.object
    return {part.name: name for name, part in columns.items() if isinstance(part, Variable)}


def columns_of(star: Star, table: Table) -> list[str]:
    """The columns of a table that a star needs."""
    patterns = [pattern for group in (star.patterns, *star.optional) for pattern in group]
    if any(isinstance(pattern.predicate, Variable) for pattern in patterns):
        return [ID, *(column.name for column in table.columns)]
    named = (column_of(table, pattern) for pattern in patterns)
    return list(dict.fromkeys([ID, *(column.name for column in named if column is not None)]))


def _rows_with(
    keys: Keys, columns: list[str] | None, paths: Collection[str] | None, most: int
) -> list[int] | None:
    """The rows with one of some things in one of some columns; None where they are not known, or many."""
    if columns is None or paths is None or len(paths) > most:
        return None
    rows: set[int] = set()
    hashed = hashes(tuple(paths))
    for column in columns:
        for one in hashed:
            found = keys.rows_with(column, one, most)
            if found is None:
                return None
            rows.update(found)
    return sorted(rows) if len(rows) <= most else None


def _columns(table: Table, pattern: Pattern, things: str) -> list[str] | None:
    """The columns in which the object of a pattern may stand; None where it may be the class."""
    if isinstance(pattern.predicate, NamedNode):
        column = table.properties.get(pattern.predicate.value)
        return None if column is None else [column.name]
    if not isinstance(pattern.predicate, Variable) or not isinstance(pattern.object, NamedNode):
        return None
    return [column.name for column in columns_with(table, pattern.object.value.removeprefix(things))]


def columns_with(table: Table, path: str) -> list[Column]:
    """The columns of a table in which a thing may stand."""
    return [column for column in table.columns if path.partition("/")[0] in column.starts]
