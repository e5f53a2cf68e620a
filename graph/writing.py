"""Where results go: a file that is whole or not there, a device or pipe, or standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import WriteError

STDOUT = Path("standard output")


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place when all is written; standard output for None.

    A device or pipe, such as /dev/stdout, is written to as it comes.

    Raises:
        WriteError: The disk is full or the place cannot be written; what was there stays as it was.
        BrokenPipeError: The reader of standard output has gone.
    """
    try:
        if path is None:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        elif path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as out:
                yield out
        else:
            with _beside(path) as out:
                yield out
    except (BrokenPipeError, WriteError):
        raise
    except OSError as error:
        raise WriteError(path or STDOUT, error.strerror or str(error)) from error


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file at once, text as UTF-8; raises as `open_output`."""
    with open_output(path) as out:
        out.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    """A temporary file beside a path that replaces it in the end, and goes when something fails."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def make_folder(path: Path) -> None:
    """Make a folder for an export of several files.

    Raises:
        WriteError: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
