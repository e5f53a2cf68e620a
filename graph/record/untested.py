"""What the record cannot test, with the data that would: one finding for a contest, or for a figure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.findings.finding import Finding
from graph.findings.rule import finding
from graph.record.comparison import Comparison
from graph.record.tested import ID
from graph.record.verdicts import KINDS
from sources.claim import Claim

UNTESTED = "untested"


def untested_contests(checked: Comparison) -> Iterator[Finding]:
    """A finding for each contest with stated figures that nothing official in the build covers."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    places: defaultdict[str, set[str]] = defaultdict(set)
    for figure in checked.figures:
        claims[figure.contest].append(figure.claim)
        places[figure.contest] |= {checked.known.label(figure.place)} if figure.place else set()
    for gap in checked.gaps:
        missing = [path for path in (gap.contest, gap.compared) if path not in checked.contests]
        for contest in missing[:1]:
            claims[contest].append(gap.claim)
    for contest in sorted(claims.keys() - checked.contests.keys()):
        label = checked.known.label(contest)
        says = f"No official count in the graph covers {label}; its figures cannot be tested."
        where = f", for {', '.join(sorted(places[contest]))}" if places[contest] else ""
        yield _finding(claims[contest], says, f"needed: official results of {label}{where}", (contest,))


def untested_figure(
    claim: Claim, contest: str, place: str, why: str, words: str, checked: Comparison
) -> Finding:
    """A finding on a figure of a matched contest that the votes at hand do not test."""
    official, match = checked.contests[contest]
    says = f"{words} cannot be tested: {why}."
    paths = [official.path] + [match.path] * match.is_told
    where = f", with {checked.known.label(place)}" if place else ""
    needed = f"needed: official votes of {official.label}{where}"
    return replace(_finding([claim], says, needed, (claim.subject, contest)), premises=tuple(paths))


def _finding(claims: Iterable[Claim], says: str, needed: str, about: Iterable[str]) -> Finding:
    told = finding(ID, KINDS[UNTESTED], claims, says, computation=needed, confidence="low", about=about)
    return replace(told, verdict=UNTESTED)
