"""The force layout: no two marks overlap, linked ones are near, and nothing is left to chance."""

from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.force_layout import spread
from graph.layout import Mark, Position, arrange

STAR = [("hub", f"leaf{n}") for n in range(12)]
LEAVES = [Mark(f"leaf{n}", 1, 160, 30) for n in range(12)]
MARKS = [Mark("hub", 0, 120, 30), *LEAVES, Mark("alone", 2, 90, 30)]


def places(marks: list[Mark], links: list[tuple[str, str]]) -> dict[str, Position]:
    """Where marks come to from the columns."""
    return spread(marks, links, arrange(marks, links).positions)


def overlapping(marks: list[Mark], at: dict[str, Position]) -> list[tuple[str, str]]:
    """The marks whose boxes share some room."""
    return [
        (one.iri, other.iri)
        for one, other in combinations(marks, 2)
        if abs(at[one.iri].x - at[other.iri].x) < (one.width + other.width) / 2
        and abs(at[one.iri].y - at[other.iri].y) < (one.height + other.height) / 2
    ]


def test_linked_marks_are_nearer_than_others() -> None:
    """The leaves stand round their hub; the mark without links is farther from it than any of them."""
    at = places(MARKS, STAR)

    def away(iri: str) -> float:
        return hypot((at[iri].x - at["hub"].x) / 1.9, at[iri].y - at["hub"].y)

    assert max(away(f"leaf{n}") for n in range(12)) < away("alone")


def test_the_same_marks_come_to_the_same_places() -> None:
    """Nothing is left to chance."""
    assert places(MARKS, STAR) == places(MARKS, STAR)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40), st.integers(1, 4))
def test_no_two_marks_overlap(pairs: list[tuple[int, int]], lines: int) -> None:
    """Whatever is linked, also to itself, and however many lines a label has."""
    marks = [Mark(f"m{n}", n % 5, 60.0 + 20 * (n % 7), 14.5 * lines) for n in range(20)]
    at = places(marks, [(f"m{one}", f"m{other}") for one, other in pairs])
    assert overlapping(marks, at) == []
