"""Stars: patterns on one subject, which are one scan of a table, or one question to the store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode
from rdflib.paths import Path

from graph.virtual.mapping import EDGES, RDF_TYPE, Column, Table, Tables
from graph.virtual.patterns import Node, Pattern, Variable, written
from graph.virtual.relation import Relation, same, selected
from graph.virtual.terms import IRIS, NOTHING, NotTranslatedError, Shape, Value, constant, quoted

Group = tuple[Pattern, ...]
PLACES = 2
"""Digits after the point of decimals in tables."""


@dataclass(frozen=True, slots=True)
class Star:
    """Patterns on one subject.

    Attributes:
        patterns: Those that have to hold.
        optional: Those that hold together or not at all; their objects are in no other part of the query.
    """

    subject: Node
    patterns: Group
    optional: tuple[Group, ...] = ()

    @property
    def variables(self) -> list[str]:
        """The names of its variables, each once."""
        groups = (self.patterns, *self.optional)
        return list(dict.fromkeys(name for group in groups for one in group for name in one.variables))

    def sparql(self) -> str:
        """The star as the store is asked for it."""
        plain = " ".join(pattern.sparql() for pattern in self.patterns)
        groups = (" ".join(pattern.sparql() for pattern in group) for group in self.optional)
        return plain + "".join(f" OPTIONAL {{ {group} }}" for group in groups)


def in_store(pattern: Pattern) -> bool:
    """Whether the triples of a pattern are in the store whatever its subject is."""
    predicate = pattern.predicate
    return isinstance(predicate, NamedNode) and predicate.value in EDGES


def candidates(
    star: Star, tables: Tables, known: Mapping[str, Shape], *, any_property: bool = False
) -> list[Table]:
    """The tables with rows that the patterns of a star may hold for.

    Args:
        star: The patterns.
        tables: All tables.
        known: What is known of the values of variables.
        any_property: Whether a property may be a variable.

    Raises:
        NotTranslatedError: It asks for any property of what may be a row.
    """
    found = [table for table in tables.tables if _fits(star, table, tables.things, known)]
    for pattern in star.patterns if found and not any_property else ():
        if isinstance(pattern.predicate, Variable):
            raise NotTranslatedError(f"any property of {written(pattern.subject)}")
    return found


def _fits(star: Star, table: Table, things: str, known: Mapping[str, Shape]) -> bool:
    of_rows = Shape("id", starts=table.starts)
    return _may_be(star.subject, of_rows, things, known) and all(
        _has(table, pattern, things, known) for pattern in star.patterns
    )


def _has(table: Table, pattern: Pattern, things: str, known: Mapping[str, Shape]) -> bool:
    """Whether rows of a table may have triples of a pattern."""
    predicate = pattern.predicate
    if isinstance(predicate, Variable):
        return True
    if isinstance(predicate, Path):
        raise NotTranslatedError(f"the path {predicate.n3()}")
    if predicate.value == RDF_TYPE:
        return isinstance(pattern.object, Variable) or pattern.object == NamedNode(table.cls)
    column = table.properties.get(predicate.value)
    return column is not None and _may_be(pattern.object, _shape(column), things, known)


def _may_be(part: Node, shape: Shape, things: str, known: Mapping[str, Shape]) -> bool:
    """Whether a part of a pattern may be one of the values of a column."""
    if isinstance(part, Variable):
        if part.name not in known:
            return True
        wanted = known[part.name]
    else:
        try:
            wanted = constant(part, things).shape
        except NotTranslatedError:
            return shape.kind in ("decimal", "integer", "boolean", "date")
    if wanted.kind in ("term", "iri" if shape.kind in IRIS else "term"):
        return True
    if wanted.kind != shape.kind:
        return False
    return shape.kind != "id" or not wanted.starts or bool(set(wanted.starts) & set(shape.starts))


@dataclass
class _Scan:
    """A SELECT on a table while it is put together."""

    table: Table
    source: str
    things: str
    values: dict[str, Value] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)

    def sql(self) -> str:
        rows = f"FROM {self.source} AS t{''.join(self.joins)}"
        conditions = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        names = selected({name: value.sql for name, value in self.values.items()})
        return f"SELECT {names} {rows}{conditions}"


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
    made = _Scan(table, source, things)
    _bind(made, star.subject, Value('t."id"', Shape("id", starts=table.starts)))
    for pattern in star.patterns:
        value = _value(made, pattern)
        if not _is_type(pattern):
            made.conditions.append(f"{value.sql} IS NOT NULL")
        _bind(made, pattern.object, value)
    for group in star.optional:
        _bind_optional(made, group)
    return Relation(made.sql(), {name: value.shape for name, value in made.values.items()})


def _is_type(pattern: Pattern) -> bool:
    return pattern.predicate == NamedNode(RDF_TYPE)


def _bind(made: _Scan, part: Node, value: Value) -> None:
    """Give a variable a value, or hold what has one against it."""
    if isinstance(part, Variable) and part.name not in made.values:
        made.values[part.name] = value
        return
    known = made.values[part.name] if isinstance(part, Variable) else constant(part, made.things)
    made.conditions.append(same(value, known, made.things))


def _value(made: _Scan, pattern: Pattern) -> Value:
    """What a row has for a pattern; each value of a list makes a row."""
    if _is_type(pattern):
        return constant(NamedNode(made.table.cls), made.things)
    column = _column(made.table, pattern)
    if column is None:
        raise KeyError(f"{made.table.name} has no {pattern.predicate}")
    if not column.several:
        return Value(f't."{column.name}"', _shape(column))
    name = f"u{len(made.joins)}"
    made.joins.append(f' CROSS JOIN LATERAL (SELECT unnest(t."{column.name}") AS x) AS {name}')
    return Value(f"{name}.x", _shape(column))


def _bind_optional(made: _Scan, group: Group) -> None:
    """Give the objects of patterns values where a row has all of them."""
    columns = [None if _is_type(one) else _column(made.table, one) for one in group]
    is_there = all(
        _is_type(one) or column is not None for one, column in zip(group, columns, strict=True)
    ) and all(_has(made.table, one, made.things, {}) for one in group)
    if not is_there:
        for one in group:
            made.values |= {name: Value("NULL", NOTHING) for name in _objects(one)}
        return
    if any(column is not None and column.several for column in columns):
        _bind_several(made, group, columns[0])
        return
    values = [_value(made, one) for one in group]
    held = list(_conditions(made, group, values))
    for one, value in zip(group, values, strict=True):
        for name in _objects(one):
            sql = value.sql if len(held) == 1 else f"CASE WHEN {' AND '.join(held)} THEN {value.sql} END"
            made.values[name] = Value(sql, value.shape.or_nothing())


def _bind_several(made: _Scan, group: Group, column: Column | None) -> None:
    """Give the object of a pattern each value of a list, or none where there is none."""
    if len(group) > 1 or column is None or not isinstance(group[0].object, Variable):
        raise NotTranslatedError("several optional properties of which one has several values")
    name = f"u{len(made.joins)}"
    values = f'SELECT unnest(t."{column.name}") AS x'
    made.joins.append(f" LEFT JOIN LATERAL ({values}) AS {name} ON TRUE")
    made.values[group[0].object.name] = Value(f"{name}.x", _shape(column).or_nothing())


def _conditions(made: _Scan, group: Group, values: Sequence[Value]) -> Iterator[str]:
    """What has to hold for all patterns of an optional group to hold."""
    for one, value in zip(group, values, strict=True):
        yield f"{value.sql} IS NOT NULL"
        if not isinstance(one.object, Variable):
            yield same(value, constant(one.object, made.things), made.things)


def _objects(pattern: Pattern) -> list[str]:
    return [pattern.object.name] if isinstance(pattern.object, Variable) else []


def _column(table: Table, pattern: Pattern) -> Column | None:
    predicate = pattern.predicate
    return table.properties.get(predicate.value) if isinstance(predicate, NamedNode) else None


def _shape(column: Column) -> Shape:
    scale = PLACES if column.kind == "decimal" else 0
    return Shape(column.kind, scale=scale, starts=column.starts)


def split(patterns: Sequence[Pattern]) -> list[Star]:
    """The stars of patterns, by subject, in the order in which subjects come."""
    subjects = dict.fromkeys(pattern.subject for pattern in patterns)
    return [Star(one, tuple(item for item in patterns if item.subject == one)) for one in subjects]


def read_from(table: Table, shared: str) -> str:
    """The rows of a table that are not in the store, as SQL."""
    rows = f"read_parquet({quoted(table.files)}, union_by_name = true, hive_types_autocast = false)"
    if not table.has_shared:
        return f"SELECT * FROM {rows}"
    return f'SELECT r.* FROM {rows} AS r ANTI JOIN read_parquet({quoted(shared)}) AS s ON r."id" = s."id"'
