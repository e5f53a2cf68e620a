"""Pairs of rows that tell of the same money, each row in one pair at most."""

import polars as pl

RANK = "rank"


def pair(left: pl.DataFrame, right: pl.DataFrame, same: list[str], *, days: int) -> pl.DataFrame:
    """Rows of the left with one of the right that has the same values, the nearest in time first.

    Of several alike, the first is paired with the first, the second with the second, and so on.

    Args:
        left: Rows with `key`, `day` and the columns of `same`.
        right: The same.
        same: What must be equal and not null.
        days: How many days they may be apart.

    Returns:
        `key` and `key_right`.
    """
    left, right = _alike(left, right, [*same, "day"], same)
    found = [_no_pairs()]
    for offset in sorted(range(-days, days + 1), key=lambda number: (abs(number), number)):
        if left.height == 0 or right.height == 0:
            break
        moved = right.with_columns(pl.col("day").dt.offset_by(f"{offset}d"))
        pairs = _ranked(left, moved, [*same, "day"])
        found.append(pairs)
        left, right = without(left, pairs), without(right, pairs, "key_right")
    return pl.concat(found)


def pair_anytime(left: pl.DataFrame, right: pl.DataFrame, same: list[str]) -> pl.DataFrame:
    """The same, whatever their days are."""
    return _ranked(*_alike(left, right, same, same), same)


def pair_undated(left: pl.DataFrame, right: pl.DataFrame, same: list[str]) -> pl.DataFrame:
    """The same of rows one of which has no day."""
    first = pair_anytime(left.filter(pl.col("day").is_null()), right, same)
    left, right = without(left, first), without(right, first, "key_right")
    return pl.concat([first, pair_anytime(left, right.filter(pl.col("day").is_null()), same)])


def pair_in_period(left: pl.DataFrame, right: pl.DataFrame, same: list[str], *, days: int) -> pl.DataFrame:
    """The same of undated rows on the left, within their `start` and `end` and some days around."""
    left, right = _alike(left.filter(pl.col("day").is_null()), right.drop_nulls("day"), same, same)
    around = pl.duration(days=days)
    pairs = left.drop("day").join(right.select("key", "day", *same), on=same, suffix="_right")
    within = pl.col("day").is_between(pl.col("start") - around, pl.col("end") + around)
    nearest = (
        pairs.filter(within)
        .sort("day", "key", "key_right")
        .unique(["key"], keep="first", maintain_order=True)
    )
    return nearest.unique(["key_right"], keep="first", maintain_order=True).select("key", "key_right")


def without(rows: pl.DataFrame, pairs: pl.DataFrame, key: str = "key") -> pl.DataFrame:
    """The rows that are in no pair."""
    return rows.join(pairs.select(key=key), on="key", how="anti", maintain_order="left")


def _alike(
    left: pl.DataFrame, right: pl.DataFrame, filled: list[str], same: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that have values, and some of the other side with the same."""
    left, right = left.drop_nulls(filled), right.drop_nulls(filled)
    return left.join(right, on=same, how="semi"), right.join(left, on=same, how="semi")


def _ranked(left: pl.DataFrame, right: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    """The first with the first of those alike, the second with the second."""
    sides = [
        rows.sort("key").select("key", *on).with_columns(pl.int_range(pl.len()).over(on).alias(RANK))
        for rows in (left, right)
    ]
    return sides[0].join(sides[1], on=[*on, RANK], maintain_order="left").select("key", "key_right")


def _no_pairs() -> pl.DataFrame:
    return pl.DataFrame(schema={"key": pl.UInt32(), "key_right": pl.UInt32()})
