"""Which rows of filings belong to a side and a scope, as expressions on their columns."""

from collections.abc import Iterable
from functools import reduce

import polars as pl
from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.sums.scope import Scope
from graph.sums.sides import Side

NO, YES = pl.lit(value=False), pl.lit(value=True)


def paid_by(reader: Reader, tables: EventTables, side: Side | None) -> pl.Expr:
    """Whether a row is paid by a side."""
    return YES if side is None else pl.col("payer").is_in(_paths(reader, tables, side))


def paid_to(reader: Reader, tables: EventTables, side: Side | None) -> tuple[pl.Expr, pl.Expr]:
    """Whether a row is to or for a side, and whether it is against it."""
    if side is None:
        return YES, NO
    if side.is_place:
        return _in(pl.col("contest"), contests_in(reader, tables, (side.node,))), NO
    paths = _paths(reader, tables, side)
    to = [_in(pl.col(name), paths) for name in ("payee", "supports", "contest")]
    return reduce(pl.Expr.or_, to), _in(pl.col("opposes"), paths)


def _in(column: pl.Expr, paths: Iterable[str]) -> pl.Expr:
    return column.is_in(sorted(paths)).fill_null(value=False)


def _paths(reader: Reader, tables: EventTables, side: Side) -> list[str]:
    """A side, the contests it is made of, and the committees that a register says are a candidate's."""
    links = reader.subjects("forCandidate", side.node)
    committees = {node for node in links if "Committee" in reader.kinds(node)}
    committees |= {found for link in links for found in reader.nodes(link, "ofCommittee")}
    committees |= set(reader.nodes(side.node, "principalCommittee"))
    return sorted(tables.path(node) for node in {side.node, *side.parts, *committees})


def fits(reader: Reader, tables: EventTables, scope: Scope) -> tuple[pl.Expr, pl.Expr]:
    """Whether a row is inside a scope, and whether it is outside; it may be neither."""
    inside, outside = YES, NO
    contests = {
        tables.path(one) for contest in scope.contests for one in (contest, *reader.nodes(contest, "member"))
    }
    asked = [contests] if scope.contests else []
    asked += [contests_in(reader, tables, scope.places)] if scope.places else []
    for paths in asked:
        inside &= _in(pl.col("contest"), paths)
        outside |= pl.col("contest").is_not_null() & ~_in(pl.col("contest"), paths)
    for day, is_outside in ((scope.first, pl.Expr.lt), (scope.last, pl.Expr.gt)):
        if day is not None:
            beyond = is_outside(pl.col("date"), pl.lit(day.isoformat()))
            inside &= (~beyond).fill_null(value=False)
            outside |= beyond.fill_null(value=False)
    return inside, outside


def contests_in(reader: Reader, tables: EventTables, places: Iterable[NamedNode]) -> set[str]:
    """The contests of datasets that are held in places, or in parts of them."""
    found, left = set(places), list(places)
    while left:
        more = set(reader.subjects("partOf", left.pop())) - found
        found |= more
        left += more
    held = tables.scan("contest").filter(_in(pl.col("jurisdiction"), (tables.path(place) for place in found)))
    return set(held.select("id").unique().collect(engine="streaming")["id"])
