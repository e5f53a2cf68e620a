"""How candidates came out of contests; whoever goes on to a run-off came out of its first round so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from graph.findings.claims.firmness import is_told
from graph.findings.statements import Outcome, Statements
from sources.claim import Claim

LOSING = frozenset({"lost", "recalled"})
"""Outcomes that end a bid or take an office."""
WINNING = frozenset({"won", "won-outright", "survived"})
"""Outcomes that give or keep an office."""
ADVANCED = "advanced"


class Results:
    """The outcomes of all contests, by contest and by candidate."""

    def __init__(self, known: Statements) -> None:
        """Look up outcomes in what is said."""
        self._known = known
        self._rounds = _rounds(known)
        told = [outcome for outcome in known.outcomes if outcome.contest and is_told(outcome.claim)]
        self.of_contest: Mapping[str, list[Outcome]] = self._grouped(told, by_contest=True)
        self.of_person: Mapping[str, list[Outcome]] = self._grouped(told, by_contest=False)

    def decided(self, outcome: Outcome) -> str:
        """The contest whose votes made an outcome: the first round for whoever goes on to a run-off."""
        if outcome.code != ADVANCED:
            return outcome.contest
        return self._first_round(outcome.contest) or outcome.contest

    def is_in(self, contest: str, whole: str) -> bool:
        """Whether a contest is, or belongs to, an election, a set of contests or a contest."""
        election = self._known.linked(contest, "partOfElection")
        return whole in (contest, election) or contest in self._known.members(whole)

    def is_of(self, contest: str, path: str) -> bool:
        """Whether a contest is in a set, or was held when the set is dated."""
        dated = self._known.text_of(path, "date")
        same_day = bool(dated) and dated == self._known.text_of(contest, "date")
        return same_day or self.is_in(contest, path)

    def _first_round(self, runoff: str) -> str:
        """The contest for the same office that was held last before a run-off, "" for none."""
        held = self._known.held(runoff)
        if held is None or held.earliest is None:
            return ""
        earlier = [
            (day, contest)
            for day, contest in self._rounds.get(self._known.linked(runoff, "office"), ())
            if day < held.earliest
        ]
        return max(earlier)[1] if earlier else ""

    def _grouped(self, told: Iterable[Outcome], *, by_contest: bool) -> Mapping[str, list[Outcome]]:
        found: defaultdict[str, list[Outcome]] = defaultdict(list)
        for outcome in told:
            found[self.decided(outcome) if by_contest else outcome.who].append(outcome)
        return found


def _rounds(known: Statements) -> Mapping[str, list[tuple[date, str]]]:
    """Contests of each office, with the last day they were held on; recalls left out."""
    found: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
    for path in known.world.entities:
        if known.is_a(path, "Contest") and not known.is_a(path, "RecallElection"):
            held, office = known.held(path), known.linked(path, "office")
            if office and held is not None and held.latest is not None:
                found[office].append((held.latest, path))
    return found


def stated_sizes(known: Statements) -> Mapping[frozenset[str], list[Claim]]:
    """Claims that give the size of a set with just these members, or the number of its last one."""
    found: defaultdict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in known.said("numberOfContests"):
        found[frozenset(known.members(claim.subject))].append(claim)
    for claim in known.said("isContestNumber"):
        members = known.members(claim.object.path) if not isinstance(claim.object, str) else ()
        if claim.quantity is not None and claim.quantity.value == len(members):
            found[frozenset(members)].append(claim)
    return found
