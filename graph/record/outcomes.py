"""Who is said to have won, lost, led or carried a place, held against official outcomes and votes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.findings.finding import Finding
from graph.findings.rule import finding
from graph.findings.statements import Outcome
from graph.record.comparison import Comparison
from graph.record.contests import PRESIDENT
from graph.record.matches import Match, weakest
from graph.record.official import Count
from graph.record.stated import place_of
from graph.record.tested import ID
from graph.record.verdicts import EARLY, KINDS, WRONG
from graph.record.words import count_words
from ontology import CODES

AHEAD = "ahead"
MET_BY = {
    "won": ("won", "won-outright"),
    "won-outright": ("won", "won-outright"),
    "lost": ("lost",),
    "advanced": ("advanced",),
    "led": (AHEAD,),
    "carried": (AHEAD,),
}
"""Official outcomes that bear out a stated one; being ahead follows from votes alone."""
LABELS = {one.name.removeprefix("outcome-"): one.label for one in CODES["OutcomeCode"]}
AGREES = "confirmed"


@dataclass(frozen=True, slots=True)
class Official:
    """What the record has for a candidacy.

    Attributes:
        code: Notation of an outcome, or who is ahead.
        words: The figures it follows from, as text.
        is_sure: Whether the count is final, and the law decides where it has to.
        premises: Path of the official outcome.
    """

    code: str
    words: str
    is_sure: bool
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A stated outcome, with what the record has.

    Attributes:
        verdict: Notation of the code list `mt:RecordVerdict`.
    """

    outcome: Outcome
    place: str
    match: Match
    count: Count
    verdict: str
    official: Official


def outcome_findings(checked: Comparison) -> Iterator[Finding]:
    """What the record says of stated outcomes: those it bears out together, the others one by one."""
    agreed: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for outcome in checked.outcomes:
        judged = _judged(outcome, checked)
        if judged is None:
            continue
        if judged.verdict == AGREES:
            agreed[outcome.contest, judged.place].append(judged)
        else:
            yield _finding([judged], checked)
    for group in agreed.values():
        yield _finding(group, checked)


def _judged(outcome: Outcome, checked: Comparison) -> Judged | None:
    """A stated outcome with its verdict; None where the record decides nothing, or the match rests on it."""
    place = place_of(outcome, checked.known) or ""
    count = checked.count(outcome.contest, place)
    match = checked.candidate(outcome.who, outcome.contest)
    if count is None or match is None or match.circular or match.official not in count.votes:
        return None
    official = _official(outcome, match.official, count, checked)
    if official is None:
        return None
    agrees = (official.code in MET_BY[outcome.code]) != outcome.denied
    verdict = AGREES if agrees else EARLY if outcome.code == "led" else WRONG
    return Judged(outcome, place, match, count, verdict, official)


def _premises(one: Judged) -> tuple[str, ...]:
    totals = (total for leader in one.count.leaders for total in one.count.totals[leader])
    return (*one.official.premises, one.match.official, *totals)


def _official(outcome: Outcome, candidacy: str, count: Count, checked: Comparison) -> Official | None:
    """What the record has for a candidacy; None where votes alone do not decide what is stated."""
    is_ahead = count.votes[candidacy] > count.votes.get(count.rival(candidacy), 0)
    if AHEAD in MET_BY[outcome.code]:
        words = "has the most votes" if is_ahead else "has not the most votes"
        return Official(AHEAD if is_ahead else "behind", words, count.is_final)
    decided = checked.record.outcome(candidacy) if checked.record is not None else None
    if decided is not None:
        words = f"{LABELS[decided.code]}: {decided.computation}"
        return Official(decided.code, words, is_sure=True, premises=(decided.path,))
    has_half = 2 * count.votes[count.leaders[0]] > count.cast
    is_direct = checked.contests[outcome.contest][0].office_kind != PRESIDENT
    if outcome.code == "advanced" or not has_half or not is_direct:
        return None
    if is_ahead:
        return Official("won", "has more than half of the votes", is_sure=False)
    return Official("lost", "has not the most votes, and another has more than half", is_sure=False)


def _finding(group: list[Judged], checked: Comparison) -> Finding:
    """A finding about stated outcomes of one contest and place that have one verdict."""
    first = group[0]
    official, contest_match = checked.contests[first.outcome.contest]
    matches = [contest_match, *(one.match for one in group)]
    sure = ("high" if one.official.is_sure else "medium" for one in group)
    premises = [official.path, *(path for one in group for path in _premises(one))]
    told = finding(
        ID,
        KINDS[first.verdict],
        [one.outcome.claim for one in group],
        _says(group, checked),
        computation=_computation(group, checked),
        confidence=weakest(*sure, *(match.confidence for match in matches)),
        about=[*(one.outcome.who for one in group), first.outcome.contest],
        premises=[*premises, *(match.path for match in matches if match.is_told)],
    )
    return replace(told, verdict=first.verdict)


def _says(group: list[Judged], checked: Comparison) -> str:
    first, label = group[0], checked.known.label
    where = label(first.outcome.contest) + (f" in {label(first.place)}" if first.place else "")
    stated = ", ".join(dict.fromkeys(_stated(one, checked) for one in group))
    if first.verdict == AGREES:
        return f"The official votes bear out what is stated of {where}: {stated}."
    if first.verdict == EARLY:
        return f"What is stated of a count under way in {where}, {stated}, is not so in the official count."
    return f"What is stated of {where}, {stated}, is not what the official votes come to."


def _stated(one: Judged, checked: Comparison) -> str:
    denied = "not " if one.outcome.denied else ""
    return f"{checked.known.label(one.outcome.who)} {denied}{LABELS[one.outcome.code]}"


def _computation(group: list[Judged], checked: Comparison) -> str:
    first, label = group[0], checked.known.label
    counted = count_words(first.count, first.outcome.contest, checked)
    return "; ".join(
        dict.fromkeys([counted, *(f"{label(one.outcome.who)} {one.official.words}" for one in group)])
    )
