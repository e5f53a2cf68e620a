"""The layered layout: every mark placed, none over another, few crossings, the same every time."""

from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout import GAP_BETWEEN_ROWS, Layout, Mark, arrange

Links = list[tuple[str, str]]


@st.composite
def drawings(draw: st.DrawFn) -> tuple[list[Mark], Links]:
    """Up to sixty marks in up to five columns, with links between any of them."""
    count = draw(st.integers(1, 60))
    columns = draw(st.lists(st.integers(0, 4), min_size=count, max_size=count))
    heights = draw(st.lists(st.floats(10, 80), min_size=count, max_size=count))
    marks = [Mark(f"m{n}", columns[n], 100.0, heights[n]) for n in range(count)]
    iris = st.sampled_from([mark.iri for mark in marks])
    return marks, draw(st.lists(st.tuples(iris, iris).filter(lambda pair: pair[0] != pair[1]), max_size=80))


def crossings(layout: Layout, links: Links) -> int:
    """Count the pairs of straight links between two neighbouring columns that cross."""
    ends = [(layout.positions[left].y, layout.positions[right].y) for left, right in links]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(ends, 2))


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_labels_of_a_column_never_overlap(drawing: tuple[list[Mark], Links]) -> None:
    """Between two marks of a column there is at least the gap between rows."""
    marks, links = drawing
    layout = arrange(marks, links)
    for column in {mark.column for mark in marks}:
        stack = sorted((layout.positions[m.iri].y, m.height) for m in marks if m.column == column)
        for (upper, upper_height), (lower, lower_height) in pairwise(stack):
            assert lower - upper >= (upper_height + lower_height) / 2 + GAP_BETWEEN_ROWS - 0.11


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_every_mark_is_placed_inside_its_column(drawing: tuple[list[Mark], Links]) -> None:
    """Each mark has a place, in the middle of its column's room and between top and bottom."""
    marks, links = drawing
    layout = arrange(marks, links)
    assert set(layout.positions) == {mark.iri for mark in marks}
    for mark in marks:
        place, band = layout.positions[mark.iri], layout.bands[mark.column]
        assert place.x == (band.left + band.right) / 2
        assert mark.height / 2 <= place.y + 0.11
        assert place.y + mark.height / 2 <= layout.height + 0.11


@settings(max_examples=30, deadline=None)
@given(drawings(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(drawing: tuple[list[Mark], Links], random: Random) -> None:
    """The same marks and links, shuffled, give the same layout."""
    marks, links = drawing
    shuffled_marks = random.sample(marks, len(marks))
    shuffled_links = random.sample(links, len(links))
    assert arrange(shuffled_marks, shuffled_links) == arrange(marks, links)


@settings(max_examples=30, deadline=None)
@given(drawings())
def test_a_line_has_a_lane_in_each_column_it_passes(drawing: tuple[list[Mark], Links]) -> None:
    """Lanes stand in exactly the columns with marks between the two ends, and in no mark's room."""
    marks, links = drawing
    layout = arrange(marks, links)
    column = {mark.iri: mark.column for mark in marks}
    for (left, right), lanes in layout.lanes.items():
        passed = [n for n in sorted(layout.bands) if column[left] < n < column[right]]
        assert len(lanes) == len(passed)
        for number, lane in zip(passed, lanes, strict=True):
            for mark in marks:
                if mark.column == number:
                    assert abs(layout.positions[mark.iri].y - lane.y) >= mark.height / 2


def test_lines_that_need_not_cross_do_not_cross() -> None:
    """Three pairs named against their order are untangled."""
    marks = [Mark(iri, column, 100, 20) for column, iris in enumerate(["abc", "zyx"]) for iri in iris]
    links = [("a", "x"), ("b", "z"), ("c", "y")]
    assert crossings(arrange(marks, links), links) == 0


def test_columns_keep_their_order_and_their_distance() -> None:
    """A column on the right begins after the one on the left ends; an empty column takes no room."""
    bands = arrange([Mark("a", 0, 120, 20), Mark("b", 1, 80, 20), Mark("c", 4, 60, 20)], []).bands
    assert sorted(bands) == [0, 1, 4]
    assert bands[0].right < bands[1].left < bands[1].right < bands[4].left
    assert bands[4].right - bands[4].left == 60


def test_a_link_within_a_column_needs_no_lane() -> None:
    """Marks of one column are linked beside the column."""
    layout = arrange([Mark("a", 0, 50, 20), Mark("b", 0, 50, 20)], [("a", "b")])
    assert layout.lanes == {}


def test_no_marks_give_an_empty_layout() -> None:
    """Nothing to place is not an error."""
    assert arrange([], []) == Layout({}, {}, {}, 0.0)


def test_a_link_to_an_unknown_mark_is_an_error() -> None:
    """A link whose end has no mark cannot be drawn."""
    with pytest.raises(KeyError, match="nobody"):
        arrange([Mark("a", 0, 50, 20)], [("a", "nobody")])
