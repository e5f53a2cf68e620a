"""Datasets that tell of the same: each keeps its own rows and figures, and a thing has one name."""

from decimal import Decimal
from pathlib import Path

import pytest
from example_rows import FILINGS, TOOMBS
from pyoxigraph import Store

from graph.build import build
from graph.store import open_store
from graph.validation.validate import validate_graph
from sources.adding import DatasetParticulars, start_dataset
from sources.catalog import reference, registry

PREFIX = "PREFIX mt: <https://w3id.org/moneytrail/ns#> PREFIX id: <https://w3id.org/moneytrail/id/> "


def answers(store: Store, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query as text, sorted."""
    found = store.query(PREFIX + sparql)
    return sorted(tuple(value.value for value in row) for row in found)  # type: ignore[union-attr]


def started(folder: Path, *files: Path) -> Path:
    """The folder of a dataset of files."""
    start_dataset(folder, files, DatasetParticulars())
    return folder


def built(graph: Path, *datasets: Path) -> Path:
    """A graph of the registry and datasets."""
    build([*registry(), *reference(), *datasets], graph, lambda _: None)
    return graph


@pytest.fixture(scope="module")
def doubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two datasets of the same gifts, and two of the same votes."""
    folder = tmp_path_factory.mktemp("doubled")
    gifts = [started(folder / name, FILINGS / "itcont.txt") for name in ("gifts", "gifts-too")]
    votes = [started(folder / name, *TOOMBS.glob("*.csv")) for name in ("votes", "votes-too")]
    return built(folder / "graph", *gifts, *votes)


def test_datasets_of_one_file_keep_their_own_rows_and_sums(doubled: Path) -> None:
    """A row has one file and one line; the figures of each dataset are those it has alone."""
    store = open_store(doubled)
    several = "SELECT ?row { ?row mt:line ?one, ?other . FILTER(?one != ?other) }"
    assert answers(store, several) == []
    files = "SELECT ?row { ?row mt:sourceFile ?one, ?other . FILTER(?one != ?other) }"
    assert answers(store, files) == []
    with (FILINGS / "itcont.txt").open(encoding="utf-8") as lines:
        rows = [line.split("|") for line in lines]
    sums = answers(
        store,
        "SELECT ?dataset (COUNT(?row) AS ?rows) (SUM(?amount) AS ?sum) "
        "{ ?row mt:sourceFile/mt:dataset ?dataset ; mt:amount ?amount } GROUP BY ?dataset",
    )
    total = sum(Decimal(row[14]) for row in rows)
    assert [(name.rpartition("/")[2], int(count), Decimal(value)) for name, count, value in sums] == [
        ("gifts", len(rows), total),
        ("gifts-too", len(rows), total),
    ]


def test_datasets_of_one_contest_keep_their_own_tallies(doubled: Path) -> None:
    """Votes of a candidate are those of each dataset, never both together."""
    votes = answers(
        open_store(doubled),
        "SELECT ?dataset ?votes { ?sum a mt:VoteTotal ; mt:votes ?votes ; mt:dataset ?dataset . "
        "OPTIONAL { ?sum mt:reportingPlace ?place } FILTER(!BOUND(?place)) }",
    )
    found = [(name.rpartition("/")[2], int(value)) for name, value in votes]
    assert found == [(name, value) for name in ("votes", "votes-too") for value in (10064, 11109)]


def test_outcomes_of_one_contest_are_those_of_each_dataset(tmp_path: Path) -> None:
    """Two official counts of a contest have an outcome each, with votes of their own."""
    options = DatasetParticulars(options=(("status", "certified"),))
    for name in ("first", "second"):
        start_dataset(tmp_path / name, tuple(TOOMBS.glob("*.csv")), options)
    graph = built(tmp_path / "graph", tmp_path / "first", tmp_path / "second")
    found = answers(
        open_store(graph),
        "SELECT ?result ?votes { ?result a mt:Result ; mt:electoralRule ?rule ; mt:votes ?votes }",
    )
    where = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
    start = "https://w3id.org/moneytrail/id/outcome"
    assert found == [
        (f"{start}/{name}/{where.removeprefix('contest/')}/{who}", votes)
        for name in ("first", "second")
        for who, votes in (("bill-doupe", "11109"), ("durwood-r-woody-davis", "10064"))
    ]
    assert validate_graph(graph).count("violation") == 0


def test_doubled_datasets_conform(doubled: Path) -> None:
    """Nothing that a shape asks for once is there twice."""
    assert validate_graph(doubled).count("violation") == 0
