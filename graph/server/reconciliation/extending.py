"""The values of properties of things, for columns that a client adds to its table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from pyoxigraph import Literal, NamedNode

from graph.nodes import DAY, DECIMAL, INTEGER
from graph.reading import Reader
from graph.rows.facts import BOOLEANS
from graph.server.reconciliation.held import Reconciled
from graph.server.reconciliation.vocabulary import IN_REGISTER, local_id, property_named

Cell = dict[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """A thing whose properties are asked for, with what others say that are one with it by decision.

    Attributes:
        nodes: The things that are one, that which stands for all first.
        records: What rows and fact sheets say of them, a record a name they have.
    """

    nodes: tuple[NamedNode, ...]
    records: tuple[Mapping[str, Any], ...]


def extended(
    opened: Reconciled, reader: Reader, ids: Sequence[str], asked: Iterable[tuple[str, int]]
) -> dict[str, object]:
    """The answer to a request to extend data.

    Args:
        opened: The things of the graph that are matched.
        reader: Of the graph.
        ids: Of the things; what the graph does not know has no values.
        asked: Properties, each with the most values that are wanted, 0 for all; unknown ones have none.
    """
    wanted = [(name, most, property_named(name)) for name, most in asked]
    things = {path: _told(opened, reader, path) for path in ids}
    rows = {
        path: {name: _cells(reader, told, local_id(name))[: most or None] for name, most, _ in wanted}
        for path, told in things.items()
    }
    meta = [{"id": name, "name": name if known is None else known.name} for name, _, known in wanted]
    return {"meta": meta, "rows": rows}


def _told(opened: Reconciled, reader: Reader, path: str) -> Told:
    together = opened.matcher.one_with(path)
    records = opened.matcher.records
    rows = tuple(records.filter(pl.col("path").is_in(together)).iter_rows(named=True))
    try:
        nodes = tuple(NamedNode(f"{reader.base}id/{one}") for one in together)
    except ValueError:  # what can be no path of a thing is none
        nodes = ()
    return Told(nodes, rows)


def _cells(reader: Reader, told: Told, name: str) -> list[Cell]:
    """The values of one property, each once."""
    if name in OF_ROWS:
        cells = OF_ROWS[name](told, reader)
    elif name.startswith(IN_REGISTER):
        cells = _in_register(told, name.removeprefix(IN_REGISTER))
    elif property_named(name):
        values = [value for node in told.nodes for value in reader.values(node, name)]
        cells = (_cell(reader, value) for value in values)
    else:
        cells = iter(())
    found: list[Cell] = []
    for cell in cells:
        if cell not in found:
            found.append(cell)
    return found


def _cell(reader: Reader, value: NamedNode | Literal) -> Cell:
    """A value as clients know them."""
    if isinstance(value, NamedNode):
        return _thing(reader, value)
    if value.datatype == INTEGER:
        return {"int": int(value.value)}
    if value.datatype == DECIMAL:
        return {"float": float(value.value)}
    if value.datatype == DAY:
        return _day(value.value)
    return {"str": BOOLEANS.get(value.value, value.value)}


def _thing(reader: Reader, node: NamedNode) -> Cell:
    start = f"{reader.base}id/"
    if node.value.startswith(start):
        return {"id": node.value.removeprefix(start), "name": reader.label(node)}
    return {"str": reader.label(node)}


def _day(day: str) -> Cell:
    return {"date": f"{day}T00:00:00Z"}


def _names(told: Told, _: Reader) -> Iterator[Cell]:
    return ({"str": name} for name in sorted({row["label"] for row in told.records}))


def _identifiers(told: Told, _: Reader) -> Iterator[Cell]:
    return ({"str": one} for one in _stated(told))


def _in_register(told: Told, register: str) -> Iterator[Cell]:
    start = f"{register}:"
    return ({"str": one.removeprefix(start)} for one in _stated(told) if one.startswith(start))


def _stated(told: Told) -> list[str]:
    return sorted({one for row in told.records for one in row["identifiers"]})


def _standing_for(told: Told, reader: Reader) -> Iterator[Cell]:
    return (_thing(reader, node) for node in told.nodes[1:])


def _text(column: str) -> "Reading":
    """The texts of a column of records."""

    def texts(told: Told, _: Reader) -> Iterator[Cell]:
        return ({"str": row[column]} for row in told.records if row[column])

    return texts


def _things(column: str) -> "Reading":
    """The things of a column of records."""

    def things(told: Told, reader: Reader) -> Iterator[Cell]:
        paths = sorted({path for row in told.records for path in row[column]})
        return (_thing(reader, NamedNode(f"{reader.base}id/{path}")) for path in paths)

    return things


def _first_day(told: Told, _: Reader) -> Iterator[Cell]:
    days = [row["first_day"] for row in told.records if row["first_day"]]
    return iter([_day(min(days))] if days else [])


def _last_day(told: Told, _: Reader) -> Iterator[Cell]:
    days = [row["last_day"] for row in told.records if row["last_day"]]
    return iter([_day(max(days))] if days else [])


def _money(told: Told, _: Reader) -> Iterator[Cell]:
    sums = {row["path"]: row["money"] for row in told.records}
    return iter([{"float": float(sum(sums.values()))}] if any(sums.values()) else [])


def _rows(told: Told, _: Reader) -> Iterator[Cell]:
    counts = {row["path"]: row["rows"] for row in told.records}
    return iter([{"int": sum(counts.values())}] if any(counts.values()) else [])


Reading = Callable[[Told, Reader], Iterator[Cell]]
OF_ROWS: Mapping[str, Reading] = {
    "contests": _things("contests"),
    "employer": _text("employer"),
    "firstDay": _first_day,
    "identifier": _identifiers,
    "lastDay": _last_day,
    "money": _money,
    "name": _names,
    "occupation": _text("occupation"),
    "offices": _things("offices"),
    "rows": _rows,
    "standsFor": _standing_for,
}
"""Properties that are worked out of records, by their ids."""
