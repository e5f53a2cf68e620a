"""The reader of Open Disclosure Oakland: on a recall committee and its likes, and on made-up files."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from told_money import Told, tell_all

from sources.errors import SheetError
from sources.oakland_open_disclosure.layout import LAYOUT
from sources.tables.layouts.layout import Sample, layouts

PUBLISHED = "data/caciviclab__disclosure-backend-static/build"
GIFT: dict[str, object] = {
    "date": "2024-11-05",
    "title": "Oakland November 5th, 2024 General Election",
    "election_name": "oakland-2024",
    "Filer_ID": "1400001",
    "Cmte_ID": None,
    "Entity_Cd": "Individual",
    "Tran_NamF": "Joy",
    "Tran_NamL": "Reed",
    "Tran_Zip4": "94601-1234",
    "Tran_Emp": "Mill",
    "Tran_Occ": "Miller",
    "Tran_Date": "2024-03-01",
    "Tran_Amt1": 100.5,
}
NAMES = """---
filer_id: '{number}'
name: Friends of Oak
candidate_controlled_id: ''
title: Friends of Oak
---
"""


def money_files(shared: Path) -> list[Path]:
    """The real files of contributions."""
    return sorted((shared / PUBLISHED / "_data/committees").glob("*.json"))


def name_files(shared: Path) -> list[Path]:
    """The real files of names."""
    return sorted((shared / PUBLISHED / "_committees").glob("*.md"))


def committee_file(folder: Path, *gifts: dict[str, object], name: str = "1400001", **more: Any) -> Path:
    """A made-up file of contributions."""
    path = folder / f"{name}.json"
    content = {"iec": True, "total_contributions": 100.5, "contributions": list(gifts), **more}
    path.write_text(json.dumps(content, indent=2), "utf-8")
    return path


def tell(*files: Path) -> Told:
    """What files become."""
    return tell_all(LAYOUT, files)


def test_the_layout_is_found_and_recognises_its_files(shared: Path) -> None:
    """A file is known by its first fields; other JSON and other front matter is not."""
    assert layouts()["open-disclosure"] is LAYOUT
    for file in [*money_files(shared), *name_files(shared)]:
        assert LAYOUT.recognises(Sample(file.name, head=file.read_bytes()[:2000]))
    assert not LAYOUT.recognises(Sample("x.json", head=b'{"contributions": []}'))
    assert not LAYOUT.recognises(Sample("x.md", head=b"---\nlayout: committee\n---\n"))


def test_real_gifts_are_all_told_and_add_up(shared: Path) -> None:
    """Every gift is a row; gifts less refunds are the totals the files state, which are no flows."""
    told = tell(*money_files(shared))
    files = [json.loads(file.read_text("utf-8"), parse_float=Decimal) for file in money_files(shared)]
    gifts = [gift for file in files for gift in file["contributions"]]
    assert len(told["contribution"]) + len(told["refund"]) == len(gifts) == told.read["contribution"] == 1203
    net = told.frame("contribution")["amount"].sum() - told.frame("refund")["amount"].sum()
    assert net == sum(Decimal(gift["Tran_Amt1"]) for gift in gifts)
    assert net == sum(Decimal(file["total_contributions"]) for file in files)
    assert len(told["refund"]) == 5
    assert told.problems.filter("rejected").is_empty()
    for table in ("contribution", "refund", "money-total"):
        assert told.frame(table)["id"].is_duplicated().sum() == 0


def test_the_gifts_to_a_recall_add_up_to_its_total(shared: Path) -> None:
    """The committee for the recall of a prosecutor: what it is called, got and states."""
    folder = shared / PUBLISHED
    told = tell(folder / "_data/committees/1462695.json", *name_files(shared))
    path = "committee/ca-fppc/1462695"
    mine = told.frame("contribution").filter(pl.col("payee") == path)
    back = told.frame("refund").filter(pl.col("payer") == path)
    total = told.frame("money-total").filter(pl.col("sumOf") == "Total contributions")
    assert mine["amount"].sum() - back["amount"].sum() == total["amount"].item() == Decimal("440004.53")
    assert total["collector"].item() == path
    named = told.frame("committee").filter(pl.col("id") == path)["label"].drop_nulls().to_list()
    assert len(set(named)) == 1


def test_a_gift_says_who_when_and_how_much(tmp_path: Path) -> None:
    """A row is told with its parties, its day and its line."""
    told = tell(committee_file(tmp_path, GIFT))
    row = told.one("contribution")
    assert row["id"] == "contribution/open-disclosure/1400001/1"
    assert (row["payer"], row["payee"]) == ("party/ca-fppc/Joy%20Reed/94601", "committee/ca-fppc/1400001")
    assert (row["amount"], row["date"], row["line"]) == (Decimal("100.50"), "2024-03-01", 5)
    assert (row["employer"], row["occupation"], row["electionCode"]) == ("Mill", "Miller", "2024-11-05")
    party = told.one("party")
    assert (party["label"], party["partyKind"]) == ("Joy Reed", "party-kind-individual")


def test_givers_are_committees_by_their_ids(tmp_path: Path) -> None:
    """What stands for an id and is none is a problem; a giver without a name is no one else."""
    numbers = ["1300000", "FPPC# 1300001", "C00386029", "Pending"]
    gifts = [{**GIFT, "Cmte_ID": number} for number in numbers]
    unnamed = [{**GIFT, "Tran_NamF": None, "Tran_NamL": None}] * 2
    told = tell(committee_file(tmp_path, *gifts, *unnamed))
    assert [row["payer"] for row in told["contribution"]] == [
        "committee/ca-fppc/1300000",
        "committee/ca-fppc/1300001",
        "committee/fec/C00386029",
        "party/ca-fppc/Joy%20Reed/94601",
        "party/ca-fppc/-/open-disclosure/1400001/5",
        "party/ca-fppc/-/open-disclosure/1400001/6",
    ]
    (problem,) = told.wanted()
    assert problem[1:] == ("Cmte_ID", "Pending", "an id of a committee; the party is told by its name", False)


def test_a_committee_without_an_id_of_the_state_is_known_by_what_stands_there(tmp_path: Path) -> None:
    """Oakland numbers some committees itself."""
    names = tmp_path / "S10088.md"
    names.write_text(NAMES.format(number="S10088"), "utf-8")
    told = tell(committee_file(tmp_path, {**GIFT, "Filer_ID": "S10088"}, name="S10088"), names)
    path = "committee/open-disclosure/S10088"
    assert told.one("contribution")["payee"] == told.one("money-total")["collector"] == path
    assert told.frame("committee").filter(pl.col("id") == path)["label"].drop_nulls().to_list() == [
        "Friends of Oak"
    ]
    wanted = "an id of the FPPC; the committee is told by what stands there"
    assert told.wanted() == [(2, "filer_id", "S10088", wanted, False)]


def test_what_went_back_is_a_refund_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """An amount that cannot be read leaves a row out; a day leaves itself out."""
    told = tell(
        committee_file(
            tmp_path,
            {**GIFT, "Tran_Amt1": -40.0},
            {**GIFT, "Tran_Amt1": "forty"},
            {**GIFT, "Tran_Date": "May 2024", "Entity_Cd": "Robot"},
        )
    )
    refund = told.one("refund")
    assert (refund["payer"], refund["amount"]) == ("committee/ca-fppc/1400001", Decimal("40.00"))
    assert refund["notNewMoney"] == "not-new-refund"
    assert told.one("contribution")["dateAsWritten"] == "May 2024"
    assert [(problem[1], problem[2], problem[4]) for problem in told.wanted()] == [
        ("Tran_Amt1", "forty", True),
        ("Tran_Date", "May 2024", False),
        ("Entity_Cd", "Robot", False),
    ]


def test_sums_of_elections_are_told_as_sums(tmp_path: Path) -> None:
    """The name of the file says whose they are."""
    by_election = [["2024-11-05", ["Oakland 2024", 60.5]], ["2022-11-08", ["Oakland 2022", 40]]]
    told = tell(committee_file(tmp_path, contributions_by_election=by_election))
    rows = [(row["sumOf"], row["amount"], row["collector"]) for row in told["money-total"]]
    assert rows == [
        ("Total contributions, Oakland 2024", Decimal("60.50"), "committee/ca-fppc/1400001"),
        ("Total contributions, Oakland 2022", Decimal(40), "committee/ca-fppc/1400001"),
        ("Total contributions", Decimal("100.50"), "committee/ca-fppc/1400001"),
    ]


def test_a_field_that_is_not_known_is_an_error(tmp_path: Path) -> None:
    """It is told with file, line and column, and what it may have been meant for."""
    path = committee_file(tmp_path, {**GIFT, "Tran_Amt2": 5})
    with pytest.raises(
        SheetError, match=r":19:7: the field 'Tran_Amt2' is not known; did you mean 'Tran_Amt1'"
    ):
        tell(path)


def test_a_file_of_another_kind_is_an_error(tmp_path: Path) -> None:
    """It is neither JSON nor YAML front matter."""
    path = tmp_path / "1.csv"
    path.write_text("a,b\n", "utf-8")
    with pytest.raises(SheetError, match="neither JSON nor YAML front matter; wanted a file of a committee"):
        tell(path)


def test_a_file_without_line_breaks_is_an_error(tmp_path: Path) -> None:
    """A row is known by its line."""
    path = committee_file(tmp_path, GIFT, GIFT)
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))), "utf-8")
    with pytest.raises(SheetError, match="two records on one line; wanted a line for each"):
        tell(path)
