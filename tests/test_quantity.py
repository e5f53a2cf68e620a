"""Figures: the bounds that follow from each precision, and the parts each needs."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import CODES
from sources.quantity import PARTS, Bound, StatedFigure, bounds, read_quantity

FIGURES = st.decimals(0, 10**12, places=2)
MILLIONS = StatedFigure("vague-plural", "USD", "Millions of dollars")


def _stated(precision: str, **parts: Any) -> StatedFigure:
    return StatedFigure(precision, "USD", "as written", **parts)


def test_every_precision_of_the_ontology_has_its_parts() -> None:
    """The code list and the table of parts name the same eleven precisions."""
    assert sorted(PARTS) == sorted(code.name.partition("-")[2] for code in CODES["Precision"])
    assert len(PARTS) == 11


@given(FIGURES)
def test_the_bounds_follow_from_the_precision(value: Decimal) -> None:
    """Only an exact figure and "at least" include their value; "about" bounds nothing."""
    closed, open_ = Bound(value, inclusive=True), Bound(value, inclusive=False)
    assert bounds(_stated("exact", value=value)) == (closed, closed)
    assert bounds(_stated("at-least", value=value)) == (closed, None)
    assert bounds(_stated("more-than", value=value)) == (open_, None)
    assert bounds(_stated("just-over", value=value)) == (open_, None)
    assert bounds(_stated("less-than", value=value)) == (None, open_)
    assert bounds(_stated("nearly", value=value)) == (None, open_)
    assert bounds(_stated("about", value=value)) == (None, None)


@given(FIGURES, FIGURES)
def test_a_range_includes_both_ends_in_order(one: Decimal, other: Decimal) -> None:
    """Lowest and highest are both possible; the wrong order is refused."""
    low, high = sorted((one, other))
    lower, upper = bounds(StatedFigure("range", "USD", "w", span=(low, high)))
    assert (lower, upper) == (Bound(low, inclusive=True), Bound(high, inclusive=True))
    if low != high:
        with pytest.raises(ValueError, match=r"^a range needs \[lowest, highest\]$"):
            bounds(StatedFigure("range", "USD", "w", span=(high, low)))


@given(st.integers(1, 10**6))
def test_a_majority_is_more_than_half_and_at_most_all(size: int) -> None:
    """Of a set of known size a majority lies above half of it; else above half of a hundred."""
    lower, upper = bounds(_stated("majority", of=Decimal(size)))
    assert lower == Bound(Decimal(size) / 2, inclusive=False)
    assert upper == Bound(Decimal(size), inclusive=True)
    assert bounds(_stated("majority")) == (Bound(Decimal(50), inclusive=False), None)


def test_vague_figures_have_the_bound_their_words_have() -> None:
    """The word "millions" is more than one million; other vague words bound what the sheet says."""
    assert bounds(MILLIONS) == (Bound(Decimal(1_000_000), inclusive=False), None)
    assert bounds(_stated("vague")) == (None, None)
    assert bounds(_stated("vague", above=Decimal(50))) == (Bound(Decimal(50), inclusive=False), None)


def test_a_figure_keeps_its_words_beside_its_bounds() -> None:
    """The figure read has the value and wording of the sheet and the bounds worked out."""
    read = read_quantity(StatedFigure("more-than", "USD", "more than $1.5 million", value=Decimal(1_500_000)))
    assert (read.value, read.as_written, read.unit) == (Decimal(1_500_000), "more than $1.5 million", "USD")
    assert (read.lower, read.upper) == (Bound(Decimal(1_500_000), inclusive=False), None)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (_stated("exact"), "a figure that is 'exact' needs `value:`"),
        (_stated("about"), "a figure that is 'about' needs `value:`"),
        (_stated("range"), "a figure that is 'range' needs `range:`"),
        (_stated("exact", value=Decimal(1), of=Decimal(2)), "a figure that is 'exact' has no use for `of:`"),
        (_stated("majority", value=Decimal(1)), "a figure that is 'majority' has no use for `value:`"),
        (
            _stated("vague-plural", value=Decimal(1)),
            "a figure that is 'vague-plural' has no use for `value:`",
        ),
        (
            StatedFigure("vague-plural", "USD", "thousands of dollars"),
            "'thousands of dollars' is not in the millions, as 'vague-plural' is; say 'vague' with `above:`",
        ),
        (_stated("exact", value=Decimal(-5)), "a sum in 'USD' is not below zero"),
        (_stated("range", span=(Decimal(-5), Decimal(5))), "a sum in 'USD' is not below zero"),
        (_stated("roughly"), "'roughly' is not a precision"),
    ],
)
def test_a_figure_without_what_it_needs_is_refused(stated: StatedFigure, message: str) -> None:
    """A part that is missing, or that the precision has no use for, is told by name."""
    with pytest.raises(ValueError, match="'") as caught:
        bounds(stated)
    assert str(caught.value) == message


def test_a_currency_other_than_dollars_is_refused() -> None:
    """An amount in euros would be left out of every sum without a word."""
    with pytest.raises(
        ValueError, match=r"^unit 'EUR' is a currency other than USD; give dollars, or words$"
    ):
        bounds(StatedFigure("exact", "EUR", "five euros", Decimal(5)))
