"""Which official contest a contest of the sources is: by day, kind of office, counties, and names."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.findings.statements import Statements
from graph.record.matches import Match
from graph.record.names import FULL, best_likeness, read_name
from graph.record.official import OfficialContest
from graph.record.places import Area, area

PROSECUTOR, PRESIDENT, OTHER = "office-kind-prosecutor", "office-kind-president", "office-kind-other"
RECALL = "election-kind-recall"
KINDS_OF_OFFICE = {"ProsecutorOffice": PROSECUTOR}
KINDS_OF_CONTEST = {"PresidentialContest": PRESIDENT}


@dataclass(frozen=True, slots=True)
class Asked:
    """A contest of the sources, with what it can be found by.

    Attributes:
        first: First day it may have been held, year-month-day.
        last: Last day.
        office: Last part of the path of its office.
        kind: Code of `OfficeKind`.
        people: Names of the people who are said to stand in it.
    """

    path: str
    label: str
    first: str
    last: str
    office: str
    kind: str
    place: Area
    is_recall: bool
    people: tuple[str, ...]


def asked_contest(path: str, people: Iterable[str], known: Statements) -> Asked | None:
    """A contest of the sources; None without a day or a place, or for a measure, which nobody stands in."""
    held, place = known.held(path), known.linked(path, "jurisdiction")
    if held is None or held.earliest is None or held.latest is None or place == "":
        return None
    if known.is_a(path, "BallotMeasure"):
        return None
    office = known.linked(path, "office")
    kinds = [kind for name, kind in KINDS_OF_CONTEST.items() if known.is_a(path, name)]
    kinds += [kind for name, kind in KINDS_OF_OFFICE.items() if office and known.is_a(office, name)]
    return Asked(
        path=path,
        label=known.label(path),
        first=str(held.earliest),
        last=str(held.latest),
        office=office.rpartition("/")[2],
        kind=kinds[0] if kinds else OTHER,
        place=area(place, known),
        is_recall=known.is_a(path, "RecallElection"),
        people=tuple(known.label(one) for one in dict.fromkeys(people)),
    )


class Contests:
    """Official contests, looked up by what contests of the sources have in common with them."""

    def __init__(self, contests: Collection[OfficialContest]) -> None:
        """Take in the contests."""
        self._by_place: defaultdict[tuple[str, object], list[OfficialContest]] = defaultdict(list)
        self._by_surname: defaultdict[tuple[str, str, str], list[OfficialContest]] = defaultdict(list)
        self._days = sorted({one.day for one in contests})
        for one in contests:
            for place in {one.jurisdiction, one.counties}:
                self._by_place[one.day, place].append(one)
            for surname in {read_name(name).surname for person in one.candidacies for name in person.names}:
                self._by_surname[one.day, one.state, surname].append(one)

    def match(self, asked: Asked) -> tuple[OfficialContest, Match] | None:
        """The official contest that a contest of the sources is, None for none or for several."""
        days = self._days_of(asked)
        here = [one for day in days for one in self._at(day, asked.place) if _fits(one, asked)]
        if here:
            one = _only(_by_name(_by_office(here, asked), asked))
            return None if one is None else (one, _match(asked, one, _where(asked, one), "high"))
        return None if asked.place.is_country or asked.place.state == "" else self._match_by_name(asked, days)

    def _match_by_name(self, asked: Asked, days: list[str]) -> tuple[OfficialContest, Match] | None:
        """The only contest of the state with people of the sources printed in full, where places allow it."""
        near = {
            one.path: one
            for day in days
            for name in asked.people
            for one in self._by_surname.get((day, asked.place.state, read_name(name).surname), ())
            if _fits(one, asked) and _may_hold(one, asked.place)
        }
        named = [(one, names) for one in near.values() for names in [_printed_in_full(one, asked)] if names]
        if len(named) != 1:
            return None
        one, names = named[0]
        words = (
            f"the only contest of that day, state and kind of office with {' and '.join(names)} on the ballot"
        )
        return one, _match(asked, one, words, "high" if len(names) > 1 else "medium")

    def _days_of(self, asked: Asked) -> list[str]:
        return self._days[bisect_left(self._days, asked.first) : bisect_right(self._days, asked.last)]

    def _at(self, day: str, place: Area) -> list[OfficialContest]:
        same = self._by_place.get((day, place.path), [])
        return same or (self._by_place.get((day, place.counties), []) if place.counties else [])


def _fits(one: OfficialContest, asked: Asked) -> bool:
    """Whether the office is of the same kind, for one person, and the vote of the same sort."""
    if (one.election_kind == RECALL) != asked.is_recall or one.office_kind != asked.kind or one.seats > 1:
        return False
    return asked.kind != OTHER or one.office == asked.office


def _by_office(contests: list[OfficialContest], asked: Asked) -> list[OfficialContest]:
    """Those for the very office, where one is: a county may have two prosecutors."""
    return [one for one in contests if one.office == asked.office] or contests


def _by_name(contests: list[OfficialContest], asked: Asked) -> list[OfficialContest]:
    """Of several contests, as the parties' primaries, those with a candidate who is printed in full."""
    if len(contests) == 1:
        return contests
    return [one for one in contests if _printed_in_full(one, asked)]


def _printed_in_full(one: OfficialContest, asked: Asked) -> list[str]:
    """How people of the sources are printed, those with first name and surname."""
    return [
        candidacy.names[0]
        for candidacy in one.candidacies
        if any(
            rank is not None and rank <= FULL
            for name in asked.people
            for rank in [best_likeness(name, candidacy.names)]
        )
    ]


def _may_hold(one: OfficialContest, place: Area) -> bool:
    """Whether a place whose counties are known shares one with a contest."""
    return not place.counties or not one.counties or bool(place.counties & one.counties)


def _only(contests: list[OfficialContest]) -> OfficialContest | None:
    return contests[0] if len(contests) == 1 else None


def _where(asked: Asked, one: OfficialContest) -> str:
    if asked.place.path == one.jurisdiction:
        return "the same day, kind of office and jurisdiction"
    how = f", by {asked.place.how}" if asked.place.how else ""
    return f"the same day and kind of office, and {_counted(one.counties)} that vote in both{how}"


def _counted(counties: frozenset[str]) -> str:
    return "the one county" if len(counties) == 1 else f"all {len(counties)} counties"


def _match(asked: Asked, one: OfficialContest, reason: str, confidence: str) -> Match:
    return Match(asked.path, one.path, asked.label, one.label, reason, confidence)
