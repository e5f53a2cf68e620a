"""Sums of rows of filings: each dataset by itself, with what is left out of them."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from example_rows import FILINGS, build_example_graph

from graph.reading import Reader, open_reader
from graph.rows.event_tables import EventTables, open_tables
from graph.sums.answer import Money, money_between
from graph.sums.filed import STAGE, without_stages
from graph.sums.told import NEW_MONEY

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Between = Callable[..., Money]
HARBOR, SAMPLE = "committee/fec/C99000002", "committee/fec/C99000001"
BEN, CLEO = "candidate/fec/H4GA99001", "candidate/fec/H4GA99002"
ADA = "party/fec/EXAMPLE%2C%20ADA/30601"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with two datasets of filings."""
    return build_example_graph(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module")
def between(folder: Path) -> Between:
    """The money from one to another in it."""
    reader, tables = open_reader(folder), open_tables(folder)

    def ask(payer: str = "", payee: str = "", *where: str) -> Money:
        return money_between(reader, payer, payee, where, tables)

    return ask


def sums(money: Money) -> dict[tuple[str, str, str], tuple[Decimal, int]]:
    """Amount and number of rows by dataset, kind and what they are counted as."""
    return {(one.dataset, one.kind, one.of): (one.amount, one.rows) for one in money.filed.sums}


def printed(committee: str, *, memo: str) -> Decimal:
    """The gifts to a committee in the file of contributions, added up by hand; refunds are negative."""
    with (FILINGS / "itcont.txt").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="|"))
    amounts = (Decimal(row[14]) for row in rows if row[0] == committee and row[18] == memo)
    return sum((amount for amount in amounts if amount > 0), Decimal(0))


def test_each_dataset_has_a_line_of_its_own(between: Between) -> None:
    """One gift that two datasets report stands in both and is never added across them."""
    found = sums(between("", HARBOR))
    assert found == {
        ("again", "contribution", NEW_MONEY): (Decimal(10_000), 1),
        ("filings", "contribution", NEW_MONEY): (printed("C99000002", memo=""), 3),
    }


def test_what_another_row_counts_is_named_and_not_added(between: Between) -> None:
    """Memo entries, superseded filings and gifts reported twice stand beside the sum."""
    found = sums(between(HARBOR))
    assert found == {
        ("filings", "independent expenditure", NEW_MONEY): (Decimal("23300.25"), 3),
        ("filings", "independent expenditure", "reported twice"): (Decimal(8000), 1),
        ("filings", "independent expenditure", "superseded"): (Decimal(3000), 1),
    }
    assert sums(between("", SAMPLE))["filings", "contribution", "memo"] == (printed("C99000001", memo="X"), 1)


def test_money_for_a_candidate_is_that_for_the_committees_and_that_spent_for_the_candidate(
    between: Between,
) -> None:
    """A register says whose committee it is; the kinds stay apart."""
    found = sums(between("", BEN))
    assert found["filings", "independent expenditure", NEW_MONEY] == (Decimal(8000), 1)
    assert (
        found["filings", "contribution", NEW_MONEY]
        == sums(between("", SAMPLE))["filings", "contribution", NEW_MONEY]
    )


def test_money_against_a_candidate_is_not_for_the_candidate(between: Between) -> None:
    """It is listed as what it is, and in no sum of money for somebody."""
    found = sums(between("", CLEO))
    assert found["filings", "independent expenditure", "spent against"] == (Decimal("15300.25"), 2)
    assert not any(of == NEW_MONEY for _, _, of in found)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((), Decimal("11700.50")),
        (("year=2023",), Decimal(500)),
        (("since=2024-04-01",), Decimal(10_000)),
        (("until=2024-03-15", "since=2024-01-01"), Decimal("1200.50")),
        (("kind=loan",), None),
    ],
)
def test_filters_choose_rows(between: Between, where: tuple[str, ...], expected: Decimal | None) -> None:
    """By day, kind and dataset."""
    found = sums(between(ADA, "", "dataset=filings", *where))
    assert found.get(("filings", "contribution", NEW_MONEY), (None, 0))[0] == expected
    assert all(dataset == "filings" for dataset, _, _ in found)


def test_rows_without_a_place_are_not_added_in_a_place(between: Between) -> None:
    """A row that names no contest may be for any; it is named as such."""
    assert sums(between(ADA, "", "state=ga", "dataset=filings")) == {
        ("filings", "contribution", "scope"): (Decimal("11700.50"), 3)
    }


def test_what_a_payee_spends_may_be_what_it_was_paid() -> None:
    """Of a gift to a committee and the committee's spending on the same side, the gift counts."""
    rows = pl.LazyFrame({
        "dataset": ["a", "a", "b"],
        "payer": ["ann", "fund", "fund"],
        "payee": ["fund", "printer", "printer"],
        "of": [NEW_MONEY] * 3,
    })  # fmt: skip
    told = without_stages(rows).collect().sort("dataset", "payer")
    assert told["of"].to_list() == [NEW_MONEY, STAGE, NEW_MONEY]


def test_the_largest_rows_say_where_they_stand(between: Between) -> None:
    """Each with file and line, the largest first."""
    filed = between("", HARBOR, "dataset=filings").filed
    assert filed.largest[0] == (
        "filings",
        (
            "2024-06-03 contribution from HARBOR SHIPPING LLC to HARBOR FORWARD: $50,000"
            " — filings/itcont.txt, line 8"
        ),
    )
    assert len(filed.largest) == 3


def test_the_text_keeps_datasets_apart(run: Run, folder: Path) -> None:
    """A line a dataset, kinds and what is not counted below it."""
    lines = run("money", "--to", BEN, "--graph", str(folder)).stdout.splitlines()
    assert lines[:6] == [
        "Money to SAMPLE, BEN",
        "",
        "Filings (each dataset by itself: two may report the same money)",
        "  again: gifts and spending $40 in 1 row",
        "    contribution: $40 in 1 row",
        "    the largest rows that are counted:",
    ]
    assert "    not counted, memo: contribution: $75 in 1 row" in lines
    assert "  filings: gifts and spending $16,950.50 in 6 rows" in lines


def test_programs_get_the_rows_beside_what_documents_tell(run: Run, folder: Path) -> None:
    """A line for each kind in a dataset, with its number of rows."""
    written = run("money", "--from", HARBOR, "--format", "csv", "--graph", str(folder)).stdout
    rows = list(csv.DictReader(written.splitlines()))
    assert [(row["line"], row["of"], row["at_least"], row["rows"]) for row in rows] == [
        ("filings", "gifts and spending", "23300.25", "3"),
        ("filings, not counted", "reported twice", "8000.00", "1"),
        ("filings, not counted", "superseded", "3000.00", "1"),
    ]


def test_no_rows_without_datasets(built: Path) -> None:
    """A graph of documents alone has sums of documents alone."""
    reader: Reader = open_reader(built)
    assert money_between(reader, "George Soros", tables=EventTables()).filed.sums == ()
