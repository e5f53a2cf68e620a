"""R21: what is said of a group as a whole may have exceptions among its members."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.groups.generic import ID
from graph.findings.groups.outcome_exceptions import group_outcomes
from graph.findings.groups.side_exceptions import group_areas, group_support
from graph.findings.rule import Rule
from graph.findings.statements import Statements


def _find(known: Statements) -> Iterator[Finding]:
    yield from group_outcomes(known)
    yield from group_areas(known)
    yield from group_support(known)


RULE = Rule(
    ID,
    "Generalisation with exceptions",
    "A statement about a group, without a number, is read as one about most of its members. Members for "
    "whom the opposite is told are exceptions: compatible where the document says most or many, a tension "
    "where it does not.",
    "The statement stays with the group and is passed on to no member.",
    _find,
)
