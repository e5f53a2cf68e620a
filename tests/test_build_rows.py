"""Datasets in a build: converted once, loaded once, and nothing lost when a build is stopped."""

from pathlib import Path
from shutil import copytree

import pytest
from made_up_rows import made_up_dataset
from pyoxigraph import Store

from graph.build_rows import RowOptions, convert
from graph.code_digest import installed
from graph.loading import load
from graph.nodes import BASE, Names
from graph.store import Part
from graph.tables.batches import Selection
from graph.tables.conversion import Order
from graph.tables.kept import CONVERTED, conversion_name, reader_digest
from graph.tables.output import ROWS
from sources.dataset import Dataset
from sources.errors import SourceError
from sources.tables.layouts.layout import layouts

BAD_ROW = ("1,Ann Lee,GA,C1,many,2024-01-05,,",)


class StoppedError(Exception):
    """Someone pressed Ctrl-C."""


def datasets(folder: Path) -> tuple[Dataset, Dataset]:
    """Two datasets, one after the other."""
    return made_up_dataset(folder / "first"), made_up_dataset(folder / "second")


def all_of(target: Path, chosen: tuple[Dataset, ...], options: RowOptions | None = None) -> tuple[Part, ...]:
    """The conversions of datasets."""
    return convert(target, chosen, BASE, options or RowOptions(), lambda _: None)


def made(target: Path) -> dict[str, int]:
    """The conversions that are there, and when each was made."""
    return {path.name: path.stat().st_mtime_ns for path in (target / CONVERTED).glob("*")}


def test_a_conversion_is_made_once(tmp_path: Path) -> None:
    """What has not changed is not converted again."""
    chosen = datasets(tmp_path)
    first = all_of(tmp_path / "graph", chosen)
    before = made(tmp_path / "graph")
    assert all_of(tmp_path / "graph", chosen) == first
    assert made(tmp_path / "graph") == before


def test_a_build_that_was_stopped_goes_on_with_the_next_dataset(tmp_path: Path) -> None:
    """The first dataset stays converted; nothing of the second one is left half-written."""

    def stop(dataset: str, _file: str, _rows: int, _share: float | None) -> None:
        if dataset == "second":
            raise StoppedError

    first, second = datasets(tmp_path)
    with pytest.raises(StoppedError):
        all_of(tmp_path / "graph", (first, second), RowOptions(rows=stop))
    kept = made(tmp_path / "graph")
    assert list(kept) == [conversion_name(Order(first, BASE))]
    all_of(tmp_path / "graph", (first, second))
    assert made(tmp_path / "graph").items() > kept.items()


def test_other_rows_are_another_conversion(tmp_path: Path) -> None:
    """What was made with a limit is not taken for the whole."""
    dataset = made_up_dataset(tmp_path / "gifts")
    names = {
        conversion_name(Order(dataset, base, chosen))
        for base, chosen in (
            (BASE, Selection()),
            (BASE, Selection(limit=2)),
            ("https://example.org/", Selection()),
        )
    }
    assert len(names) == 3


@pytest.mark.parametrize(
    ("changed", "reconverted"),
    [
        ("sources/openelections/columns.py", {"openelections"}),
        ("sources/fec_bulk/transaction_types.csv", {"fec-bulk"}),
        ("sources/prosecutor_districts/districts.csv", {"openelections", "fec-bulk"}),
        ("sources/tables/layouts/columns.py", {"openelections", "fec-bulk"}),
        ("graph/derive/outcomes.py", {"openelections", "fec-bulk"}),
        ("ontology/electoral_rules.ttl", {"openelections", "fec-bulk"}),
        ("graph/cli/add_command.py", set()),
    ],
)
def test_a_dataset_is_converted_again_when_what_reads_it_changes(
    tmp_path: Path, changed: str, reconverted: set[str]
) -> None:
    """A reader's own folder is part of what its datasets depend on, and of no others."""
    for package in ("graph", "ontology", "sources"):
        copytree(installed() / package, tmp_path / "before" / package)
        copytree(installed() / package, tmp_path / "after" / package)
    with (tmp_path / "after" / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    digests = {
        name: [reader_digest(layouts()[name], tmp_path / root) for root in ("before", "after")]
        for name in ("openelections", "fec-bulk")
    }
    assert {name for name, (before, after) in digests.items() if before != after} == reconverted


def test_the_report_of_a_failed_conversion_stays(tmp_path: Path) -> None:
    """A person finds all rows that cannot be used, not the first ten only."""
    dataset = made_up_dataset(tmp_path / "gifts", BAD_ROW)
    report = tmp_path / "graph" / "problems" / "gifts.csv"
    with pytest.raises(SourceError) as error:
        all_of(tmp_path / "graph", (dataset,))
    assert ": 1 row of 1 cannot be used; source.toml allows 0" in str(error.value)
    assert str(error.value).endswith(f"\nAll of them: {report}")
    assert report.read_text("utf-8").splitlines() == [
        "file,line,column,found,wanted,left_out",
        "gifts.csv,2,amount,many,an amount such as 1234.50,row",
    ]


def test_a_header_error_leads_to_no_empty_report(tmp_path: Path) -> None:
    """The message says what is wrong with the header; a report of another file is not taken for its own."""
    dataset = made_up_dataset(tmp_path / "gifts", BAD_ROW)
    report = tmp_path / "graph" / "problems" / "gifts.csv"
    with pytest.raises(SourceError):
        all_of(tmp_path / "graph", (dataset,))
    (tmp_path / "gifts" / "gifts.csv").write_text("receipt,amount\n1,2\n", "utf-8")
    with pytest.raises(SourceError) as error:
        all_of(tmp_path / "graph", (dataset,))
    assert "gifts.csv:1:1: gifts.csv: no table of kind gifts: column 'committee' is missing" in str(
        error.value
    )
    assert "All of them" not in str(error.value)
    assert not report.exists()


def test_rows_stand_once_in_the_default_graph(tmp_path: Path) -> None:
    """Each triple of a row is loaded once, into the default graph alone."""
    (part,) = all_of(tmp_path / "graph", (made_up_dataset(tmp_path / "gifts"),))
    new = tmp_path / "new"
    (new / "quads").mkdir(parents=True)
    rows = {"gifts": sorted((tmp_path / "graph" / CONVERTED / part.digest / ROWS).glob("*.nq"))}
    assert load(new, Names(), rows) == 0
    store = Store.read_only(str(new / "store"))
    (found,) = store.query("SELECT (COUNT(*) AS ?all) { ?s ?p ?o }")
    assert int(found["all"].value) == part.quads == len(store)
