"""Official contests and votes read from the event tables of datasets, restricted to what is asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from graph.record.official import Candidacy, Count, OfficialContest, OfficialOutcome, PlaceVotes
from graph.record.voters import state_of, voting_counties
from graph.rows.event_tables import EventTables

WHOLE = ""
"""In place of the path of a place: the whole contest."""
Days = tuple[str, str]


class Record:
    """The official results of a build."""

    def __init__(self, conversions: Mapping[str, Path], days: Iterable[Days]) -> None:
        """Read the contests held in some intervals of days, first and last as text.

        Args:
            conversions: The folder of the conversion of each dataset with tallies, by its id.
            days: First and last day of each interval.
        """
        self._folders = dict(sorted(conversions.items()))
        self.contests = self._contests(frozenset(days))
        self._votes: defaultdict[str, dict[str, dict[str, PlaceVotes]]] = defaultdict(dict)
        self._outcomes: dict[str, OfficialOutcome] = {}
        self._final: set[tuple[str, str]] = set()

    def read_votes(self, contests: Iterable[str], places: Iterable[str]) -> None:
        """Read votes and outcomes of some contests, in all and in some counties."""
        wanted, here = sorted(set(contests)), sorted(set(places))
        for dataset, folder in self._folders.items():
            self._read_totals(dataset, folder, wanted, here)
            self._read_others(dataset, folder, wanted, here)
            self._read_outcomes(dataset, folder, wanted)

    def count(self, contest: OfficialContest, places: frozenset[str] = frozenset()) -> Count | None:
        """The votes of a contest in some counties, or in all; None where votes of a county are missing.

        Of several datasets that have them, a final count goes first, then the one with most votes.
        """
        wanted = places or contest.counties
        found = [
            self._counted(dataset, contest, parts, wanted)
            for dataset, parts in self._votes[contest.path].items()
            if parts.keys() >= wanted and (places or WHOLE in parts)
        ]
        return max(found, key=lambda one: (one.is_final, one.cast, one.dataset), default=None)

    def outcome(self, candidacy: str) -> OfficialOutcome | None:
        """What follows from the counts for a candidacy, None where nothing does."""
        return self._outcomes.get(candidacy)

    def _contests(self, days: frozenset[Days]) -> tuple[OfficialContest, ...]:
        """Contests of all datasets, one that stands in several once, with all its candidacies."""
        rows: dict[str, dict[str, Any]] = {}
        people: defaultdict[str, dict[str, Candidacy]] = defaultdict(dict)
        if days:
            day = pl.col("date")
            asked = pl.any_horizontal(day.is_between(pl.lit(a), pl.lit(b)) for a, b in sorted(days))
            for folder in self._folders.values():
                held = _scan(folder, "contest").filter(asked).sort("id").collect()
                for row in held.iter_rows(named=True):
                    rows.setdefault(row["id"], row)
                for contest, one in _candidacies(folder, held["id"]):
                    people[contest].setdefault(one.path, one)
        voting = voting_counties(rows.values())
        return tuple(_contest(rows[path], voting[path], people[path]) for path in sorted(rows))

    def _read_totals(self, dataset: str, folder: Path, contests: list[str], places: list[str]) -> None:
        place = pl.col("reportingPlace")
        asked = pl.col("contest").is_in(contests) & (place.is_null() | place.is_in(places))
        for row in _rows(_scan(folder, "vote-total").filter(asked)):
            if row["candidacy"] is not None:
                part = self._part(dataset, row)
                part.votes[row["candidacy"]] = row["votes"]
                part.totals[row["candidacy"]] = row["id"]

    def _read_others(self, dataset: str, folder: Path, contests: list[str], places: list[str]) -> None:
        """Write-in votes, and totals that the publisher gives county by county."""
        kind = pl.col("choiceKind")
        write_in = (kind == "choice-write-in") & ~pl.col("repeated").fill_null(value=False)
        of_all = (kind == "choice-all-votes") & (pl.col("tallyLevel") == "level-county")
        asked = pl.col("contest").is_in(contests) & (write_in | of_all)
        sums = _scan(folder, "tally").filter(asked).group_by("contest", "choiceKind", "reportingPlace")
        for row in _rows(sums.agg(pl.col("value").sum(), pl.col("value").max().alias("most"))):
            if row["choiceKind"] == "choice-all-votes":
                if row["reportingPlace"] in places:
                    self._part(dataset, row).all_votes = row["most"]
                continue
            self._part(dataset, row | {"reportingPlace": None}).write_ins += row["value"]
            if row["reportingPlace"] in places:
                self._part(dataset, row).write_ins += row["value"]

    def _read_outcomes(self, dataset: str, folder: Path, contests: list[str]) -> None:
        for row in _rows(_scan(folder, "outcome").filter(pl.col("contest").is_in(contests))):
            code = row["outcomeCode"].removeprefix("outcome-")
            self._outcomes.setdefault(row["candidacy"], OfficialOutcome(row["id"], code, row["computation"]))
            self._final.add((dataset, row["contest"]))

    def _part(self, dataset: str, row: dict[str, Any]) -> PlaceVotes:
        parts = self._votes[row["contest"]].setdefault(dataset, {})
        return parts.setdefault(row["reportingPlace"] or WHOLE, PlaceVotes())

    def _counted(
        self, dataset: str, contest: OfficialContest, parts: dict[str, PlaceVotes], places: frozenset[str]
    ) -> Count:
        """The sum of counties, or the whole where the contest is asked for and has it."""
        is_whole = places == contest.counties and WHOLE in parts
        chosen = [parts[WHOLE]] if is_whole else [parts[one] for one in sorted(places)]
        votes: defaultdict[str, int] = defaultdict(int)
        totals: defaultdict[str, list[str]] = defaultdict(list)
        for part in chosen:
            for candidacy, number in part.votes.items():
                votes[candidacy] += number
                totals[candidacy].append(part.totals[candidacy])
        told = sum(votes.values()) + sum(part.write_ins for part in chosen)
        every = [parts[one].all_votes for one in sorted(places)]
        given = sum(one for one in every if one is not None) if every and None not in every else 0
        order = sorted(votes, key=lambda one: (-votes[one], one))
        return Count(
            dataset,
            {one: votes[one] for one in order},
            max(told, given),
            {one: tuple(totals[one]) for one in order},
            (dataset, contest.path) in self._final,
        )


def _contest(row: dict[str, Any], voting: frozenset[str], people: dict[str, Candidacy]) -> OfficialContest:
    return OfficialContest(
        path=row["id"],
        label=row["label"],
        day=row["date"],
        jurisdiction=row["jurisdiction"],
        office=row["office"].rpartition("/")[2],
        office_kind=row["officeKind"] or "",
        election_kind=row["electionKind"] or "",
        counties=voting,
        state=state_of(row["jurisdiction"]),
        seats=row["seats"] or 1,
        candidacies=tuple(people[one] for one in sorted(people)),
    )


def _candidacies(folder: Path, contests: pl.Series) -> Iterator[tuple[str, Candidacy]]:
    """The candidacies of contests, with the names on the ballot."""
    names = _scan(folder, "ballot-candidate").select("altLabel", candidate="id", printed="label")
    mine = _scan(folder, "candidacy").filter(pl.col("contest").is_in(contests.to_list()))
    for row in _rows(mine.join(names, on="candidate", how="left")):
        printed = (row["printed"] or row["label"], *(row["altLabel"] or ()))
        parties = tuple(row["partyAsPrinted"] or ())
        yield row["contest"], Candidacy(row["id"], row["candidate"], printed, parties)


def _scan(folder: Path, table: str) -> pl.LazyFrame:
    """The rows of a table of a dataset."""
    return EventTables(folders={folder.name: folder}).scan(table)


def _rows(frame: pl.LazyFrame) -> Iterator[dict[str, Any]]:
    """Rows in order of their values."""
    found = frame.collect()
    plain = [name for name, kind in found.schema.items() if not isinstance(kind, pl.List)]
    yield from found.sort(plain).iter_rows(named=True)
