"""Generations of a built graph: made beside each other, one in use, the others removed.

A generation is whole or not there: it is written into a folder of its own, moved to its name, and
put in use by replacing one small file. What is no longer used is renamed before it is deleted, so
that a process killed at any moment leaves nothing that looks whole and is not.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.errors import StoreInUseError, WriteError
from graph.store import CURRENT, MANIFEST

GENERATIONS = "generations"
LOCK = "build.lock"


def is_whole(target: Path, name: str) -> bool:
    """Whether a generation of this name is finished."""
    return (target / GENERATIONS / name / MANIFEST).is_file()


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Hold the lock of a graph folder, which is made when it is not there.

    The system releases the lock when the process ends, however it ends.

    Raises:
        StoreInUseError: Another build holds it.
        WriteError: Something cannot be written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        with FileLock(str(target / LOCK), timeout=0):
            yield
    except Timeout as error:
        raise StoreInUseError(target) from error
    except FileExistsError as error:
        raise WriteError(target, "it is a file; wanted a folder") from error
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error


@contextmanager
def new_generation(target: Path, name: str) -> Iterator[Path]:
    """A folder to write a generation into, which gets its name when all went well, and else goes."""
    generations = target / GENERATIONS
    _remove_leftovers(generations)
    new = generations / f".new-{os.getpid()}"
    try:
        new.mkdir(parents=True)
        yield new
        _retire(generations / name)
        new.rename(generations / name)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def put_in_use(target: Path, name: str) -> None:
    """Make a generation the one that is read, and remove the others."""
    temporary = target / f"{CURRENT}.new"
    temporary.write_text(f"{name}\n", "utf-8")
    temporary.replace(target / CURRENT)
    generations = target / GENERATIONS
    for old in sorted(generations.iterdir()):
        if old.is_dir() and old.name != name:
            _retire(old)
    _remove_leftovers(generations)


def _retire(generation: Path) -> None:
    """Take a generation its name, so that it is no longer taken for a whole one."""
    if generation.is_dir() and not generation.name.startswith("."):
        generation.rename(generation.with_name(f".old-{os.getpid()}-{generation.name}"))


def _remove_leftovers(generations: Path) -> None:
    """Remove what is retired and what a killed build left behind."""
    for kind in ("new", "old"):
        for folder in sorted(generations.glob(f".{kind}-*")):
            shutil.rmtree(folder)
