"""The folder in which a process keeps what does not fit into memory; who ends the process removes it."""

import shutil
from pathlib import Path
from tempfile import gettempdir


def spilled(process: int) -> Path:
    """The folder of a process among temporary files; it is there while something is in it."""
    return Path(gettempdir()) / f"moneytrail-{process}"


def remove_spilled(process: int) -> None:
    """Remove what a process left that was ended."""
    shutil.rmtree(spilled(process), ignore_errors=True)
