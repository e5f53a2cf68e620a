"""Which sources there are: the folders that ship with the project and those a user names."""

from importlib.resources import files
from pathlib import Path

from sources.dataset import is_dataset
from sources.document import FILE
from sources.errors import MissingSourceError


def shipped_sources() -> tuple[Path, ...]:
    """The folders of the registry and of the five founding articles."""
    return tuple(folder for folder in _source_folders(_shipped()) if not is_dataset(folder))


def reference() -> tuple[Path, ...]:
    """The folders of the reference data that rows of filings and results refer to: counties, districts."""
    return tuple(folder for folder in _source_folders(_shipped()) if is_dataset(folder))


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


def _shipped() -> Path:
    return Path(str(files("sources")))


def _source_folders(place: Path) -> tuple[Path, ...]:
    return tuple(sorted(path.parent for path in place.glob(f"*/{FILE}")))
