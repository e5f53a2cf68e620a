"""Worlds of some number of claims: bundles of ten races, each told of by two documents."""

from dataclasses import dataclass
from datetime import timedelta

from graph.derive.world import World, make_world
from seeded.faults import DAY, MAJORITY, OFFICES, PLACE, SHARE, TOTAL, Planted, fault_of
from seeded.places import LAWFUL
from seeded.races import (
    Race,
    add_race,
    election_day,
    tell_background,
    tell_outcome,
    tell_poll,
    tell_shares,
    tell_votes,
)
from seeded.traps import tell_trap
from seeded.writing import Article, Registry, figure
from sources.claim import Thing

RACES = 10
"""Races in a bundle; the states take turns in it, so that one of the first few is where a law is known."""
HALF = RACES // 2


@dataclass(frozen=True, slots=True)
class Seeded:
    """A made-up world and what was planted in it."""

    world: World
    planted: tuple[Planted, ...]


def make_seeded(claims: int, every: int = 0) -> Seeded:
    """A world of at least so many claims; one bundle in `every` has a contradiction, none when it is 0."""
    registry, articles, planted = Registry(), list[Article](), list[Planted]()
    registry.add("person/donor", "Person")
    number = count = 0
    while count < claims:
        told = _bundle(number, fault_of(number, every), registry, planted)
        articles += told
        count += sum(len(article.claims) for article in told)
        number += 1
    sources = [registry.source(), *(article.source() for article in articles)]
    return Seeded(make_world(sources), tuple(planted))


def _bundle(number: int, fault: str, registry: Registry, planted: list[Planted]) -> tuple[Article, ...]:
    """Two documents of different origin on ten races, the second of which only repeats the results."""
    day = election_day(number)
    first, second = (
        Article(f"{name}{number:05}", (day + timedelta(days=1)).isoformat(), f"{name} {number}")
        for name in ("a", "b")
    )
    races = [add_race(number * RACES + place, day, registry) for place in range(RACES)]
    wrong = races[number % len(LAWFUL)]
    for race in races:
        own = fault if race is wrong else ""
        keys = _race(race, own, first, registry)
        if keys:
            planted.append(Planted(fault, frozenset(keys)))
        _repeat(race, own, second)
        if own == "":
            tell_trap(race, second, registry)
    keys = _sums(races, fault, first, registry)
    if keys:
        planted.append(Planted(fault, frozenset(keys)))
    return first, second


def _race(race: Race, fault: str, article: Article, registry: Registry) -> tuple[str, ...]:
    """Tell of a race, with a fault or none; the numbers of the claims that cannot all hold."""
    tell_background(race, article, registry)
    tell_poll(race, article, registry)
    shares = tell_shares(race, article, 100 - race.share) if fault == SHARE else tell_votes(race, article)
    day = race.day + timedelta(days=2 if fault == DAY else 0)
    outcome = tell_outcome(race, article, day)
    place = race.place.city if fault == PLACE else race.place.area
    stated = article.say(race.contest.path, "hasJurisdiction", place)
    if fault == SHARE:
        return shares["loser"], outcome["lost"]
    if fault == OFFICES:
        return _second_office(race, article, registry)
    return {DAY: (outcome["won"],), PLACE: (stated,)}.get(fault, ())


def _second_office(race: Race, article: Article, registry: Registry) -> tuple[str, ...]:
    """The incumbent is said to hold the office of a county elsewhere in the same month."""
    county = registry.add(f"county/us/elsewhere-{race.number}", "County", partOf=race.place.state.path)
    office = registry.add(
        f"office/us/elsewhere-{race.number}/prosecutor", "DistrictAttorneyOffice", jurisdiction=county.path
    )
    first = next(claim.key for claim in article.claims if claim.subject == race.incumbent.path)
    month = race.day.strftime("%Y-%m")
    return first, article.say(race.incumbent.path, "holdsOffice", office, asOf=month)


def _repeat(race: Race, fault: str, article: Article) -> None:
    """The results once more, where they are not what is wrong."""
    if fault == "":
        tell_shares(race, article, race.share)
        article.say(race.winner.path, "won", race.contest, date=race.day.isoformat())


def _sums(races: list[Race], fault: str, article: Article, registry: Registry) -> tuple[str, ...]:
    """What is told of all ten races, with a fault or none; the numbers of claims that cannot all hold."""
    number = races[0].number
    contests = tuple(race.contest.path for race in races)
    races_set = registry.add(f"set/races-{number}", "ContestSet", member=contests)
    losers = registry.add(
        f"set/losers-{number}", "PersonSet", member=tuple(race.loser.path for race in races)
    )
    spent = _spending(races, races_set, article, too_little=fault == TOTAL)
    counts = _counts(losers, article, too_few=fault == MAJORITY)
    return {TOTAL: spent, MAJORITY: counts}.get(fault, ())


def _spending(races: list[Race], races_set: Thing, article: Article, *, too_little: bool) -> tuple[str, ...]:
    """What the donor spent on each race, and on all: their sum, or half of it."""
    parts = [
        article.say("person/donor", "spentOn", race.contest, figure=figure("exact", "USD", race.spent))
        for race in races
    ]
    whole = sum(race.spent for race in races)
    told = figure("exact", "USD", whole // 2 if too_little else whole)
    return (article.say("person/donor", "spentOn", races_set, figure=told), *parts)


def _counts(losers: Thing, article: Article, *, too_few: bool) -> tuple[str, ...]:
    """How many of the ten lost: most, and all, or fewer than half."""
    part = figure("majority", "people", of=RACES)
    count = figure("exact", "people", HALF - 1 if too_few else RACES)
    lost = {"outcome": "lost", "countedOutcome": "outcome-lost"}
    return tuple(
        article.say(losers.path, "countWithOutcome", words, figure=told, of=RACES, **lost)
        for words, told in (("most", part), (str(count.value), count))
    )
