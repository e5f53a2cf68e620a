"""A small graph with rows: the examples of the documentation, and datasets that tell the same again."""

from pathlib import Path

from graph.build import build
from sources.adding import DatasetParticulars, start_dataset
from sources.catalog import find_sources, registry

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
FILINGS, TOOMBS = EXAMPLES / "filings", EXAMPLES / "toombs-2016"
AGAIN = (
    "C99000002|N|Q3|P2024||15|IND|EXAMPLE, ADA|ATHENS|GA|30601|||06012024|10000||7|1990002|||99000007",
    "C99000001|N|Q3|P2024||15|ORG|HARBOR FORWARD|SAVANNAH|GA|31401|||06052024|40||9|1990009|||99000099",
    "C99000001|N|Q3|P2024||15|IND|BROKEN, ROW|ATHENS|GA|30601|||06052024|much||8|1990009|||99000098",
)
"""A row of the examples again, a party that is called as a committee, and a row that cannot be used."""


def build_example_graph(folder: Path) -> Path:
    """Build the registry, the examples, and two datasets beside them; give the folder of the graph."""
    build(example_sources(folder), folder / "graph", lambda _: None)
    return folder / "graph"


def example_sources(folder: Path) -> list[Path]:
    """The registry, the examples, and two datasets beside them, which are written into a folder.

    `again` tells of filings that the examples have too, and `open` of the same contest, by counts that
    nobody says are final.
    """
    again, undecided = folder / "again", folder / "open"
    file = folder / "itcont.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in AGAIN), "utf-8")
    start_dataset(again, (file,), DatasetParticulars(title="Filings, again"))
    metadata = again / "source.toml"
    metadata.write_text(
        metadata.read_text("utf-8").replace("# allow_rejected = 0", "allow_rejected = 1"), "utf-8"
    )
    start_dataset(undecided, tuple(TOOMBS.glob("*.csv")), DatasetParticulars(title="Counts"))
    return [*registry(), *find_sources(EXAMPLES), again, undecided]
