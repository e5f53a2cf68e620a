"""Who is called so among the things of datasets: exact names in any case, and the nearest ones.

A name is compared with millions of labels a column at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import polars as pl

from graph.rows.event_tables import EventTables
from ontology import TABLES
from sources.tables.layouts.rows import ID

LEFT_OUT = ("candidacy", "district-counties")
"""Tables whose labels are those of other things: a candidacy is called as its candidate."""
NAME = "name"
SHORTEST = 2
START = 3
CLOSE = 0.75
COMPARED = 20_000
"""Names that are compared letter by letter, at most."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing and a name it has.

    Attributes:
        name: The name as it is printed.
        path: The path of the thing under `id/`, "" where several are called so.
    """

    name: str
    path: str


def called(tables: EventTables, name: str) -> list[Named]:
    """The things that have a name or a regulator's id, in any case, in order of their paths."""
    wanted = name.strip().lower()
    told = (pl.concat(_names(tables))).filter(pl.col(NAME).str.to_lowercase() == wanted)
    found = told.unique(ID).sort(ID).select(NAME, ID).collect(engine="streaming")
    return [Named(*row) for row in (*_datasets(tables, wanted), *found.iter_rows())]


def nearest(tables: EventTables, name: str, count: int = 3) -> list[Named]:
    """The things whose names have all words of a name, else those with a name much like it."""
    words = [word for word in name.lower().replace(",", " ").split() if len(word) >= SHORTEST]
    if not words:
        return []
    told = pl.concat(_names(tables)).with_columns(pl.col(NAME).str.to_lowercase().alias("small"))
    with_all = told.filter(
        pl.all_horizontal(pl.col("small").str.contains(word, literal=True) for word in words)
    )
    best = _each_once(with_all).sort(pl.col("small").str.len_chars(), "small").head(count)
    found = [Named(*row) for row in best.select(NAME, ID).collect(engine="streaming").iter_rows()]
    return found or _much_like(told, name.lower(), words, count)


def _each_once(told: pl.LazyFrame) -> pl.LazyFrame:
    """Names, each once; the path is that of the only thing called so, else empty."""
    path = pl.when(pl.col(ID).n_unique() == 1).then(pl.col(ID).min()).otherwise(pl.lit(""))
    return told.group_by("small").agg(pl.col(NAME).min(), path.alias(ID))


def _much_like(told: pl.LazyFrame, name: str, words: list[str], count: int) -> list[Named]:
    """The things whose names are spelt much alike: a word begins alike, and the length is about the same."""
    alike = pl.any_horizontal(pl.col("small").str.contains(word[:START], literal=True) for word in words)
    length = pl.col("small").str.len_chars().cast(pl.Int64)
    near = _each_once(told.filter(alike, (length - len(name)).abs() <= START))
    rows = near.sort("small").head(COMPARED).select("small", NAME, ID).collect(engine="streaming")
    by_name = {_in_order(small): Named(printed, path) for small, printed, path in rows.iter_rows()}
    return [by_name[one] for one in get_close_matches(_in_order(name), by_name, n=count, cutoff=CLOSE)]


def _in_order(name: str) -> str:
    """The words of a name in alphabetical order: filings print the last one first."""
    return " ".join(sorted(name.replace(",", " ").split()))


def _names(tables: EventTables) -> Iterator[pl.LazyFrame]:
    """Names and ids of things, table by table."""
    yield pl.LazyFrame(schema={ID: pl.String(), NAME: pl.String()})
    for table, term in TABLES.items():
        if term.keeps_rows or table in LEFT_OUT or not tables.has(table):
            continue
        rows = tables.scan(table)
        for column in ("label", "identifier"):
            if column in term.columns:
                yield rows.select(ID, pl.col(column).alias(NAME)).drop_nulls()
        if "altLabel" in term.columns:
            yield rows.select(ID, pl.col("altLabel").alias(NAME)).explode(NAME).drop_nulls()
    if tables.has("committee-name"):
        yield tables.scan("committee-name").select(
            pl.col("ofCommittee").alias(ID), pl.col("nameText").alias(NAME)
        )


def _datasets(tables: EventTables, wanted: str) -> list[tuple[str, str]]:
    """Datasets by their id, and files by their name, with or without the id before it."""
    found = []
    for name, facts in tables.facts().items():
        files = [
            file.name for file in facts.files if wanted in (file.name.lower(), f"{name}/{file.name}".lower())
        ]
        found += [(name, f"dataset/{name}")] if name == wanted else []
        found += [(file, f"dataset/{name}/{file}") for file in files]
    return found
