"""Datasets in a build: converted once, loaded once, and nothing lost when a build is stopped."""

from pathlib import Path

import pytest
from made_up_rows import made_up_dataset
from pyoxigraph import Store

from graph.build_rows import RowOptions, convert
from graph.loading import load
from graph.nodes import BASE, Names
from graph.store import Part
from graph.tables.batches import Selection
from graph.tables.kept import CONVERTED, conversion_name
from graph.tables.output import ROWS
from sources.dataset import Dataset
from sources.errors import SourceError

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
    assert list(kept) == [conversion_name(first, BASE, Selection())]
    all_of(tmp_path / "graph", (first, second))
    assert made(tmp_path / "graph").items() > kept.items()


def test_other_rows_are_another_conversion(tmp_path: Path) -> None:
    """What was made with a limit is not taken for the whole."""
    dataset = made_up_dataset(tmp_path / "gifts")
    names = {
        conversion_name(dataset, base, chosen)
        for base, chosen in (
            (BASE, Selection()),
            (BASE, Selection(limit=2)),
            ("https://example.org/", Selection()),
        )
    }
    assert len(names) == 3


def test_the_report_of_a_failed_conversion_stays(tmp_path: Path) -> None:
    """A person finds all rows that cannot be used, not the first ten only."""
    dataset = made_up_dataset(tmp_path / "gifts", BAD_ROW)
    report = tmp_path / "graph" / "problems" / "gifts.csv"
    with pytest.raises(SourceError) as error:
        all_of(tmp_path / "graph", (dataset,))
    assert str(error.value).endswith(f"\nAll of them: {report}")
    assert report.read_text("utf-8").splitlines() == [
        "file,line,column,found,wanted,left_out",
        "gifts.csv,2,amount,many,an amount such as 1234.50,row",
    ]


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
