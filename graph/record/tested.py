"""A stated figure with the official votes it is held against, and the finding that follows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.findings.finding import Finding
from graph.findings.rule import finding
from graph.record.comparison import Comparison
from graph.record.matches import Match, weakest
from graph.record.official import Count
from graph.record.readings import Reading
from graph.record.verdicts import EARLY, KINDS, TENTATIVE, Verdict, judge
from graph.record.words import count_words, readings_words, stated_words, verdict_words
from sources.claim import Claim
from sources.quantity import Quantity

ID = "R30"


@dataclass(frozen=True, slots=True)
class Votes:
    """Official votes that a figure is held against.

    Attributes:
        contest: Path of the contest of the sources.
        candidacies: The candidacies whose votes count here.
    """

    contest: str
    count: Count
    candidacies: tuple[str, ...]

    def premises(self, checked: Comparison) -> tuple[str, ...]:
        """Paths of the official contest, the candidacies and their totals."""
        totals = (path for one in self.candidacies for path in self.count.totals[one])
        return checked.contests[self.contest][0].path, *self.candidacies, *totals


@dataclass(frozen=True, slots=True)
class Tested:
    """A figure of a claim that can be held against the record.

    Attributes:
        words: What it measures, as the start of a sentence.
        readings: What the official votes come to, in each way the figure can be read.
        votes: The votes it is held against, of one contest or two.
        matches: Why these are the votes in question.
        note: What is inferred beyond the matches, "" for nothing.
    """

    claim: Claim
    quantity: Quantity
    words: str
    readings: tuple[Reading, ...]
    votes: tuple[Votes, ...]
    matches: tuple[Match, ...]
    note: str = ""


def record_finding(tested: Tested, checked: Comparison) -> Iterator[Finding]:
    """What the record says of a figure; nothing for one that says nothing that could be tested."""
    early = any(checked.published_early(tested.claim, one.contest) for one in tested.votes)
    verdicts = judge(tested.quantity, tested.readings, is_early=early)
    if not verdicts:
        return
    verdict = verdicts[0]
    stated = stated_words(tested.quantity)
    outcome = verdict_words(verdict.notation, verdict.reading, holds_as_bound=verdict.holds_as_bound)
    counts = "; ".join(count_words(one.count, one.contest, checked) for one in tested.votes)
    told = finding(
        ID,
        KINDS[verdict.notation],
        (tested.claim,),
        f"{tested.words}, {stated}, {outcome}.",
        computation="; ".join(
            filter(None, (f"{counts}: {readings_words(tested.readings)}", stated, tested.note))
        ),
        confidence=_confidence(tested, verdicts, checked),
        about=(tested.claim.subject, *(one.contest for one in tested.votes)),
        premises=_premises(tested, checked),
    )
    yield replace(told, verdict=verdict.notation)


def _confidence(tested: Tested, verdicts: list[Verdict], checked: Comparison) -> str:
    """As sure as the weakest match; less where the count may not be final, or readings come apart.

    That a figure near the record is that of an early count is likely, and no more.
    """
    best = verdicts[0]
    like = [one for one in verdicts if one.reading.is_part == best.reading.is_part]
    agreed = {one.notation in TENTATIVE for one in like}
    is_final = all(one.count.is_final for one in tested.votes)
    is_plain = best.notation != EARLY and not best.holds_as_bound and not tested.note
    matches = (*(checked.contests[one.contest][1] for one in tested.votes), *tested.matches)
    is_sure = len(agreed) == 1 and is_final and is_plain
    return weakest("high" if is_sure else "medium", *(match.confidence for match in matches))


def _premises(tested: Tested, checked: Comparison) -> list[str]:
    matches = [checked.contests[one.contest][1] for one in tested.votes]
    paths = [path for one in tested.votes for path in one.premises(checked)]
    return paths + [match.path for match in (*matches, *tested.matches) if match.is_told]
