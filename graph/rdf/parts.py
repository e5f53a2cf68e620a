"""Sources of RDF files in a build: told apart from the others, and written beside them."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph.nodes import Names
from graph.rdf.sorting import write_sorted
from graph.rdf.source_quads import rdf_quads
from graph.store import Part
from sources.document import FILE
from sources.errors import DuplicateIdError, Position, SheetError
from sources.kinds import kind_of
from sources.rdf_files.source import RDF, RdfSource, read_rdf_source

Kept = Mapping[str, tuple[Path, int]]


def take_rdf_sources(folders: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[RdfSource, ...]]:
    """Source folders of other kinds, and the sources of RDF files, each once, in order of their ids.

    Raises:
        SourceError: A source cannot be read.
        DuplicateIdError: Two sources have one id.
    """
    chosen = tuple({folder.resolve(): folder for folder in folders}.values())
    named = {folder for folder in chosen if kind_of(folder) == RDF}
    by_id: dict[str, RdfSource] = {}
    for source in sorted((read_rdf_source(one) for one in named), key=lambda one: (one.id, str(one.folder))):
        first = by_id.setdefault(source.id, source)
        if first is not source:
            raise DuplicateIdError(_metadata(source), source.id, _metadata(first))
    return tuple(folder for folder in chosen if folder not in named), tuple(by_id.values())


def refuse_taken_ids(sources: Iterable[RdfSource], taken: Iterable[str]) -> None:
    """Make sure that no source has the id of a source of another kind.

    Raises:
        SheetError: One has.
    """
    others = set(taken)
    for source in sources:
        if source.id in others:
            raise SheetError(_metadata(source), f"id: {source.id!r} is the id of another source")


def write_rdf_sources(
    sources: Iterable[RdfSource], quads: Path, names: Names, kept: Kept, progress: Callable[[str], None]
) -> tuple[Part, ...]:
    """Write the quads of sources into a folder: those of the graph in place when they fit, else new ones.

    Args:
        sources: The sources.
        quads: The folder, with the quads of other sources.
        names: Mints the IRIs.
        kept: File and number of quads of each source of the graph in place, by the source's digest.
        progress: Told what is being done.

    Raises:
        SourceError: A source cannot be used.
    """
    parts = []
    for source in sources:
        path, old = quads / f"{source.id}.nq", kept.get(source.digest)
        if old is not None:
            shutil.copyfile(old[0], path)
        count = write_sorted(rdf_quads(source, names), path) if old is None else old[1]
        progress(f"{'wrote' if old is None else 'kept'} {source.id}.nq: {count} quads")
        parts.append(Part(source.id, source.digest, 0, count))
    return tuple(parts)


def _metadata(source: RdfSource) -> Position:
    return Position(str(source.folder / FILE))
