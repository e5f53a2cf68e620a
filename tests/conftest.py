"""What tests share: a graph built once, the shared folder, a browser, the command run as a user runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

from graph.build import build
from sources.catalog import shipped_sources

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
settings.register_profile("steady", deadline=None, max_examples=40, derandomize="CI" in os.environ)
settings.register_profile("fuzz", deadline=None, max_examples=2000)
settings.load_profile("steady")  # a busy machine is no failure, and CI gives the same answer twice

ROOT = Path(__file__).parents[1]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


LONGEST = (
    "test_docs",
    "test_page",
    "test_workbench",
    "test_remote_virtuoso",
    "test_server_limits",
    "test_spark",
    "test_ask",
    "test_remote",
)
"""Files that take longest. They go first, so that no worker is left with one when the others have ended."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files before all others."""
    ranks = {name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(LONGEST)))


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


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds what keeps people out of a page; fetched where it is missing."""
    web = ROOT / "graph" / "page" / "web"
    script = web / "node_modules" / "axe-core" / "axe.min.js"
    with FileLock(web / "node_modules.lock"):
        if not script.exists():
            fetch = "import build_backend as b; b.npm(b.PAGE, *b.FETCH)"
            subprocess.run([sys.executable, "-c", fetch], cwd=ROOT, check=True)
    return script.read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One headless Chromium, with an empty profile, for all tests of a module."""
    from playwright.sync_api import Error, sync_playwright

    found = ("/usr/bin/chromium", *map(shutil.which, ("chromium", "google-chrome")))
    present = (place for place in found if place is not None and Path(place).exists())
    path = os.environ.get("MONEYTRAIL_CHROMIUM") or next(present, None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            pytest.fail(
                "no Chromium: install the package chromium, or run `playwright install chromium`,"
                f" or set MONEYTRAIL_CHROMIUM to one ({error.message.splitlines()[0]})"
            )
        yield started
        started.close()


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled workbench, made as a build of the wheel makes it."""
    place = tmp_path_factory.mktemp("workbench")
    command = [sys.executable, "build_backend.py", "workbench", str(place)]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(done.stderr)
    return place


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
