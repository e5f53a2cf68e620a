"""Which official candidacy a person of the sources has in a matched contest, and by what evidence."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from graph.record.matches import Match
from graph.record.names import INITIAL, NICKNAME, OTHER_GIVEN, SURNAME, WORDS, best_likeness, likeness
from graph.record.official import Candidacy, OfficialContest
from sources.tables.elections.reference import reference

CONFIDENCE = {INITIAL: "medium", NICKNAME: "medium", SURNAME: "medium", OTHER_GIVEN: "low"}
"""What names prove that are not printed in full."""


def by_name(person: str, name: str, contest: OfficialContest, asked: str) -> Match | None:
    """The candidacy printed with a person's name; None where none or several may be it.

    Args:
        person: Path of the person.
        name: The name in the registry.
        contest: The official contest.
        asked: Path of the contest of the sources.
    """
    ranks = {one: rank for one in contest.candidacies if (rank := best_likeness(name, one.names)) is not None}
    best = min(ranks.values(), default=None)
    chosen = [one for one, rank in ranks.items() if rank == best]
    if best is None or len(chosen) > 1 or (best >= SURNAME and len(ranks) > 1):
        return None
    (one,) = chosen
    confidence = CONFIDENCE.get(best, "high")
    return Match(person, one.path, name, one.names[0], f"as printed: {WORDS[best]}", confidence, asked)


def by_nomination(person: str, name: str, contest: OfficialContest, asked: str) -> Match | None:
    """The candidacy of the party that nominated a person, where the publisher prints parties and no names."""
    for party, nominee, source in _nominees().get((contest.day, contest.office), ()):
        rank = likeness(name, nominee)
        if rank is not None and rank <= NICKNAME:
            mine = [one for one in contest.candidacies if party in _parties(one)]
            if len(mine) == 1:
                reason = (
                    f"the {party.title()} Party, which is all that is printed, had this candidate: {source}"
                )
                return Match(person, mine[0].path, name, mine[0].names[0], reason, "high", asked)
    return None


def by_role(person: str, label: str, code: str, standings: tuple[Candidacy, ...], asked: str) -> Match | None:
    """The candidacy in the place that claims give a person without a name: ahead, or behind the only other.

    Args:
        person: Path of the person.
        label: What the registry calls the person.
        code: Outcome code that claims give the person.
        standings: The candidacies, those with most votes first.
        asked: Path of the contest of the sources.
    """
    if code == "won" and standings:
        one, reason = standings[0], "is said to have won, and this candidate has the most votes"
    elif code == "lost" and len(standings) == len(("first", "second")):
        one, reason = (
            standings[1],
            "is said to have lost, and this is the only candidate without the most votes",
        )
    else:
        return None
    return Match(person, one.path, label, one.names[0], reason, "medium", asked, circular=True)


def _parties(candidacy: Candidacy) -> set[str]:
    known = reference().parties
    return {known.get(party.lower().replace(" ", "-"), "") for party in candidacy.parties}


@cache
def _nominees() -> Mapping[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    """Party, name and source of each nominee, by day and office."""
    text = files("ontology").joinpath("nominees.csv").read_text("utf-8")
    found: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        key = row["day"], row["office"]
        found[key] = (*found.get(key, ()), (row["party"], row["name"], row["source"]))
    return found
