"""Kinds of contradiction that are planted, and where."""

from dataclasses import dataclass

SHARE = "share against outcome"
TOTAL = "parts against total"
MAJORITY = "majority against count"
PLACE = "wrong kind of jurisdiction"
DAY = "impossible date"
OFFICES = "two offices at once"
RULES = {
    SHARE: "R02",
    TOTAL: "R08",
    MAJORITY: "R01",
    PLACE: "R07",
    DAY: "R19",
    OFFICES: "R12",
}
"""Each kind, and the rule that has to find it."""
KINDS = tuple(RULES)


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction that was planted.

    Attributes:
        kind: Its kind.
        claims: Numbers of the claims that cannot all hold.
    """

    kind: str
    claims: frozenset[str]


def fault_of(number: int, every: int) -> str:
    """The kind planted in a bundle of races, "" for none: one bundle in so many, the kinds in turn."""
    if every == 0 or number % every != 0:
        return ""
    return KINDS[number // every % len(KINDS)]
