"""The solutions of a star in one table, as a SELECT on it."""

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from graph.virtual.anything import bind_anything
from graph.virtual.candidates import column_of, has_triples, shape_of
from graph.virtual.constants import constant
from graph.virtual.conversions import same
from graph.virtual.mapping import RDF_TYPE, Column, Table
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.relation import Relation
from graph.virtual.select import Scan
from graph.virtual.stars import Group, Star
from graph.virtual.terms import NOTHING, NotTranslatedError, Shape, Value, quoted


def scan(star: Star, table: Table, source: str, things: str) -> Relation:
    """The solutions of a star in one table.

    Args:
        star: The patterns.
        table: The table, one of the `candidates` of the star.
        source: Name of the table for SQL.
        things: What the IRIs of things start with.

    Raises:
        NotTranslatedError: A value has no counterpart in SQL.
    """
    made = Scan(source, things)
    made.bind(star.subject, Value('t."id"', Shape("id", starts=table.starts)))
    for pattern in star.patterns:
        if isinstance(pattern.predicate, Variable):
            bind_anything(made, table, pattern)
        else:
            _bind(made, table, pattern)
    for group in star.optional:
        _bind_optional(made, table, group)
    return made.relation()


def _is_type(pattern: Pattern) -> bool:
    return pattern.predicate == NamedNode(RDF_TYPE)


def _bind(made: Scan, table: Table, pattern: Pattern) -> None:
    """Give the object of a pattern its value, where there is one."""
    value = _value(made, table, pattern)
    if not _is_type(pattern):
        made.conditions.append(f"{value.sql} IS NOT NULL")
    made.bind(pattern.object, value)


def _value(made: Scan, table: Table, pattern: Pattern) -> Value:
    """What a row has for a pattern; each value of a list makes a row."""
    if _is_type(pattern):
        return constant(NamedNode(table.cls), made.things)
    column = column_of(table, pattern)
    if column is None:
        raise KeyError(f"{table.name} has no {pattern.predicate}")
    if not column.several:
        return Value(f't."{column.name}"', shape_of(column))
    return Value(made.unnested(f't."{column.name}"'), shape_of(column))


def _bind_optional(made: Scan, table: Table, group: Group) -> None:
    """Give the objects of patterns values where a row has all of them."""
    columns = [None if _is_type(one) else column_of(table, one) for one in group]
    is_there = all(
        _is_type(one) or column is not None for one, column in zip(group, columns, strict=True)
    ) and all(has_triples(table, one, made.things, {}) for one in group)
    if not is_there:
        for one in group:
            made.values |= {name: Value("NULL", NOTHING) for name in _objects(one)}
        return
    if any(column is not None and column.several for column in columns):
        _bind_several(made, group, columns[0])
        return
    values = [_value(made, table, one) for one in group]
    held = list(_conditions(made, group, values))
    for one, value in zip(group, values, strict=True):
        for name in _objects(one):
            sql = value.sql if len(held) == 1 else f"CASE WHEN {' AND '.join(held)} THEN {value.sql} END"
            made.values[name] = Value(sql, value.shape.or_nothing())


def _bind_several(made: Scan, group: Group, column: Column | None) -> None:
    """Give the object of a pattern each value of a list, or none where there is none."""
    if len(group) > 1 or column is None or not isinstance(group[0].object, Variable):
        raise NotTranslatedError("several optional properties of which one has several values")
    name = f"u{len(made.joins)}"
    values = f'SELECT unnest(t."{column.name}") AS x'
    made.joins.append(f" LEFT JOIN LATERAL ({values}) AS {name} ON TRUE")
    made.values[group[0].object.name] = Value(f"{name}.x", shape_of(column).or_nothing())


def _conditions(made: Scan, group: Group, values: Sequence[Value]) -> Iterator[str]:
    """What has to hold for all patterns of an optional group to hold."""
    for one, value in zip(group, values, strict=True):
        yield f"{value.sql} IS NOT NULL"
        if not isinstance(one.object, Variable):
            yield same(value, constant(one.object, made.things), made.things)


def _objects(pattern: Pattern) -> list[str]:
    return [pattern.object.name] if isinstance(pattern.object, Variable) else []


def read_from(table: Table, shared: str) -> str:
    """The rows of a table that are not in the store, as SQL."""
    rows = f"read_parquet({quoted(table.files)}, union_by_name = true, hive_types_autocast = false)"
    return all_but_shared(rows, table, shared)


def all_but_shared(rows: str, table: Table, shared: str) -> str:
    """Some rows of a table without those that are in the store, as SQL."""
    if not table.has_shared:
        return f"SELECT * FROM {rows}"
    return f'SELECT r.* FROM {rows} AS r ANTI JOIN read_parquet({quoted(shared)}) AS s ON r."id" = s."id"'
