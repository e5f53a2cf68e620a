"""What the triple store finds for a part of a query, as a table for DuckDB."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph.virtual.constants import constant
from graph.virtual.read_terms import any_term
from graph.virtual.relation import Relation
from graph.virtual.terms import (
    NotTranslatedError,
    Shape,
    Term,
    common,
    name_of,
)

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

MOST = 2_000_000
"""Solutions of the store that are taken into tables, at most."""
READERS: Mapping[str, Callable[[str], object]] = {
    "integer": int,
    "decimal": Decimal,
    "boolean": "true".__eq__,
}
TYPES = {"integer": "int64", "boolean": "bool", "date": "date32"}
"""Types of columns as pyarrow calls them."""


@dataclass
class StorePart:
    """The store, and what it found for one query.

    Attributes:
        store: Everything but virtual rows.
        connection: Where tables are made.
        things: What the IRIs of things start with.
        asked: What was asked, for explanations: the pattern, and how many solutions it has.
    """

    store: Store
    connection: "DuckDBPyConnection"
    things: str
    asked: list[tuple[str, int]] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=count)

    def find(self, where: str, variables: Sequence[str], known: Mapping[str, Shape]) -> Relation | None:
        """The solutions of a group of patterns; None where there are none.

        Args:
            where: The patterns.
            variables: The names of their variables.
            known: What is known of variables: solutions with other values are left out.

        Raises:
            NotTranslatedError: They are too many.
        """
        names = " ".join(f"?{name.replace('=', 'our_')}" for name in variables)
        text = f"SELECT {names or '(1 AS ?our_one)'} WHERE {{ {where} }}"
        found = self.store.query(text)
        if not isinstance(found, QuerySolutions):
            raise TypeError(f"{text} is no SELECT")
        paths = {
            number: tuple(f"{self.things}{start}/" for start in known[name].starts)
            for number, name in enumerate(variables)
            if name in known and known[name].kind == "id" and known[name].starts
        }
        rows: list[Sequence[Term | None]] = []
        for solution in found:
            row = tuple(solution)
            if all(_starts(row[number], starts) for number, starts in paths.items()):
                rows.append(row)
            if len(rows) > MOST:
                raise NotTranslatedError(f"more than {MOST:,} solutions in the store for {where}")
        self.asked.append((where, len(rows)))
        return self.table(variables, rows) if rows else None

    def things_of(self, variable: str, paths: "pa.Array") -> Relation:
        """Things, by their paths, as a relation of one variable."""
        import pyarrow as pa

        table = f"found{next(self._numbers)}"
        self.connection.register(table, pa.table({name_of(variable)[1:-1]: paths}))
        return Relation(f"SELECT {name_of(variable)} FROM {table}", {variable: Shape("id")})

    def table(self, variables: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> Relation:
        """Rows of terms as a relation."""
        import pyarrow as pa

        columns: dict[str, Shape] = {}
        arrays: dict[str, pa.Array] = {"=": pa.array(range(len(rows)))}
        for number, name in enumerate(variables):
            shape, array = _column([row[number] for row in rows], self.things)
            columns[name], arrays[name_of(name)[1:-1]] = shape, array
        table = f"found{next(self._numbers)}"
        self.connection.register(table, pa.table(arrays))
        names = ", ".join(map(name_of, variables)) or '1 AS "="'
        return Relation(f"SELECT {names} FROM {table}", columns)


def _starts(term: Term | None, starts: tuple[str, ...]) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(starts)


def _column(terms: Sequence[Term | None], things: str) -> "tuple[Shape, pa.Array]":
    """The narrowest shape of terms, and their values in it."""
    import pyarrow as pa

    shape = common([_shape(term, things) for term in dict.fromkeys(terms)])
    if shape.kind == "date":
        shape = Shape("term", shape.nullable)  # days with time zones are no days of SQL
    if shape.kind == "nothing":
        return shape, pa.nulls(len(terms), pa.string())
    values = [None if term is None else _value(term, shape.kind, things) for term in terms]
    is_decimal = shape.kind == "decimal"
    kind = (
        pa.decimal128(38, shape.scale) if is_decimal else pa.type_for_alias(TYPES.get(shape.kind, "string"))
    )
    try:
        return shape, pa.array(values, kind)
    except pa.ArrowInvalid as error:
        raise NotTranslatedError("numbers with too many digits in the store") from error


def _shape(term: Term | None, things: str) -> Shape:
    if term is None:
        return Shape("nothing", nullable=True)
    try:
        return constant(term, things).shape
    except NotTranslatedError:
        return Shape("term")


def _value(term: Term, kind: str, things: str) -> object:
    """A term as a value of a kind that it fits in."""
    if kind == "term":
        return any_term(term)
    if isinstance(term, NamedNode):
        return term.value if kind == "iri" else _short(term.value, things)
    if not isinstance(term, Literal):
        raise TypeError(f"{term} is of kind term")
    return READERS.get(kind, str)(term.value)


def _short(iri: str, things: str) -> str:
    from ontology import NAMESPACE

    return iri.removeprefix(things) if iri.startswith(things) else iri.removeprefix(NAMESPACE)
