"""What a row refers to must be there, and of the class that its column asks for."""

import shutil
from pathlib import Path

import polars as pl
import pytest
from example_rows import build_example_graph

from graph.nodes import Names
from graph.store import read_manifest
from graph.tables.kept import conversion_folder
from graph.validation.rows import row_breaches
from sources.tables.layouts.rows import ID


@pytest.fixture(scope="module")
def built_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with rows of four datasets."""
    return build_example_graph(tmp_path_factory.mktemp("rows"))


def contributions(graph: Path) -> Path:
    """Where the contributions of the dataset `filings` are."""
    part = next(part for part in read_manifest(graph).datasets if part.name == "filings")
    return conversion_folder(graph, part) / "tables" / "contribution"


def test_rows_of_a_build_name_what_is_there(built_rows: Path) -> None:
    """Nothing is reported of a graph as it was built."""
    assert list(row_breaches(built_rows)) == []


def test_a_reference_that_leads_nowhere_is_told_once(built_rows: Path, tmp_path: Path) -> None:
    """Of nine rows the first by its id is named; a thing of another class is none of the right one."""
    graph = shutil.copytree(built_rows, tmp_path / "graph", ignore=shutil.ignore_patterns("store"))
    rows = pl.read_parquet(contributions(graph)).with_columns(
        payee=pl.lit("committee/fec/C00000000"), filing=pl.lit("committee/fec/C99000001")
    )
    shutil.rmtree(contributions(graph))
    rows[::-1].write_parquet(contributions(graph) / "0.parquet", mkdir=True)
    found = [(breach.focus, breach.rule, breach.message, str(breach.value)) for breach in row_breaches(graph)]
    first = (Names().thing(str(rows[ID].min())).value, "table-contribution")
    assert rows.height == 9
    assert found == [
        (*first, "payee: wanted a thing of class Agent", '"committee/fec/C00000000"'),
        (*first, "filing: wanted a thing of class Filing", '"committee/fec/C99000001"'),
    ]
