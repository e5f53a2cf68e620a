"""The converters that are compared, and the environments they live in."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SLOW = 100_000
"""Rows above which the slow ones are left out."""


@dataclass(frozen=True, slots=True)
class Converter:
    """A converter.

    Attributes:
        name: As in the table of results.
        module: What is run, within this package.
        distribution: Whose version is told.
        environment: Name of its environment, "" for the project's own.
        is_slow: Whether it is left out above `SLOW` rows.
    """

    name: str
    module: str
    distribution: str
    environment: str
    is_slow: bool = False

    def python(self, environments: Path) -> Path:
        """The interpreter it runs in."""
        if not self.environment:
            return Path(sys.executable)
        return environments / self.environment / "bin" / "python"

    def version(self, environments: Path) -> str:
        """The version installed there."""
        asked = f"from importlib.metadata import version; print(version({self.distribution!r}))"
        command = [str(self.python(environments)), "-c", asked]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return found if self.environment else f"{self.distribution} {found}"


OURS = Converter("ours", "ours", "polars", "")
PEERS = (
    Converter("maplib", "maplib_template", "maplib", "maplib"),
    Converter("morph-kgc", "morph_kgc_rml", "morph-kgc", "morph-kgc"),
    Converter("pyoxigraph loop", "pyoxigraph_loop", "pyoxigraph", "loops"),
    Converter("SDM-RDFizer", "sdm_rdfizer_rml", "rdfizer", "sdm-rdfizer", is_slow=True),
    Converter("rdflib loop", "rdflib_loop", "rdflib", "loops", is_slow=True),
    Converter("kglab loop", "kglab_loop", "kglab", "kglab", is_slow=True),
)
