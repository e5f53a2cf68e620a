"""From sources to a graph: sorted N-Quads per source, the derived graphs, and a store of them.

The name of a generation is the digest of what goes in: the same input is the same generation, and
is not built again. A source whose content is unchanged keeps its quads.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from graph.build_rows import RowOptions, convert, names_of, tell_apart
from graph.derive.edges import edge_quads, find_edges
from graph.derive.event_quads import event_quads
from graph.derive.events import find_events
from graph.derive.source_quads import source_quads
from graph.derive.world import World, make_world
from graph.errors import NoGraphError
from graph.generations import is_whole, new_generation, put_in_use, writing
from graph.identity.applying import for_graph, for_sheets, row_files, write_canonical_edges
from graph.identity.mapping import NOBODY_DECIDED, Identity, read_identity
from graph.identity.quads import identity_quads
from graph.loading import load
from graph.nodes import BASE, Names, check_base
from graph.quad_files import write_quads
from graph.rdf.parts import refuse_taken_ids, take_rdf_sources, write_rdf_sources
from graph.store import MANIFEST, Manifest, Part, generation_folder, read_manifest
from graph.tables.kept import conversion_folder, remove_unused
from graph.tables.output import ROWS
from ontology import TURTLE
from sources.rdf_files.source import RdfSource
from sources.source import Source, digest_of, read_source

Progress = Callable[[str], None]
Kept = dict[str, tuple[Path, int]]
LETTERS = 16
GRAPH_MODULES = (
    "build",
    "derive/claim_quads",
    "derive/edges",
    "derive/event_quads",
    "derive/events",
    "identity/applying",
    "identity/clusters",
    "identity/decisions",
    "identity/keys",
    "identity/mapping",
    "identity/quads",
    "loading",
    "nodes",
    "quad_files",
    "rdf/json_ld",
    "rdf/parts",
    "rdf/reading",
    "rdf/sorting",
    "rdf/source_quads",
    "rdf/terms",
    "derive/source_quads",
    "store",
    "derive/world",
)
SOURCE_MODULES = (
    *(
        "claim",
        "document",
        "edtf",
        "quantity",
        "rdf_files/source",
        "sheet",
        "source",
        "toml_table",
        "yaml_file",
    ),
)


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into a generation.

    Attributes:
        world: Sources with fact sheets.
        statements: RDF files.
        datasets: Conversions of rows.
        decisions: Who is one, by decisions on things of any graph.
    """

    world: World
    statements: tuple[RdfSource, ...]
    datasets: tuple[Part, ...]
    decisions: Identity


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
    others, statements = take_rdf_sources(folders)
    prose, datasets = tell_apart(others)
    refuse_taken_ids(statements, (dataset.id for dataset in datasets))
    how = options or RowOptions()
    rows = [*names_of(datasets, names.base, how), *(source.digest for source in statements)]
    rows += [identity.digest] if identity.decisions else []
    name = _name(names.base, [*map(digest_of, prose), *rows])
    world = None if is_whole(target, name) else _read(prose, progress)
    if world is not None:
        name = _name(names.base, [*(source.digest for source in world.sources), *rows])
    with writing(target):
        fresh = not is_whole(target, name)
        if fresh:
            parts = convert(target, datasets, names.base, how, progress)
            with new_generation(target, name) as new:
                made_of = Ingredients(world or _read(prose, progress), statements, parts, identity)
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


@cache
def converter_digest() -> str:
    """Digest of the code and ontology that turn sources into quads, and of the store's version."""
    parts = [files("graph").joinpath(f"{name}.py") for name in GRAPH_MODULES]
    parts += [files("ontology").joinpath(f"{name}.ttl") for name in TURTLE]
    parts += [files("sources").joinpath(f"{name}.py") for name in SOURCE_MODULES]
    content = sha256(version("pyoxigraph").encode())
    for part in parts:
        content.update(part.read_bytes())
    return content.hexdigest()[:LETTERS]


def ontology_quads(names: Names) -> list[Quad]:
    """The vocabulary itself, so that queries find labels, comments and super-properties."""
    graph = names.graph("ontology")
    quads = []
    for name in TURTLE:
        data = files("ontology").joinpath(f"{name}.ttl").read_bytes()
        quads += [
            Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parse(data, RdfFormat.TURTLE)
        ]
    return quads


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
    derived = tuple(
        _told(Part(name, converter_digest(), 0, write_quads(made, quads / f"{name}.nq")), "wrote", progress)
        for name, made in _derived(made_of.world, identity, names)
    )
    rows = {name: folder / ROWS for name, folder in conversions.items()}
    fewer = write_canonical_edges(identity, names.base, rows, new)
    files = {name: row_files(new, name, folder) for name, folder in rows.items()}
    triples = load(new, names, files) + sum(part.quads for part in made_of.datasets) - fewer
    progress(f"loaded {triples} triples into the store")
    manifest = Manifest(names.base, converter_digest(), sources, derived, made_of.datasets, triples)
    (new / MANIFEST).write_text(manifest.to_json(), "utf-8")


def _derived(world: World, identity: Identity, names: Names) -> Iterator[tuple[str, list[Quad]]]:
    """The derived graphs, by their names; that of identity is there where decisions say something."""
    yield "ontology", ontology_quads(names)
    yield "derived-events", event_quads(find_events(world), world, names)
    yield "derived-edges", edge_quads(find_edges(world, for_sheets(identity, world)), world, names)
    if identity.stands_for:
        yield "derived-identity", identity_quads(identity, names)


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
