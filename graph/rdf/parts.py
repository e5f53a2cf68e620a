"""Sources of RDF files in a build, written beside the others."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph.nodes import Names
from graph.rdf.sorting import write_sorted
from graph.rdf.source_quads import rdf_quads
from graph.store import Part
from sources.errors import SheetError
from sources.kinds import metadata_of
from sources.rdf_files.source import RdfSource

Kept = Mapping[str, tuple[Path, int]]


def refuse_taken_ids(sources: Iterable[RdfSource], taken: Iterable[str]) -> None:
    """Make sure that no source has the id of a source of another kind.

    Raises:
        SheetError: One has.
    """
    others = set(taken)
    for source in sources:
        if source.id in others:
            raise SheetError(metadata_of(source), f"id: {source.id!r} is the id of another source")


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
