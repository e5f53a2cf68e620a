"""Pairs of entries that say the same, each entry in one pair at most."""

import polars as pl

from sources.tables.filings.matching import pair as pair_within
from sources.tables.filings.matching import pair_anytime


def pair(left: pl.DataFrame, right: pl.DataFrame, same: list[str], *, days: int | None) -> pl.DataFrame:
    """Entries of the left with one of the right that has the same values, the nearest in time first.

    Args:
        left: Entries with `index`, `day` and the columns of `same`.
        right: The same; its columns come out with `_right` behind their names.
        same: What must be equal, and not null.
        days: How far apart their days may be; None when days do not matter.
    """
    one, other = (entries.rename({"index": "key"}) for entries in (left, right))
    found = pair_anytime(one, other, same) if days is None else pair_within(one, other, same, days=days)
    pairs = found.rename({"key": "index", "key_right": "index_right"})
    told = right.rename({name: f"{name}_right" for name in right.columns})
    with_left = pairs.join(left, on="index", maintain_order="left")
    return with_left.join(told, on="index_right", maintain_order="left")
