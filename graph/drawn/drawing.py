"""All that rows add to the picture of a built graph."""

from dataclasses import dataclass, replace
from decimal import Decimal

import polars as pl

from graph.drawn.count_edges import draw_counts
from graph.drawn.drawn import BuiltRows, Drawn
from graph.drawn.scope import EVERY_ROW, RowScope
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


def draw_rows(built: BuiltRows, limits: Limits, scope: RowScope = EVERY_ROW) -> Drawn:
    """The marks of what rows say, as far as they are in a scope; none without datasets."""
    drawn = Drawn()
    if built.tables.folders:
        draw_sums(built, drawn, limits.most, limits.named_from, scope)
        draw_counts(built, drawn, limits.most, _with_money(built, drawn, scope))
    return drawn


def _with_money(built: BuiltRows, drawn: Drawn, scope: RowScope) -> RowScope:
    """A scope in which contests are those of candidates with sums, where sums must come to an amount."""
    if scope.least is None:
        return scope
    ends = sorted(iri.removeprefix(built.iri("")) for iri in drawn.things())
    return replace(scope, candidates=pl.Series(ends, dtype=pl.String))


def dataset_cards(built: BuiltRows, drawn: Drawn) -> tuple[DatasetCard, ...]:
    """The datasets behind marks, in order of their ids."""
    return tuple(
        DatasetCard(
            key=key,
            iri=built.iri(path),
            title=built.label(path),
            publisher=built.publisher(path),
            licence=built.text(path, "dcterms:license"),
            address=built.text(path, "dcterms:source"),
        )
        for key in sorted({card.dataset for card in drawn.rows})
        for path in [f"dataset/{key}"]
    )
