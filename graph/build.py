"""From sources to a graph: sorted N-Quads per source, the derived graphs, and a store of them.

The name of a generation is the digest of what goes in: the same input is the same generation, and
is not built again. A source whose content is unchanged keeps its quads.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad

from graph.build_rows import RowOptions, Rows, convert, names_of, where_rows_are
from graph.code_digest import code_digest
from graph.derive.source_quads import source_quads
from graph.derive.world import World, make_world
from graph.derived_graphs import derived_graphs
from graph.errors import NoGraphError
from graph.generations import is_whole, new_generation, put_in_use, writing
from graph.identity.applying import for_graph, write_canonical_edges
from graph.identity.mapping import NOBODY_DECIDED, Identity, read_identity
from graph.loading_rows import load_with_rows
from graph.nodes import BASE, Names, check_base
from graph.quad_files import write_quads
from graph.rdf.parts import refuse_taken_ids, write_rdf_sources
from graph.settling import settle, write_withdrawn
from graph.store import MANIFEST, Manifest, Part, generation_folder, read_manifest
from graph.tables.kept import conversion_folder, remove_unused
from ontology import LAWS, TURTLE
from sources.dataset import DATASET, read_dataset
from sources.kinds import take_kind
from sources.rdf_files.source import RDF, RdfSource, read_rdf_source
from sources.source import Source, digest_of, read_source

Progress = Callable[[str], None]
Kept = dict[str, tuple[Path, int]]
LETTERS = 16
CONVERTER = (
    "graph/build.py",
    "graph/derive/claim_quads.py",
    "graph/derive/edges.py",
    "graph/derive/event_quads.py",
    "graph/derive/events.py",
    "graph/derive/premises.py",
    "graph/derive/same_money.py",
    "graph/derive/source_quads.py",
    "graph/derive/world.py",
    "graph/derived_graphs.py",
    "graph/described_quads.py",
    "graph/findings",
    "graph/identity/applying.py",
    "graph/identity/clusters.py",
    "graph/identity/decisions.py",
    "graph/identity/keys.py",
    "graph/identity/mapping.py",
    "graph/identity/quads.py",
    "graph/loading.py",
    "graph/loading_rows.py",
    "graph/nodes.py",
    "graph/quad_files.py",
    "graph/rdf/json_ld.py",
    "graph/rdf/parts.py",
    "graph/rdf/reading.py",
    "graph/rdf/sorting.py",
    "graph/rdf/source_quads.py",
    "graph/rdf/terms.py",
    "graph/record",
    "graph/settling.py",
    "graph/store.py",
    "graph/tables/edge_names.py",
    "graph/virtual/counting.py",
    "graph/virtual/edges.py",
    "graph/virtual/keys.py",
    "graph/virtual/making.py",
    "graph/virtual/mapping.py",
    "graph/virtual/steps.py",
    "sources/claim.py",
    "sources/described.py",
    "sources/document.py",
    "sources/edtf.py",
    "sources/quantity.py",
    "sources/rdf_files/source.py",
    "sources/sheet.py",
    "sources/source.py",
    "sources/toml_table.py",
    "sources/yaml_file.py",
    *(f"ontology/{name}.ttl" for name in (*TURTLE, *LAWS)),
    "ontology/nominees.csv",
)
"""The code and ontology that turn sources into quads."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into a generation.

    Attributes:
        world: Sources with fact sheets.
        statements: RDF files.
        datasets: Conversions of rows.
        decisions: Who is one, by decisions on things of any graph.
        rows: Where rows are.
    """

    world: World
    statements: tuple[RdfSource, ...]
    datasets: tuple[Part, ...]
    decisions: Identity
    rows: Rows


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build; `fresh` is False when there was nothing to do."""

    manifest: Manifest
    fresh: bool


def build(
    folders: Iterable[Path],
    target: Path,
    progress: Progress,
    base: str | None = None,
    options: RowOptions | None = None,
    *,
    decisions: Path | None = None,
) -> Built:
    """Build the graph of source folders into a target folder.

    Args:
        folders: One folder a source; a folder named twice counts once.
        target: Where the graph goes; made when it is not there.
        progress: Told what is being done, a line at a time.
        base: Base of the IRIs of things; None for that of the graph in place, else the usual one.
        options: How rows of datasets are converted; None for all rows, in this process.
        decisions: File of decisions on who is who; None for a graph in which everybody is as told.

    Raises:
        BaseIriError: The base is not the start of an absolute IRI.
        ContradictionError: Decisions contradict each other.
        DecisionError: The file of decisions cannot be read.
        SourceError: A source cannot be used; the graph in place stays as it is.
        StoreInUseError: Another build writes here.
        WriteError: The disk is full or the folder cannot be written; the graph in place stays as it is.
    """
    names = Names(check_base(base or _base_in_place(target)))
    identity = NOBODY_DECIDED if decisions is None else read_identity(decisions)
    others, statements = take_kind(folders, RDF, read_rdf_source)
    prose, datasets = take_kind(others, DATASET, read_dataset)
    refuse_taken_ids(statements, (dataset.id for dataset in datasets))
    how = options or RowOptions()
    rows = [*names_of(datasets, names.base, how), *(source.digest for source in statements)]
    rows += [identity.digest] if identity.decisions else []
    rows += [] if how.where is Rows.AUTO else [f"rows {how.where.value}"]
    name = _name(names.base, [*map(digest_of, prose), *rows])
    world = None if is_whole(target, name) else _read(prose, progress)
    if world is not None:
        name = _name(names.base, [*(source.digest for source in world.sources), *rows])
    with writing(target):
        fresh = not is_whole(target, name)
        if fresh:
            parts = convert(target, datasets, names.base, how, progress)
            with new_generation(target, name) as new:
                folders = [conversion_folder(target, part) for part in parts]
                place = where_rows_are(folders, how.where, progress)
                made_of = Ingredients(world or _read(prose, progress), statements, parts, identity, place)
                _fill(new, made_of, names, progress)
            progress("putting it in use")
        put_in_use(target, name)
        remove_unused(target)
        return Built(read_manifest(target), fresh)


def _base_in_place(target: Path) -> str:
    try:
        return read_manifest(target).base
    except NoGraphError:
        return BASE


def converter_digest() -> str:
    """Digest of the code and ontology that turn sources into quads, and of the store's version."""
    return code_digest(CONVERTER, ("pyoxigraph",))[:LETTERS]


def _name(base: str, digests: list[str]) -> str:
    """Name of the generation made from sources of these digests."""
    return sha256("\n".join([base, converter_digest(), *sorted(digests)]).encode()).hexdigest()[:LETTERS]


def _read(folders: Iterable[Path], progress: Progress) -> World:
    """The sources in folders, after making sure that they fit together."""
    sources: list[Source] = []
    for folder in folders:
        source = read_source(folder)
        progress(f"read {source.id}: {len(source.claims)} claims, {len(source.entities)} entities")
        sources.append(source)
    return make_world(sources)


def _fill(new: Path, made_of: Ingredients, names: Names, progress: Progress) -> None:
    """Write everything a generation holds."""
    quads, kept = new / "quads", _kept(new.parents[1], names)
    quads.mkdir()
    refuse_taken_ids(made_of.statements, (source.id for source in made_of.world.sources))
    sources = tuple(_source_part(source, quads, names, kept, progress) for source in made_of.world.sources)
    sources += write_rdf_sources(made_of.statements, quads, names, kept, progress)
    conversions = {part.name: conversion_folder(new.parents[1], part) for part in made_of.datasets}
    identity = for_graph(made_of.decisions, made_of.world, conversions)
    settled = settle(conversions.values(), made_of.world.labels, names)
    write_withdrawn(settled, new)
    graphs = derived_graphs(made_of.world, conversions, settled, names, identity)
    derived = tuple(_derived_part(name, made, quads, progress) for name, made in graphs.items())
    fewer = write_canonical_edges(identity, conversions, new)
    told = sum(part.quads for part in made_of.datasets) - fewer
    triples = load_with_rows(new, names, conversions, made_of.rows, settled.withdrawn) + told
    progress(f"loaded {triples} triples into the store")
    manifest = Manifest(names.base, converter_digest(), sources, derived, made_of.datasets, triples)
    (new / MANIFEST).write_text(manifest.to_json(), "utf-8")


def _derived_part(name: str, made: Iterable[Quad], quads: Path, progress: Progress) -> Part:
    """The quads of a derived graph."""
    count = write_quads(made, quads / f"{name}.nq")
    return _told(Part(name, converter_digest(), 0, count), "wrote", progress)


def _source_part(source: Source, quads: Path, names: Names, kept: Kept, progress: Progress) -> Part:
    """The quads of a source: those of the graph in place when they fit, else new ones."""
    path = quads / f"{source.id}.nq"
    old = kept.get(source.digest)
    if old is not None:
        shutil.copyfile(old[0], path)
        return _told(Part(source.id, source.digest, len(source.claims), old[1]), "kept", progress)
    count = write_quads(source_quads(source, names), path)
    return _told(Part(source.id, source.digest, len(source.claims), count), "wrote", progress)


def _told(part: Part, done: str, progress: Progress) -> Part:
    progress(f"{done} {part.name}.nq: {part.quads} quads")
    return part


def _kept(target: Path, names: Names) -> Kept:
    """File and number of quads of each source of the graph in place, by the source's digest."""
    try:
        manifest = read_manifest(target)
    except NoGraphError:
        return {}
    if (manifest.base, manifest.converter) != (names.base, converter_digest()):
        return {}
    folder = generation_folder(target) / "quads"
    parts = {part.digest: (folder / f"{part.name}.nq", part.quads) for part in manifest.sources}
    return {digest: (path, quads) for digest, (path, quads) in parts.items() if path.is_file()}
