"""The days of a thing: what documents date, and what is undated by the day it was first told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.money import NOT_STATED
from graph.reading import Reader
from graph.server.held import Held
from graph.server.pages.told import is_one, told_events
from ontology import CLASSES

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OPEN = ".."
DATED = ("Contest", "Event", "Election", "Poll", "Advertisement", "SourceDocument")
"""Classes of things that have a day by themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that happened, or is told to have.

    Attributes:
        sortable: Its day as far as known, for order.
        day: Its day for people.
        words: What happened.
        kind: Its class for people.
        iri: Where it is told.
        amount: Its amount for people, "" for none.
    """

    sortable: str
    day: str
    words: str
    kind: str
    iri: str
    amount: str = ""


def timeline(held: Held, node: NamedNode) -> tuple[Moment, ...]:
    """What happened to a thing, by what it did and what was done, in order."""
    reader = held.reader
    events = told_events(held, node)
    contests = {one for event in events for one in reader.nodes(event, "contest")}
    dated = {*contests, *_near(reader, node)} - {node}
    found = {moment for one in (*events, *dated) for moment in _moment(reader, one)}
    return tuple(sorted(found))


def _near(reader: Reader, node: NamedNode) -> Iterator[NamedNode]:
    """Dated things that claims on a thing name: advertisements, polls, rallies."""
    for prop, other in (("rdf:subject", "rdf:object"), ("rdf:object", "rdf:subject")):
        for claim in reader.subjects(prop, node):
            for one in reader.nodes(claim, other):
                if any(is_one(reader, one, kind) for kind in DATED) and reader.text(one, "date"):
                    yield one


def _moment(reader: Reader, node: NamedNode) -> Iterator[Moment]:
    """A thing with its day, or with the day it was first told; nothing for what has neither."""
    day, first = reader.text(node, "date"), reader.text(node, "firstSaid")
    if not day and not first:
        return
    kind = next((CLASSES[one].label for one in reader.kinds(node) if one in CLASSES), "")
    amount = reader.amount(node).text if is_one(reader, node, "MoneyFlow") else ""
    words = f"{_day(day)}" if day else f"by {_day(first)}"
    known = "" if amount == NOT_STATED else amount
    yield Moment(_sortable(day or first, late=not day), words, reader.label(node), kind, node.value, known)


def _sortable(day: str, *, late: bool) -> str:
    """A day for order: what begins earlier first, and what is only known to be before a day after that."""
    begin, _, end = day.partition("/")
    known = end if begin in {OPEN, ""} else begin
    return f"{known:-<10}{'~' if late else ''}"


def _day(edtf: str) -> str:
    """A day as people write it: 5 June 2018, June 2018, before June 2018, May to June 2018."""
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _one(begin)
    if begin in {OPEN, ""}:
        return f"until {_one(end)}"
    return f"from {_one(begin)}" if end in {OPEN, ""} else f"{_one(begin)} to {_one(end)}"


def _one(part: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", part)
    if found is None:
        return part
    year, month, day, doubt = found.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month and 1 <= int(month) <= len(MONTHS) else []
    return f"{'about ' if doubt else ''}{' '.join([*words, year])}"
