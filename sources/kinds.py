"""Which kind of source a folder is, as its metadata say, and the sources of a kind among folders."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from sources.document import FILE
from sources.errors import DuplicateIdError, Position
from sources.toml_table import read_toml, text


class InFolder(Protocol):
    """A source with an id, and the folder that describes it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def folder(self) -> Path:
        """The folder of its metadata."""


Source = TypeVar("Source", bound=InFolder)


def kind_of(folder: Path) -> str:
    """The kind of a source, "" for one with fact sheets; raises SourceError when it has no metadata."""
    return read_toml(folder / FILE, "the metadata of a source").take("kind", text, "a kind of source", "")


def take_kind(
    folders: Iterable[Path], kind: str, read: Callable[[Path], Source]
) -> tuple[tuple[Path, ...], tuple[Source, ...]]:
    """Folders of other kinds, each once, and the sources of a kind in order of their ids.

    Args:
        folders: Folders of sources.
        kind: Which kind to take out of them.
        read: Reads a source of that kind.

    Raises:
        SourceError: A source cannot be read.
        DuplicateIdError: Two sources have one id.
    """
    chosen = tuple({folder.resolve(): folder for folder in folders}.values())
    named = {folder for folder in chosen if kind_of(folder) == kind}
    sources = [read(folder) for folder in chosen if folder in named]
    by_id: dict[str, Source] = {}
    for source in sorted(sources, key=lambda one: (one.id, str(one.folder))):
        first = by_id.setdefault(source.id, source)
        if first is not source:
            raise DuplicateIdError(metadata_of(source), source.id, metadata_of(first))
    return tuple(folder for folder in chosen if folder not in named), tuple(by_id.values())


def metadata_of(source: InFolder) -> Position:
    """Where the metadata of a source stand."""
    return Position(str(source.folder / FILE))
