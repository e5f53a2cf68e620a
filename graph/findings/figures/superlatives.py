"""Places said to come first in a measure, held against the figures inside and outside of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.figures.two_sided import DEFICIT, LEAD, area
from graph.findings.interval import Interval, strict
from graph.findings.statements import Figure, Statements, path_of
from sources.claim import Claim

OPPOSITE = {LEAD: DEFICIT, DEFICIT: LEAD}
"""Measures that count the same with the other sign."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure and what it comes to in the measure that is compared."""

    figure: Figure
    value: Interval


@dataclass(frozen=True, slots=True)
class Superlative:
    """A claim that places come first, with the figures in them and elsewhere."""

    claim: Claim
    inside: tuple[Ranked, ...]
    outside: tuple[Ranked, ...]

    @property
    def stronger(self) -> tuple[Ranked, ...]:
        """Figures elsewhere that exceed every figure in the places."""
        return tuple(
            one
            for one in self.outside
            if all(Interval(one.value.low, other.value.high).is_empty for other in self.inside)
        )


def superlatives(known: Statements) -> Iterator[Superlative]:
    """Every claim that places come first, where figures are known in them and elsewhere."""
    figures: dict[str, list[Figure]] = {}
    for figure in known.measured(*OPPOSITE):
        figures.setdefault(figure.who, []).append(figure)
    for claim in known.claims:
        if claim.qualifier("superlative") and claim.positive:
            found = _superlative(claim, figures, known)
            if found.inside and found.outside:
                yield found


def _superlative(claim: Claim, figures: dict[str, list[Figure]], known: Statements) -> Superlative:
    measure = str(claim.qualifier("superlative")[0]).removeprefix("measure-")
    places = {known.place(claim), *known.possible_members(known.place(claim))}
    inside: list[Ranked] = []
    outside: list[Ranked] = []
    for member in known.possible_members(path_of(claim.qualifier("comparedSet"))):
        for figure in figures.get(member, ()):
            value = strict(figure.quantity)
            ranked = Ranked(figure, value if figure.measure == measure else -value)
            is_inside = places.intersection(known.around(area(figure, known)))
            (inside if is_inside else outside).append(ranked)
    return Superlative(claim, tuple(inside), tuple(outside))
