"""The files of the workbench that are bundled when a wheel is built."""

from pathlib import Path

BUNDLE = Path(__file__).parent / "dist"
COUNTIES = "counties.json"
FILES = {
    "workbench.js": "text/javascript; charset=utf-8",
    "site.js": "text/javascript; charset=utf-8",
    COUNTIES: "application/json",
    "style.css": "text/css; charset=utf-8",
    "LICENCES.txt": "text/plain; charset=utf-8",
}
"""What may be handed out of the folder, with its media type."""
MISSING = (
    "the workbench is not bundled here: run `make workbench`, which fetches its editor and joins it with the"
    " page's own script; an installed wheel has it"
)


def assets() -> Path | None:
    """The folder of the bundled files; None where they are not made, which `MISSING` explains."""
    return BUNDLE if all((BUNDLE / name).is_file() for name in FILES) else None
