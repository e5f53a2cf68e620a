"""The bytes of a column are those of its values, one after the other."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.tables.text_bytes import text_bytes

LONG = "a text that is longer than a view, "


def bytes_of(column: pl.Series) -> bytes:
    """All parts as one."""
    return b"".join(bytes(part) for part in text_bytes(column))


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_any_text_gives_its_bytes(values: list[str]) -> None:
    """Short values stand in the views, long ones in buffers."""
    assert bytes_of(pl.Series(values, dtype=pl.String)) == "".join(values).encode()


@pytest.mark.parametrize("count", [0, 1, 2, 100_000], ids=str)
def test_text_made_in_one_go_is_not_copied(count: int) -> None:
    """A large column has several buffers; they come in order."""
    frame = pl.DataFrame({"number": range(count)}, schema={"number": pl.Int64})
    made = frame.select(pl.concat_str(pl.lit(LONG * 10), "number"))["literal"]
    assert bytes_of(made) == "".join(made).encode()


@pytest.mark.parametrize("rows", [[0, 0], [1], [0, 2], []], ids=["twice", "one", "two of three", "none"])
def test_values_that_share_memory_are_told_as_they_stand(rows: list[int]) -> None:
    """Some rows of a column point into its buffers, which hold other text too."""
    values = pl.Series([f"{LONG}{number}" for number in range(3)])
    assert bytes_of(values[rows]) == "".join(values[rows]).encode()


def test_several_chunks_are_told_in_order() -> None:
    """A column put together of two has two arrays."""
    both = pl.concat([pl.Series([LONG, "b"]), pl.Series([f"{LONG}c"])], rechunk=False)
    assert bytes_of(both) == f"{LONG}b{LONG}c".encode()
