"""Made-up FEC files: the same bytes every time, the Commission's columns, hostile values as asked."""

import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

SCRIPT = Path(__file__).parents[1] / "bench" / "fec_shaped.py"
COLUMNS = {"itcont": 21, "cm": 15, "cn": 15, "ccl": 7}
DIGESTS = {
    "ccl.txt": "0ff73b3a684eb37ea9e9f15f38eaca4c86198568ec213c73c939c9616b8beef5",
    "cm.txt": "8de6c49c7760d002709f525ae8ab5caa2b71aefdf35496c60e310a3f9b920ea4",
    "cn.txt": "ac4d64f5061721e577edbda4d62f9d379f697fc51d47012d129b42266855dc85",
    "itcont.txt": "a814fc1a89227b1927e5f4d1c2ec90d2804ce6d2666962433e727fd373efb3db",
    "truth.csv": "3a534f4b947095164ce2bb4ae4f9833e3bee353901796f45b72103468560e04b",
}
"""Of 3000 rows with a tenth of them hostile; a new digest breaks comparisons with older figures."""
HOSTILE = {
    "quote",
    "backslash",
    "control",
    "non-ASCII",
    "IRI",
    "NUL",
    "nothing",
    "date",
    "amount",
    "empty",
}
USAGE = "fec_shaped.py: error: argument "


def generate(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the script as a user does."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def make(folder: Path, *arguments: str) -> Path:
    """Run the script into a folder, and make sure that it did."""
    made = generate("--out", folder, *arguments)
    assert (made.returncode, made.stderr) == (0, "")
    return folder


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file of a folder."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def cells(folder: Path, name: str) -> list[list[str]]:
    """A file of the Commission's as rows of columns."""
    text = (folder / f"{name}.txt").read_bytes().decode()
    assert text.endswith("\n")
    return [line.split("|") for line in text[:-1].split("\n")]


def column(folder: Path, position: int) -> list[str]:
    """One column of the contributions, counted from 0."""
    return [row[position] for row in cells(folder, "itcont")]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three thousand rows, a tenth of them hostile."""
    return make(tmp_path_factory.mktemp("hostile"), "--rows", "3000", "--hostile", "0.1")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three thousand rows, all of them hostile."""
    return make(tmp_path_factory.mktemp("spoilt"), "--rows", "3000", "--hostile", "1")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty thousand rows without a hostile value."""
    return make(tmp_path_factory.mktemp("clean"), "--rows", "20000", "--hostile", "0")


def test_the_same_arguments_give_the_same_bytes(hostile: Path) -> None:
    """On every machine and with every version of Polars."""
    assert digests(hostile) == DIGESTS


@pytest.mark.parametrize(("rows", "piece"), [("4", "1"), ("20", "7"), ("3000", "1700")])
def test_pieces_do_not_change_the_bytes(tmp_path: Path, rows: str, piece: str) -> None:
    """How many rows are in memory at a time is nobody's business."""
    pieces = make(tmp_path / "pieces", "--rows", rows, "--hostile", "0.5", "--piece", piece)
    whole = make(tmp_path / "whole", "--rows", rows, "--hostile", "0.5")
    assert digests(pieces) == digests(whole)


def test_another_seed_gives_other_rows(tmp_path: Path) -> None:
    """No file stays as it was."""
    first = digests(make(tmp_path / "1", "--rows", "100", "--seed", "1"))
    second = digests(make(tmp_path / "2", "--rows", "100", "--seed", "2"))
    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())


@pytest.mark.parametrize(("name", "count"), COLUMNS.items())
def test_every_line_has_the_columns_of_the_commission(hostile: Path, name: str, count: int) -> None:
    """Hostile values have neither pipes nor line ends."""
    assert {len(row) for row in cells(hostile, name)} == {count}


def test_there_are_as_many_rows_as_asked(hostile: Path) -> None:
    """Each with its own identifier, and with a line in the truth, in the same order."""
    identifiers = column(hostile, 20)
    assert len(set(identifiers)) == 3000
    truth = pl.read_csv(hostile / "truth.csv", infer_schema=False)
    assert truth["SUB_ID"].to_list() == identifiers


def test_one_row_is_enough(tmp_path: Path) -> None:
    """The smallest file is a file like the others."""
    folder = make(tmp_path, "--rows", "1", "--hostile", "1")
    assert [len(row) for row in cells(folder, "itcont")] == [21]


def test_hostile_rows_have_the_share_asked_for(clean: Path, hostile: Path, spoilt: Path) -> None:
    """None, about a tenth, all; counted in the truth."""
    counts = [pl.read_csv(folder / "truth.csv")["HOSTILE"].count() for folder in (clean, hostile, spoilt)]
    assert counts[0] == 0
    assert 250 <= counts[1] <= 350
    assert counts[2] == 3000


def test_every_kind_of_hostile_value_is_there(hostile: Path) -> None:
    """About equally often."""
    kinds = pl.read_csv(hostile / "truth.csv", infer_schema=False)["HOSTILE"].drop_nulls()
    counts = dict(kinds.value_counts().iter_rows())
    assert counts.keys() == HOSTILE
    assert 15 <= min(counts.values()) <= max(counts.values()) <= 50


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("quote", '"'),
        ("backslash", "\\"),
        ("control", "\r"),
        ("control", "\x7f"),
        ("non-ASCII", "日本"),
        ("IRI", "<"),
        ("NUL", "\0"),
        ("nothing", "|NULL|"),
        ("date", "|02302024|"),
        ("amount", "|1,200|"),
        ("empty", "||"),
    ],
)
def test_a_hostile_value_stands_in_the_row_that_is_said_to_have_it(
    spoilt: Path, kind: str, found: str
) -> None:
    """The truth names the kind; the line has the characters."""
    kinds = pl.read_csv(spoilt / "truth.csv", infer_schema=False)["HOSTILE"].to_list()
    lines = (spoilt / "itcont.txt").read_bytes().decode()[:-1].split("\n")
    assert any(found in line for line, has in zip(lines, kinds, strict=True) if has == kind)


def test_without_hostile_values_all_is_printable_ascii(clean: Path) -> None:
    """And neither a quote nor a backslash."""
    text = (clean / "itcont.txt").read_text().replace("\n", "")
    assert text.isascii()
    assert text.isprintable()
    assert not {'"', "'", "\\"} & set(text)


def test_clean_days_and_amounts_can_be_read(clean: Path) -> None:
    """Days are days of 2023 and 2024; amounts have at most cents."""
    days = pl.Series(column(clean, 13)).str.to_date("%m%d%Y")
    assert {day.year for day in days.to_list()} == {2023, 2024}
    assert pl.Series(column(clean, 14)).str.contains(r"^-?\d+(\.\d\d)?$").all()


def test_refunds_cents_and_zeros_are_there(clean: Path) -> None:
    """Not only round gifts."""
    amounts = pl.Series(column(clean, 14))
    assert amounts.str.starts_with("-").any()
    assert amounts.str.contains(r"\.(\d[1-9]|[1-9]0)$").any()
    assert amounts.str.ends_with(".00").any()
    assert (amounts == "0").any()


def test_types_and_memo_rows_are_there(clean: Path) -> None:
    """Earmarked gifts, transfers and refunds; every joint gift is a memo row."""
    types, memos = column(clean, 5), column(clean, 18)
    assert {"15", "15E", "24T", "15J", "15C", "10", "22Y", "20Y"} <= set(types)
    assert {memo for kind, memo in zip(types, memos, strict=True) if kind == "15J"} == {"X"}
    assert set(memos) == {"", "X"}
    assert set(column(clean, 6)) == {"IND", "ORG", "PAC", "COM", "CCM", "PTY", "CAN"}


def test_some_donors_give_much_more_often_than_others(clean: Path) -> None:
    """The busiest hundredth of the donors has a tenth of the rows, and most donors give more than once."""
    donors = pl.read_csv(clean / "truth.csv", infer_schema=False)["DONOR_ID"]
    counts = sorted(Counter(donors.to_list()).values(), reverse=True)
    assert sum(counts[: len(counts) // 100]) >= 2000
    assert counts[len(counts) // 2] >= 2


def test_a_donor_writes_the_name_in_several_ways(clean: Path) -> None:
    """Who is who is in the truth and not in the name."""
    donors = pl.read_csv(clean / "truth.csv", infer_schema=False)["DONOR_ID"].to_list()
    pairs = set(zip(donors, column(clean, 7), strict=True))
    assert max(Counter(donor for donor, _ in pairs).values()) > 5
    assert max(Counter(name for _, name in pairs).values()) > 1


def test_committees_and_candidates_are_in_their_masters(clean: Path) -> None:
    """Every identifier leads somewhere."""
    committees = {row[0] for row in cells(clean, "cm")}
    candidates = {row[0] for row in cells(clean, "cn")}
    assert set(column(clean, 0)) <= committees
    assert set(column(clean, 15)) <= committees | candidates | {""}
    assert {row[14] for row in cells(clean, "cm")} == candidates | {""}
    assert {row[9] for row in cells(clean, "cn")} <= committees
    assert {(row[0] in candidates, row[3] in committees) for row in cells(clean, "ccl")} == {(True, True)}


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--rows", "0", "--rows: '0' is not a number of rows from 1 to 100000000"),
        ("--rows", "-5", "--rows: '-5' is not a number of rows from 1 to 100000000"),
        ("--rows", "1e6", "--rows: '1e6' is not a number of rows from 1 to 100000000"),
        ("--rows", "²", "--rows: '²' is not a number of rows from 1 to 100000000"),
        ("--rows", "100000001", "--rows: '100000001' is not a number of rows from 1 to 100000000"),
        ("--piece", "0", "--piece: '0' is not a number of rows from 1 to 100000000"),
        ("--hostile", "1.5", "--hostile: '1.5' is not a share from 0 to 1"),
        ("--hostile", "nan", "--hostile: 'nan' is not a share from 0 to 1"),
        ("--hostile", "some", "--hostile: 'some' is not a share from 0 to 1"),
        ("--seed", "-1", "--seed: '-1' is not a seed from 0 to 4294967295"),
        ("--seed", "4294967296", "--seed: '4294967296' is not a seed from 0 to 4294967295"),
    ],
)
def test_nonsense_is_refused(tmp_path: Path, option: str, value: str, message: str) -> None:
    """With one line that says what was there and what is wanted, and nothing is written."""
    refused = generate("--rows", "10", "--out", tmp_path / "out", f"{option}={value}")
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[-1] == USAGE + message
    assert not (tmp_path / "out").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """What is there is not written over."""
    place = tmp_path / "file"
    place.write_text("mine")
    refused = generate("--rows", "10", "--out", place)
    assert refused.stderr.splitlines()[-1] == f"{USAGE}--out: '{place}' is not a folder"
    assert place.read_text() == "mine"
