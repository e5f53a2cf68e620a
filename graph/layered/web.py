"""Columns of slots with the threads between neighbouring columns, and how many of them cross."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Slot = tuple[str, ...]
"""A place in a column: `(iri,)` for a mark, `(left iri, right iri, column)` for a lane."""
Columns = list[list[Slot]]


@dataclass(frozen=True, slots=True)
class Web:
    """What is to be ordered.

    Attributes:
        columns: The slots of each column that has any, from left to right, in their order from top to bottom.
        before: For each slot its neighbours in the column on the left, with repetitions.
        after: As `before`, on the right.
        beside: For each slot those in its own column it is linked with, by lines that bend on its right.
        heights: Height of each slot, with the gap around a mark.
    """

    columns: Columns
    before: dict[Slot, list[Slot]]
    after: dict[Slot, list[Slot]]
    beside: dict[Slot, list[Slot]]
    heights: dict[Slot, float]

    def add(self, slot: Slot, height: float) -> None:
        """Take in a slot without any thread."""
        self.before[slot], self.after[slot], self.beside[slot] = [], [], []
        self.heights[slot] = height


def places_of(column: Sequence[Slot]) -> dict[Slot, int]:
    """The place of each slot, from 0 at the top."""
    return {slot: place for place, slot in enumerate(column)}


def crossings(web: Web, columns: Columns) -> int:
    """Count the pairs of threads that cross when the slots stand in `columns`."""
    between = sum(_crossings_between(web, *pair) for pair in pairwise(columns))
    return between + sum(_crossings_beside(web, column) for column in columns)


def _crossings_between(web: Web, column: Sequence[Slot], following: Sequence[Slot]) -> int:
    places = places_of(following)
    met: list[int] = []
    count = 0
    for slot in column:
        ends = sorted(places[end] for end in web.after[slot])
        count += sum(len(met) - bisect_right(met, end) for end in ends)
        for end in ends:
            insort(met, end)
    return count


def _crossings_beside(web: Web, column: Sequence[Slot]) -> int:
    """A line between two slots of a column crosses what leaves the slots between them on the right."""
    places = places_of(column)
    return sum(
        len(web.after[passed])
        for slot in column
        for other in web.beside[slot]
        for passed in column[places[slot] + 1 : places[other]]
    )
