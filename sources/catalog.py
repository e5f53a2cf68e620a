"""Which sources there are: the folders that ship with the project and those a user names."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from sources.dataset import DATASET
from sources.document import FILE
from sources.errors import MissingSourceError
from sources.kinds import kind_of


def shipped_sources() -> tuple[Path, ...]:
    """The folders of the registry and of the five founding articles."""
    return tuple(folder for folder, kind in _shipped_kinds() if kind != DATASET)


def reference() -> tuple[Path, ...]:
    """The folders of the reference data that rows of filings and results refer to: counties, districts."""
    return tuple(folder for folder, kind in _shipped_kinds() if kind == DATASET)


def registry() -> tuple[Path, ...]:
    """The folder of the registry alone."""
    return (_shipped() / "registry",)


def find_sources(place: Path) -> tuple[Path, ...]:
    """The source folders at a place: the folder itself, or those directly in it.

    Raises:
        MissingSourceError: There is none.
    """
    if (place / FILE).is_file():
        return (place,)
    folders = _source_folders(place) if place.is_dir() else ()
    if folders == ():
        raise MissingSourceError(place, f"a folder with a {FILE}, or a folder of such folders")
    return folders


@cache
def _shipped_kinds() -> tuple[tuple[Path, str], ...]:
    """The folders that ship with the project, each with its kind."""
    return tuple((folder, kind_of(folder)) for folder in _source_folders(_shipped()))


def _shipped() -> Path:
    return Path(str(files("sources")))


def _source_folders(place: Path) -> tuple[Path, ...]:
    return tuple(sorted(path.parent for path in place.glob(f"*/{FILE}")))
