"""What tests share: a graph built once, the shared folder, and the command run as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from graph.build import build
from sources.catalog import shipped_sources

settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")  # a busy machine is no failure, and CI gives the same answer twice

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph of the shipped sources; tests only read it."""
    folder = tmp_path_factory.mktemp("session") / "graph"
    build(shipped_sources(), folder, lambda _: None)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the articles, the inventory and the data, which the product does not need."""
    place = os.environ.get("MONEYTRAIL_SHARED")
    if not place:
        pytest.skip("MONEYTRAIL_SHARED is not set")
    folder = Path(place)
    assert folder.is_dir(), f"MONEYTRAIL_SHARED is {place}, which is no folder"
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command line in a process of its own, in an empty folder."""

    def start(
        *arguments: str, cwd: Path = tmp_path, stdin: str = "", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        command = Path(sys.executable).with_name("moneytrail")
        return subprocess.run(
            [str(command), *arguments],
            cwd=cwd,
            input=stdin,
            env={**os.environ, "COLUMNS": "100", "PYTHONWARNINGS": "error::UserWarning", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return start
