"""Which datasets of a build can be held against claims."""

from collections.abc import Mapping
from pathlib import Path


def whole_datasets(conversions: Mapping[str, Path], table: str) -> dict[str, Path]:
    """The conversions that have a table, of datasets of which all rows were taken: some votes are no count.

    Args:
        conversions: The folder of the conversion of each dataset, by its id.
        table: Name of the event table.
    """
    having = {name: folder for name, folder in conversions.items() if (folder / "tables" / table).is_dir()}
    if not having:
        return {}
    from graph.tables.conversion import read_facts

    return {name: folder for name, folder in having.items() if read_facts(folder).is_whole}
