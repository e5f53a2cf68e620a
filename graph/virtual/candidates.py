"""Which tables may have rows that the patterns of a star hold for."""

from collections.abc import Mapping

from pyoxigraph import NamedNode
from rdflib.paths import Path

from graph.virtual.constants import constant
from graph.virtual.mapping import RDF_TYPE, Column, Table, Tables
from graph.virtual.patterns import Node, Pattern, Variable
from graph.virtual.stars import Star
from graph.virtual.terms import IRIS, NotTranslatedError, Shape

PLACES, DIGITS = 2, 16
"""Digits after and before the point of decimals in tables."""


def candidates(star: Star, tables: Tables, known: Mapping[str, Shape]) -> list[Table]:
    """The tables with rows that the patterns of a star may hold for.

    Args:
        star: The patterns.
        tables: All tables.
        known: What is known of the values of variables.
    """
    return [table for table in tables.tables if _fits(star, table, tables.things, known)]


def _fits(star: Star, table: Table, things: str, known: Mapping[str, Shape]) -> bool:
    of_rows = Shape("id", starts=table.starts)
    return _may_be(star.subject, of_rows, things, known) and all(
        has_triples(table, pattern, things, known) for pattern in star.patterns
    )


def has_triples(table: Table, pattern: Pattern, things: str, known: Mapping[str, Shape]) -> bool:
    """Whether rows of a table may have triples of a pattern."""
    predicate = pattern.predicate
    if isinstance(predicate, Variable):
        return True
    if isinstance(predicate, Path):
        raise NotTranslatedError(f"the path {predicate.n3()}")
    if predicate.value == RDF_TYPE:
        return isinstance(pattern.object, Variable) or pattern.object == NamedNode(table.cls)
    column = table.properties.get(predicate.value)
    return column is not None and _may_be(pattern.object, shape_of(column), things, known)


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


def column_of(table: Table, pattern: Pattern) -> Column | None:
    """The column of a table that a pattern asks of."""
    predicate = pattern.predicate
    return table.properties.get(predicate.value) if isinstance(predicate, NamedNode) else None


def shape_of(column: Column) -> Shape:
    """What the values of a column are."""
    if column.kind == "decimal":
        return Shape(column.kind, scale=PLACES, digits=DIGITS)
    return Shape(column.kind, starts=column.starts)
