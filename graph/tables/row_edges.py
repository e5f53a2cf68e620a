"""Plain edges that follow from the rows of a dataset, for short queries and pictures.

Who gave to whom, who spent for or against whom, who ran, won or lost: one statement a pair, whatever
the number of rows. The totals and outcomes beside them name the rows or the rule they rest on.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.tables.converted import scan_table
from graph.tables.edge_names import OUTCOMES, SIDES
from graph.tables.output import Output
from graph.tables.ranges import READ, in_ranges

GIFTS = ("Contribution", "InKindContribution")


def _gave_to(tables: Path) -> Iterator[pl.DataFrame]:
    """Who gave to whom, from sums that are in order of both, so that the same pair follows itself."""
    sums = scan_table(tables, "flow-total")
    if sums is None:
        return
    gifts = _pairs(sums.filter(pl.col("totalOf").is_in(GIFTS)), "payer", "payee")
    last = pl.DataFrame(schema=gifts.collect_schema())
    for batch in gifts.collect_batches(chunk_size=READ, maintain_order=True):
        pairs = pl.concat([last, batch])
        is_another = pl.any_horizontal(pl.all().ne_missing(pl.all().shift()))
        yield pairs.filter(is_another)[last.height :]
        last = pairs.tail(1)


def row_edges(tables: Path) -> Iterator[tuple[str, pl.LazyFrame]]:
    """Predicates, and the pairs they hold between, but for those of gifts.

    Args:
        tables: The folder of the event tables of a dataset.
    """
    spending = scan_table(tables, "candidate-total")
    if spending is not None:
        for side, predicate in SIDES.items():
            yield predicate, _pairs(spending.filter(pl.col("side") == side), "spender", "candidate")
    candidacies = scan_table(tables, "candidacy")
    if candidacies is not None:
        yield "ranIn", _pairs(candidacies, "candidate", "contest")
    contests = scan_table(tables, "contest")
    if contests is not None:
        county = pl.col("jurisdiction").str.starts_with("county/")
        yield "inCounty", _pairs(contests.filter(county), "id", "jurisdiction")
    results = scan_table(tables, "outcome")
    if results is not None:
        for predicate in sorted(set(OUTCOMES.values())):
            codes = [code for code, edge in OUTCOMES.items() if edge == predicate]
            yield (
                predicate,
                _pairs(results.filter(pl.col("outcomeCode").is_in(codes)), "candidate", "contest"),
            )


def write_row_edges(tables: Path, output: Output) -> None:
    """Write the plain edges of a dataset, each pair once."""
    for once in _gave_to(tables):
        output.add_edges("gaveTo", once)
    for predicate, pairs in row_edges(tables):
        for part in in_ranges(pairs, pl.col("subject"), output.folder):
            output.add_edges(predicate, part.unique().sort("subject", "object").collect())


def _pairs(rows: pl.LazyFrame, subject: str, target: str) -> pl.LazyFrame:
    return rows.select(pl.col(subject).alias("subject"), pl.col(target).alias("object")).drop_nulls()
