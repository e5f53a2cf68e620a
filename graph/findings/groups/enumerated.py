"""Which members of a group are said to have come out of a contest in one way, and which in another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.findings.figures.results import ADVANCED, LOSING, WINNING, Results
from graph.findings.statements import Outcome
from sources.claim import Claim

ENDINGS = LOSING | WINNING | {ADVANCED}
"""Outcomes that say how a contest ended for a candidate; being ahead or facing a vote is none."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Members by whether they have an outcome, with the claims that say so.

    Attributes:
        having: Members who have it.
        lacking: Members who ended in another way.
        unknown: Members of whom no source says how they ended.
    """

    having: Mapping[str, tuple[Outcome, ...]]
    lacking: Mapping[str, tuple[Outcome, ...]]
    unknown: tuple[str, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say how members ended."""
        told = (*self.having.values(), *self.lacking.values())
        return tuple(outcome.claim for outcomes in told for outcome in outcomes)


def enumerate_members(
    members: Iterable[str], codes: frozenset[str], results: Results, counts: Callable[[str], bool]
) -> Enumeration:
    """The members who have an outcome in contests that count, who lack it, and of whom it is not known."""
    having: dict[str, tuple[Outcome, ...]] = {}
    lacking: dict[str, tuple[Outcome, ...]] = {}
    unknown = []
    for member in members:
        outcomes = tuple(one for one in results.of_person.get(member, ()) if counts(results.decided(one)))
        said = tuple(one for one in outcomes if one.code in codes and not one.denied)
        other = tuple(one for one in outcomes if one.code in ENDINGS - codes or one.denied)
        if said:
            having[member] = said
        elif any(not one.denied for one in other):
            lacking[member] = other
        else:
            unknown.append(member)
    return Enumeration(having, lacking, tuple(unknown))
