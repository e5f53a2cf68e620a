"""Of which money a sum is asked: contest, place, time, kind, and who tells of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from pyoxigraph import NamedNode

from graph.cards import read_documents
from graph.entities import NO_ROWS, find_entity
from graph.errors import UnknownNameError
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from ontology import CLASSES
from sources.check import is_kind
from sources.edtf import read_date

MONEY = ("MoneyFlow", "MoneyTotal")
POSTAL, FIPS = 2, 5


@dataclass(frozen=True, slots=True)
class Scope:
    """The money that is asked for; an empty part leaves it open.

    Attributes:
        contests: Contests or sets of contests, any of which will do.
        places: Places, any of which will do.
        first: First day, None for any.
        last: Last day, None for any.
        kinds: Classes of flows, any of which will do.
        documents: Keys of documents; rows of datasets are then not asked.
        datasets: Ids of datasets; documents are then not asked.
        words: The filters as they were given.
    """

    contests: tuple[NamedNode, ...] = ()
    places: tuple[NamedNode, ...] = ()
    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def limits(self) -> bool:
        """Whether a contest, a place or a time is asked for."""
        return bool(self.contests or self.places or self.first or self.last)


Read = Callable[[Scope, str, Reader, EventTables], Scope]


def read_scope(reader: Reader, filters: Iterable[str], tables: EventTables = NO_ROWS) -> Scope:
    """The scope of filters such as `state=ca`; one name given again means either.

    Raises:
        UnknownNameError: A filter is none, or its value names nothing.
    """
    scope = Scope()
    for words in filters:
        name, equals, value = words.partition("=")
        read = FILTERS.get(name)
        if read is None or not equals or not value:
            near = get_close_matches(name, FILTERS, n=1)
            meant = f"; did you mean {near[0]}={value or '...'}?" if near else ""
            known = ", ".join(FILTERS)
            raise UnknownNameError(f"{words!r} is no filter NAME=VALUE with one of the names {known}{meant}")
        scope = replace(read(scope, value, reader, tables), words=(*scope.words, words))
    return scope


def _contest(scope: Scope, value: str, reader: Reader, tables: EventTables) -> Scope:
    return replace(scope, contests=(*scope.contests, find_entity(reader, value, tables)))


def _county(scope: Scope, value: str, reader: Reader, tables: EventTables) -> Scope:
    name = f"county/us/{value}" if len(value) == FIPS and value.isdecimal() else value
    return replace(scope, places=(*scope.places, find_entity(reader, name, tables)))


def _state(scope: Scope, value: str, reader: Reader, tables: EventTables) -> Scope:
    name = f"state/us/{value.lower()}" if len(value) == POSTAL else value
    return replace(scope, places=(*scope.places, find_entity(reader, name, tables)))


def _year(scope: Scope, value: str, reader: Reader, tables: EventTables) -> Scope:
    return _until(_since(scope, value, reader, tables), value, reader, tables)


def _since(scope: Scope, value: str, _: Reader, __: EventTables) -> Scope:
    first = _days(value)[0]
    return replace(scope, first=max(filter(None, (scope.first, first)), default=None))


def _until(scope: Scope, value: str, _: Reader, __: EventTables) -> Scope:
    last = _days(value)[1]
    return replace(scope, last=min(filter(None, (scope.last, last)), default=None))


def _days(value: str) -> tuple[date | None, date | None]:
    try:
        days = read_date(value)
    except ValueError as error:
        raise UnknownNameError(str(error)) from error
    return days.earliest, days.latest


def _kind(scope: Scope, value: str, _: Reader, __: EventTables) -> Scope:
    money = {name for name in CLASSES if any(is_kind(name, kind) for kind in MONEY)}
    named = {spelt: name for name in sorted(money) for spelt in (name.lower(), CLASSES[name].label.lower())}
    kind = named.get(value.lower().replace("-", " ")) or named.get(value.lower())
    if kind is None:
        known = ", ".join(sorted(CLASSES[name].label for name in money))
        raise UnknownNameError(f"{value!r} is no kind of money; there are {known}")
    return replace(scope, kinds=(*scope.kinds, kind))


def _document(scope: Scope, value: str, reader: Reader, _: EventTables) -> Scope:
    known = read_documents(reader)
    if value not in known:
        raise UnknownNameError(f"{value!r} is no document; there are {', '.join(known) or 'none'}")
    return replace(scope, documents=(*scope.documents, value))


def _dataset(scope: Scope, value: str, _: Reader, tables: EventTables) -> Scope:
    if value not in tables.folders:
        raise UnknownNameError(
            f"{value!r} is no dataset; there are {', '.join(sorted(tables.folders)) or 'none'}"
        )
    return replace(scope, datasets=(*scope.datasets, value))


FILTERS: dict[str, Read] = {
    "contest": _contest,
    "county": _county,
    "state": _state,
    "year": _year,
    "since": _since,
    "until": _until,
    "kind": _kind,
    "document": _document,
    "dataset": _dataset,
}
