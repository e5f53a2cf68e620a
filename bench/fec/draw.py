"""Draws that are the same on every machine: integer arithmetic on row numbers.

No library's random stream and no library's hash, as these change between versions. No product
passes 64 bits, so nothing depends on how overflow is handled.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import polars as pl

RANGE = 2**32
MASK = RANGE - 1
WEIGHT = 2**27
"""What is divided by the rank; the sum over twenty million ranks stays under `RANGE`."""
FLATTENED = 20
"""Added to the rank: the first are about as frequent as each other (Zipf-Mandelbrot), as real donors are."""


def mix(number: pl.Series) -> pl.Series:
    """Thirty-two bits turned into thirty-two others without pattern, one to one.

    The multipliers are those of `lowbias32` (Wellons, hash-prospector).
    """
    number = ((number ^ (number // 2**16)) * 0x7FEB352D) & MASK
    number = ((number ^ (number // 2**15)) * 0x846CA68B) & MASK
    return number ^ (number // 2**16)


class Draws:
    """Draws for one seed and one frame; each has a name, and draws of different names are independent.

    They are worked out at once: as expressions of expressions they would grow beyond measure.
    """

    def __init__(self, seed: int, frame: pl.DataFrame) -> None:
        self._seed = seed
        self._frame = frame

    def bits(self, name: str, of: str) -> pl.Series:
        """A number from 0 to 2^32 - 1 for each value of a column of numbers."""
        digest = sha256(f"{self._seed}:{of}:{name}".encode()).digest()
        first, second = (int.from_bytes(digest[at : at + 4]) for at in (0, 4))
        number = self._frame[of].cast(pl.UInt64)
        return mix((mix((number & MASK) ^ first) + second) & MASK)

    def below(self, name: str, limit: int, of: str = "row") -> pl.Expr:
        """A number from 0 to `limit` - 1, all equally likely."""
        return pl.lit(self.bits(name, of) * limit // RANGE)

    def happens(self, name: str, share: float, of: str = "row") -> pl.Expr:
        """True for a share of the values."""
        return pl.lit(self.bits(name, of) < round(share * RANGE))

    def pick(self, name: str, values: Sequence[str], of: str = "row") -> pl.Expr:
        """One of the values, all equally likely."""
        return at(values, self.below(name, len(values), of))

    def weigh(self, name: str, weights: Mapping[str, int], of: str = "row") -> pl.Expr:
        """One of the values, each as often as its weight says."""
        return self.pick(name, [value for value, weight in weights.items() for _ in range(weight)], of)

    def rank(self, name: str, limits: pl.Series, of: str = "row") -> pl.Expr:
        """The number of a rank from 0, by the limits of `ranks`."""
        share = self.bits(name, of) * int(limits[-1]) // RANGE
        return pl.lit(limits.search_sorted(share, side="right").cast(pl.UInt64))


def at(values: Sequence[str] | pl.Series, index: pl.Expr) -> pl.Expr:
    """The value at each index."""
    series = values if isinstance(values, pl.Series) else pl.Series(list(values))
    return pl.lit(series).gather(index)


def ranks(count: int) -> pl.Series:
    """Upper limits of `count` ranks, each rarer than the one before it."""
    number = pl.int_range(count, dtype=pl.UInt64)
    weights = (WEIGHT // (number + FLATTENED)).cum_sum()
    return pl.select(weights).to_series()


def padded(number: pl.Expr, width: int) -> pl.Expr:
    """A number with zeros before it."""
    return number.cast(pl.String).str.zfill(width)
