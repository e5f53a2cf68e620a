"""`moneytrail resolve` and `moneytrail match` as a person runs them, on the documented examples."""

import csv
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from conftest import Run
from example_rows import EXAMPLES

from graph.build import build
from graph.identity.decisions import COLUMNS, read_decisions
from graph.identity.kept import kept_proposals
from graph.identity.resolving import printed_in
from sources.catalog import find_sources, registry

ATHENS, AIKEN = "party/fec/EXAMPLE%2C%20ADA/30601", "party/fec/EXAMPLE%2C%20ADA/29801"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples; tests only read it."""
    folder = tmp_path_factory.mktemp("commands") / "graph"
    build([*registry(), *find_sources(EXAMPLES)], folder, lambda _: None)
    return folder


def test_a_person_decides(run: Run, graph: Path, tmp_path: Path) -> None:
    """Both sides stand there with their evidence; the answer and its reason go into the file."""
    asked = run("resolve", "--graph", str(graph), "--who", "ada", stdin="maybe\ny\n\nsame baker\n")
    assert asked.returncode == 0, asked.stderr
    assert "1 of 1: person, probability 0.675 (+1.1 bits)\n" in asked.stdout
    assert "      AIKEN SC 29801; BAKER; 2024-03-15; $250 in 1 row\n" in asked.stdout
    assert "    +10.7 last name the same: EXAMPLE\n" in asked.stdout
    (made,) = read_decisions(tmp_path / "moneytrail-decisions.tsv")
    assert (made.pair, made.who, made.verdict, made.reason) == ((AIKEN, ATHENS), "ada", "yes", "same baker")
    again = run("resolve", "--graph", str(graph), "--list")
    assert again.stdout == "0 candidates\n"


def _nothing_is_read() -> pl.DataFrame:
    raise AssertionError


def test_candidates_are_kept_with_the_graph(graph: Path) -> None:
    """What was worked out once is not worked out again, and is the same."""
    first = kept_proposals(graph, lambda: printed_in(graph))
    again = kept_proposals(graph, _nothing_is_read)
    assert again.pairs.equals(first.pairs)
    assert list(again.first(9)) == list(first.first(9))
    assert again.count == 1


def test_candidates_travel_as_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    """An exported file comes back with verdicts, and a slip in it is told with line and column."""
    sheet = tmp_path / "review.csv"
    wrote = run("resolve", "--graph", str(graph), "--export", "review.csv")
    assert wrote.stdout == "review.csv: wrote 1 of 1 candidates\n"
    rows = list(csv.DictReader(StringIO(sheet.read_text("utf-8"))))
    assert (rows[0]["left"], rows[0]["left_name"], rows[0]["verdict"]) == (AIKEN, "EXAMPLE, ADA", "")
    told = sheet.read_text("utf-8")
    sheet.write_text(told.replace("\n,,", "\nperhaps,,"), "utf-8")
    wrong = run("resolve", "--import", "review.csv", "--who", "ada")
    assert (wrong.returncode, wrong.stderr) == (
        1,
        "moneytrail: review.csv:2: verdict: 'perhaps' is not yes, no, unsure or undo\n",
    )
    sheet.write_text(told.replace("\n,,", "\nno,,"), "utf-8")
    assert run("resolve", "--import", "review.csv", "--who", "ada").stderr == (
        "moneytrail: review.csv:2: reason: it is empty\n"
    )
    sheet.write_text(told.replace("\n,,", "\nno,mother and daughter,"), "utf-8")
    taken = run("resolve", "--import", "review.csv", "--who", "ada")
    assert taken.stdout == "moneytrail-decisions.tsv: added 1 decision\n"


def test_a_contradiction_ends_a_build_and_a_session(run: Run, graph: Path, tmp_path: Path) -> None:
    """Nobody builds or goes on deciding on decisions that contradict each other."""
    stamp = "2026-01-01T00:00:00Z\tada"
    lines = [f"{stamp}\ta\tb\tyes\tr\t\tby hand", f"{stamp}\tb\tc\tyes\tr\t\tby hand"]
    lines.append(f"{stamp}\ta\tc\tno\tr\t\tby hand")
    (tmp_path / "moneytrail-decisions.tsv").write_text("\n".join(["\t".join(COLUMNS), *lines, ""]), "utf-8")
    for command in (("build", "--only-mine"), ("resolve", "--graph", str(graph), "--list")):
        ended = run(*command)
        assert (ended.returncode, ended.stderr.splitlines()[0]) == (
            1,
            "moneytrail: moneytrail-decisions.tsv: 1 contradiction between decisions; undo one of each:",
        )


def test_automatic_decisions_need_a_threshold_and_say_so(run: Run, graph: Path, tmp_path: Path) -> None:
    """Nothing is decided below the threshold; above it the line says that it was automatic."""
    above = run("resolve", "--graph", str(graph), "--auto-above", "0.9", "--who", "ada")
    assert above.stdout == "moneytrail-decisions.tsv: added 0 decisions\n"
    below = run("resolve", "--graph", str(graph), "--auto-above", "0.6", "--who", "ada")
    assert below.stdout == "moneytrail-decisions.tsv: added 1 decision\n"
    (made,) = read_decisions(tmp_path / "moneytrail-decisions.tsv")
    assert (made.made, made.reason) == ("automatic", "score above 0.6 (1.1 bits)")


def test_a_spreadsheet_is_matched(run: Run, graph: Path, tmp_path: Path) -> None:
    """Every row comes back, with whom it may mean and why, and without a match where there is none."""
    (tmp_path / "mine.csv").write_text(
        'who,town\nAda Example,Athens\n"Soros, George",\nNobody Here,X\nHarbor Shipping,Savannah\n', "utf-8"
    )
    found = run("match", "mine.csv", "--graph", str(graph), "--name", "who", "--city", "town")
    assert found.returncode == 0, found.stderr
    rows = [
        (row["who"], row["match"], row["match_dataset"]) for row in csv.DictReader(StringIO(found.stdout))
    ]
    assert rows == [
        ("Ada Example", ATHENS, "filings"),
        ("Soros, George", "person/george-soros", "sheets"),
        ("Nobody Here", "", ""),
        ("Harbor Shipping", "party/fec/HARBOR%20SHIPPING%20LLC/31401", "filings"),
    ]


def test_a_column_that_is_not_there_is_told(run: Run, graph: Path, tmp_path: Path) -> None:
    """The message names the column and the option."""
    (tmp_path / "mine.csv").write_text("who\nAda\n", "utf-8")
    ended = run("match", "mine.csv", "--graph", str(graph))
    assert (ended.returncode, ended.stderr) == (
        1,
        "moneytrail: mine.csv: there is no column 'name'; name that of --name\n",
    )
