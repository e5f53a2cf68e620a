"""Intervals: every number they hold stays in what is computed from them, and no bound is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.findings.interval import ANY, Interval, above, between, plain, point, strict, usual
from sources.quantity import Bound, Quantity, StatedFigure, read_quantity

NUMBERS = st.decimals(-1000, 1000, places=2)
BOUNDS = st.none() | st.builds(Bound, NUMBERS, st.booleans())
INTERVALS = st.builds(Interval, BOUNDS, BOUNDS)


def _figure(precision: str, value: str, unit: str = "percent") -> Quantity:
    return read_quantity(StatedFigure(precision, unit, "as written", Decimal(value)))


@given(INTERVALS, INTERVALS, NUMBERS, NUMBERS)
def test_sums_and_differences_hold_those_of_every_pair(
    left: Interval, right: Interval, one: Decimal, other: Decimal
) -> None:
    """What two numbers of two intervals come to lies in the sum and the difference of the intervals."""
    if one in left and other in right:
        assert one + other in left + right
        assert one - other in left - right


@given(INTERVALS, INTERVALS, NUMBERS)
def test_the_meet_holds_what_both_hold(left: Interval, right: Interval, number: Decimal) -> None:
    """A number lies in the meet exactly when it lies in both."""
    assert (number in left.meet(right)) == (number in left and number in right)


@given(INTERVALS, INTERVALS)
def test_fitting_goes_both_ways(left: Interval, right: Interval) -> None:
    """Whether two intervals share a number does not hang on their order."""
    assert left.fits(right) == right.fits(left)


@given(NUMBERS.filter(lambda number: number > 0), NUMBERS.filter(lambda number: number > 0))
def test_ratios_of_points_are_ratios(one: Decimal, other: Decimal) -> None:
    """The ratio of two numbers is the one number of the ratio of their intervals."""
    assert one / other in point(one).over(point(other))


def test_an_open_bound_is_not_reached() -> None:
    """More than 60 and at most 60 share nothing; at least 60 and at most 60 share 60."""
    assert not above(60).fits(between(0, 60))
    assert between(60, 100).fits(between(0, 60))


@pytest.mark.parametrize(
    ("quantity", "inside", "outside"),
    [
        (_figure("exact", "65"), "65.4", "65.6"),
        (_figure("exact", "56.5"), "56.54", "56.6"),
        (_figure("exact", "20"), "20.5", "24"),
        (_figure("exact", "354000", "USD"), "354400", "355000"),
        (_figure("exact", "12", "district attorneys"), "12", "12.1"),
        (_figure("more-than", "60"), "60.01", "60"),
        (_figure("nearly", "2", "ratio"), "1", "2"),
    ],
)
def test_the_strict_reading_keeps_what_the_words_leave(quantity: Quantity, inside: str, outside: str) -> None:
    """Rounded figures stand for what rounds to them, counts for themselves, bounds for one side."""
    assert Decimal(inside) in strict(quantity)
    assert Decimal(outside) not in strict(quantity)


@pytest.mark.parametrize(
    ("quantity", "inside", "outside"),
    [
        (_figure("about", "400000", "USD"), "440000", "450000"),
        (_figure("nearly", "2", "ratio"), "1.86", "1.7"),
        (_figure("just-over", "5"), "5.4", "14"),
        (_figure("more-than", "60"), "99", "60"),
    ],
)
def test_the_usual_reading_stays_near(quantity: Quantity, inside: str, outside: str) -> None:
    """About, nearly and just over reach a tenth of the figure; a bare bound reaches as far as it says."""
    assert Decimal(inside) in usual(quantity)
    assert Decimal(outside) not in usual(quantity)


def test_about_rules_nothing_out() -> None:
    """Strictly read, "about" leaves every number."""
    assert strict(_figure("about", "400000", "USD")) == ANY


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (point(Decimal(1900000)), "1,900,000"),
        (above(60), "more than 60"),
        (between(60, 64), "[60, 64]"),
        (Interval(Bound(Decimal(60), inclusive=False), Bound(Decimal("64.5"), inclusive=True)), "(60, 64.5]"),
        (ANY, "any number"),
    ],
)
def test_intervals_have_words(interval: Interval, words: str) -> None:
    """Bounds are written so that an open one can be told from a closed one."""
    assert str(interval) == words


@pytest.mark.parametrize(
    ("number", "words"), [("1.8571", "1.86"), ("100", "100"), ("48.0", "48"), ("0.5", "0.5")]
)
def test_numbers_are_plain(number: str, words: str) -> None:
    """Two digits behind the point, no exponent, no zeros that say nothing."""
    assert plain(Decimal(number)) == words


@pytest.mark.parametrize(
    ("value", "unit", "low", "high"),
    [
        ("100", "percent", "99.5", "100.5"),
        ("24", "percentage points", "23.5", "24.5"),
        ("56.5", "percent", "56.45", "56.55"),
        ("354000", "USD", "353500", "354500"),
        ("20", "USD", "19.5", "20.5"),
        ("12", "contests", "12", "12"),
    ],
)
def test_a_plain_figure_stands_for_all_that_round_to_it(value: str, unit: str, low: str, high: str) -> None:
    """Zeros at the end are rounding in large amounts only; what is counted one by one is not rounded."""
    told = strict(_figure("exact", value, unit))
    assert told == between(Decimal(low), Decimal(high))


def test_an_interval_holds_another_when_no_number_of_it_is_left_out() -> None:
    """An open end of the outer one must not be the closed end of the inner one."""
    majority = strict(_figure("more-than", "50"))
    assert majority.holds(between(51, 60))
    assert not majority.holds(between(50, 60))
    assert not between(51, 60).holds(majority)
