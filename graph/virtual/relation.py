"""Solutions of a part of a query as a SELECT: bags, as SPARQL has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.virtual.terms import NOTHING, Shape, Value, name_of


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


def nothing(variables: Iterable[str]) -> Relation:
    """No solution, of these variables."""
    columns = dict.fromkeys(variables, replace(NOTHING, nullable=False))
    return Relation(f"SELECT {selected(dict.fromkeys(columns, 'NULL'))} WHERE FALSE", columns)
