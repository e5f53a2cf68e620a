"""Pairs of records that may be one thing, with the weight of each aspect, worked out in DuckDB.

The weights of `graph/identity/model/` are written down, so that nothing is trained and nothing is drawn at
random. They are added up as Splink does, which a test holds this to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import MissingExtraError
from graph.identity.model.comparison import Comparison
from graph.identity.model.organisations import BLOCKS_OF_ORGANISATIONS, ORGANISATIONS
from graph.identity.model.people import BLOCKS_OF_NAMES, BLOCKS_OF_PEOPLE, PEOPLE
from graph.identity.model.statements import LEVEL, NUMBER, OF_FREQUENCY, blocked, weighed
from graph.identity.records import ORGANISATION, PERSON

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = 1500
"""Megabytes that comparing may take; what is more goes to disk."""
PAIR = {"left": pl.String(), "right": pl.String(), "group": pl.String(), "weight": pl.Float64()}


@dataclass(frozen=True, slots=True)
class Model:
    """How records of a group are compared.

    Attributes:
        group: Which records.
        comparisons: What of them is compared.
        blocks: Which pairs are compared: one of these must hold, in SQL on `l` and `r`.
    """

    group: str
    comparisons: tuple[Comparison, ...]
    blocks: tuple[str, ...]


MODELS = (
    Model(PERSON, PEOPLE, (*BLOCKS_OF_PEOPLE, *BLOCKS_OF_NAMES)),
    Model(ORGANISATION, ORGANISATIONS, BLOCKS_OF_ORGANISATIONS),
)
ASPECTS = {
    f"{mark}{number}": kind
    for number in range(max(len(model.comparisons) for model in MODELS))
    for mark, kind in ((LEVEL, pl.Int8()), (OF_FREQUENCY, pl.Float64()))
}
"""Columns of a pair: for each aspect its level, null where nothing is compared, and what frequency adds."""


class Compared:
    """Records ready to be compared, with each other or with others, as often as wanted."""

    def __init__(self, connection: "DuckDBPyConnection", records: pl.DataFrame) -> None:
        self._connection = connection
        self._columns = records.columns
        for model in MODELS:
            self._take(model, "record", records)

    def with_each_other(self, least: float) -> pl.DataFrame:
        """Pairs of records that may be one, the smaller id on the left, best first.

        Args:
            least: Weight in bits from which a pair is given.

        Returns:
            Columns as in `PAIR` and `ASPECTS`.
        """
        return _in_order(self._pairs(model, "record", least) for model in MODELS)

    def with_others(self, others: pl.DataFrame, least: float) -> pl.DataFrame:
        """Pairs of another record, on the left, and one of these, as `with_each_other` gives them."""
        for model in MODELS:
            self._take(model, "other", others.select(self._columns))
        return _in_order(self._pairs(model, "other", least) for model in MODELS)

    def _take(self, model: Model, name: str, records: pl.DataFrame) -> None:
        told = records.filter(pl.col("group") == model.group).with_row_index(NUMBER).to_arrow()
        self._connection.register("taken", told)
        self._connection.execute(f"CREATE OR REPLACE TABLE {name}_{model.group} AS FROM taken")
        self._connection.unregister("taken")

    def _pairs(self, model: Model, side: str, least: float) -> pl.DataFrame:
        left, right = f"{side}_{model.group}", f"record_{model.group}"
        chosen = blocked(model.blocks, left, right, linked=left != right)
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE pairs AS {chosen}")
        told = weighed(model.comparisons, self._columns, left, right, "pairs")
        asked = f'SELECT *, ? AS "group" FROM ({told}) WHERE weight >= ?'  # noqa: S608 - of our own
        found: pl.DataFrame = self._connection.sql(asked, params=[model.group, least]).pl()
        missing = {name: pl.lit(None, kind) for name, kind in ASPECTS.items() if name not in found.columns}
        return found.with_columns(**missing).select(
            pl.col(name).cast(kind) for name, kind in (PAIR | ASPECTS).items()
        )


@contextmanager
def compared(records: pl.DataFrame) -> Iterator[Compared]:
    """Records ready to be compared, while they are used; what takes much memory goes to disk.

    Args:
        records: As `records_of` makes them.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    with TemporaryDirectory() as aside, _connected(MEMORY, aside) as connection:
        yield Compared(connection, records)


def compared_in_memory(records: pl.DataFrame, megabytes: int) -> Compared:
    """Records ready to be compared, until nobody refers to them; raises as `compared`."""
    return Compared(_connected(megabytes, ""), records)


def _connected(megabytes: int, aside: str) -> "DuckDBPyConnection":
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("telling who is who", "identity") from error
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET memory_limit = '{megabytes}MB'; SET temp_directory = '{aside}'")
    return connection


def scored_pairs(records: pl.DataFrame, least: float) -> pl.DataFrame:
    """Pairs of records of one collection that may be one, as `Compared.with_each_other` gives them."""
    with compared(records) as held:
        return held.with_each_other(least)


def probability(weight: pl.Expr) -> pl.Expr:
    """The probability that a weight in bits stands for."""
    return 1 / (1 + 2.0 ** (-weight))


def _in_order(found: Iterator[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(found).sort("weight", "left", "right", descending=[True, False, False])
