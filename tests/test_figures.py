"""What a figure with its wording leaves open."""

from decimal import Decimal

import pytest

from graph.findings.interval import between, strict
from sources.quantity import StatedFigure, read_quantity


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
    told = strict(read_quantity(StatedFigure("exact", unit, "as written", Decimal(value))))
    assert told == between(Decimal(low), Decimal(high))


def test_an_interval_holds_another_when_no_number_of_it_is_left_out() -> None:
    """An open end of the outer one must not be the closed end of the inner one."""
    majority = strict(read_quantity(StatedFigure("more-than", "percent", "more than 50", Decimal(50))))
    assert majority.holds(between(51, 60))
    assert not majority.holds(between(50, 60))
    assert not between(51, 60).holds(majority)
