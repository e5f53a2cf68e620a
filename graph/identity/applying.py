"""Decisions applied to a build: plain edges join the things that stand for others.

Rows of datasets are converted once, whoever decides what. Their plain edges stand beside them as pairs,
which are written again with canonical ids for the generation and taken in their place.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import polars as pl

from graph.derive.world import World
from graph.identity.mapping import Identity
from graph.rows.event_tables import EventTables
from graph.tables.edge_names import ENDS
from graph.tables.lines import EDGES, write_missing_edges, write_missing_lines
from graph.tables.output import PAIRS, ROWS
from ontology import TABLES
from sources.tables.layouts.rows import ID

CANONICAL_EDGES = "canonical-edges"
"""Folder of a generation with the plain edges of datasets that decisions change, a folder a dataset."""


def for_graph(identity: Identity, world: World, conversions: Mapping[str, Path]) -> Identity:
    """The decisions that are on things of a graph.

    Args:
        identity: All decisions.
        world: The sources with fact sheets.
        conversions: The conversion of each dataset, by its id.
    """
    if not identity.decisions:
        return identity
    told = {in_iri(path) for path in world.entities}
    return identity.among(told | _in_rows(identity, EventTables(folders=conversions)), told)


def in_iri(path: str) -> str:
    """The path of a thing of a fact sheet as it stands in its IRI."""
    return quote(path, safe="/-._~")


def _in_rows(identity: Identity, tables: EventTables) -> set[str]:
    """The things of decisions that rows tell of."""
    wanted = pl.Series(sorted(identity.paths()), dtype=pl.String).implode()
    names = [name for name, term in TABLES.items() if not term.keeps_rows and tables.has(name)]
    found = [tables.scan(name).select(ID).filter(pl.col(ID).is_in(wanted)) for name in names]
    return set(pl.concat(found).collect(engine="streaming")[ID]) if found else set()


def for_sheets(identity: Identity, world: World) -> dict[str, str]:
    """The mapping for things of fact sheets, by their paths as the sheets have them."""
    written = {in_iri(path): path for path in world.entities}
    pairs = identity.stands_for.items()
    return {written[path]: written[first] for path, first in pairs if path in written and first in written}


def write_canonical_edges(identity: Identity, conversions: Mapping[str, Path], generation: Path) -> int:
    """Write the plain edges of datasets with canonical ids; give how many there are fewer.

    Args:
        identity: The decisions on things of the graph.
        conversions: The conversion of each dataset, by its id.
        generation: The folder of the generation.
    """
    if not identity.stands_for:
        return 0
    fewer = 0
    for dataset, conversion in sorted(conversions.items()):
        for told in sorted((conversion / PAIRS).glob("*")):
            target = generation / CANONICAL_EDGES / dataset / told.name
            target.mkdir(parents=True)
            fewer += _rewritten(told, identity.stands_for, target / "0.parquet")
    return fewer


def _rewritten(told: Path, stands_for: Mapping[str, str], target: Path) -> int:
    """Write pairs with other ids, each once, none of a thing with itself; give how many there are fewer."""
    before = pl.scan_parquet(told)
    after = before.with_columns(pl.col(ENDS).replace(stands_for))
    replaced = pl.any_horizontal(pl.col(ENDS).is_in(list(stands_for)))
    loops = before.filter(replaced).with_columns(pl.col(ENDS).replace(stands_for))
    loops = loops.filter(pl.col("subject") == pl.col("object"))
    after.join(loops, on=ENDS, how="anti").unique().sort(ENDS).sink_parquet(target)
    counts = (pl.scan_parquet(place).select(pl.len()).collect().item() for place in (told, target))
    return int(next(counts) - next(counts))


def pairs_of(generation: Path, dataset: str, conversion: Path) -> Path:
    """The folder with the plain edges of a dataset that a generation holds: canonical ones if there are any.

    Args:
        generation: The folder of the generation.
        dataset: Id of the dataset.
        conversion: Its conversion.
    """
    canonical = generation / CANONICAL_EDGES / dataset
    return canonical if canonical.is_dir() else conversion / PAIRS


def row_files(generation: Path, dataset: str, conversion: Path, base: str) -> list[Path]:
    """The files with all statements of a dataset that a generation holds; those that are missing are written.

    Args:
        generation: The folder of the generation.
        dataset: Id of the dataset.
        conversion: Its conversion.
        base: Base of the IRIs of things.
    """
    write_missing_lines(conversion, dataset, base)
    told = conversion / ROWS
    files = sorted(told.glob("**/*.nq"))
    pairs = pairs_of(generation, dataset, conversion)
    if pairs == conversion / PAIRS:
        return files
    canonical = generation / CANONICAL_EDGES / f"{dataset}.nq"
    write_missing_edges(pairs, canonical, dataset, base)
    return [canonical if path == told / EDGES else path for path in files]
