"""What a selection means in a graph: its names looked up, its query asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from graph.entities import find_entity
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.selection.named import Named, ask_named
from graph.selection.selection import Selection
from graph.sums.scope import Scope, read_scope

Scopes = tuple[Scope, ...]
"""Scopes of which any will do; none leaves it open."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A selection as things of a graph.

    Attributes:
        contests: Of these contests or sets of contests.
        counties: In these counties.
        states: In these states.
        years: Of these times.
        min_amount: Dollars that an amount must come to; None for any.
        focus: IRIs of the entities around which the picture is drawn.
        hops: How many relationships away from them it ends.
        named: What a query names; None without a query.
    """

    contests: Scopes = ()
    counties: Scopes = ()
    states: Scopes = ()
    years: Scopes = ()
    min_amount: Decimal | None = None
    focus: tuple[str, ...] = ()
    hops: int = 1
    named: Named | None = None

    @property
    def scopes(self) -> tuple[Scopes, ...]:
        """Everything that limits contest, place or time; all must fit."""
        return tuple(each for each in (self.contests, self.counties, self.states, self.years) if each)


def look_up(folder: Path, reader: Reader, tables: EventTables, selection: Selection) -> Wanted:
    """The things a selection means.

    Raises:
        UnknownNameError: A name means nothing, or several things.
        SelectionError: The query cannot be read, or names no nodes or edges.
        QueryError: The query cannot be answered.
    """
    return Wanted(
        contests=_scopes(reader, tables, "contest", selection.contests),
        counties=_scopes(reader, tables, "county", selection.counties),
        states=_scopes(reader, tables, "state", selection.states),
        years=_scopes(reader, tables, "year", selection.years),
        min_amount=selection.min_amount,
        focus=tuple(find_entity(reader, name, tables).value for name in selection.focus),
        hops=selection.hops,
        named=None if selection.query is None else ask_named(folder, selection.query),
    )


def _scopes(reader: Reader, tables: EventTables, name: str, values: Iterable[str]) -> Scopes:
    return tuple(read_scope(reader, [f"{name}={value}"], tables) for value in values)
