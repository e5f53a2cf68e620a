"""The store of a generation with the rows of its datasets: as triples, in their tables, or both."""

from collections.abc import Collection, Mapping
from pathlib import Path

from pyoxigraph import Triple

from graph.build_rows import Rows
from graph.identity.applying import pairs_of, row_files
from graph.loading import STORE, load
from graph.nodes import Names
from graph.tables.output import ROWS, SINGLE


def load_with_rows(
    new: Path,
    names: Names,
    conversions: Mapping[str, Path],
    place: Rows,
    withdrawn: Collection[Triple] = (),
) -> int:
    """Fill the store of a new generation, and note its tables where their rows are virtual.

    Gives the number of triples of sources in its default graph, less those that are withdrawn.

    Args:
        new: Folder of the generation, with its quads.
        names: Mints the IRIs.
        conversions: The folder of the conversion of each dataset, by its id.
        place: Where rows are.
        withdrawn: What datasets say and the default graph does not have.
    """
    if place is Rows.LOADED:
        return load(new, names, _whole(new, conversions, names), withdrawn)
    from graph.virtual.making import make_virtual
    from graph.virtual.opening import LOADED

    single = {name: [folder / ROWS / SINGLE] for name, folder in conversions.items()}
    told = [*sorted((new / "quads").glob("*.nq")), *(file for files in single.values() for file in files)]
    pairs = [pairs_of(new, name, folder) for name, folder in conversions.items()]
    for name, file in make_virtual(conversions, told, pairs, names, new).items():
        single[name].append(file)
    if place is Rows.BOTH:
        load(new, names, _whole(new, conversions, names), withdrawn, LOADED)
    return load(new, names, single, withdrawn, STORE)


def _whole(new: Path, conversions: Mapping[str, Path], names: Names) -> dict[str, list[Path]]:
    """The files with all statements of each dataset."""
    return {name: row_files(new, name, folder, names.base) for name, folder in conversions.items()}
