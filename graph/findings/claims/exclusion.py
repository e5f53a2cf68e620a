"""Pairs of claims the ontology does not allow at one time: excluding relations, disjoint offices."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graph.findings.statements import Statements
from graph.findings.times.periods import as_of, days, stated
from ontology import CLASSES, PREDICATES
from sources.claim import Claim, Thing

HOLDING = ("holdsOffice",)
EXCLUDING = tuple(sorted(name for name, term in PREDICATES.items() if term.excludes))

Pair = tuple[Claim, Claim]


def excluded(known: Statements) -> Iterator[Pair]:
    """Claims of the same two things, in the same case and at one time, whose relations exclude each other.

    The first of each kind stands for all of the same time.
    """
    told: dict[tuple[str, str, str, str, str], Claim] = {}
    for claim in known.said(*EXCLUDING):
        if not claim.positive or not isinstance(claim.object, Thing):
            continue
        pair = (claim.subject, claim.object.path, known.contest(claim), _time(claim, known))
        told.setdefault((claim.predicate, *pair), claim)
        for other in PREDICATES[claim.predicate].excludes:
            if (other, *pair) in told:
                yield told[other, *pair], claim


def held_together(known: Statements) -> Iterator[Pair]:
    """Claims that one person holds, at one time, two offices of classes that have nothing in common."""
    told: defaultdict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in known.said(*HOLDING):
        if not claim.positive or not isinstance(claim.object, Thing):
            continue
        kind = known.world.known.kinds[claim.object.path]
        at_once = told[claim.subject, _time(claim, known)]
        for other, earlier in at_once.items():
            if disjoint(kind, other):
                yield earlier, claim
        at_once.setdefault(kind, claim)


@cache
def disjoint(one: str, other: str) -> bool:
    """Whether the ontology says that nothing is of both classes."""
    mine, theirs = _classes(one), _classes(other)
    return any(
        set(CLASSES[kind].disjoint) & against
        for kinds, against in ((mine, theirs), (theirs, mine))
        for kind in kinds
    )


@cache
def _classes(kind: str) -> frozenset[str]:
    """A class with all above it."""
    return frozenset({kind}).union(*(_classes(parent) for parent in CLASSES[kind].parents))


def _time(claim: Claim, known: Statements) -> str:
    """The time a claim holds for, as text."""
    told = stated(claim, "date") or as_of(claim, known)
    return "" if told is None else days(told)
