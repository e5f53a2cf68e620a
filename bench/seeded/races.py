"""A race for prosecutor as articles tell of it: who stood, who paid, the poll, the votes, the outcome."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from seeded.places import Place, add_place
from seeded.writing import Article, Registry, Voice, figure
from sources.claim import Thing

FIRST_YEAR = 2006
CYCLES = 9
LEAST, SPREAD = 52, 16
"""Share of the weakest winner in percent, and how far winners differ."""
STEP = 1_000
"""Dollars; every sum is a multiple."""


@dataclass(frozen=True, slots=True)
class Race:
    """A race with everything articles may say of it.

    Attributes:
        share: Of the winner, in percent, without a rest.
        spent: Dollars the donor of all races spent on it.
    """

    number: int
    day: date
    place: Place
    office: Thing
    contest: Thing
    incumbent: Thing
    challenger: Thing
    share: int
    spent: int

    @property
    def winner(self) -> Thing:
        """Who won; in every third race the challenger."""
        return self.challenger if self.number % 3 == 0 else self.incumbent

    @property
    def loser(self) -> Thing:
        """Who did not."""
        return self.incumbent if self.number % 3 == 0 else self.challenger


def election_day(cycle: int) -> date:
    """The Tuesday after the first Monday of November."""
    first = date(FIRST_YEAR + 2 * (cycle % CYCLES), 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


def add_race(number: int, day: date, registry: Registry) -> Race:
    """A race with entities of its own."""
    place, on = add_place(number, registry), day.isoformat()
    office = registry.add(
        f"office/us/{number}/prosecutor", "DistrictAttorneyOffice", jurisdiction=place.area.path
    )
    election = registry.add(f"election/us/{on}", "Election", date=on)
    contest = registry.add(
        f"contest/{on}/{number}/prosecutor",
        "Contest",
        date=on,
        jurisdiction=place.area.path,
        office=office.path,
        partOfElection=election.path,
    )
    people = [registry.add(f"person/{who}-{number}", "Person") for who in ("holder", "rival")]
    share, spent = LEAST + number % SPREAD, STEP * (1 + number % 400)
    return Race(number, day, place, office, contest, *people, share, spent)


def tell_background(race: Race, article: Article, registry: Registry) -> None:
    """Who stands, where, with whose help."""
    contest, month = race.contest, race.day.strftime("%Y-%m")
    union = registry.add(f"union/{race.number % 50}", "Union")
    donor = registry.add(f"person/local-donor-{race.number % 97}", "Person")
    article.say(race.incumbent.path, "holdsOffice", race.office, asOf=month)
    article.say(race.incumbent.path, "incumbentIn", contest)
    article.say(race.challenger.path, "candidateIn", contest)
    article.say(race.challenger.path, "hasOccupation", "lawyer")
    article.say(race.incumbent.path, "characterizedAs", "careful", voice=Voice(("asserted", "opinion")))
    article.say(race.place.county.path, "locatedIn", race.place.state)
    article.say(union.path, "endorsed", race.incumbent, contest=contest)
    article.say("person/donor", "backed", race.challenger, contest=contest)
    article.say(
        donor.path, "gaveTo", race.challenger, figure=figure("about", "USD", 40 * STEP), contest=contest
    )


def tell_poll(race: Race, article: Article, registry: Registry) -> None:
    """A poll in which one in ten has not decided."""
    poll = registry.add(f"poll/{race.number}", "Poll", date=race.day.strftime("%Y-10"))
    voice = Voice(("poll",), (poll.path,))
    shares = ((race.winner, race.share - 5), (race.loser, 95 - race.share))
    for who, share in shares:
        article.say(
            who.path, "pollShare", race.contest, figure=figure("exact", "percent", share), voice=voice
        )
    article.say(poll.path, "undecidedShare", race.contest, figure=figure("exact", "percent", 10), voice=voice)


def tell_votes(race: Race, article: Article) -> dict[str, str]:
    """The votes in every form, and the numbers of the claims that give shares."""
    contest, lead = race.contest, 2 * race.share - 100
    points = figure("exact", "percentage points", lead)
    ratio = (Decimal(race.share) / (100 - race.share)).quantize(Decimal("0.1"))
    article.say(race.winner.path, "ledIn", contest, voice=Voice(("unofficial",)), opponent=race.loser)
    article.say(race.winner.path, "marginOfVictory", contest, figure=points, opponent=race.loser)
    article.say(race.loser.path, "marginOfLoss", contest, figure=points, opponent=race.winner)
    article.say(race.winner.path, "marginRatio", contest, figure=figure("exact", "ratio winner:loser", ratio))
    return tell_shares(race, article, race.share)


def tell_shares(race: Race, article: Article, share: int) -> dict[str, str]:
    """A share of the winner, and the rest for the loser."""
    told = (("winner", race.winner, share), ("loser", race.loser, 100 - share))
    return {
        name: article.say(who.path, "voteShare", race.contest, figure=figure("exact", "percent", value))
        for name, who, value in told
    }


def tell_outcome(race: Race, article: Article, day: date) -> dict[str, str]:
    """Who won and who lost on a Tuesday, and the numbers of the claims."""
    won = article.say(
        *(race.winner.path, "defeated", race.loser),
        contest=race.contest,
        date=day.isoformat(),
        dateAsWritten="Tuesday",
    )
    lost = article.say(race.loser.path, "lostIn", race.contest, date=race.day.isoformat())
    return {"won": won, "lost": lost}
