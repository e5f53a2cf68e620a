"""Where datasets say different things of one thing: what the default graph has of it.

A dataset is converted by itself, and its own graph keeps what it says. In the default graph a property
with one value has one: the smallest that is told, whatever the datasets and their order. A thing has one
label, that of a source if it has one; what else it is called is another name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.nodes import TYPE, Names, term, text
from graph.tables.nquads import lines_of, to_nquads
from graph.tables.output import EVENT_TABLES
from graph.tables.things import LABEL, OTHER_NAMES
from ontology import TABLES
from sources.tables.layouts.rows import ID, LINE

GRAPH = "derived/names"
WITHDRAWN = "withdrawn.nt"
VALUE, KEPT = "value", "kept"
OF_ONE_DATASET = (LINE, "premises")
"""What rows and sums have, whose ids name their dataset: no other tells of them."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the default graph has otherwise than the datasets.

    Attributes:
        withdrawn: Statements of datasets that it does not have.
        names: Other names of things, which were labels.
    """

    withdrawn: tuple[Triple, ...]
    names: tuple[Quad, ...]


def settle(conversions: Iterable[Path], labels: Mapping[str, str], names: Names) -> Settled:
    """Which statements of datasets give way to others.

    Args:
        conversions: The folders of the conversions of datasets.
        labels: The labels of things of sources, by their paths.
        names: Mints the IRIs.
    """
    tables = [place for folder in conversions for place in _tables(folder)]
    several = _told_of_twice(tables, labels)
    if several.len() == 0:
        return Settled((), ())
    withdrawn: set[Triple] = set()
    others: set[Quad] = set()
    for column in sorted({name for place in tables for name in _single_valued(place.name)}):
        told = [place for place in tables if column in TABLES[place.name].columns]
        kept = _kept(told, column, several, labels if column == LABEL else {})
        lost = _lost(told, column, kept)
        withdrawn.update(_triples(told[0].name, column, lost, names))
        if column == LABEL:
            withdrawn.update(_needless_names(told, kept, names))
            others.update(_other_names(lost, names))
    return Settled(tuple(sorted(withdrawn, key=str)), tuple(sorted(others, key=str)))


def write_withdrawn(settled: Settled, generation: Path) -> None:
    """Write what the default graph of a generation does not have."""
    serialize(settled.withdrawn, str(generation / WITHDRAWN), format=RdfFormat.N_TRIPLES)


def read_withdrawn(generation: Path) -> Iterator[Triple]:
    """What datasets say and the default graph of a generation does not have."""
    return (quad.triple for quad in parse(path=str(generation / WITHDRAWN), format=RdfFormat.N_TRIPLES))


def _tables(conversion: Path) -> list[Path]:
    """The tables of things that other datasets may tell of too."""
    every = sorted((conversion / EVENT_TABLES).glob("*"))
    return [place for place in every if not TABLES[place.name].keeps_rows and not _of_one(place.name)]


def _of_one(table: str) -> bool:
    return any(column in TABLES[table].columns for column in OF_ONE_DATASET)


def _single_valued(table: str) -> set[str]:
    """Columns with one value; each dataset that tells of a thing is named."""
    return {name for name, column in TABLES[table].columns.items() if not column.many} - {"dataset"}


def _told(tables: Iterable[Path], column: str) -> pl.LazyFrame:
    """What tables tell of a column."""
    frames = [pl.scan_parquet(place).select(ID, pl.col(column).alias(VALUE)) for place in tables]
    return pl.concat(frames).drop_nulls()


def _told_of_twice(tables: Iterable[Path], labels: Mapping[str, str]) -> pl.Series:
    """The things with rows in several tables, or with a row and a label of a source; a row is told once."""
    rows = [pl.scan_parquet(place).select(ID) for place in tables]
    every = pl.concat([pl.LazyFrame({ID: list(labels)}, schema={ID: pl.String}), *rows])
    twice = every.group_by(ID).len().filter(pl.col("len") > 1)
    return twice.select(ID).sort(ID).collect(engine="streaming")[ID]


def _kept(tables: list[Path], column: str, several: pl.Series, before: Mapping[str, str]) -> pl.DataFrame:
    """The value that is kept of each thing with several; what was said before goes before."""
    value = pl.col(VALUE)
    span = (
        _told(tables, column)
        .filter(pl.col(ID).is_in(several.implode()))
        .group_by(ID)
        .agg(value.min().alias(KEPT), value.min().alias("least"), value.max().alias("most"))
    )
    if before:
        said = pl.LazyFrame({ID: list(before), "before": list(before.values())})
        span = span.join(said, on=ID, how="left").with_columns(pl.coalesce("before", KEPT).alias(KEPT))
    is_lost = (pl.col("least") != pl.col(KEPT)) | (pl.col("most") != pl.col(KEPT))
    return span.filter(is_lost).select(ID, KEPT).collect(engine="streaming")


def _lost(tables: list[Path], column: str, kept: pl.DataFrame) -> pl.DataFrame:
    """The values that give way: columns `id` and `value`, each once."""
    told = _told(tables, column).join(kept.lazy(), on=ID).filter(pl.col(VALUE) != pl.col(KEPT))
    return told.select(ID, VALUE).unique().sort(ID, VALUE).collect(engine="streaming")


def _needless_names(tables: list[Path], kept: pl.DataFrame, names: Names) -> Iterator[Triple]:
    """Other names that are the label now."""
    for place in tables:
        if OTHER_NAMES in TABLES[place.name].columns:
            other = _told([place], OTHER_NAMES).explode(VALUE).join(kept.lazy(), on=ID)
            same = other.filter(pl.col(VALUE) == pl.col(KEPT)).select(ID, VALUE).collect(engine="streaming")
            yield from _triples(place.name, OTHER_NAMES, same, names)


def _other_names(lost: pl.DataFrame, names: Names) -> Iterator[Quad]:
    """What things are called besides their label."""
    for path, name in lost.iter_rows():
        thing = NamedNode(f"{names.base}id/{path}")  # the path is percent-encoded already
        yield Quad(thing, term("skos:altLabel"), text(name), names.graph(GRAPH))


def _triples(table: str, column: str, values: pl.DataFrame, names: Names) -> Iterator[Triple]:
    """The statements of values of a column, as they stand among the rows of a table."""
    if values.height == 0:
        return
    pieces = to_nquads(table, values.rename({VALUE: column}), names.base, names.graph(GRAPH).value)
    for quad in parse("\n".join(lines_of(pieces)).encode(), RdfFormat.N_QUADS):
        if quad.predicate != TYPE:
            yield quad.triple
