"""What sources say of votes, and the official contests, candidates and counts it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.findings.statements import Figure, Outcome, Statements, path_of
from graph.record.candidates import by_name, by_nomination, by_role
from graph.record.contests import Asked, Contests, asked_contest
from graph.record.datasets import whole_datasets
from graph.record.matches import Match
from graph.record.official import Count, OfficialContest
from graph.record.places import area
from graph.record.stated import place_of, stated_figures, stated_gaps, stated_outcomes
from graph.record.verdicts import is_early
from sources.claim import Claim

if TYPE_CHECKING:
    from graph.record.tables import Record


class Comparison:
    """The claims about votes, and the official contests, candidates and counts they are about."""

    def __init__(self, known: Statements, conversions: Mapping[str, Path]) -> None:
        """Match what sources say of contests to the official results of datasets.

        Args:
            known: The claims.
            conversions: The folder of the conversion of each dataset, by its id.
        """
        self.known = known
        self.figures = tuple(stated_figures(known))
        self.outcomes = tuple(stated_outcomes(known))
        self.gaps = tuple(stated_gaps(known))
        self.record = self._record(conversions)
        self._counties: dict[str, frozenset[str]] = {}
        self._people: dict[tuple[str, str], Match | None] = {}

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        """The contests that claims about votes are about, by path."""
        people: defaultdict[str, list[str]] = defaultdict(list)
        for contest, who in self._who():
            people[contest] += [who] if self._has_name(who) else []
        made = (asked_contest(path, people[path], self.known) for path in sorted(people))
        return {one.path: one for one in made if one is not None}

    @cached_property
    def contests(self) -> Mapping[str, tuple[OfficialContest, Match]]:
        """The official contest of each contest that has one."""
        if self.record is None:
            return {}
        index = Contests(self.record.contests)
        found = ((path, index.match(one)) for path, one in self.asked.items())
        matched = {path: match for path, match in found if match is not None}
        places = {county for one, _ in matched.values() for county in one.counties}
        places |= {county for figure in self._placed() for county in self.counties(figure)}
        self.record.read_votes((one.path for one, _ in matched.values()), places)
        return matched

    def counties(self, place: str) -> frozenset[str]:
        """The counties of a place of the registry, none where it does not say."""
        if place not in self._counties:
            here = area(place, self.known)
            is_state = self.known.is_a(place, "State")
            self._counties[place] = self._all_counties(here.state) if is_state else here.counties
        return self._counties[place]

    def _all_counties(self, state: str) -> frozenset[str]:
        from graph.record.voters import counties_of_state

        return counties_of_state(state)

    def count(self, contest: str, place: str = "") -> Count | None:
        """The official votes of a contest, in all or at a place; None where some of them are missing."""
        if contest not in self.contests or self.record is None:
            return None
        official, _ = self.contests[contest]
        counties = self.counties(place) if place else frozenset()
        if place and not counties and place != self.asked[contest].place.path:
            return None
        found = self.record.count(official, counties)
        return found if found is not None and found.votes else None

    def count_where(self, contest: str, held_in: str) -> Count | None:
        """The official votes of a contest in the counties that vote in another one."""
        if contest not in self.contests or held_in not in self.contests or self.record is None:
            return None
        return self.record.count(self.contests[contest][0], self.contests[held_in][0].counties)

    def candidate(self, who: str, contest: str) -> Match | None:
        """The official candidacy of a person in a contest."""
        if (who, contest) not in self._people:
            self._people[who, contest] = self._matched(who, contest)
        return self._people[who, contest]

    @property
    def matches(self) -> tuple[Match, ...]:
        """Every match of a contest or person, in order."""
        people = (self.candidate(who, contest) for contest, who in sorted(set(self._who())))
        found = [match for _, match in self.contests.values()] + [one for one in people if one is not None]
        return tuple(sorted(found, key=lambda one: (one.thing, one.contest)))

    def published_early(self, claim: Claim, contest: str) -> bool:
        """Whether a claim was published while the votes of a contest may still have been counted."""
        return is_early(self.known.published(claim), self.contests[contest][0].day)

    def _record(self, conversions: Mapping[str, Path]) -> "Record | None":
        """The official results of datasets that have any; nothing is imported for a build without."""
        with_votes = whole_datasets(conversions, "tally")
        if not with_votes or not self.asked:
            return None
        from graph.record.tables import Record

        return Record(with_votes, ((one.first, one.last) for one in self.asked.values()))

    def _matched(self, who: str, contest: str) -> Match | None:
        if contest not in self.contests or not self.known.is_a(who, "Person"):
            return None
        official, _ = self.contests[contest]
        label = self.known.label(who)
        if self._has_name(who):
            return by_name(who, label, official, contest) or by_nomination(who, label, official, contest)
        count = self.count(contest)
        people = {one.path: one for one in official.candidacies}
        standings = tuple(people[one] for one in count.votes) if count is not None else ()
        for outcome in self._outcomes_of.get((who, contest), ()):
            if not outcome.denied and outcome.code in ("won", "lost"):
                return by_role(who, label, outcome.code, standings, contest)
        return None

    @cached_property
    def _outcomes_of(self) -> Mapping[tuple[str, str], list[Outcome]]:
        found: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
        for outcome in self.outcomes:
            found[outcome.who, outcome.contest].append(outcome)
        return found

    def _has_name(self, who: str) -> bool:
        entity = self.known.world.entities.get(who)
        return entity is not None and entity.named and self.known.is_a(who, "Person")

    def _who(self) -> Iterator[tuple[str, str]]:
        """The contests that claims are about, with who is said to stand in them."""
        told: tuple[Figure | Outcome, ...] = (*self.figures, *self.outcomes)
        for one in told:
            yield one.contest, one.who
            opponent = path_of(one.claim.qualifier("opponent"))
            if opponent:
                yield one.contest, opponent
        for gap in self.gaps:
            yield gap.contest, gap.who
            yield gap.compared, gap.other

    def _placed(self) -> Iterable[str]:
        told = [figure.place for figure in self.figures] + [
            place_of(one, self.known) for one in self.outcomes
        ]
        return {place for place in told if place}
