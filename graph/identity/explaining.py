"""Why two records may be one, aspect by aspect, in words and with their weights."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.identity.model.comparison import Comparison
from graph.identity.model.statements import LEVEL, OF_FREQUENCY
from graph.identity.scoring import MODELS

PLACES = ("postcode", "city", "state")


@dataclass(frozen=True, slots=True)
class Reason:
    """What one aspect says.

    Attributes:
        aspect: Name of the aspect.
        words: How the two compare.
        left: What stands on the left.
        right: What stands on the right.
        weight: In bits: above zero for one thing, below for two.
    """

    aspect: str
    words: str
    left: str
    right: str
    weight: float

    def __str__(self) -> str:
        shown = self.left if self.left == self.right else f"{self.left} / {self.right}"
        return f"{self.weight:+.1f} {self.aspect} {self.words}{f': {shown}' if shown.strip(' /') else ''}"


def reasons(
    group: str, pair: Mapping[str, object], left: Mapping[str, object], right: Mapping[str, object]
) -> tuple[Reason, ...]:
    """The aspects that say something, in the order of the model.

    Args:
        group: Of both records.
        pair: The level of each aspect and what frequency adds to it, as `scored_pairs` names them.
        left: One record.
        right: The other.
    """
    comparisons = next(model.comparisons for model in MODELS if model.group == group)
    return tuple(_reasons(comparisons, pair, left, right))


def _reasons(
    comparisons: tuple[Comparison, ...],
    pair: Mapping[str, object],
    left: Mapping[str, object],
    right: Mapping[str, object],
) -> Iterator[Reason]:
    for number, comparison in enumerate(comparisons):
        at, counted = pair[f"{LEVEL}{number}"], pair[f"{OF_FREQUENCY}{number}"]
        if isinstance(at, int):
            level = comparison.levels[at]
            weight = level.weight + (counted if isinstance(counted, float) else 0.0)
            shown = (_shown(comparison.column, record) for record in (left, right))
            yield Reason(comparison.name, level.words, next(shown), next(shown), weight)


def _shown(column: str, record: Mapping[str, object]) -> str:
    """What stands in a record for an aspect."""
    if column == "place":
        return " ".join(str(record[name]) for name in PLACES if record[name])
    if column == "days":
        return f"{record['first_day']} to {record['last_day']}"
    if column == "standing":
        found = [*_listed(record["contests"]), *_listed(record["offices"])]
        return ", ".join(found)
    value = record[column]
    return "" if value is None else str(value)


def _listed(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
