"""Amounts in words and their sums."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.money import add, dollars, interval
from graph.picture import Interval

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1500000", "$1.5 million"),
        ("32000000000", "$32 billion"),
        ("354000", "$354,000"),
        ("1234567", "$1,234,567"),
        ("650000.5", "$650,000.50"),
        ("0", "$0"),
    ],
)
def test_dollars_are_written_for_people(amount: str, words: str) -> None:
    """A round million is a million; anything else keeps every digit."""
    assert dollars(Decimal(amount)) == words


def test_an_exact_amount_is_said_plainly() -> None:
    """Two equal bounds are one figure."""
    assert interval(Decimal(5), Decimal(5), Decimal(5)).text == "$5"


def test_an_open_bound_is_more_than() -> None:
    """An open lower bound is not the figure itself."""
    assert interval(None, Decimal(5), None, low_open=True).text == "more than $5"


def test_a_closed_bound_is_at_least() -> None:
    """A closed lower bound may be the figure itself."""
    assert interval(None, Decimal(5), None).text == "at least $5"


def test_about_bounds_nothing() -> None:
    """About keeps its figure and has no bounds."""
    assert interval(Decimal(5), None, None) == Interval(about=Decimal(5), text="about $5")


def test_nothing_stated_is_said() -> None:
    """A flow without figure is not zero."""
    assert interval(None, None, None) == Interval(text="amount not stated")


def test_a_sum_names_what_is_only_about_and_what_has_no_amount() -> None:
    """Bounds add up; the rest stands beside them, so that nothing is left out unsaid."""
    flows = [
        interval(None, Decimal(1_500_000), None, low_open=True),
        interval(Decimal(400_000), None, None),
        interval(None, None, None),
    ]
    total = add(flows)
    assert total is not None
    assert total.text == "more than $1.5 million plus about $400,000 plus 1 without amount"
    assert (total.low, total.low_open, total.high, total.about) == (Decimal(1_500_000), True, None, None)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((("", "300"),), "less than $300"),
        ((("", "300"), ("", "500")), "less than $800"),
        ((("", "300"), ("19000", "22000")), "at least $19,000 and less than $22,300"),
        ((("", "300"), ("650000", "")), "at least $650,000"),
        ((("", "300"), ("", "")), "less than $300 plus 1 without amount"),
        ((("5", "5"), ("", "")), "$5 plus 1 without amount"),
    ],
)
def test_a_sum_keeps_upper_bounds(figures: tuple[tuple[str, str], ...], words: str) -> None:
    """A flow that is known from above only is not a flow without amount."""
    bounds = [tuple(Decimal(bound) if bound else None for bound in pair) for pair in figures]
    flows = [interval(None, low, high, high_open=high is not None and low is None) for low, high in bounds]
    total = add(flows)
    assert total is not None
    assert total.text == words


def test_the_sum_of_no_flows_is_none() -> None:
    """Nobody who received nothing received zero dollars."""
    assert add([]) is None


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_exact_amounts_add_up_exactly(amounts: list[Decimal]) -> None:
    """Money is decimal: no cent is lost."""
    total = add(interval(amount, amount, amount) for amount in amounts)
    assert total is not None
    assert total.low == total.high == sum(amounts)
    assert not total.low_open
