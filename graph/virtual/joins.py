"""How the solutions of two parts of a query are put together."""

from collections.abc import Sequence
from dataclasses import replace

from graph.virtual.conversions import as_kind, same
from graph.virtual.relation import Relation, selected
from graph.virtual.terms import NOTHING, NotTranslatedError, Shape, common, name_of


def join(left: Relation, right: Relation, things: str) -> Relation:
    """Solutions of both that agree.

    Raises:
        NotTranslatedError: A variable of both may be unbound.
    """
    shared = _bound_names(left, right)
    columns, values = dict(left.columns), {name: f"l.{name_of(name)}" for name in left.columns}
    for name in right.columns:
        if name not in shared or _is_narrower(right.columns[name], left.columns[name]):
            columns[name], values[name] = right.columns[name], f"r.{name_of(name)}"
    on = " AND ".join(_same(left, right, name, things) for name in shared) or "TRUE"
    return Relation(
        f"SELECT {selected(values)} FROM ({left.sql}) AS l JOIN ({right.sql}) AS r ON {on}", columns
    )


def left_join(left: Relation, right: Relation, things: str, condition: str = "") -> Relation:
    """Solutions of the left, with those of the right that agree where there are any.

    Args:
        left: What is kept.
        right: What is optional.
        things: What the IRIs of things start with.
        condition: What has to hold of both, with `l.` and `r.` before columns; "" for nothing.

    Raises:
        NotTranslatedError: A variable of both may be unbound.
    """
    shared = _bound_names(left, right)
    columns, values = dict(left.columns), {name: f"l.{name_of(name)}" for name in left.columns}
    for name, shape in right.columns.items():
        if name not in shared:
            columns[name], values[name] = shape.or_nothing(), f"r.{name_of(name)}"
    parts = [_same(left, right, name, things) for name in shared]
    on = " AND ".join([*parts, *([f"({condition})"] if condition else [])]) or "TRUE"
    return Relation(
        f"SELECT {selected(values)} FROM ({left.sql}) AS l LEFT JOIN ({right.sql}) AS r ON {on}", columns
    )


def keep_matched(left: Relation, right: Relation, things: str, *, matched: bool) -> Relation:
    """Solutions of the left with, or without, one of the right that agrees."""
    on = " AND ".join(_same(left, right, name, things) for name in _bound_names(left, right)) or "TRUE"
    word = "SEMI" if matched else "ANTI"
    return replace(
        left, sql=f"SELECT l.* FROM ({left.sql}) AS l {word} JOIN ({right.sql}) AS r ON {on}", order=()
    )


def minus(left: Relation, right: Relation, things: str) -> Relation:
    """MINUS; what shares no variable takes nothing away."""
    return keep_matched(left, right, things, matched=False) if shared_names(left, right) else left


def union(parts: Sequence[Relation], things: str) -> Relation:
    """Solutions of all."""
    if len(parts) == 1:
        return parts[0]
    names = list(dict.fromkeys(name for part in parts for name in part.columns))
    columns = {name: common([part.columns.get(name, NOTHING) for part in parts]) for name in names}
    selects = []
    for part in parts:
        values = {name: as_kind(part.value(name), columns[name], things) for name in names}
        selects.append(f"SELECT {selected(values)} FROM ({part.sql})")
    return Relation(" UNION ALL ".join(selects), columns)


def shared_names(left: Relation, right: Relation) -> list[str]:
    """The variables of both."""
    return [name for name in left.columns if name in right.columns]


def _bound_names(left: Relation, right: Relation) -> list[str]:
    """The variables of both, after making sure that they are bound."""
    shared = shared_names(left, right)
    for name in shared:
        if left.columns[name].nullable or right.columns[name].nullable:
            raise NotTranslatedError(f"?{name} joins parts of the query and may be unbound")
    return shared


def _is_narrower(one: Shape, other: Shape) -> bool:
    return one.kind in ("id", "code") and other.kind in ("iri", "term")


def _same(left: Relation, right: Relation, name: str, things: str) -> str:
    """That a variable is the same term in both."""
    return same(left.value(name, "l."), right.value(name, "r."), things)
