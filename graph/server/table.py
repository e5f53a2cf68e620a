"""What a query finds as a table for a page: the first rows, with the names of things."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode, QueryBoolean, QueryTriples

from graph.reading import Reader
from graph.sparql.evaluation import Found
from graph.sparql.terms import Prefixes, Term

SHOWN = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, and the IRI behind them, "" where it is no thing."""

    text: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of a result; `cut` when there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False


def table_of(reader: Reader, prefixes: Prefixes, found: Found) -> Table:
    """What a query finds, as a table."""
    if isinstance(found, QueryBoolean):
        return Table(("answer",), ((Cell("true" if found else "false"),),))
    if isinstance(found, QueryTriples):
        triples: Iterable[Iterable[Term | None]] = found
        return _table(reader, prefixes, ("subject", "predicate", "object"), triples)
    names = tuple(variable.value for variable in found.variables)
    return _table(reader, prefixes, names, ([row[name] for name in names] for row in found))


def _table(
    reader: Reader, prefixes: Prefixes, columns: tuple[str, ...], rows: Iterable[Iterable[Term | None]]
) -> Table:
    shown = tuple(tuple(_cell(reader, prefixes, term) for term in row) for row in islice(rows, SHOWN + 1))
    return Table(columns, shown[:SHOWN], len(shown) > SHOWN)


def _cell(reader: Reader, prefixes: Prefixes, term: Term | None) -> Cell:
    if term is None:
        return Cell("")
    if isinstance(term, NamedNode):
        known = term.value.startswith(f"{reader.base}id/")
        return Cell(reader.label(term) if known else prefixes.shorten(term.value), term.value)
    return Cell(getattr(term, "value", str(term)))
