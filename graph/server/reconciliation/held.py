"""What a worker makes ready once to answer clients that match tables."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from graph.identity.matching import Matcher
from graph.identity.names.letters import plain
from graph.identity.records import records_of
from graph.identity.resolving import printed_from
from graph.identity.scoring import compared_in_memory
from graph.identity.sides import Side, sides_at
from graph.reading import Reader
from graph.rows.event_tables import EventTables

MEGABYTES = 800
"""Of memory that comparing may take in a worker."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The things of a graph that are matched.

    Attributes:
        matcher: Whom a name may mean.
        names: Their names for who types: columns `path`, `money`, and `spelled`, in capitals behind a space.
    """

    matcher: Matcher
    names: pl.DataFrame

    def sides(self, paths: Iterable[str]) -> list[Side]:
        """The things at some paths, in their order; none for a path that nothing is matched at."""
        wanted = list(paths)
        found = sides_at(self.matcher.records, wanted)
        return [found[path] for path in wanted if path in found]


def open_reconciled(reader: Reader, tables: EventTables) -> Reconciled:
    """The things of a graph, made ready to be matched.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
    """
    records = records_of(printed_from(reader, tables))
    spelled = pl.concat_str(pl.lit(" "), plain(pl.col("label")))
    names = records.select("path", "money", spelled=spelled)
    held = compared_in_memory(records, MEGABYTES)
    return Reconciled(Matcher(records, held, tables.stands_for), names)
