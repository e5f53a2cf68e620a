"""A dataset becomes event tables, N-Quads and a report of what could not be read."""

import csv
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from made_up_rows import ROWS, made_up_dataset
from pyoxigraph import Literal, Quad, RdfFormat, parse

from graph.nodes import BASE, BOOLEAN, Names, term
from graph.tables import flow_totals, output, ranges
from graph.tables.batches import Selection
from graph.tables.conversion import Order, convert_dataset, read_facts
from graph.tables.things import told_once
from sources.dataset import Dataset
from sources.errors import SourceError
from sources.tables.layouts.rows import Place, shaped

BAD = (
    *ROWS,
    "5,Cy Ax,GA,C1,twelve,2024-03-01,,",
    "6,Di Or,GA,C1,5,31.2.2024,,",
    "7,Ed,GA,C1,5",
    "8,Flo,GA,C1,,,,",
)


def converted(dataset: Dataset, folder: Path, chosen: Selection | None = None) -> Path:
    """The folder of a conversion."""
    convert_dataset(Order(dataset, BASE, chosen or Selection()), folder)
    return folder


def table(folder: Path, name: str) -> pl.DataFrame:
    """An event table."""
    return pl.read_parquet(folder / "tables" / name / "*.parquet")


def quads(folder: Path) -> list[Quad]:
    """Every statement of a conversion."""
    files = sorted((folder / "rows").glob("**/*.nq"))
    return [quad for file in files for quad in parse(path=str(file), format=RdfFormat.N_QUADS)]


def values(folder: Path, path: str, prop: str) -> set[str]:
    """The values of a property of a thing."""
    thing = Names().thing(path)
    return {
        quad.object.value for quad in quads(folder) if (quad.subject, quad.predicate) == (thing, term(prop))
    }


def test_rows_become_events_with_file_and_line(tmp_path: Path) -> None:
    """A row is a contribution that says where it stands."""
    out = converted(made_up_dataset(tmp_path / "gifts"), tmp_path / "out")
    assert values(out, "contribution/gifts/made-up/1", "amount") == {"100"}
    assert values(out, "contribution/gifts/made-up/1", "line") == {"2"}
    file = f"{BASE}id/dataset/gifts/gifts.csv"
    assert values(out, "contribution/gifts/made-up/1", "sourceFile") == {file}
    assert values(out, "dataset/gifts/gifts.csv", "rowsRead") == {"4"}
    assert table(out, "contribution")["amount"].sum() == Decimal("182.50")


def test_no_quad_is_written_twice_and_all_are_counted(tmp_path: Path) -> None:
    """Things that stand in many rows are told once."""
    out = converted(made_up_dataset(tmp_path / "gifts"), tmp_path / "out")
    every = quads(out)
    assert len(set(every)) == len(every) == read_facts(out).statements
    assert {quad.graph_name for quad in every} == {Names().graph("dataset/gifts")}


def test_totals_leave_memo_rows_out_and_say_how_many_rows_they_add_up(tmp_path: Path) -> None:
    """Donor to committee by year; a memo row is part of another and not added."""
    out = converted(made_up_dataset(tmp_path / "gifts"), tmp_path / "out")
    sums = table(out, "flow-total").select("payer", "payee", "year", "amount", "premises")
    assert sums.rows() == [
        ("party/made-up/Ann%20Lee", "committee/made-up/C1", 2024, Decimal("150.50"), 2),
        ("party/made-up/Ann%20Lee", "committee/made-up/C2", 2023, Decimal("7.00"), 1),
    ]
    by_state = table(out, "place-total").select("payee", "stateCode", "year", "amount").rows()
    assert by_state == [
        ("committee/made-up/C1", "GA", 2024, Decimal("150.50")),
        ("committee/made-up/C2", "GA", 2023, Decimal("7.00")),
    ]
    gave = Quad(
        Names().thing("party/made-up/Ann Lee"),
        term("gaveTo"),
        Names().thing("committee/made-up/C1"),
        Names().graph("dataset/gifts"),
    )
    assert gave in quads(out)


def test_what_cannot_be_read_is_reported_with_line_and_column(tmp_path: Path) -> None:
    """An amount that is none and a short row are left out; of a bad day, only the day."""
    out = converted(made_up_dataset(tmp_path / "gifts", BAD, allow_rejected=3), tmp_path / "out")
    with (out / "problems.csv").open(encoding="utf-8", newline="") as report:
        found = [
            (row["line"], row["column"], row["found"], row["left_out"]) for row in csv.DictReader(report)
        ]
    assert sorted(found) == [
        ("6", "amount", "twelve", "row"),
        ("7", "day", "31.2.2024", "value"),
        ("8", "day", "5 fields", "row"),
        ("9", "amount", "", "row"),
    ]
    facts = read_facts(out)
    assert (facts.rows, facts.rejected, facts.tables["contribution"]) == (8, 3, 5)
    assert values(out, "contribution/gifts/made-up/6", "date") == set()


def test_more_rejected_rows_than_allowed_end_the_conversion(tmp_path: Path) -> None:
    """The message says how many, shows the first, and how to go on without them."""
    dataset = made_up_dataset(tmp_path / "gifts", BAD, allow_rejected=2)
    with pytest.raises(SourceError) as error:
        converted(dataset, tmp_path / "out")
    assert str(error.value) == (
        f"{tmp_path / 'gifts' / 'source.toml'}: 3 rows of 8 cannot be used; source.toml allows 2"
        " (allow_rejected = 3 builds without them). The first:\n"
        "  gifts.csv:6: amount: 'twelve'; wanted an amount such as 1234.50\n"
        "  gifts.csv:8: day: '5 fields'; wanted 8 fields\n"
        "  gifts.csv:9: amount: ''; wanted an amount such as 1234.50"
    )


def test_fewer_rows_than_the_dataset_says_end_the_conversion(tmp_path: Path) -> None:
    """A file that was cut off is not taken for a whole one."""
    with pytest.raises(SourceError, match=r"source.toml: 4 rows, wanted 5 to 1000000$"):
        converted(made_up_dataset(tmp_path / "gifts", rows_min=5), tmp_path / "out")


def test_two_rows_of_one_id_end_the_conversion(tmp_path: Path) -> None:
    """Two gifts of one id would become one thing with two amounts."""
    twice = (*ROWS, "1,Ann Lee,GA,C1,9,2024-01-09,,")
    with pytest.raises(SourceError) as error:
        converted(made_up_dataset(tmp_path / "gifts", twice), tmp_path / "out")
    assert str(error.value) == (
        "dataset/gifts/gifts.csv:2:1: 2 rows of table contribution share an id with another,"
        " the first 'contribution/gifts/made-up/1'"
    )


@pytest.mark.parametrize(
    ("chosen", "receipts"),
    [
        (Selection(limit=2), ["1", "2"]),
        (Selection(where=(("STATE", "FL"),)), ["3"]),
        (Selection(since="2024-02-05"), ["2", "3"]),
        (Selection(limit=3, where=(("state", "GA"),), since="2024-02-01"), ["2"]),
    ],
    ids=["limit", "where", "since", "all"],
)
def test_rows_can_be_chosen(tmp_path: Path, chosen: Selection, receipts: list[str]) -> None:
    """The first rows, rows of a state, rows since a day."""
    out = converted(made_up_dataset(tmp_path / "gifts"), tmp_path / "out", chosen)
    assert [path.rpartition("/")[2] for path in table(out, "contribution")["id"]] == receipts


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock, the folder or the order of work is in the output."""
    dataset = made_up_dataset(tmp_path / "gifts")
    one, two = converted(dataset, tmp_path / "one"), converted(dataset, tmp_path / "two")
    for file in sorted(path for path in one.glob("rows/*.nq")):
        assert file.read_bytes() == (two / "rows" / file.name).read_bytes()


def test_a_thing_with_two_names_has_one_label() -> None:
    """The smallest name is the label, the others stay as other names."""
    rows = pl.DataFrame(
        {"id": ["committee/1"] * 3, "label": ["Beta", "Alpha", None], "identifier": [None, "1", "1"]}
    )
    told = told_once("committee", shaped("committee", rows, Place("d", "f")))
    assert told.select("label", "identifier").rows() == [("Alpha", "1")]
    assert told["altLabel"].to_list() == [["Beta"]]


def test_literals_keep_their_kind(tmp_path: Path) -> None:
    """A truth value is a boolean, a line a whole number."""
    out = converted(made_up_dataset(tmp_path / "gifts"), tmp_path / "out")
    objects = {
        quad.predicate: quad.object
        for quad in quads(out)
        if "contribution/gifts/made-up/3" in str(quad.subject)
    }
    memo = objects[term("memo")]
    assert isinstance(memo, Literal)
    assert (memo.value, memo.datatype) == ("true", BOOLEAN)


def test_many_rows_are_put_together_as_few_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums, their numbers, things and edges are the same when only some rows are in memory at a time."""
    rows = tuple(
        f"{number},Donor {number * 7 % 30},{('GA', 'FL', '')[number % 3]},C{number % 4},{number},"
        f"202{number % 3}-05-01,{'X' * (number % 5 == 0)},"
        for number in range(1, 121)
    )
    dataset = made_up_dataset(tmp_path / "gifts", rows)
    whole = converted(dataset, tmp_path / "whole")
    small = {(ranges, "AT_ONCE"): 9, (ranges, "SAMPLED"): 3, (ranges, "READ"): 20, (flow_totals, "MANY"): 5}
    for (module, name), number in {**small, (output, "WAITING"): 1}.items():
        monkeypatch.setattr(module, name, number)
    in_parts = converted(dataset, tmp_path / "parts")
    assert len(list((in_parts / "tables" / "flow-total").iterdir())) > 1
    assert [file.read_bytes() for file in sorted((in_parts / "rows").iterdir())] == [
        file.read_bytes() for file in sorted((whole / "rows").iterdir())
    ]
