"""Dates: the days each form stands for, and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.edtf import DateInterval, narrowest, read_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-06-05", date(2018, 6, 5), date(2018, 6, 5)),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-06-06/2018-06-10", date(2018, 6, 6), date(2018, 6, 10)),
        ("2018-05/2018-06", date(2018, 5, 1), date(2018, 6, 30)),
        ("2016/2018-06-05", date(2016, 1, 1), date(2018, 6, 5)),
        ("../2018-06", None, date(2018, 6, 30)),
        ("2018-06/..", date(2018, 6, 1), None),
    ],
)
def test_a_date_is_an_interval_of_days(text: str, earliest: date | None, latest: date | None) -> None:
    """Day, month, year and intervals of them stand for their first to their last day."""
    assert read_date(text) == DateInterval(earliest, latest)


@given(st.dates(), st.dates())
def test_an_interval_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    """Any two days in order make an interval, and the other way round none."""
    first, last = sorted((one, other))
    assert read_date(f"{first}/{last}") == DateInterval(first, last)
    if first != last:
        with pytest.raises(ValueError, match="ends before it starts"):
            read_date(f"{last}/{first}")


@given(st.dates())
def test_a_month_and_a_year_hold_their_days(day: date) -> None:
    """Every day lies in the interval of its month, which lies in that of its year."""
    month, year = read_date(day.isoformat()[:7]), read_date(day.isoformat()[:4])
    assert month.earliest is not None
    assert month.latest is not None
    assert year.earliest is not None
    assert year.latest is not None
    assert year.earliest <= month.earliest <= day <= month.latest <= year.latest


WANTED = "a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"'' is not {WANTED}"),
        ("June 2018", f"'June 2018' is not {WANTED}"),
        ("5.6.2018", f"'5.6.2018' is not {WANTED}"),
        ("٢٠١٨", f"'٢٠١٨' is not {WANTED}"),
        (
            "2018-02-30",
            f"'2018-02-30' is not in the calendar; wanted {WANTED}",
        ),
        (
            "2018-13",
            f"'2018-13' is not in the calendar; wanted {WANTED}",
        ),
        (
            "0000",
            f"'0000' is not in the calendar; wanted {WANTED}",
        ),
        ("../..", "'../..' is open at both ends"),
        ("2019/2018", "'2019/2018' ends before it starts"),
        ("2018/", f"'' is not {WANTED}"),
    ],
)
def test_what_is_no_date_is_refused(text: str, message: str) -> None:
    """The message shows what was there and what a date looks like."""
    with pytest.raises(ValueError, match="'") as caught:
        read_date(text)
    assert str(caught.value) == message


def test_the_narrowest_date_is_the_one_of_fewest_days() -> None:
    """A day is narrower than a longer text that stands for more days; open intervals come last."""
    assert narrowest(["2018-05/2018-06", "2018", "2018-06-05"]) == "2018-06-05"
    assert narrowest(["../2018", "2018"]) == "2018"
    assert narrowest(["2022-07", "2022-05"]) == "2022-05"
    assert narrowest([]) == ""
