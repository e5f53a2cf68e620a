"""Rows are taken in ranges that together are all rows, and have no value in common."""

from pathlib import Path

import polars as pl
import pytest

from graph.tables import ranges
from graph.tables.ranges import in_ranges

ROWS = pl.DataFrame({"payer": [f"party/{number * 7 % 50}" for number in range(500)], "row": range(500)})


def test_few_rows_are_taken_at_once(tmp_path: Path) -> None:
    """Nothing is read twice that fits."""
    parts = [part.collect() for part in in_ranges(ROWS.lazy(), pl.col("payer"), tmp_path)]
    assert len(parts) == 1
    assert parts[0].equals(ROWS)


@pytest.mark.parametrize("at_once", [1, 60, 160])
def test_many_rows_are_taken_in_ranges(at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sorted part by part, they are what they are when they are sorted in one go."""
    monkeypatch.setattr(ranges, "AT_ONCE", at_once)
    monkeypatch.setattr(ranges, "SAMPLED", 3)
    parts = [
        part.sort("payer", "row").collect() for part in in_ranges(ROWS.lazy(), pl.col("payer"), tmp_path)
    ]
    values = [set(part["payer"]) for part in parts]
    assert len(parts) > 1
    assert pl.concat(parts).equals(ROWS.sort("payer", "row"))
    assert sum(map(len, values)) == len(set.union(*values))
    assert list(tmp_path.iterdir()) == []


def test_rows_of_one_value_are_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs together stays together, however many rows it has."""
    monkeypatch.setattr(ranges, "AT_ONCE", 10)
    monkeypatch.setattr(ranges, "SAMPLED", 3)
    same = ROWS.with_columns(payer=pl.lit("party/1"))
    parts = [part.collect() for part in in_ranges(same.lazy(), pl.col("payer"), tmp_path)]
    assert [part.height for part in parts if part.height] == [500]
