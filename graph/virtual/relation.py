"""Solutions of a part of a query as a SELECT, and how parts are put together: bags, as SPARQL has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.virtual.terms import (
    NOTHING,
    NotTranslatedError,
    Shape,
    Value,
    as_kind,
    common,
    name_of,
    quoted,
)


@dataclass(frozen=True, slots=True)
class Order:
    """A part of ORDER BY: an expression in SQL with its direction, and the variables it needs."""

    sql: str
    variables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """Solutions.

    Attributes:
        sql: A SELECT with a column for each variable.
        columns: The shape of each variable.
        order: Their order, not in the SELECT yet.
        is_sorted: Whether the SELECT ends with its order.
    """

    sql: str
    columns: Mapping[str, Shape]
    order: tuple[Order, ...] = ()
    is_sorted: bool = False

    def value(self, variable: str, source: str = "") -> Value:
        """A variable as an expression; one that is not there is unbound."""
        if variable not in self.columns:
            return Value("NULL", NOTHING)
        return Value(f"{source}{name_of(variable)}", self.columns[variable])


ONE = Relation('SELECT 1 AS "="', {})
"""The one solution that binds nothing."""


def selected(values: Mapping[str, str]) -> str:
    """What stands between SELECT and FROM."""
    return ", ".join(f"{sql} AS {name_of(name)}" for name, sql in values.items()) or '1 AS "="'


def join(left: Relation, right: Relation, things: str) -> Relation:
    """Solutions of both that agree.

    Raises:
        NotTranslatedError: A variable of both may be unbound.
    """
    shared = _shared(left, right)
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
    shared = _shared(left, right)
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
    on = " AND ".join(_same(left, right, name, things) for name in _shared(left, right)) or "TRUE"
    word = "SEMI" if matched else "ANTI"
    return replace(
        left, sql=f"SELECT l.* FROM ({left.sql}) AS l {word} JOIN ({right.sql}) AS r ON {on}", order=()
    )


def minus(left: Relation, right: Relation, things: str) -> Relation:
    """MINUS; what shares no variable takes nothing away."""
    return keep_matched(left, right, things, matched=False) if _shared(left, right) else left


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


def nothing(variables: Iterable[str]) -> Relation:
    """No solution, of these variables."""
    columns = dict.fromkeys(variables, replace(NOTHING, nullable=False))
    return Relation(f"SELECT {selected(dict.fromkeys(columns, 'NULL'))} WHERE FALSE", columns)


def where(of: Relation, condition: str) -> Relation:
    """Solutions for which a condition is true."""
    return replace(of, sql=f"SELECT * FROM ({of.sql}) WHERE {condition}")


def without(of: Relation, variables: Sequence[str]) -> Relation:
    """Solutions in which these variables are unbound, without them."""
    kept = [name for name in of.columns if name not in variables]
    unbound = " AND ".join(f"{name_of(name)} IS NULL" for name in variables)
    return project(where(of, unbound), kept)


def extend(of: Relation, variable: str, value: Value) -> Relation:
    """Solutions with one more variable."""
    sql = f"SELECT *, {value.sql} AS {name_of(variable)} FROM ({of.sql})"
    return replace(of, sql=sql, columns={**of.columns, variable: value.shape})


def project(of: Relation, variables: Sequence[str]) -> Relation:
    """Solutions with these variables alone."""
    columns = {name: of.columns.get(name, NOTHING) for name in variables}
    values = {name: of.value(name).sql for name in variables}
    sql = f"SELECT {selected(values)} FROM ({of.sql})"
    if all(part.variables <= set(variables) for part in of.order):
        return Relation(sql, columns, of.order)
    return Relation(f"{sql} ORDER BY {_order(of)}", columns, is_sorted=True)


def distinct(of: Relation) -> Relation:
    """Solutions, each once.

    Raises:
        NotTranslatedError: They are in the order of something that is not selected.
    """
    if of.is_sorted:
        raise NotTranslatedError("DISTINCT in the order of what is not selected")
    return replace(of, sql=f"SELECT DISTINCT * FROM ({of.sql})")


def in_order(of: Relation) -> Relation:
    """The same with its order in the SELECT."""
    if not of.order:
        return of
    return Relation(f"SELECT * FROM ({of.sql}) ORDER BY {_order(of)}", of.columns, is_sorted=True)


def sliced(of: Relation, start: int, length: int | None) -> Relation:
    """Some of the solutions; what follows is in no order again."""
    whole = in_order(of)
    sql = whole.sql if whole.is_sorted else f"SELECT * FROM ({whole.sql})"
    limit = "" if length is None else f" LIMIT {length}"
    return replace(whole, sql=f"{sql}{limit} OFFSET {start}")


def _order(of: Relation) -> str:
    return ", ".join(part.sql for part in of.order)


def _shared(left: Relation, right: Relation) -> list[str]:
    shared = [name for name in left.columns if name in right.columns]
    for name in shared:
        if left.columns[name].nullable or right.columns[name].nullable:
            raise NotTranslatedError(f"?{name} joins parts of the query and may be unbound")
    return shared


def _is_narrower(one: Shape, other: Shape) -> bool:
    return one.kind in ("id", "code") and other.kind in ("iri", "term")


def _same(left: Relation, right: Relation, name: str, things: str) -> str:
    """That a variable is the same term in both."""
    return same(left.value(name, "l."), right.value(name, "r."), things)


def same(one: Value, other: Value, things: str) -> str:
    """That two values are one term; a path is not made longer to be compared with an IRI."""
    if one.kind == other.kind:
        return f"{one.sql} = {other.sql}"
    for path, iri in ((one, other), (other, one)):
        if path.kind == "id" and iri.kind == "iri":
            cut = f"substr({iri.sql}, {len(things) + 1})"
            return f"{path.sql} = CASE WHEN starts_with({iri.sql}, {quoted(things)}) THEN {cut} END"
    shape = common([one.shape, other.shape])
    return f"{as_kind(one, shape, things)} = {as_kind(other, shape, things)}"
