"""The rows of datasets that a selection draws."""

from collections.abc import Iterable

import polars as pl

from graph.drawn.scope import NamedPaths, RowScope, is_in
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.selection.named import Named
from graph.selection.wanted import Scopes, Wanted
from graph.sums.row_scope import contests_in

STATE = "state/us/"
FIRST, LAST = 1, 9999
"""Years that stand for an open end."""


def row_scope(reader: Reader, tables: EventTables, wanted: Wanted) -> RowScope:
    """The rows that are of what is wanted, before a focus."""
    contests = _contests(reader, tables, wanted)
    return RowScope(
        years=_years(wanted.years) if wanted.years else None,
        contests=contests,
        parties=None if contests is None else _parties(tables, contests, wanted.states),
        named=None if wanted.named is None else _named(tables, wanted.named),
        least=wanted.min_amount,
    )


def _series(paths: Iterable[str]) -> pl.Series:
    return pl.Series(sorted(paths), dtype=pl.String)


def _years(times: Scopes) -> tuple[tuple[int, int], ...]:
    return tuple(
        (FIRST if scope.first is None else scope.first.year, LAST if scope.last is None else scope.last.year)
        for scope in times
    )


def _contests(reader: Reader, tables: EventTables, wanted: Wanted) -> pl.Series | None:
    """The contests that are in every part; None where no part limits them."""
    named = [contest for scope in wanted.contests for contest in scope.contests]
    found = [{tables.path(one) for contest in named for one in (contest, *reader.nodes(contest, "member"))}]
    found = found if named else []
    found += [
        contests_in(reader, tables, [place for scope in scopes for place in scope.places])
        for scopes in (wanted.counties, wanted.states)
        if scopes
    ]
    return _series(set.intersection(*found)) if found else None


def _parties(tables: EventTables, contests: pl.Series, states: Scopes) -> pl.Series:
    """Who stands in contests, or for an office of states, with the committees that are theirs by register."""
    standing = tables.scan("candidacy").filter(is_in(pl.col("contest"), contests))
    registered = tables.scan("candidate")
    codes = _series(tables.path(place).removeprefix(STATE).upper() for one in states for place in one.places)
    of_states = registered.filter(is_in(pl.col("stateCode"), codes)).select("id")
    candidates = pl.concat([standing.select(id="candidate"), of_states]).unique().collect()["id"]
    theirs = (
        tables.scan("committee").filter(is_in(pl.col("forCandidate"), candidates)).select("id"),
        tables.scan("link").filter(is_in(pl.col("forCandidate"), candidates)).select(id="ofCommittee"),
        registered.filter(is_in(pl.col("id"), candidates)).select(id="principalCommittee"),
    )
    return pl.concat([pl.LazyFrame({"id": candidates}), *theirs]).drop_nulls().unique().collect()["id"]


def _named(tables: EventTables, named: Named) -> NamedPaths:
    start = f"{tables.base}id/"
    pairs = (
        " ".join((source.removeprefix(start), relation, target.removeprefix(start)))
        for source, relation, target in named.pairs
    )
    return NamedPaths(_series(iri.removeprefix(start) for iri in named.nodes), _series(pairs))
