"""What code and data are installed, in one digest: what they made is kept while it is the same."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

CODE_AND_DATA = (".csv", ".json", ".py", ".toml", ".ttl", ".yaml")


def installed() -> Path:
    """The folder in which the packages of the project are installed."""
    return Path(str(files("graph"))).parent


@cache
def code_digest(places: tuple[str, ...], packages: tuple[str, ...] = (), root: Path | None = None) -> str:
    """Digest of files, of the code and data in folders, and of the versions of packages.

    Args:
        places: Files and folders, as seen from the root.
        packages: Names of packages of others.
        root: None for where the project is installed.
    """
    base = root or installed()
    content = sha256()
    for path in _files(base / place for place in places):
        content.update(f"{path.relative_to(base).as_posix()}\0".encode() + path.read_bytes())
    for package in packages:
        content.update(f"{package} {version(package)}\0".encode())
    return content.hexdigest()


def _files(places: Iterable[Path]) -> Iterable[Path]:
    """The files at places; in a folder those of code and data, in order."""
    for place in places:
        if place.is_dir():
            yield from sorted(file for file in place.glob("**/*") if file.suffix in CODE_AND_DATA)
        else:
            yield place
