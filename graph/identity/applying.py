"""Decisions applied to a build: plain edges join the things that stand for others.

Rows of datasets are converted once, whoever decides what. Their plain edges stand in a file of their
own, which is written again with canonical ids for the generation and loaded in its place.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

import polars as pl

from graph.derive.world import World
from graph.identity.mapping import Identity
from graph.rows.event_tables import EventTables
from ontology import TABLES
from sources.tables.layouts.rows import ID

EDGES = "edges.nq"
CANONICAL_EDGES = "canonical-edges"
"""Folder of a generation with the plain edges of datasets that decisions change, a file a dataset."""


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


def write_canonical_edges(identity: Identity, base: str, rows: Mapping[str, Path], generation: Path) -> int:
    """Write the plain edges of datasets with canonical ids; give how many statements there are fewer.

    Args:
        identity: The decisions on things of the graph.
        base: Base of the IRIs of things.
        rows: The folder of quads of each dataset, by its id.
        generation: The folder of the generation.
    """
    if not identity.stands_for:
        return 0
    iris = {f"<{base}id/{path}>": f"<{base}id/{first}>" for path, first in identity.stands_for.items()}
    folder = generation / CANONICAL_EDGES
    folder.mkdir()
    fewer = 0
    for dataset, place in sorted(rows.items()):
        if (place / EDGES).is_file():
            fewer += _rewritten(place / EDGES, iris, folder / f"{dataset}.nq")
    return fewer


def _rewritten(told: Path, iris: Mapping[str, str], target: Path) -> int:
    """Write a file of edges with other IRIs, each statement once; give how many there are fewer."""
    changed = {after for before, after in _lines(told, iris) if before != after}
    looped = {line for line in changed if line.split(" ", 3)[0] == line.split(" ", 3)[2]}
    count = kept = 0
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for before, after in _lines(told, iris):
            count += 1
            if before == after and before not in changed:
                out.write(before)
                kept += 1
        out.writelines(sorted(changed - looped))
    return count - kept - len(changed - looped)


def _lines(told: Path, iris: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Each statement as it was told, and with canonical things."""
    with told.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, predicate, value, rest = line.split(" ", 3)
            yield line, f"{iris.get(subject, subject)} {predicate} {iris.get(value, value)} {rest}"


def row_files(generation: Path, dataset: str, rows: Path) -> list[Path]:
    """The files of quads of a dataset that a generation holds: canonical edges in place of those told.

    Args:
        generation: The folder of the generation.
        dataset: Id of the dataset.
        rows: The folder of quads of its conversion.
    """
    files = sorted(rows.glob("**/*.nq"))
    canonical = generation / CANONICAL_EDGES / f"{dataset}.nq"
    if not canonical.is_file():
        return files
    return [canonical if path == rows / EDGES else path for path in files]
