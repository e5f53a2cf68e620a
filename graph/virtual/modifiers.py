"""What is done with the solutions of one part of a query: kept, computed, selected, ordered, counted off."""

from collections.abc import Sequence
from dataclasses import replace

from graph.virtual.relation import Relation, selected
from graph.virtual.terms import NOTHING, NotTranslatedError, Value, name_of


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
