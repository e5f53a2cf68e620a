"""What claims tell of: money, events, polls, who left an office, and counts of votes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from graph.happenings.dates import Days, days, days_of, until_told
from graph.nodes import code
from graph.picture import Edge, Happening, Interval
from graph.reading import Reader
from ontology import CLASSES
from sources.check import is_kind

GIFTS = ("funded", "gaveTo", "raisedFor", "transferredTo")
EVENTS = tuple(sorted(name for name in CLASSES if is_kind(name, "Event")))
NAMES = ("rdf:subject", "rdf:object", "event", "attributedTo")
"""How a claim names an event or a poll it tells of."""
ENDS = ("contest", "rdf:subject", "rdf:object", "place")
"""How a claim names a mark."""
POLLED = ("poll-share", "undecided")
MEASURES = {"share": "", "margin": "margin ", "margin-of-loss": "margin of loss "}
"""What is counted, as it stands before a figure."""
Marks = frozenset[str]


def told_happenings(reader: Reader, edges: Iterable[Edge], marks: Marks) -> list[Happening]:
    """All that claims tell of the marks of a picture, whatever is known of its time."""
    gone = list(_removals(reader, marks))
    told = {key for one in gone for key in one.claims}
    events = [one for one in _named_by_claims(reader, "event", EVENTS, marks) if not told & set(one.claims)]
    ads = _named_by_claims(reader, "ad", ("Advertisement",), marks)
    return [*_money(reader, edges), *gone, *events, *ads, *_polls(reader, marks), *_counts(reader, marks)]


def _happening(reader: Reader, thing: NamedNode, kind: str, claims: Sequence[NamedNode]) -> Happening:
    """A thing with its own label and time, and the claims that tell of it."""
    told = reader.text(thing, "firstSaid") or min((_told(reader, claim) for claim in claims), default="")
    return Happening(
        key=thing.value,
        kind=kind,
        label=reader.label(thing),
        **until_told(days_of(reader, thing), told),
        told=told,
        claims=tuple(sorted(reader.text(claim, "dcterms:identifier") for claim in claims)),
    )


def _claims(reader: Reader, thing: NamedNode) -> list[NamedNode]:
    """The claims a thing is derived from, else those that name it."""
    return reader.nodes(thing, "prov:wasDerivedFrom") or _telling(reader, thing)


def _telling(reader: Reader, thing: NamedNode) -> list[NamedNode]:
    """The claims that name a thing."""
    found = {claim for name in NAMES for claim in reader.subjects(name, thing) if _is_claim(reader, claim)}
    return sorted(found, key=lambda claim: claim.value)


def _is_claim(reader: Reader, node: NamedNode) -> bool:
    return reader.text(node, "dcterms:identifier") != "" and bool(reader.nodes(node, "document"))


def _told(reader: Reader, claim: NamedNode) -> str:
    """The day the document of a claim is from, at the earliest."""
    return min(
        (reader.text(document, "earliest") for document in reader.nodes(claim, "document")), default=""
    )


def _named(reader: Reader, claims: Iterable[NamedNode], marks: Marks) -> tuple[str, ...]:
    """The marks that claims name, contests first."""
    found = (end.value for name in ENDS for claim in claims for end in reader.nodes(claim, name))
    return tuple(dict.fromkeys(end for end in found if end in marks))


def _money(reader: Reader, edges: Iterable[Edge]) -> Iterator[Happening]:
    """Gifts and spending, one for each edge of money."""
    for edge in edges:
        event = reader.node(NamedNode(edge.iri), "reportedEvent")
        if edge.family == "money" and event is not None:
            kind = "gift" if edge.relation in GIFTS else "spending"
            told = _happening(reader, event, kind, _claims(reader, event))
            yield replace(told, key=edge.iri, marks=(edge.iri,), claims=edge.claims, amount=edge.amount)


def _removals(reader: Reader, marks: Marks) -> Iterator[Happening]:
    """Who was recalled, suspended or removed."""
    for event in reader.instances("OfficeRemoval"):
        ends = (*reader.nodes(event, "contest"), *reader.nodes(event, "officeHolder"))
        here = tuple(end.value for end in ends if end.value in marks)
        if here:
            yield replace(_happening(reader, event, "office", _claims(reader, event)), marks=here)


def _named_by_claims(reader: Reader, kind: str, classes: Iterable[str], marks: Marks) -> Iterator[Happening]:
    """Things of some classes whose claims name a mark."""
    for name in classes:
        for thing in reader.instances(name):
            claims = _claims(reader, thing)
            if here := _named(reader, claims, marks):
                yield replace(_happening(reader, thing, kind, claims), marks=here)


def _polls(reader: Reader, marks: Marks) -> Iterator[Happening]:
    """Polls with the figures they found."""
    for poll in reader.instances("Poll"):
        claims = _claims(reader, poll)
        if here := _named(reader, claims, marks):
            told = _happening(reader, poll, "poll", claims)
            figures = ", ".join(dict.fromkeys(_polled(reader, _telling(reader, poll))))
            yield replace(told, marks=here, label=": ".join(filter(None, (told.label, figures))))


def _polled(reader: Reader, claims: Iterable[NamedNode]) -> Iterator[str]:
    """Who has how much in a poll."""
    tallies = {tally.value for claim in claims for tally in reader.subjects("prov:wasDerivedFrom", claim)}
    for tally in map(NamedNode, sorted(tallies)):
        if any(code("measure", name) in reader.nodes(tally, "measure") for name in POLLED):
            who = reader.node(tally, "candidate")
            yield f"{'undecided' if who is None else reader.label(who)} {reader.text(tally, 'asWritten')}"


def _counts(reader: Reader, marks: Marks) -> Iterator[Happening]:
    """What sources say of votes, each at the time it was told: counts went on after the election."""
    for tally in reader.instances("Tally"):
        contest, who = reader.node(tally, "contest"), reader.node(tally, "candidate")
        measure = reader.text(tally, "measure").partition("measure-")[2]
        if contest is None or contest.value not in marks or measure not in MEASURES:
            continue
        told = _happening(reader, tally, "count", _claims(reader, tally))
        if not told.claims:
            continue
        name = "" if who is None else reader.label(who)
        yield replace(
            told,
            **_when_counted(reader, tally, contest),
            label=f"{name}: {MEASURES[measure]}{reader.text(tally, 'asWritten')}, {reader.label(contest)}",
            marks=(contest.value,) if who is None or who.value not in marks else (contest.value, who.value),
            figure=_figure(reader, tally),
            series=f"{contest.value} {name} {measure}",
            status=reader.label(reader.nodes(tally, "countStatus")[0]),
        )


def _when_counted(reader: Reader, tally: NamedNode, contest: NamedNode) -> Days:
    """A count was made after the election day and before it was told."""
    election, last = reader.text(contest, "latest"), reader.text(tally, "lastSaid")
    if days_of(reader, tally)["date"] or election == "" or last < election:
        return days_of(reader, tally)
    return days(
        f"{election}/{last}" if election < last else election, "between the election and the day it was told"
    )


def _figure(reader: Reader, tally: NamedNode) -> Interval:
    """A share or margin as far as a source fixes it, in percent."""
    return Interval(
        low=reader.number(tally, "atLeast"),
        high=reader.number(tally, "atMost"),
        low_open=reader.text(tally, "atLeastInclusive") == "false",
        high_open=reader.text(tally, "atMostInclusive") == "false",
        text=reader.text(tally, "asWritten"),
    )
