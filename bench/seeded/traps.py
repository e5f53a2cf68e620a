"""What looks like a contradiction and is none: each race has one, in turn."""

from collections.abc import Callable
from datetime import date, timedelta

from seeded.races import STEP, Race
from seeded.writing import Article, Registry, Voice, figure
from sources.claim import Thing

Trap = Callable[[Race, Article, Registry], None]


def tell_trap(race: Race, article: Article, registry: Registry) -> None:
    """One of the traps."""
    TRAPS[race.number % len(TRAPS)](race, article, registry)


def _offices_in_turn(race: Race, article: Article, registry: Registry) -> None:
    """The incumbent held the office of another county eight years before."""
    county = registry.add(f"county/us/before-{race.number}", "County", partOf=race.place.state.path)
    office = registry.add(
        f"office/us/before-{race.number}/prosecutor", "DistrictAttorneyOffice", jurisdiction=county.path
    )
    years = str(race.day.year - 8)
    article.say(race.incumbent.path, "formerlyHeldOffice", office, until=years)
    article.say(race.incumbent.path, "holdsOffice", office, asOf=years)


def _early_count(race: Race, article: Article, _registry: Registry) -> None:
    """A count of the night, called unofficial, gave the winner a point more."""
    told = figure("exact", "percent", race.share + 1)
    article.say(
        *(race.winner.path, "voteShare", race.contest),
        figure=told,
        voice=Voice(("unofficial",)),
        posted=race.day.isoformat(),
    )


def _first_round(race: Race, article: Article, registry: Registry) -> None:
    """Nobody had a majority in a primary, and two went on to a round that was later held."""
    day = date(race.day.year, 3, 1)
    on = (day + timedelta(days=(8 - day.weekday()) % 7)).isoformat()
    first = _round(race, on, "primary", "Contest", registry)
    second = _round(race, race.day.isoformat(), "runoff", "RunoffContest", registry)
    third = registry.add(f"person/third-{race.number}", "Person")
    for who, share in ((race.winner, 48), (race.loser, 32), (third, 20)):
        article.say(who.path, "voteShare", first, figure=figure("exact", "percent", share))
    for who in (race.winner, race.loser):
        article.say(who.path, "advancedToRunoff", second)
    article.say(third.path, "lostIn", first, date=on)


def _round(race: Race, on: str, name: str, kind: str, registry: Registry) -> Thing:
    """A further contest for the office of a race."""
    election = registry.add(
        f"election/us/{on}/{name}", "Election", date=on, electionKind=f"election-kind-{name}"
    )
    return registry.add(
        f"contest/{on}/{race.number}/{name}",
        kind,
        date=on,
        jurisdiction=race.place.area.path,
        office=race.office.path,
        partOfElection=election.path,
    )


def _loose_wording(race: Race, article: Article, _registry: Registry) -> None:
    """Figures with open ends that the exact ones bear out."""
    lead = 2 * race.share - 100
    article.say(race.winner.path, "voteShare", race.contest, figure=figure("more-than", "percent", 50))
    article.say(race.loser.path, "voteShare", race.contest, figure=figure("less-than", "percent", 49))
    points = figure("at-least", "percentage points", lead)
    article.say(race.winner.path, "marginOfVictory", race.contest, figure=points, opponent=race.loser)


def _money_on_its_way(race: Race, article: Article, registry: Registry) -> None:
    """A donor's gift to a committee, what it spent, and what it spent on all races since years before."""
    donor = registry.add(f"person/giver-{race.number}", "Person")
    pac = registry.add(f"committee/{race.number}", "PoliticalActionCommittee")
    others = registry.add(f"set/others-{race.number}", "ContestSet", member=race.contest.path)
    told = figure("more-than", "USD", 300 * STEP)
    article.say(donor.path, "contributedToPAC", pac, figure=told, contest=race.contest)
    article.say(donor.path, "spentOn", race.contest, figure=told, via=pac, beneficiary=race.challenger)
    article.say(donor.path, "spentOn", others, figure=figure("less-than", "USD", 200 * STEP), since="2030")


def _support_and_its_limit(race: Race, article: Article, registry: Registry) -> None:
    """A donor backs the incumbent, and no member of the group around it gave directly."""
    donor = registry.add(f"person/friend-{race.number}", "Person")
    network = registry.add(f"group/network-{race.number}", "DonorNetwork", member=donor.path)
    article.say(network.path, "backed", race.incumbent, contest=race.contest)
    article.say(donor.path, "backedDirectly", race.incumbent, voice=Voice(denied=True))


def _wrong_forecast(race: Race, article: Article, _registry: Registry) -> None:
    """The winner was expected to lose."""
    article.say(race.winner.path, "expectedToLose", race.contest, voice=Voice(("tentative",)))


TRAPS: tuple[Trap, ...] = (
    _offices_in_turn,
    _early_count,
    _first_round,
    _loose_wording,
    _money_on_its_way,
    _support_and_its_limit,
    _wrong_forecast,
)
