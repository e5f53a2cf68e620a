"""All that rows add to the picture of a built graph."""

from dataclasses import dataclass
from decimal import Decimal

from graph.drawn.count_edges import draw_counts
from graph.drawn.drawn import BuiltRows, Drawn
from graph.drawn.sum_edges import draw_sums
from graph.picture import DatasetCard


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of what rows say a picture shows.

    Attributes:
        most: How many sums, and how many candidacies, are drawn: the largest.
        named_from: From how much on a private donor of one recipient has a mark of its own.
    """

    most: int = 100
    named_from: Decimal = Decimal(10_000)


LIMITS = Limits()


def draw_rows(built: BuiltRows, limits: Limits) -> Drawn:
    """The marks of what rows say; none without datasets."""
    drawn = Drawn()
    if built.tables.folders:
        draw_sums(built, drawn, limits.most, limits.named_from)
        draw_counts(built, drawn, limits.most)
    return drawn


def dataset_cards(built: BuiltRows, drawn: Drawn) -> tuple[DatasetCard, ...]:
    """The datasets behind marks, in order of their ids."""
    return tuple(
        DatasetCard(
            key=key,
            iri=built.iri(path),
            title=built.label(path),
            publisher=built.publisher(path),
            licence=built.text(path, "dcterms:license"),
        )
        for key in sorted({card.dataset for card in drawn.rows})
        for path in [f"dataset/{key}"]
    )
