"""R30: what sources say of votes is checked against the official results of the build."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.findings.finding import Finding
from graph.findings.rule import Rule
from graph.findings.statements import Statements
from graph.record.comparison import Comparison
from graph.record.figures import tested_figures, tested_gaps
from graph.record.matches import Match
from graph.record.outcomes import outcome_findings
from graph.record.tested import ID, record_finding
from graph.record.totals import total_findings
from graph.record.untested import untested_contests, untested_figure
from graph.record.words import figure_words, gap_words


@dataclass(frozen=True, slots=True)
class Checked:
    """What the record says.

    Attributes:
        findings: In reading order of their claims.
        matches: Which official contests and candidacies they rest on, and why.
    """

    findings: tuple[Finding, ...]
    matches: tuple[Match, ...]


def check_record(known: Statements, conversions: Mapping[str, Path]) -> Checked:
    """Hold figures and outcomes against the official results of a build.

    Args:
        known: The claims.
        conversions: The folder of the conversion of each dataset, by its id.
    """
    checked = Comparison(known, conversions)
    unique = {one.identity: one for one in (*_each(checked), *total_findings(known, conversions))}
    return Checked(tuple(sorted(unique.values(), key=_order)), checked.matches)


def _each(checked: Comparison) -> Iterator[Finding]:
    for figure, tested in tested_figures(checked):
        words = figure_words(figure, checked)
        if isinstance(tested, str):
            yield untested_figure(figure.claim, figure.contest, figure.place, tested, words, checked)
        else:
            yield from record_finding(tested, checked)
    for gap, tested in tested_gaps(checked):
        if isinstance(tested, str):
            words = gap_words(gap, checked)
            yield untested_figure(gap.claim, gap.compared, "", tested, words, checked)
        else:
            yield from record_finding(tested, checked)
    yield from outcome_findings(checked)
    yield from untested_contests(checked)


def _order(one: Finding) -> tuple[tuple[tuple[str, str], ...], str]:
    return tuple((claim.document, claim.key) for claim in one.claims), one.identity


def _without_datasets(known: Statements) -> tuple[Finding, ...]:
    return check_record(known, {}).findings


RULE = Rule(
    ID,
    "Checked against the record",
    "Stated shares, margins and outcomes of contests are held against official results, where a build has "
    "them: the contest is found by day, kind of office and counties, the candidate by the ballot’s name. "
    "A figure is confirmed, a rounding, an early count that went on, wrong, or cannot be tested.",
    "Claims and official rows stay as they are; the match is told with its evidence, and nothing is merged.",
    _without_datasets,
)
