"""Rows converted on Spark are the rows converted here, byte for byte."""

import os
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest
from made_up_rows import ROWS, made_up_dataset

from graph.errors import MissingExtraError, StorageError
from graph.nodes import BASE
from graph.tables.conversion import Engine, Order, convert_dataset, read_facts
from graph.tables.local import convert_locally
from graph.tables.spark import on_spark
from sources.adding import DatasetParticulars, start_dataset
from sources.dataset import Dataset, read_dataset

HAS_SPARK = find_spec("pyspark") is not None
RUNS = "CI" in os.environ or (HAS_SPARK and which("java") is not None)
needs_spark = pytest.mark.skipif(not RUNS, reason="no PySpark (moneytrail[spark]) or no Java")
QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java spends more on making a short run faster than it gains."""
HOSTILE = (
    *ROWS,
    '5,"Quote "" and \\ backslash",GA,C1,1.10,2024-03-01,,"two\nlines"',
    "6,Ünïcödé 名前,GA,C3,2,2024-03-02,,tab\there",
    "7,Ann Lee,GA,C1,many,2024-03-02,,not an amount",
    "8,Ann Lee,GA,C1,5,someday,,not a day",
    "9,NULL,GA,nan,-7.05,2024-12-31,X,\x07bell",
)


@pytest.fixture(autouse=True)
def quick_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Java starts as for a short run; executors import the made-up layout."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", QUICK_START)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


def told(folder: Path) -> dict[str, list[bytes]]:
    """The statements of each table of a conversion, sorted."""
    lines: dict[str, list[bytes]] = {}
    for file in sorted((folder / "rows").glob("**/*.nq")):
        name = file.stem if file.parent.name == "rows" else file.parent.name
        lines.setdefault(name, []).extend(file.read_bytes().splitlines())
    return {name: sorted(found) for name, found in lines.items()}


def converted(dataset: Dataset, folder: Path, engine: Engine) -> Path:
    """The folder of a conversion."""
    convert_dataset(Order(dataset, BASE, engine=engine), folder)
    return folder


@needs_spark
def test_spark_gives_the_same_bytes(tmp_path: Path, shared: Path) -> None:
    """Made-up hostile rows and real results: the same statements, facts and problems from both engines."""
    real = tmp_path / "real"
    files = sorted((shared / "data" / "openelections__openelections-data-mi").glob("**/*alger*.csv"))
    start_dataset(real, tuple(files), DatasetParticulars())
    datasets = (made_up_dataset(tmp_path / "hostile", HOSTILE, allow_rejected=1), read_dataset(real))
    for dataset in datasets:
        here = converted(dataset, tmp_path / f"{dataset.id}-here", convert_locally)
        spark = converted(dataset, tmp_path / f"{dataset.id}-spark", on_spark("local[2]"))
        assert told(spark) == told(here)
        assert read_facts(spark) == read_facts(here)
        problems = [(folder / "problems.csv").read_text("utf-8") for folder in (here, spark)]
        assert sorted(problems[0].splitlines()) == sorted(problems[1].splitlines())


@needs_spark
def test_a_storage_holds_what_executors_work_on_and_nothing_stays(tmp_path: Path) -> None:
    """Below an address of a file system of the cluster: the same bytes, and an empty storage in the end."""
    dataset = made_up_dataset(tmp_path / "hostile", HOSTILE, allow_rejected=1)
    storage = tmp_path / "bucket"
    here = converted(dataset, tmp_path / "here", convert_locally)
    there = converted(dataset, tmp_path / "there", on_spark("local[2]", storage.as_uri()))
    assert told(there) == told(here)
    assert read_facts(there) == read_facts(here)
    assert list(storage.iterdir()) == []


@needs_spark
def test_a_storage_the_cluster_does_not_know_is_one_message(tmp_path: Path) -> None:
    """A scheme without a connector is named, with what Spark says of it."""
    dataset = made_up_dataset(tmp_path / "hostile", HOSTILE, allow_rejected=1)
    with pytest.raises(StorageError, match=r"cannot work in nowhere://bucket: .*No FileSystem for scheme"):
        converted(dataset, tmp_path / "there", on_spark("local[2]", "nowhere://bucket"))


@pytest.mark.skipif(HAS_SPARK, reason="PySpark is installed")
def test_without_spark_the_extra_is_named() -> None:
    """The message says what to install."""
    with pytest.raises(
        MissingExtraError, match=r"--engine spark needs an extra: pip install 'moneytrail\[spark\]'"
    ):
        on_spark("local[2]")
