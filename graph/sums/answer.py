"""How much money went from one to another: what documents tell, and what filings tell, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.entities import NO_ROWS, find_entity
from graph.errors import UnknownNameError
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.sums.filed import Filed, filed_money
from graph.sums.scope import read_scope
from graph.sums.sides import Side, side_of
from graph.sums.told import Asked, Told, told_money


@dataclass(frozen=True, slots=True)
class Money:
    """The money from one to another, as far as the sources fix it.

    Attributes:
        payer: Name of who paid, "" for anyone.
        payee: Name of whom or what it is for, "" for anyone and anything.
        where: The filters.
        told: What documents tell; never added to what filings tell.
        filed: What rows of filings tell, each dataset by itself.
    """

    payer: str
    payee: str
    where: tuple[str, ...]
    told: Told
    filed: Filed


def money_between(
    reader: Reader, payer: str = "", payee: str = "", where: Iterable[str] = (), tables: EventTables = NO_ROWS
) -> Money:
    """The safe sums of money from one to another, and what is left out of them.

    Args:
        reader: The graph.
        payer: Name, path, IRI or id of who paid; "" for anyone.
        payee: Name, path, IRI or id of whom, which committee, contest or place it is for; "" for any.
        where: Filters such as `state=ca`, see `graph.sums.scope`.
        tables: The rows of the graph; without them only documents are asked.

    Raises:
        UnknownNameError: A name or filter is not known, or neither payer nor payee is given.
    """
    if not payer and not payee:
        raise UnknownNameError("name who paid (--from) or for whom or what (--to), or both")
    scope = read_scope(reader, where, tables)
    asked = Asked(_side(reader, payer, tables), _side(reader, payee, tables), scope)
    return Money(
        payer="" if asked.payer is None else reader.label(asked.payer.node),
        payee="" if asked.payee is None else reader.label(asked.payee.node),
        where=scope.words,
        told=told_money(reader, asked),
        filed=filed_money(reader, tables, asked),
    )


def _side(reader: Reader, name: str, tables: EventTables) -> Side | None:
    return side_of(reader, find_entity(reader, name, tables)) if name else None
