"""Patterns that ask for any property: what a row has in all of its columns."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.virtual.candidates import shape_of
from graph.virtual.constants import constant
from graph.virtual.conversions import as_kind
from graph.virtual.mapping import RDF_TYPE, Table
from graph.virtual.patterns import Pattern, Variable
from graph.virtual.select import Scan
from graph.virtual.terms import Shape, Value, common, quoted

PROPERTY = Shape("iri")


def bind_anything(made: Scan, table: Table, pattern: Pattern) -> None:
    """Give the property and the object of a pattern the values of each column of a table in turn."""
    cls = constant(NamedNode(table.cls), made.things)
    shape = common([cls.shape, *(shape_of(column) for column in table.columns)])
    pair = made.unnested(f"flatten([{', '.join(_lists(made, table, cls, shape))}])")
    made.conditions.append(f"{pair}.o IS NOT NULL")
    made.bind(property_of(pattern), Value(f"{pair}.p", PROPERTY))
    made.bind(pattern.object, Value(f"{pair}.o", shape))


def property_of(pattern: Pattern) -> Variable:
    """The variable that is the property of a pattern."""
    if not isinstance(pattern.predicate, Variable):
        raise TypeError(f"{pattern} asks for one property")
    return pattern.predicate


def _lists(made: Scan, table: Table, cls: Value, shape: Shape) -> Iterable[str]:
    """Lists of pairs: one of the columns with one value, and one for each with several."""
    single = [_pair(RDF_TYPE, cls, shape, made.things)]
    for iri, column in sorted(table.properties.items()):
        if not column.several:
            value = Value(f't."{column.name}"', shape_of(column))
            single.append(_pair(iri, value, shape, made.things))
    yield f"[{', '.join(single)}]"
    for iri, column in sorted(table.properties.items()):
        if column.several:
            pair = _pair(iri, Value("v", shape_of(column)), shape, made.things)
            yield f'coalesce([{pair} FOR v IN t."{column.name}"], [])'


def _pair(iri: str, value: Value, shape: Shape, things: str) -> str:
    return f"{{'p': {quoted(iri)}, 'o': {as_kind(value, shape, things)}}}"
