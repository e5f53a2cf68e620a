"""From sources to a graph: sorted N-Quads per source, the derived graphs, and a store of them.

A build writes into a folder of its own and is put in use by replacing one small file, so that a
build killed at any moment leaves the last good graph in place. The name of a generation is the
digest of what goes in: the same input is the same generation, and is not built again.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from heapq import merge
from importlib.resources import files
from pathlib import Path

from filelock import FileLock, Timeout
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

from graph.edges import edge_quads, find_edges
from graph.errors import NoGraphError, StoreInUseError, WriteError
from graph.events import event_quads, find_events
from graph.nodes import BASE, Names
from graph.source_quads import source_quads
from graph.store import CURRENT, MANIFEST, Manifest, Part, read_manifest
from graph.world import make_world
from sources.source import Source, digest_of, read_source

Progress = Callable[[str], None]
KEPT = 16
TURTLE = ("classes", "properties", "predicates", "codes", "drawing", "alignments")


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build; `fresh` is False when there was nothing to do."""

    manifest: Manifest
    fresh: bool


def build(folders: Iterable[Path], target: Path, progress: Progress, base: str = BASE) -> Built:
    """Build the graph of source folders into a target folder.

    Args:
        folders: One folder a source.
        target: Where the graph goes; made when it is not there.
        progress: Told what is being done, a line at a time.
        base: Base of the IRIs of things.

    Raises:
        SourceError: A source cannot be used; the graph in place stays as it is.
        StoreInUseError: Another build writes here.
        WriteError: The disk is full or the folder cannot be written; the graph in place stays as it is.
    """
    sources = {folder: digest_of(folder) for folder in folders}
    converter = converter_digest()
    name = sha256("\n".join([base, converter, *sorted(sources.values())]).encode()).hexdigest()[:KEPT]
    with _writing(target), _locked(target):
        done = target / "generations" / name
        fresh = not (done / MANIFEST).is_file()
        if fresh:
            read = [_told(folder, progress) for folder in sources]
            _make_generation(read, done, target, Names(base), converter, progress)
        _put_in_use(target, name)
    return Built(read_manifest(target), fresh)


def converter_digest() -> str:
    """Digest of the code and ontology that turn sources into quads."""
    content = sha256()
    modules = ("nodes", "claim_quads", "source_quads", "events", "edges", "world", "build")
    parts = [files("graph").joinpath(f"{name}.py") for name in modules]
    parts += [files("ontology").joinpath(f"{name}.ttl") for name in TURTLE]
    parts += [
        files("sources").joinpath(f"{name}.py") for name in ("claim", "sheet", "document", "quantity", "edtf")
    ]
    for part in parts:
        content.update(part.read_bytes())
    return content.hexdigest()[:KEPT]


def _told(folder: Path, progress: Progress) -> Source:
    source = read_source(folder)
    progress(f"read {source.id}: {len(source.claims)} claims, {len(source.entities)} entities")
    return source


def _make_generation(
    sources: list[Source], done: Path, target: Path, names: Names, converter: str, progress: Progress
) -> None:
    """Write a generation beside its final place and move it there when it is whole."""
    world = make_world(sources)
    new = done.with_name(f".new-{os.getpid()}")
    _clear(target)
    (new / "quads").mkdir(parents=True)
    kept = _kept_quads(target, names, converter)
    parts = []
    for source in world.sources:
        path = new / "quads" / f"{source.id}.nq"
        quads = _reuse(kept.get(source.digest), path) or _write(source_quads(source, names), path)
        parts.append(Part(source.id, source.digest, len(source.claims), quads))
        progress(f"wrote {path.name}: {quads} quads")
    derived = []
    for name, quads_made in (
        ("ontology", ontology_quads(names)),
        ("derived-events", event_quads(find_events(world), world, names)),
        ("derived-edges", edge_quads(find_edges(world), world, names)),
    ):
        path = new / "quads" / f"{name}.nq"
        derived.append(Part(name, converter, 0, _write(quads_made, path)))
        progress(f"wrote {path.name}: {derived[-1].quads} quads")
    triples = _load(new, names, progress)
    manifest = Manifest(names.base, converter, tuple(parts), tuple(derived), triples)
    (new / MANIFEST).write_text(manifest.to_json(), "utf-8")
    new.rename(done)


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


def _write(quads: Iterable[Quad], path: Path) -> int:
    """Write quads in order of their triples, each once; give their number."""
    lines = sorted({(f"{quad.triple} ", f"{quad.graph_name} .\n") for quad in quads})
    path.write_text("".join(triple + graph for triple, graph in lines), "utf-8")
    return len(lines)


def _kept_quads(target: Path, names: Names, converter: str) -> dict[str, tuple[Path, int]]:
    """Files of the generation in use that a source with the same digest can take over."""
    try:
        manifest = read_manifest(target)
    except NoGraphError:
        return {}
    if (manifest.base, manifest.converter) != (names.base, converter):
        return {}
    folder = target / "generations" / (target / CURRENT).read_text("utf-8").strip() / "quads"
    return {part.digest: (folder / f"{part.name}.nq", part.quads) for part in manifest.sources}


def _reuse(kept: tuple[Path, int] | None, path: Path) -> int:
    """Take over a file and give its number of quads; 0 when there is none."""
    if kept is None:
        return 0
    shutil.copyfile(kept[0], path)
    return kept[1]


def _load(new: Path, names: Names, progress: Progress) -> int:
    """Fill the store: the named graphs as they are, and every triple once in the default graph."""
    store = Store(str(new / "store"))
    paths = sorted((new / "quads").glob("*.nq"))
    for path in paths:
        store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    default = new / "default.nt"
    triples = _write_default(paths, default, f"<{names.base}id/graph/outside/")
    store.bulk_load(path=str(default), format=RdfFormat.N_TRIPLES, to_graph=DefaultGraph())
    default.unlink()
    store.flush()
    progress(f"loaded {triples} triples")
    return triples


def _write_default(paths: list[Path], target: Path, left_out: str) -> int:
    """Merge sorted quad files into sorted triples, each once; give their number."""
    count, last = 0, ""
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for triple in merge(*(_triples(path, left_out) for path in paths)):
            if triple != last:
                out.write(f"{triple}.\n")
                count, last = count + 1, triple
    return count


def _triples(path: Path, left_out: str) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            triple, graph = line[:-3].rsplit("<", 1)
            if not f"<{graph}".startswith(left_out):
                yield triple


def _put_in_use(target: Path, name: str) -> None:
    temporary = target / f"{CURRENT}.new"
    temporary.write_text(f"{name}\n", "utf-8")
    temporary.replace(target / CURRENT)
    for old in sorted((target / "generations").iterdir()):
        if old.name != name:
            shutil.rmtree(old)


def _clear(target: Path) -> None:
    """Remove what a killed build left behind."""
    for stale in (target / "generations").glob(".new-*"):
        shutil.rmtree(stale)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock of a graph folder; the system releases it when the process ends."""
    target.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(str(target / "build.lock"), timeout=0):
            yield
    except Timeout as error:
        raise StoreInUseError(target) from error


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(Path(error.filename or target), error.strerror or str(error)) from error
