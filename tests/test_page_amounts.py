"""Amounts and labels on the page: open bounds stay open, no digit is lost, lines stay in their room."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.page.amounts import dollars_in_words, in_short, in_words
from graph.page.labels import LINES_AT_MOST, lines, width
from graph.picture import Interval

D = Decimal


@pytest.mark.parametrize(
    ("amount", "words", "short"),
    [
        (Interval(D(1500000), low_open=True), "more than $1.5 million", ">$1.5M"),
        (Interval(D(200000)), "at least $200,000", "≥$200k"),
        (Interval(high=D(3000), high_open=True), "less than $3,000", "<$3k"),
        (Interval(high=D(3000)), "at most $3,000", "≤$3k"),
        (Interval(about=D(400000)), "about $400,000", "~$400k"),
        (Interval(D(354000), D(354000)), "$354,000", "$354k"),
        (Interval(D(1000), D(2000)), "at least $1,000 and at most $2,000", "$1k–$2k"),
        (
            Interval(D(1000), D(2000), low_open=True, high_open=True),
            "more than $1,000 and less than $2,000",
            ">$1k–<$2k",
        ),
        (Interval(D(32000000000), low_open=True), "more than $32 billion", ">$32B"),
        (Interval(D("12.50"), D("12.50")), "$12.50", "$12.5"),
        (Interval(), "an unknown amount", ""),
    ],
)
def test_an_amount_in_words_and_in_short(amount: Interval, words: str, short: str) -> None:
    """Each bound keeps whether it is open."""
    assert (in_words(amount), in_short(amount)) == (words, short)


def test_the_words_of_the_source_come_first() -> None:
    """An amount that brings its own text is shown with it."""
    assert in_words(Interval(D(1), text="a token sum")) == "a token sum"


@given(st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=2))
def test_words_lose_no_digit(figure: Decimal) -> None:
    """From the words the figure can be read back exactly."""
    number, _, scale = dollars_in_words(figure).removeprefix("$").partition(" ")
    assert D(number.replace(",", "")) * {"": 1, "million": 10**6, "billion": 10**9}[scale] == figure


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (Interval(D(1999999), low_open=True), ">$1.99M"),
        (Interval(high=D(1001), high_open=True), "<$1.01k"),
    ],
)
def test_a_bound_in_short_still_bounds(amount: Interval, short: str) -> None:
    """A lower bound is rounded down and an upper bound up."""
    assert in_short(amount) == short


@given(st.text(max_size=200), st.integers(5, 40))
def test_a_label_stays_in_its_room(text: str, characters: int) -> None:
    """At most three lines, none longer than the room."""
    broken = lines(text, characters)
    assert len(broken) <= LINES_AT_MOST
    assert all(len(line) <= characters for line in broken)


def test_a_label_that_does_not_fit_says_so() -> None:
    """Only what is longer than three lines ends in an ellipsis."""
    assert lines("one two three", 5) == ["one", "two", "three"]
    assert lines("one two three four", 5)[-1] == "thre…"
    assert lines("alpha beta gamma delta", 10) == ["alpha beta", "gamma", "delta"]


def test_wide_characters_take_more_room() -> None:
    """Chinese characters and wide letters are wider than capitals, and those than most small letters."""
    assert width("王小明", 10) == width("Mmm", 10) == 30
    assert width("LEE", 10) == pytest.approx(24)
    assert width("lee", 10) == pytest.approx(18)
