"""Official contests, their candidates and votes: plain values, however they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A candidacy on a ballot.

    Attributes:
        path: Its path.
        candidate: Path of the candidate as printed.
        names: The name as printed, and other ways it is printed.
        parties: Parties as printed.
    """

    path: str
    candidate: str
    names: tuple[str, ...]
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialContest:
    """A contest of official results.

    Attributes:
        day: Year-month-day.
        office: Its part of a path, for example "district-attorney".
        office_kind: Code of `OfficeKind`.
        election_kind: Code of `ElectionKind`.
        counties: The counties that vote in it, empty where that is not known.
        state: Two small letters, "" for a contest of the whole country.
        seats: How many are elected.
        candidacies: In order of their paths.
    """

    path: str
    label: str
    day: str
    jurisdiction: str
    office: str
    office_kind: str
    election_kind: str
    counties: frozenset[str]
    state: str
    seats: int
    candidacies: tuple[Candidacy, ...]


@dataclass(slots=True)
class PlaceVotes:
    """The votes of a contest at a place, or in all, in one dataset.

    Attributes:
        votes: Of each candidacy.
        totals: Path of the total each of these stands in.
        write_ins: Votes for nobody that is named.
        all_votes: The publisher's own total, None where it gives none.
    """

    votes: dict[str, int] = field(default_factory=dict)
    totals: dict[str, str] = field(default_factory=dict)
    write_ins: int = 0
    all_votes: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialOutcome:
    """An outcome that follows from official counts by a rule of law.

    Attributes:
        code: Notation, for example "won".
        computation: The figures and the law, as text.
    """

    path: str
    code: str
    computation: str


@dataclass(frozen=True, slots=True)
class Count:
    """Votes of a contest, in all or in some counties, of one dataset.

    Attributes:
        dataset: Its id.
        votes: By candidacy, the most first.
        cast: All votes, for anyone.
        totals: Paths of the totals that were added, by candidacy.
        is_final: Whether the count is known to be certified or of a final official file.
    """

    dataset: str
    votes: Mapping[str, int]
    cast: int
    totals: Mapping[str, tuple[str, ...]]
    is_final: bool

    @property
    def leaders(self) -> tuple[str, ...]:
        """The two candidacies with most votes, or the only one."""
        return tuple(self.votes)[:2]

    @property
    def of_two(self) -> int:
        """Votes for the two that have most."""
        return sum(self.votes[one] for one in self.leaders)

    def rival(self, candidacy: str) -> str:
        """The other candidacy with most votes, "" for none."""
        return next((one for one in self.votes if one != candidacy), "")
