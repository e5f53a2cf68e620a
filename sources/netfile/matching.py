"""Pairs of rows that say the same, each row in one pair at most."""

import polars as pl

OFFSET, RANK = "offset", "rank"


def pair(left: pl.DataFrame, right: pl.DataFrame, same: list[str], *, days: int | None) -> pl.DataFrame:
    """Rows of the left with one of the right that has the same values, the nearest in time first.

    Of several alike, the first is paired with the first, the second with the second, and so on.

    Args:
        left: Rows with `index`, `day` and the columns of `same`.
        right: The same; its columns come out with `_right` behind their names.
        same: What must be equal, and not null.
        days: How far apart their days may be; None when days do not matter.
    """
    on = [*same, RANK] if days is None else [*same, "day", RANK]
    apart = [0] if days is None else sorted(range(-days, days + 1), key=lambda number: (abs(number), number))
    left = left.drop_nulls(on[:-1])
    right = right.drop_nulls(on[:-1]).join(left, on=same, how="semi", maintain_order="left")
    found = []
    for offset in apart:
        shifted = right.with_columns(
            pl.col("day").alias("day_told"), pl.col("day").dt.offset_by(f"{offset}d")
        )
        pairs = _ranked(left, on).join(_ranked(shifted, on), on=on, suffix="_right", maintain_order="left")
        found.append(pairs.drop(RANK))
        left = left.join(pairs.select("index"), on="index", how="anti", maintain_order="left")
        taken = pairs.select(index="index_right")
        right = right.join(taken, on="index", how="anti", maintain_order="left")
    return pl.concat(found)


def _ranked(rows: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    """The rows with which of those alike each is."""
    return rows.with_columns(pl.int_range(pl.len()).over(on[:-1]).alias(RANK))
