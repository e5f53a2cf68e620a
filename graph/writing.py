"""Files are written whole or not at all."""

import os
from pathlib import Path

from graph.errors import WriteError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place and move it there when it is complete.

    Raises:
        WriteError: The disk is full or the place cannot be written; what was there stays as it was.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        if temporary.exists():
            temporary.unlink()
        raise WriteError(path, error.strerror or str(error)) from error
