"""A selection in words, with the names that the graph has for its things."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.rows.words import amount
from graph.selection.selection import Selection
from graph.selection.wanted import Wanted
from sources.writing import counted


def words(reader: Reader, selection: Selection, wanted: Wanted) -> str:
    """What is selected, for people: "1 step around Cari Tuna, in California, 2018"."""
    return ", ".join(_parts(reader, selection, wanted))


def _parts(reader: Reader, selection: Selection, wanted: Wanted) -> Iterator[str]:
    if wanted.focus:
        focus = _either(reader, map(NamedNode, wanted.focus))
        yield f"{counted(wanted.hops, 'step')} around {focus}"
    if wanted.contests:
        yield _either(reader, (contest for scope in wanted.contests for contest in scope.contests))
    for scopes in (wanted.counties, wanted.states):
        if scopes:
            yield f"in {_either(reader, (place for scope in scopes for place in scope.places))}"
    if selection.years:
        yield " or ".join(selection.years)
    if wanted.min_amount is not None:
        yield f"amounts of at least {amount(wanted.min_amount)}"
    if selection.query is not None:
        yield f"what {selection.query.name} names"


def _either(reader: Reader, things: Iterable[NamedNode]) -> str:
    return " or ".join(reader.label(thing) for thing in things)
