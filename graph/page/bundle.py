"""The script and the style of the page, which are bundled when the package is built."""

from functools import cache
from pathlib import Path

from graph.errors import NotBundledError

DIST = Path(__file__).parent / "dist"


def script() -> str:
    """The page's own script.

    Raises:
        NotBundledError: Nobody bundled it here.
    """
    return _read(DIST / "page.js")


def style() -> str:
    """The page's style sheet; raises as `script`."""
    return _read(DIST / "style.css")


@cache
def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        raise NotBundledError(file) from None
