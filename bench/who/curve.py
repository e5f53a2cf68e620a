"""Precision and recall of pairs by the score from which they are taken for one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WANTED = 0.98


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold gives: pairs at or above it, the right ones among them, and those of all there are."""

    score: float
    precision: float
    recall: float


def curve(scored: Iterable[tuple[float, bool]], positives: int) -> list[Point]:
    """A point a score, from the highest.

    Args:
        scored: The score of each pair, and whether the two are one.
        positives: How many pairs of all things are one, scored or not.
    """
    found, right, taken = [], 0, 0
    counted: dict[float, Counter[bool]] = {}
    for score, same in scored:
        counted.setdefault(score, Counter())[same] += 1
    for score in sorted(counted, reverse=True):
        right += counted[score][True]
        taken += counted[score].total()
        found.append(Point(score, right / taken, right / positives))
    return found


def pairs_of_one(who: Iterable[str]) -> int:
    """How many pairs are one, given who each thing is."""
    return sum(count * (count - 1) // 2 for count in Counter(who).values())


def print_curve(name: str, points: list[Point]) -> None:
    """Print the best recall at the precision that is wanted, and eleven points between."""
    good = [point for point in points if point.precision >= WANTED]
    best = max(good, key=lambda point: point.recall, default=None)
    told = "never" if best is None else f"recall {best.recall:.3f} at score {best.score:.3f}"
    print(f"  {name}: precision {WANTED}: {told}")
    levels = (next((point for point in points if point.recall >= level / 10), None) for level in range(1, 11))
    for near in dict.fromkeys(levels):
        if near is not None:
            print(f"    recall {near.recall:.3f}  precision {near.precision:.4f}  score {near.score:.3f}")
