"""Starting a dataset: what stands in source.toml, and the start of a mapping for a table nobody knows."""

from pathlib import Path

import polars as pl
import pytest
from conftest import Run
from example_rows import FILINGS, TOOMBS

from graph.build import build
from sources.adding import DatasetParticulars, start_dataset
from sources.catalog import registry
from sources.dataset import read_dataset
from sources.document import FILE
from sources.errors import SourceError

OWN = "Receipt,Donor,Sum,Day\n1,Ada Baker,100,2024-05-01\n2,Bo Lind,20.50,2024-05-02\n"
TABLES = """\
tables:
- table: party
  id: party/gifts/{Donor}
  label: Donor
- table: committee
  id: committee/gifts/fund
  label: {constant: Fund}
- table: contribution
  id: contribution/gifts/{line}
  payer: party/gifts/{Donor}
  payee: committee/gifts/fund
  amount: Sum
  currency: {constant: USD}
  date: {day: Day, formats: ["%Y-%m-%d"]}
ignored:
  Receipt: a running number
"""


def test_datasets_of_one_layout_have_titles_of_their_own(tmp_path: Path) -> None:
    """Two downloads of one kind are told apart by name."""
    titles = []
    for name in ("one", "two"):
        start_dataset(tmp_path / name, (FILINGS / "cm.txt",), DatasetParticulars())
        titles.append(read_dataset(tmp_path / name).title)
    start = "Bulk files of the Federal Election Commission"
    assert titles == [f"{start}, one", f"{start}, two"]


def test_results_come_with_a_hint_at_final_counts(tmp_path: Path) -> None:
    """Outcomes follow from final counts; the hint stands where somebody says so, and for results alone."""
    start_dataset(tmp_path / "votes", tuple(TOOMBS.glob("*.csv")), DatasetParticulars())
    start_dataset(tmp_path / "gifts", (FILINGS / "cm.txt",), DatasetParticulars())
    metadata = tmp_path / "votes" / FILE
    assert not read_dataset(tmp_path / "votes").final
    metadata.write_text(metadata.read_text("utf-8").replace("# final = true", "final = true"), "utf-8")
    assert read_dataset(tmp_path / "votes").final
    assert "final =" not in (tmp_path / "gifts" / FILE).read_text("utf-8")


def test_a_table_nobody_knows_starts_with_a_mapping(tmp_path: Path, run: Run) -> None:
    """Every column is named; once tables are said, the dataset is built."""
    (tmp_path / "own.csv").write_text(OWN, "utf-8")
    done = run("add", "gifts", "own.csv", "--layout", "mapping")
    assert done.stdout == (
        "gifts: wrote source.toml: 1 file of layout mapping (A table read as a mapping file says)\n"
        "say what the columns mean in gifts/mapping.yaml\n"
        "build it with: moneytrail build gifts\n"
    )
    mapping = tmp_path / "gifts" / "mapping.yaml"
    listed = mapping.read_text("utf-8").partition("ignored:\n")[2]
    assert listed.splitlines() == [f'  "{name}": not told yet' for name in OWN.splitlines()[0].split(",")]
    with pytest.raises(SourceError, match=r"mapping.yaml:.*tables missing in mapping"):
        build([*registry(), tmp_path / "gifts"], tmp_path / "graph", lambda _: None)
    mapping.write_text(TABLES, "utf-8")
    built = build([*registry(), tmp_path / "gifts"], tmp_path / "graph", lambda _: None)
    assert [part.name for part in built.manifest.datasets] == ["gifts"]


def test_the_lines_of_the_skeleton_are_a_mapping(tmp_path: Path) -> None:
    """Without its marks, and with a column put in, the skeleton reads."""
    (tmp_path / "own.csv").write_text("COLUMN\n2024-05-01\n", "utf-8")
    start_dataset(tmp_path / "gifts", (tmp_path / "own.csv",), DatasetParticulars(layout="mapping"))
    mapping = tmp_path / "gifts" / "mapping.yaml"
    lines = mapping.read_text("utf-8").splitlines()
    first = lines.index("# tables:")
    kept = [line.removeprefix("# ") for line in lines[first : lines.index("ignored:")]]
    text = "\n".join(kept).replace("amount: COLUMN", "amount: {constant: 5}")
    mapping.write_text(text, "utf-8")
    built = build([*registry(), tmp_path / "gifts"], tmp_path / "graph", lambda _: None)
    assert [part.name for part in built.manifest.datasets] == ["gifts"]


def test_a_parquet_file_starts_with_its_columns(tmp_path: Path) -> None:
    """The columns of a file without a line of names are those of its schema."""
    pl.DataFrame({"who": ["Ada"], "how much": [5]}).write_parquet(tmp_path / "own.parquet")
    start_dataset(tmp_path / "gifts", (tmp_path / "own.parquet",), DatasetParticulars(layout="mapping"))
    text = (tmp_path / "gifts" / "mapping.yaml").read_text("utf-8")
    assert text.endswith('ignored:\n  "who": not told yet\n  "how much": not told yet\n')


def test_a_mapping_that_is_there_is_named_and_not_written(tmp_path: Path) -> None:
    """Who names a mapping keeps it."""
    (tmp_path / "own.csv").write_text(OWN, "utf-8")
    given = DatasetParticulars(layout="mapping", options=(("mapping", "mine.yaml"),))
    start_dataset(tmp_path / "gifts", (tmp_path / "own.csv",), given)
    assert [path.name for path in (tmp_path / "gifts").iterdir()] == [FILE]
    assert 'mapping = "mine.yaml"' in (tmp_path / "gifts" / FILE).read_text("utf-8")
